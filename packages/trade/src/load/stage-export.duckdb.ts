import type { DuckDBConnection } from '@duckdb/node-api';
import type { Month, Period } from '@tidu/reference';
import { shapeOf } from '../classify/shape.ts';
import type { FactDimension, Shape } from '../fact.ts';
import { dimensionTitles } from '../read/export-columns.ts';
import { spanOf } from '../read/file-name.ts';
import { dropRepeated, quarantineFaults } from './check-export.duckdb.ts';
import type { ExportSource } from './export-source.ts';
import { quote } from './map-codes.duckdb.ts';
import { readExport } from './read-export.duckdb.ts';
import { number } from './settle.duckdb.ts';
import { type Staged, yyyymm } from './stage.duckdb.ts';

/** Reads an export into the staging tables. */
export async function stageExport(connection: DuckDBConnection, source: ExportSource): Promise<Staged> {
  const dimensions = (Object.keys(dimensionTitles) as FactDimension[]).filter((name) =>
    dimensionTitles[name].some((title) => source.columns.at(title) !== undefined),
  );
  const { rows, skipped } = await readExport(connection, source, dimensions);
  await quarantineFaults(connection, source, dimensions);
  const repeated = await dropRepeated(connection, dimensions);
  if (repeated > 0) skipped.repeated = repeated;
  await codeRaw(connection, source, dimensions);
  const merged = await mergesCells(connection, dimensions);
  const shapes = await stageCoded(connection, source, dimensions, merged);
  const facts = await number(connection, `SELECT count(*) FROM ${merged ? 'staged' : 'raw'}`);
  const period = await monthsOf(connection, source);
  return { shapes, rows, skipped, facts, flows: facts > 0 ? [source.flow] : [], ...(period && { period }) };
}

/** The rows with codes in place of what is printed: a view, because each is read once or twice only. */
async function codeRaw(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<void> {
  const joins = dimensions.map((name) => `JOIN ${name}_map ON ${name}_map.printed = raw.${name}`).join('\n');
  const coded = (['place', 'commodity', 'partner', 'mode'] as const).map((name) =>
    dimensions.includes(name) ? `${name}_map.code AS ${name}` : `NULL::VARCHAR AS ${name}`,
  );
  const [from, to] =
    columns.at('数据年月') === undefined
      ? [yyyymm(period?.from ?? ''), yyyymm(period?.to ?? '')]
      : ['raw.month', 'raw.month'];
  await connection.run(`CREATE OR REPLACE TEMP VIEW coded AS
    SELECT raw.line, ${from} AS month_from, ${to} AS month_to, ${coded.join(', ')},
      raw.value, raw.quantity, raw.unit, raw.quantity2, raw.unit2,
      ${dimensions.includes('place') ? 'place_map.level' : 'NULL::VARCHAR'} AS level
    FROM raw ${joins}`);
}

/** Whether rows printed with different codes are the same cell, and have to be added up. */
async function mergesCells(
  connection: DuckDBConnection,
  dimensions: readonly FactDimension[],
): Promise<boolean> {
  for (const name of dimensions) {
    const synonyms = await number(connection, `SELECT count(code) - count(DISTINCT code) FROM ${name}_map`);
    if (synonyms === 0) continue;
    const same = 'count(*) - count(DISTINCT hash(month_from, place, commodity, partner, mode))';
    return (await number(connection, `SELECT ${same} FROM coded`)) > 0;
  }
  return false;
}

/** @param merged several rows are one cell, because different codes mean the same */
async function stageCoded(
  connection: DuckDBConnection,
  { columns, flow, period }: ExportSource,
  dimensions: readonly FactDimension[],
  merged: boolean,
): Promise<Shape[]> {
  const span = columns.at('数据年月') === undefined && period ? spanOf(period) : 'month';
  const kinds = await connection.runAndReadAll(
    'SELECT level, length(commodity) AS digits, count(*) FROM coded GROUP BY ALL ORDER BY 3 DESC',
  );
  const shapes = kinds.getRows().map(([level, digits]) => ({
    level,
    digits,
    shape: shapeOf({
      span,
      dimensions,
      levels: typeof level === 'string' ? [level as Shape['levels'][number]] : [],
      nested: false,
      ...(digits === null ? {} : { hsDigits: Number(digits) }),
      currency: columns.currency,
    }),
  }));
  const cases = shapes.map(
    ({ level, digits, shape }) =>
      `WHEN level IS NOT DISTINCT FROM ${level === null ? 'NULL' : quote(String(level))}
         AND length(commodity) IS NOT DISTINCT FROM ${digits === null ? 'NULL' : Number(digits)} THEN ${quote(shape.id)}`,
  );
  const shape = shapes.length === 1 ? quote(shapes[0]?.shape.id ?? '') : `CASE ${cases.join(' ')} END`;
  const cell = 'month_from, month_to, place, commodity, partner, mode';
  const cells = merged
    ? `min(line) AS line, ${cell}, level, sum(value)::BIGINT AS value,
       CASE WHEN count(DISTINCT unit) = 1 THEN sum(quantity) END AS quantity, any_value(unit) AS unit,
       CASE WHEN count(DISTINCT unit2) = 1 THEN sum(quantity2) END AS quantity2, any_value(unit2) AS unit2`
    : '*';
  await connection.run('DROP TABLE staged');
  await connection.run(`CREATE TEMP VIEW staged AS
    SELECT line, ${shapes.length === 0 ? 'NULL::VARCHAR' : shape} AS shape, month_from, month_to, ${quote(flow)} AS flow,
      place, commodity, partner, mode, value, NULL::BIGINT AS value_ytd, NULL::DOUBLE AS printed_growth,
      quantity, unit, quantity2, unit2
    FROM (SELECT ${cells} FROM coded ${merged ? `GROUP BY ${cell}, level` : ''})`);
  return shapes.map((kind) => kind.shape);
}

async function monthsOf(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
): Promise<Period | undefined> {
  if (columns.at('数据年月') === undefined) return period;
  const [row] = (await connection.runAndReadAll('SELECT min(month), max(month) FROM raw')).getRows();
  const month = (stored: unknown): Month =>
    `${String(stored).slice(0, 4)}-${String(stored).slice(4)}` as Month;
  const [from, to] = row ?? [];
  return from === null || from === undefined ? undefined : { from: month(from), to: month(to) };
}

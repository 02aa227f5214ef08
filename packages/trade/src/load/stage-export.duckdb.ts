import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flow, Month, Period } from '@tidu/reference';
import { shapeOf } from '../classify/shape.ts';
import type { FactDimension, Shape } from '../fact.ts';
import { factDimensions } from '../read/export-columns.ts';
import { spanOf } from '../read/file-name.ts';
import { dropRepeated, quarantineFaults } from './check-export.duckdb.ts';
import type { ExportSource } from './export-source.ts';
import { quote } from './map-codes.duckdb.ts';
import { readExport } from './read-export.duckdb.ts';
import { number } from './settle.duckdb.ts';
import { type Staged, yyyymm } from './stage.duckdb.ts';

/** Reads an export into the staging tables. */
export async function stageExport(connection: DuckDBConnection, source: ExportSource): Promise<Staged> {
  const { dimensions, declarations } = source.columns;
  const { rows, skipped } = await readExport(connection, source, dimensions);
  await quarantineFaults(connection, source, dimensions);
  const repeated = await dropRepeated(connection, source, dimensions);
  if (repeated > 0) skipped.repeated = repeated;
  await codeRaw(connection, source, dimensions);
  const merged = declarations || (await mergesCells(connection, dimensions));
  const shapes = await stageCoded(connection, source, merged);
  const facts = await number(connection, `SELECT count(*) FROM ${merged ? 'staged' : 'raw'}`);
  const period = await monthsOf(connection, source);
  const flows = facts > 0 ? await flowsOf(connection, source) : [];
  return { shapes, rows, skipped, facts, flows, ...(period && { period }) };
}

async function flowsOf(connection: DuckDBConnection, { flow }: ExportSource): Promise<Flow[]> {
  if (flow !== undefined) return [flow];
  const found = await connection.runAndReadAll('SELECT DISTINCT flow FROM raw ORDER BY 1');
  return found.getRows().map(([name]) => name as Flow);
}

/** The rows with codes in place of what is printed: a view, because each is read once or twice only. */
async function codeRaw(
  connection: DuckDBConnection,
  { columns, period, flow }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<void> {
  const joins = dimensions
    .map(
      (name) => `${columns.wholes[name] ? 'LEFT ' : ''}JOIN ${name}_map ON ${name}_map.printed = raw.${name}`,
    )
    .join('\n');
  const has = (name: FactDimension) => dimensions.includes(name);
  const coded = factDimensions.map((name) => {
    if (has(name)) return `${name}_map.code AS ${name}`;
    // a declaration that names its supervision mode alone is counted under that mode's statistics mode
    if (name === 'mode' && has('supervision')) return 'supervision_map.class AS mode';
    return `NULL::VARCHAR AS ${name}`;
  });
  const [from, to] =
    columns.at('month') === undefined
      ? [yyyymm(period?.from ?? ''), yyyymm(period?.to ?? '')]
      : ['raw.month', 'CASE WHEN raw.annual THEN raw.month + 11 ELSE raw.month END'];
  await connection.run(`CREATE OR REPLACE TEMP VIEW coded AS
    SELECT raw.line, ${from} AS month_from, ${to} AS month_to, ${flow === undefined ? 'raw.flow' : quote(flow)} AS flow,
      ${coded.join(', ')}, raw.value, raw.quantity, raw.unit, raw.quantity2, raw.unit2,
      ${has('place') ? 'place_map.class' : 'NULL::VARCHAR'} AS level,
      ${has('supervision') ? 'supervision_map.class IS NULL' : 'FALSE'} AS inland,
      ${columns.at('month') === undefined ? 'FALSE' : 'raw.annual'} AS annual
    FROM raw ${joins}`);
}

const cell = 'month_from, month_to, flow, place, commodity, partner, mode, supervision, company';

/** Whether rows printed with different codes are the same cell, and have to be added up. */
async function mergesCells(
  connection: DuckDBConnection,
  dimensions: readonly FactDimension[],
): Promise<boolean> {
  for (const name of dimensions) {
    const synonyms = await number(connection, `SELECT count(code) - count(DISTINCT code) FROM ${name}_map`);
    if (synonyms === 0) continue;
    const same = 'count(*) - count(DISTINCT hash(month_from, flow, place, commodity, partner, mode))';
    return (await number(connection, `SELECT ${same} FROM coded`)) > 0;
  }
  return false;
}

/** @param merged several rows are one cell: declarations, or different codes that mean the same */
async function stageCoded(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
  merged: boolean,
): Promise<Shape[]> {
  const span = columns.at('month') === undefined && period ? spanOf(period) : 'month';
  const wholes = factDimensions.filter((name) => columns.wholes[name]);
  const kinds = await connection.runAndReadAll(
    `SELECT ${['level', 'length(commodity)', 'inland', 'annual', ...wholes.map((name) => `${name} IS NULL`)].join(', ')}
     FROM coded GROUP BY ALL ORDER BY count(*) DESC`,
  );
  const shapes = kinds.getRows().map(([level, digits, inland, annual, ...whole]) => ({
    level,
    digits,
    inland,
    annual,
    whole: wholes.map((name, i) => `(${name} IS NULL) = ${whole[i]}`),
    shape: shapeOf({
      span: annual === true ? 'year' : span,
      dimensions: dimensionsOf(
        columns.dimensions.filter((name) => whole[wholes.indexOf(name)] !== true),
        inland === true,
      ),
      levels: typeof level === 'string' ? [level as Shape['levels'][number]] : [],
      nested: false,
      ...(digits === null ? {} : { hsDigits: Number(digits) }),
      ...(inland === true ? { inland } : {}),
      currency: columns.currency,
    }),
  }));
  const cases = shapes.map(
    ({ level, digits, inland, annual, whole, shape }) =>
      `WHEN level IS NOT DISTINCT FROM ${level === null ? 'NULL' : quote(String(level))} AND inland = ${inland}
         AND ${[`annual = ${annual}`, ...whole].join(' AND ')}
         AND length(commodity) IS NOT DISTINCT FROM ${digits === null ? 'NULL' : Number(digits)} THEN ${quote(shape.id)}`,
  );
  const shape = shapes.length === 1 ? quote(shapes[0]?.shape.id ?? '') : `CASE ${cases.join(' ')} END`;
  const cells = merged
    ? `min(line) AS line, ${cell}, level, inland, annual, sum(value)::BIGINT AS value,
       CASE WHEN count(DISTINCT unit) = 1 THEN sum(quantity) END AS quantity, any_value(unit) AS unit,
       CASE WHEN count(DISTINCT unit2) = 1 THEN sum(quantity2) END AS quantity2, any_value(unit2) AS unit2`
    : '*';
  await connection.run('DROP TABLE staged');
  await connection.run(`CREATE TEMP VIEW staged AS
    SELECT line, ${shapes.length === 0 ? 'NULL::VARCHAR' : shape} AS shape, month_from, month_to, flow,
      place, commodity, partner, mode, value, NULL::BIGINT AS value_ytd, NULL::DOUBLE AS printed_growth,
      quantity, unit, quantity2, unit2, supervision, company
    FROM (SELECT ${cells} FROM coded ${merged ? `GROUP BY ${cell}, level, inland, annual` : ''})`);
  return shapes.map((kind) => kind.shape);
}

/** With a supervision mode the statistics mode is known, unless goods do not cross the border. */
function dimensionsOf(printed: readonly FactDimension[], inland: boolean): FactDimension[] {
  const others = printed.filter((name) => name !== 'mode');
  const tellsMode = printed.includes('mode') || printed.includes('supervision');
  return tellsMode && !inland ? [...others, 'mode'] : others;
}

async function monthsOf(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
): Promise<Period | undefined> {
  if (columns.at('month') === undefined) return period;
  const [row] = (
    await connection.runAndReadAll(
      'SELECT min(month), max(CASE WHEN annual THEN month + 11 ELSE month END) FROM raw',
    )
  ).getRows();
  const month = (stored: unknown): Month =>
    `${String(stored).slice(0, 4)}-${String(stored).slice(4)}` as Month;
  const [from, to] = row ?? [];
  return from === null || from === undefined ? undefined : { from: month(from), to: month(to) };
}

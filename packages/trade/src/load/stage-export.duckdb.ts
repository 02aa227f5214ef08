import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flow, Month, Period } from '@tidu/reference';
import type { Classifier } from '../classify/classifier.ts';
import { shapeOf } from '../classify/shape.ts';
import type { FactDimension, Shape } from '../fact.ts';
import { dimensionTitles, type ExportColumns } from '../read/export-columns.ts';
import { cleanExport } from '../read/file-bytes.file.ts';
import { spanOf } from '../read/file-name.ts';
import type { SkipReason } from '../read/table-reading.ts';
import { mapCodes, quote } from './map-codes.duckdb.ts';
import { number } from './settle.duckdb.ts';
import { stageFaults, yyyymm } from './stage.duckdb.ts';

export interface ExportSource {
  readonly path: string;
  readonly scratch: string;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly headerLine: number;
  readonly columns: ExportColumns;
  readonly classifier: Classifier;
  readonly flow: Flow;
  /** What the file is about; absent only where the file has the month in each row. */
  readonly period?: Period;
  readonly progress?: (bytes: number) => void;
}

export interface StagedExport {
  readonly shapes: readonly Shape[];
  readonly rows: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
}

const totals: readonly string[] = ['合计', '总计', '总值', '小计', 'TOTAL'];

/**
 * Reads an export into the staging tables. Structure is scanned on bytes, values are parsed by the
 * engine, and each distinct code is classified once: a row costs no object of its own.
 */
export async function stageExport(connection: DuckDBConnection, source: ExportSource): Promise<StagedExport> {
  const { columns, headerLine } = source;
  const clean = join(source.scratch, 'export.csv');
  const cleaned = await cleanExport(
    source.path,
    clean,
    source.encoding,
    columns.titles.length,
    source.progress,
  );
  const odd = cleaned.odd.filter(({ line }) => line > headerLine);
  const notes = odd.filter(({ text }) => /^["\s]*(注|说明|数据来源|资料来源)/.test(text));
  await stageFaults(
    connection,
    odd
      .filter((line) => !notes.includes(line))
      .map(({ line, text, why }) => ({ line, column: '—', value: text, reason: why })),
  );
  const dimensions = (Object.keys(dimensionTitles) as FactDimension[]).filter((name) =>
    dimensionTitles[name].some((title) => columns.at(title) !== undefined),
  );
  await readRaw(connection, clean, source);
  const cleanRows = await number(connection, 'SELECT count(*) FROM raw');
  const skipped: Partial<Record<SkipReason, number>> = { header: 1 };
  if (notes.length > 0) skipped.footnote = notes.length;
  const skip = async (reason: SkipReason, condition: string) => {
    const { rowsChanged } = await connection.run(`DELETE FROM raw WHERE ${condition}`);
    if (rowsChanged > 0) skipped[reason] = (skipped[reason] ?? 0) + rowsChanged;
  };
  await skip('header', `amount IN ('人民币', '美元')`);
  await skip(
    'footnote',
    `amount IS NULL AND ${dimensions[0] ?? 'month'} SIMILAR TO '(注|说明|数据来源|资料来源).*'`,
  );

  for (const name of dimensions) {
    const printed = await mapCodes(connection, name, source.classifier);
    const sums = printed.filter((text) => totals.includes(text));
    if (sums.length > 0) await skip('total', `${name} IN (${sums.map(quote).join(', ')})`);
  }
  await code(connection, source, dimensions);
  const twice = await cellsRepeat(connection);
  const repeated = twice ? await dropRepeated(connection, dimensions) : 0;
  if (repeated > 0) skipped.repeated = repeated;
  const merged = twice && (await cellsRepeat(connection));
  const shapes = await stageCoded(connection, source, dimensions, merged);
  return { shapes, rows: cleanRows + odd.length + 1, skipped };
}

/** The lines of the file as a view, and of them what is needed for every row as a table. */
async function readRaw(
  connection: DuckDBConnection,
  clean: string,
  { columns, headerLine }: ExportSource,
): Promise<void> {
  const declared = ['line', ...columns.titles.map((_, i) => `c${i}`)]
    .map((name) => `'${name}': '${name === 'line' ? 'BIGINT' : 'VARCHAR'}'`)
    .join(', ');
  const column = (title: string): string => {
    const at = columns.at(title);
    return at === undefined ? 'NULL::VARCHAR' : `nullif(trim(c${at}), '')`;
  };
  const dimensions = Object.entries(dimensionTitles).map(
    ([name, [codes, names]]) =>
      `coalesce(${column(codes)}, ${column(names)}) AS ${name}, ${column(names)} AS ${name}_name`,
  );
  await connection.run(`CREATE OR REPLACE TEMP VIEW line_of_file AS SELECT line,
    ${column('数据年月')} AS month, ${dimensions.join(', ')},
    ${column('第一数量')} AS q1, ${column('第一计量单位')} AS u1, ${column('第二数量')} AS q2, ${column('第二计量单位')} AS u2,
    ${column(columns.currency === 'CNY' ? '人民币' : '美元')} AS amount
    FROM read_csv(${quote(clean)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
      new_line = '\\n', max_line_size = 2097152, buffer_size = 8388608, columns = {${declared}})
    WHERE line > ${headerLine}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE raw AS
    SELECT line, month, place, commodity, partner, mode, q1, u1, q2, u2, amount FROM line_of_file`);
}

const bareNumber = (text: string): string => `replace(${text}, ',', '')`;
const quantity = (value: string, unit: string): string =>
  `CASE WHEN ${unit} IS NULL OR ${unit} IN ('?', '-') THEN NULL ELSE TRY_CAST(${bareNumber(value)} AS DOUBLE) END`;
const unit = (text: string): string => `nullif(nullif(${text}, '?'), '-')`;
const monthCode = `TRY_CAST(replace(month, '-', '') AS INTEGER)`;

/** Codes, months and amounts in place of texts; what has none goes to the faulty with its reason. */
async function code(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<void> {
  const joins = dimensions
    .map((name) => `LEFT JOIN ${name}_map ON ${name}_map.printed = coalesce(raw.${name}, '')`)
    .join('\n');
  const coded = (['place', 'commodity', 'partner', 'mode'] as const).map((name) =>
    dimensions.includes(name) ? `${name}_map.code AS ${name}` : `NULL::VARCHAR AS ${name}`,
  );
  const hasMonth = columns.at('数据年月') !== undefined;
  const months = hasMonth
    ? `${monthCode} AS month_from, ${monthCode} AS month_to`
    : `${yyyymm(period?.from ?? '')} AS month_from, ${yyyymm(period?.to ?? '')} AS month_to`;
  const bounds = period
    ? `month_from NOT BETWEEN ${yyyymm(period.from)} AND ${yyyymm(period.to)}`
    : 'month_from NOT BETWEEN 198001 AND 209912';
  const notMonth = `month_from IS NULL OR month_from % 100 NOT BETWEEN 1 AND 12 OR ${bounds}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE coded AS
    SELECT raw.line, ${months}, ${coded.join(', ')},
      TRY_CAST(${bareNumber('amount')} AS BIGINT) AS value,
      ${quantity('q1', 'u1')} AS quantity, ${unit('u1')} AS unit, ${quantity('q2', 'u2')} AS quantity2, ${unit('u2')} AS unit2,
      ${dimensions.includes('place') ? 'place_map.level' : 'NULL::VARCHAR'} AS level,
      hash(${['NULL', ...dimensions.map((name) => `raw.${name}`)].join(', ')}) AS printed
    FROM raw ${joins}`);
  const currency = columns.currency === 'CNY' ? '人民币' : '美元';
  const checks: { column: string; value: string; wrong: string; reason: string }[] = [
    ...(hasMonth
      ? [
          {
            column: '数据年月',
            value: 'raw.month',
            wrong: notMonth,
            reason: quote(
              period ? `no month of ${period.from}..${period.to}` : 'this is no month: one is written 202401',
            ),
          },
        ]
      : []),
    ...dimensions.map((name) => ({
      column: dimensionTitles[name][0],
      value: `raw.${name}`,
      wrong: `coded.${name} IS NULL`,
      reason: `(SELECT any_value(m.reason) FROM ${name}_map m WHERE m.printed = coalesce(raw.${name}, ''))`,
    })),
    {
      column: currency,
      value: 'raw.amount',
      wrong: 'coded.value IS NULL OR coded.value < 0',
      reason: `CASE WHEN raw.amount IS NULL THEN 'no amount is given' WHEN coded.value < 0 THEN 'an amount is not negative' ELSE 'this is no amount' END`,
    },
  ];
  for (const { column, value, wrong, reason } of checks) {
    if ((await number(connection, `SELECT count(*) FROM coded WHERE ${wrong}`)) === 0) continue;
    await connection.run(`INSERT INTO faulty
      SELECT coded.line, ${quote(column)}, coalesce(left(${value}, 500), ''), coalesce(${reason}, 'this is not understood')
      FROM coded JOIN raw USING (line) WHERE ${wrong}`);
    await connection.run(`DELETE FROM coded WHERE ${wrong}`);
  }
}

/**
 * A row printed twice is one; one printed again with another amount is at fault, because nothing
 * says which is right. Rows whose different codes mean the same are added up when staged.
 * @returns how many were exact repetitions
 */
async function dropRepeated(
  connection: DuckDBConnection,
  dimensions: readonly FactDimension[],
): Promise<number> {
  const key = ['month_from', ...dimensions, 'printed'].join(', ');
  await connection.run(`CREATE OR REPLACE TEMP TABLE again AS
    SELECT line, first_line, value IS NOT DISTINCT FROM first_value AND quantity IS NOT DISTINCT FROM first_quantity AS same, value
    FROM (SELECT line, value, quantity, first(line) OVER w AS first_line, first(value) OVER w AS first_value,
        first(quantity) OVER w AS first_quantity
      FROM coded WINDOW w AS (PARTITION BY ${key} ORDER BY line))
    WHERE line <> first_line`);
  await connection.run(`INSERT INTO faulty
    SELECT line, '—', value::VARCHAR, 'the same cell stands on line ' || first_line || ' with other figures'
    FROM again WHERE NOT same`);
  await connection.run('DELETE FROM coded WHERE line IN (SELECT line FROM again)');
  return number(connection, 'SELECT count(*) FROM again WHERE same');
}

/**
 * The coded rows as staged facts: a view, because each is read once or twice only.
 * @param merged several rows are one cell, because different codes mean the same
 */
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

const cellsRepeat = async (connection: DuckDBConnection): Promise<boolean> =>
  (await number(
    connection,
    'SELECT count(*) - count(DISTINCT hash(month_from, place, commodity, partner, mode)) FROM coded',
  )) > 0;

/** The months that the staged facts are about. */
export async function stagedPeriod(connection: DuckDBConnection): Promise<Period | undefined> {
  const [row] = (
    await connection.runAndReadAll('SELECT min(month_from), max(month_to) FROM staged')
  ).getRows();
  const month = (stored: unknown): Month =>
    `${String(stored).slice(0, 4)}-${String(stored).slice(4)}` as Month;
  const [from, to] = row ?? [];
  return from === null || from === undefined ? undefined : { from: month(from), to: month(to) };
}

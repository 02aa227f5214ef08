import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flow, Month, Period } from '@tidu/reference';
import type { Classified, Classifier } from '../classify/classifier.ts';
import { shapeOf } from '../classify/shape.ts';
import type { FactDimension, Shape } from '../fact.ts';
import { dimensionTitles, type ExportColumns } from '../read/export-columns.ts';
import { cleanExport } from '../read/file-bytes.file.ts';
import { spanOf } from '../read/file-name.ts';
import type { SkipReason } from '../read/table-reading.ts';
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

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const totals = "('合计', '总计', '总值', '小计', 'TOTAL')";

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
  const texts = dimensions.flatMap((name) => [`raw.${name}`, `raw.${name}_name`]);
  if (texts.length > 0) await skip('total', texts.map((text) => `${text} IN ${totals}`).join(' OR '));
  await skip('header', `amount IN ('人民币', '美元')`);
  await skip(
    'footnote',
    `amount IS NULL AND ${texts[0] ?? 'month'} SIMILAR TO '(注|说明|数据来源|资料来源).*'`,
  );

  for (const name of dimensions) await classify(connection, name, source.classifier);
  await code(connection, source, dimensions);
  const repeated = await dropRepeated(connection, dimensions);
  if (repeated > 0) skipped.repeated = repeated;
  const shapes = await stageCoded(connection, source, dimensions);
  return { shapes, rows: cleanRows + odd.length + 1, skipped };
}

async function readRaw(
  connection: DuckDBConnection,
  clean: string,
  { columns, headerLine }: ExportSource,
): Promise<void> {
  const declared = ['line', ...columns.titles.map((_, i) => `c${i}`)]
    .map((name) => `'${name}': '${name === 'line' ? 'BIGINT' : 'VARCHAR'}'`)
    .join(', ');
  const column = (title: string, as: string): string => {
    const at = columns.at(title);
    return at === undefined ? `NULL::VARCHAR AS ${as}` : `nullif(trim(c${at}), '') AS ${as}`;
  };
  const dimensions = Object.entries(dimensionTitles).flatMap(([name, [codes, names]]) => [
    column(codes, name),
    column(names, `${name}_name`),
  ]);
  await connection.run(`CREATE OR REPLACE TEMP TABLE raw AS SELECT line,
    ${column('数据年月', 'month')}, ${dimensions.join(', ')},
    ${column('第一数量', 'q1')}, ${column('第一计量单位', 'u1')}, ${column('第二数量', 'q2')}, ${column('第二计量单位', 'u2')},
    ${column(columns.currency === 'CNY' ? '人民币' : '美元', 'amount')}
    FROM read_csv(${quote(clean)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
      new_line = '\\n', max_line_size = 4194304, columns = {${declared}})
    WHERE line > ${headerLine}`);
}

/** Classifies each distinct code with its name once, into a table of its own. */
async function classify(
  connection: DuckDBConnection,
  name: FactDimension,
  classifier: Classifier,
): Promise<void> {
  const named = name === 'commodity' ? 'NULL' : `any_value(${name}_name)`;
  const found = await connection.runAndReadAll(
    `SELECT ${name}, CASE WHEN ${name} IS NULL THEN ${name}_name END AS only_name, ${named}, count(*)
     FROM raw GROUP BY 1, 2`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${name}_map (printed VARCHAR, only_name VARCHAR, code VARCHAR, reason VARCHAR)`,
  );
  const appender = await connection.createAppender(`${name}_map`, undefined, 'temp');
  const text = (value: string | null) =>
    value === null ? appender.appendNull() : appender.appendVarchar(value);
  for (const [printed, onlyName, beside] of found.getRows()) {
    const of = printed === null ? '' : String(printed);
    const label = String(onlyName ?? beside ?? '');
    const result = classifyOne(name, of, label, classifier);
    text(printed === null ? null : of);
    text(onlyName === null || onlyName === undefined ? null : String(onlyName));
    text('code' in result ? result.code : null);
    text('code' in result ? null : result.reason);
    appender.endRow();
  }
  appender.closeSync();
}

function classifyOne(name: FactDimension, code: string, label: string, classifier: Classifier): Classified {
  if (name === 'partner') return classifier.partner(code, label);
  if (name === 'mode') return classifier.mode(code, label);
  if (name === 'commodity') return classifier.commodity(code);
  if (code === '' && label !== '') return classifier.placeByName(label, '2024-01-01');
  return classifier.placeByCode(code, label);
}

const bareNumber = (text: string): string => `replace(${text}, ',', '')`;
const quantity = (value: string, unit: string): string =>
  `CASE WHEN ${unit} IS NULL OR ${unit} IN ('?', '-') THEN NULL ELSE TRY_CAST(${bareNumber(value)} AS DOUBLE) END`;
const unit = (text: string): string => `nullif(nullif(${text}, '?'), '-')`;
const monthCode = `TRY_CAST(regexp_replace(month, '[^0-9]', '', 'g') AS INTEGER)`;

/** Codes, months and amounts in place of texts; what has none goes to the faulty with its reason. */
async function code(
  connection: DuckDBConnection,
  { columns, period }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<void> {
  const joins = dimensions
    .map(
      (name) => `LEFT JOIN ${name}_map ON ${name}_map.printed IS NOT DISTINCT FROM raw.${name}
        AND (raw.${name} IS NOT NULL OR ${name}_map.only_name IS NOT DISTINCT FROM raw.${name}_name)`,
    )
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
      TRY_CAST(TRY_CAST(${bareNumber('amount')} AS DECIMAL(24, 2)) AS BIGINT) AS value,
      ${quantity('q1', 'u1')} AS quantity, ${unit('u1')} AS unit, ${quantity('q2', 'u2')} AS quantity2, ${unit('u2')} AS unit2,
      hash(${[hasMonth ? 'raw.month' : 'NULL', ...dimensions.map((name) => `coalesce(raw.${name}, raw.${name}_name)`)].join(', ')}) AS printed
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
      value: `coalesce(raw.${name}, raw.${name}_name)`,
      wrong: `coded.${name} IS NULL`,
      reason: `(SELECT any_value(m.reason) FROM ${name}_map m WHERE m.printed IS NOT DISTINCT FROM raw.${name}
        AND (raw.${name} IS NOT NULL OR m.only_name IS NOT DISTINCT FROM raw.${name}_name))`,
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
  const twice = `SELECT ${key} FROM coded GROUP BY ALL HAVING count(*) > 1`;
  if ((await number(connection, `SELECT count(*) FROM (${twice})`)) === 0) return 0;
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

async function stageCoded(
  connection: DuckDBConnection,
  { columns, classifier, flow, period }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<Shape[]> {
  const hasPlace = dimensions.includes('place');
  const places = hasPlace ? await connection.runAndReadAll('SELECT DISTINCT place FROM coded') : undefined;
  await connection.run('CREATE OR REPLACE TEMP TABLE level_of (place VARCHAR, level VARCHAR)');
  for (const [code] of places?.getRows() ?? []) {
    await connection.run('INSERT INTO level_of VALUES ($1, $2)', [
      String(code),
      classifier.levelOf(String(code)) ?? '',
    ]);
  }
  const kinds = await connection.runAndReadAll(
    `SELECT DISTINCT ${hasPlace ? 'level' : 'NULL'} AS level, length(commodity) AS digits
     FROM coded ${hasPlace ? 'JOIN level_of USING (place)' : ''}`,
  );
  const span = columns.at('数据年月') === undefined && period ? spanOf(period) : 'month';
  const shapes: Shape[] = [];
  await connection.run('CREATE OR REPLACE TEMP TABLE kind (level VARCHAR, digits BIGINT, shape VARCHAR)');
  for (const [level, digits] of kinds.getRows()) {
    const shape = shapeOf({
      span,
      dimensions,
      levels: typeof level === 'string' ? [level as Shape['levels'][number]] : [],
      nested: false,
      ...(digits === null ? {} : { hsDigits: Number(digits) }),
      currency: columns.currency,
    });
    shapes.push(shape);
    await connection.run('INSERT INTO kind VALUES ($1, $2, $3)', [
      level === null ? null : String(level),
      digits === null ? null : Number(digits),
      shape.id,
    ]);
  }
  const source = `FROM coded ${hasPlace ? 'JOIN level_of USING (place)' : ''}
    JOIN kind ON kind.digits IS NOT DISTINCT FROM length(commodity)
      ${hasPlace ? 'AND kind.level = level_of.level' : ''}`;
  const cell = 'month_from, month_to, place, commodity, partner, mode';
  const merged = await number(
    connection,
    `SELECT count(*) FROM (SELECT ${cell} FROM coded GROUP BY ALL HAVING count(*) > 1)`,
  );
  const cells =
    merged === 0
      ? `line, shape, ${cell}, value, quantity, unit, quantity2, unit2`
      : `min(line) AS line, shape, ${cell}, sum(value)::BIGINT AS value,
         CASE WHEN count(DISTINCT unit) = 1 THEN sum(quantity) END AS quantity, any_value(unit) AS unit,
         CASE WHEN count(DISTINCT unit2) = 1 THEN sum(quantity2) END AS quantity2, any_value(unit2) AS unit2`;
  await connection.run(`INSERT INTO staged
    SELECT line, shape, month_from, month_to, ${quote(flow)}, place, commodity, partner, mode,
      value, NULL, NULL, quantity, unit, quantity2, unit2
    FROM (SELECT ${cells} ${source} ${merged === 0 ? '' : `GROUP BY shape, ${cell}`})`);
  return shapes;
}

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

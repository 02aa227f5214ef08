import type { DuckDBConnection } from '@duckdb/node-api';
import type { FactDimension } from '../fact.ts';
import { cleanExport } from '../read/clean-export.file.ts';
import { valueTitles } from '../read/export-columns.ts';
import type { SkipReason } from '../read/table-reading.ts';
import type { ExportSource } from './export-source.ts';
import { mapCodes, quote } from './map-codes.duckdb.ts';
import { rawColumns } from './raw-columns.ts';
import { number } from './settle.duckdb.ts';
import { stageFaults, stageJoinedLines } from './stage.duckdb.ts';

/** What an export holds, row by row, in the table `raw`, with a table `…_map` for each dimension. */
export interface RawExport {
  readonly rows: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
}

const totals: readonly string[] = ['合计', '总计', '总值', '小计', 'TOTAL'];

/**
 * Reads the lines of an export: structure is scanned on bytes, values are parsed by the engine, and
 * each distinct code is classified once, so that a row costs no object of its own.
 *
 * The names beside the codes are more than half of the bytes and say nothing new, unless a code is
 * missing or unknown: then the file is read once more, with its names.
 */
export async function readExport(
  connection: DuckDBConnection,
  source: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<RawExport> {
  const bare = await readRaw(connection, source, dimensions, false);
  return bare.unknown && bare.namesLeftOut ? readRaw(connection, source, dimensions, true) : bare;
}

async function readRaw(
  connection: DuckDBConnection,
  source: ExportSource,
  dimensions: readonly FactDimension[],
  withNames: boolean,
): Promise<RawExport & { readonly unknown: boolean; readonly namesLeftOut: boolean }> {
  const { headerLine } = source;
  const { wanted, select, namesLeftOut } = rawColumns(source.columns, withNames);
  const read = (part: string): string =>
    `SELECT ${select} FROM read_csv(${quote(part)}, header = false, auto_detect = false,
       delim = '\t', quote = '', escape = '', new_line = '\\n', max_line_size = 2097152, buffer_size = 8388608,
       columns = {'line': 'BIGINT', ${wanted.map((at) => `'c${at}': 'VARCHAR'`).join(', ')}})
     WHERE line > ${headerLine}`;
  let parts = 0;
  const cleaned = await cleanExport(source.path, {
    encoding: source.encoding,
    columns: source.columns.titles.length,
    wanted,
    scratch: source.scratch,
    progress: withNames ? undefined : source.progress,
    take: async (part) => {
      const into = parts++ === 0 ? 'CREATE OR REPLACE TEMP TABLE raw AS' : 'INSERT INTO raw';
      await connection.run(`${into} ${read(part)}`);
    },
  });
  const odd = cleaned.odd.filter(({ line }) => line > headerLine);
  const notes = odd.filter(({ text }) => /^["\s]*(注|说明|数据来源|资料来源)/.test(text));
  await connection.run('DELETE FROM faulty');
  await stageJoinedLines(connection, cleaned.joined);
  await stageFaults(
    connection,
    odd
      .filter((line) => !notes.includes(line))
      .map(({ line, text, why }) => ({ line, column: '—', value: text, reason: why })),
  );
  const rows = (await number(connection, 'SELECT count(*) FROM raw')) + odd.length + 1;
  const skipped: Partial<Record<SkipReason, number>> = { header: 1 };
  if (notes.length > 0) skipped.footnote = notes.length;
  const skip = async (reason: SkipReason, condition: string) => {
    const { rowsChanged } = await connection.run(`DELETE FROM raw WHERE ${condition}`);
    if (rowsChanged > 0) skipped[reason] = (skipped[reason] ?? 0) + rowsChanged;
  };
  await skip('header', `value_text IN (${valueTitles.map(quote).join(', ')})`);
  await skip(
    'footnote',
    `value IS NULL AND value_text IS NULL
       AND ${dimensions[0] ?? 'month_text'} SIMILAR TO '(注|说明|数据来源|资料来源).*'`,
  );
  if (source.columns.breakdowns.length > 0) await skip('breakdown', 'breakdown');
  if (source.columns.otherFlows) await skip('other-flow', `flow IS NULL AND flow_text <> ''`);
  let unknown = false;
  for (const name of dimensions) {
    const map = await mapCodes(connection, name, source.classifier);
    const sums = map.printed.filter((text) => totals.includes(text));
    if (sums.length > 0) await skip('total', `${name} IN (${sums.map(quote).join(', ')})`);
    unknown ||= map.unknown.some((text) => !sums.includes(text));
  }
  return { rows, skipped, unknown, namesLeftOut };
}

import type { Cells, Table } from './table.ts';

export type Cell = string | number | null | undefined;

/** A text that a spreadsheet would take for a formula: it is given back with an apostrophe before it. */
export const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * CSV that opens in Excel with its Chinese intact: UTF-8 with a byte order mark, RFC 4180 quoting,
 * CRLF, and no cell that runs as a formula.
 */
export function csvText(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns.map(cell).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The same of a table of any length, batch by batch. */
export async function* csvLines({
  columns,
  batches,
}: Pick<Table, 'columns' | 'batches'>): AsyncGenerator<string> {
  yield csvText(
    columns.map(({ heading }) => heading),
    [],
  );
  for await (const batch of batches) {
    for (let at = 0; at < batch.size; at += rowsOfPiece)
      yield linesOf(batch, at, Math.min(batch.size, at + rowsOfPiece));
  }
}

/** Rows written at once: short strings are gone as soon as they are sent, long ones gather. */
const rowsOfPiece = 128;

function linesOf({ columns }: Cells, from: number, to: number): string {
  let lines = '';
  for (let i = from; i < to; i++) {
    for (let j = 0; j < columns.length; j++)
      lines += j === 0 ? cell(columns[j]?.[i]) : `,${cell(columns[j]?.[i])}`;
    lines += '\r\n';
  }
  return lines;
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = defused(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

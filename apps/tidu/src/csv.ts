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

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = defused(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

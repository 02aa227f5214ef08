/** Splits one line of a small table into its cells; quotes may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  const text = line.replace(/[\0\r\t]/g, '');
  while (at <= text.length) {
    if (text.charAt(at).trim() === '"' || text.slice(at).startsWith('"')) {
      let cell = '';
      at++;
      while (at < text.length) {
        if (text.charAt(at) !== '"') cell += text.charAt(at++);
        else if (text.charAt(at + 1) === '"') {
          cell += '"';
          at += 2;
        } else break;
      }
      const end = text.indexOf(',', at + 1);
      const stop = end < 0 ? text.length : end;
      cells.push(cell + text.slice(at + 1, stop));
      at = stop + 1;
    } else {
      const end = text.indexOf(',', at);
      const stop = end < 0 ? text.length : end;
      cells.push(text.slice(at, stop));
      at = stop + 1;
    }
  }
  return cells.map((cell) => cell.replace(/^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g, ''));
}

/** A row of a small table with the line it stands on in the file, or the row in its sheet. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The letters of a column by its title, as spreadsheets count; none where no column has the title.
 * @example columnLetter([{ line: 1, cells: ['月份', '人民币'] }], '人民币') // 'B'
 */
export function columnLetter(head: readonly SheetRow[], title: string): string {
  const at = head
    .map(({ cells }) => cells.findIndex((cell) => cell.replace(/\s/g, '') === title))
    .find((i) => i >= 0);
  let letters = '';
  for (let n = (at ?? -1) + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

export const rowsOf = (text: string): SheetRow[] =>
  text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, i) => ({ line: i + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/**
 * An amount as printed: thousands commas, a nil of `-`, float noise of spreadsheets.
 * @returns undefined when it is no number; null when nothing is printed or it is undefined (`--`)
 */
export function printedNumber(text: string): number | null | undefined {
  const bare = text.replace(/[,\s\u00a0]/g, '');
  if (bare === '' || bare === '--') return null;
  if (bare === '-') return 0;
  return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(bare) ? Number(bare) : undefined;
}

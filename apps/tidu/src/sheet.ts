import { type Cell, defused } from './csv.ts';
import type { Cells, Column } from './table.ts';

/** Rows of a sheet of a spreadsheet program, the one with the headings among them. */
export const mostRowsOfSheet = 1_048_576;
/** Digits that a spreadsheet program keeps of a number; one with more is given as text, so that none is lost. */
const exactInSpreadsheet = 999_999_999_999_999;
/** Characters that a cell can hold. */
const longestText = 32_000;

const styles = { plain: 0, amount: 1, percent: 2, heading: 3, text: 4 } as const;
const styleOf: Record<Column['kind'], number> = {
  text: styles.text,
  amount: styles.amount,
  percent: styles.percent,
  quantity: styles.plain,
};

/** Rows written at once: short strings are gone as soon as they are sent, long ones gather. */
const rowsOfPiece = 64;

/** Takes at most so many rows at a time out of batches; nothing when there are none left. */
export type Take = (
  most: number,
) => Promise<{ readonly cells: Cells; readonly from: number; readonly to: number } | undefined>;

/** Batches taken in pieces, so that one may end a sheet and begin the next. */
export function taking(batches: AsyncIterator<Cells>): Take {
  let cells: Cells | undefined;
  let at = 0;
  return async (most) => {
    while (!cells || at >= cells.size) {
      const next = await batches.next();
      if (next.done) return undefined;
      cells = next.value;
      at = 0;
    }
    const from = at;
    at = Math.min(cells.size, from + most, from + rowsOfPiece);
    return { cells, from, to: at };
  };
}

/**
 * One sheet as SpreadsheetML (ECMA-376), piece by piece: a frozen heading, numbers as numbers, all
 * else as text, which cannot run as a formula. Texts stand in their cells, so that no list of them grows.
 */
export async function* sheetXml(columns: readonly Column[], take: Take): AsyncGenerator<string> {
  const writer = rowWriter(columns);
  yield `${head(columns)}<sheetData>${writer.headings()}`;
  for (let rows = 1; rows < mostRowsOfSheet; ) {
    const piece = await take(mostRowsOfSheet - rows);
    if (!piece) break;
    yield writer.rows(piece.cells, piece.from, piece.to, rows + 1);
    rows += piece.to - piece.from;
  }
  yield '</sheetData></worksheet>';
}

/** Pairs of label and text as a sheet; a text too long for a cell goes on in the next. */
export function pairsXml(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.flatMap(([label, text]) => {
    const parts = text.match(new RegExp(`[\\s\\S]{1,${longestText}}`, 'g')) ?? [''];
    return parts.map((part, i) => [i === 0 ? label : `${label} (${i + 1})`, part] as const);
  });
  const cells = rows.map(([label, text], i) => {
    const at = i + 1;
    return `<row r="${at}"><c r="A${at}" ${inlineText(label)}</c><c r="B${at}" ${inlineText(text)}</c></row>`;
  });
  return `${opening}<cols><col min="1" max="1" width="18" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${cells.join('')}</sheetData></worksheet>`;
}

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

function head(columns: readonly Column[]): string {
  const widths = columns.map(({ heading, kind }, i) => {
    const width = Math.max(kind === 'text' ? 12 : 16, Math.min(40, [...heading].length * 2 + 2));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${opening}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols>`;
}

function rowWriter(columns: readonly Column[]) {
  const letters = columns.map((_, i) => lettersOf(i));
  const style = columns.map(({ kind }) => styleOf[kind]);
  // The same codes and names come again and again.
  const known = new Map<string, string>();
  const text = (value: string): string => {
    const before = known.get(value);
    if (before !== undefined) return before;
    if (known.size > 50_000) known.clear();
    const written = inlineText(value, styles.text);
    known.set(value, written);
    return written;
  };
  const cellOf = (value: Cell, j: number, row: number): string => {
    if (value === null || value === undefined || value === '') return '';
    const at = `<c r="${letters[j]}${row}" `;
    if (typeof value === 'string') return `${at}${text(value)}</c>`;
    if (!Number.isFinite(value) || Math.abs(value) > exactInSpreadsheet)
      return `${at}${text(String(value))}</c>`;
    return `${at}s="${style[j]}"><v>${value}</v></c>`;
  };
  return {
    headings: () =>
      `<row r="1">${columns.map(({ heading }, j) => `<c r="${letters[j]}1" ${inlineText(heading, styles.heading)}</c>`).join('')}</row>`,
    rows: ({ columns: cells }: Cells, from: number, to: number, first: number): string => {
      let xml = '';
      for (let i = from; i < to; i++) {
        const row = first + i - from;
        xml += `<row r="${row}">`;
        for (let j = 0; j < cells.length; j++) xml += cellOf(cells[j]?.[i], j, row);
        xml += '</row>';
      }
      return xml;
    },
  };
}

/** @example lettersOf(27) // 'AB' */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

const inlineText = (value: string, style: number = styles.plain): string =>
  `s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(defused(value))}</t></is>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters that XML cannot hold are given as the replacement character, never left out. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

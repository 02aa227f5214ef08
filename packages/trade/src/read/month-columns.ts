import type { Flow, Month, Period } from '@tidu/reference';
import { printedNumber, type SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';

/** What a column of a monthly table holds: a flow's month, its year to date, or the growth of that. */
interface MonthColumn {
  readonly at: number;
  readonly flow: Flow;
  readonly kind: 'month' | 'ytd' | 'growth';
  readonly title: string;
}

export interface MonthHeader {
  readonly columns: readonly MonthColumn[];
  /** The month's number, 1–12. */
  readonly month: number;
  /** How many rows, from the top, are headers. */
  readonly rows: number;
}

const flowNames: Readonly<Record<string, Flow>> = { 进出口: 'total', 出口: 'export', 进口: 'import' };

/** An empty cell of a header belongs to the one on its left: the cells were merged. */
export const filledForward = (cells: readonly string[]): string[] => {
  let last = '';
  return cells.map((cell) => {
    if (cell !== '') last = cell;
    return last;
  });
};

/**
 * Reads the header of a monthly table by what its cells say, in whatever order they stand:
 * flows above, `3月` and `1至3月` below, growth rates under their own heading.
 */
export function monthHeader(rows: readonly SheetRow[], label: RegExp): MonthHeader | undefined {
  const first = rows.findIndex(({ cells }) => label.test(cells[0] ?? ''));
  const sub = rows.findIndex(({ cells }, i) => i > first && cells.some((cell) => /^\d+至\d+月$/.test(cell)));
  if (first < 0 || sub < 0) return undefined;
  const groups = filledForward(rows[first]?.cells ?? []);
  const below = rows[sub]?.cells ?? [];
  let month = 0;
  const columns = below.flatMap((cell, at): MonthColumn[] => {
    const group = groups[at] ?? '';
    const title = `${group} ${cell}`.trim();
    if (/同期|同比/.test(group)) {
      const flow = flowNames[cell];
      return flow ? [{ at, flow, kind: 'growth', title }] : [];
    }
    const flow = flowNames[group];
    if (!flow) return [];
    const ytd = /^1至(\d+)月$/.exec(cell);
    if (ytd) {
      month = Number(ytd[1]);
      return [{ at, flow, kind: 'ytd', title }];
    }
    return /^\d+月$/.test(cell) ? [{ at, flow, kind: 'month', title }] : [];
  });
  return month >= 1 && month <= 12 ? { columns, month, rows: sub + 1 } : undefined;
}

/** What one row prints for one flow, in whole currency. */
export interface PrintedMonth {
  flow: Flow;
  value: number | null;
  valueYtd: number | null;
  printedGrowth: number | null;
}

/** The figures of a row by flow, or the cell that is no number. */
export function printedMonths(
  { cells }: SheetRow,
  { columns }: MonthHeader,
  unit: number,
): PrintedMonth[] | { readonly column: string; readonly value: string } {
  const byFlow = new Map<Flow, PrintedMonth>();
  for (const { at, flow, kind, title } of columns) {
    const text = cells[at] ?? '';
    const number = printedNumber(text);
    if (number === undefined) return { column: title, value: text };
    const printed = byFlow.get(flow) ?? { flow, value: null, valueYtd: null, printedGrowth: null };
    byFlow.set(flow, printed);
    if (kind === 'growth') printed.printedGrowth = text === '-' ? null : number;
    else if (kind === 'month') printed.value = amount(number, unit);
    else printed.valueYtd = amount(number, unit);
  }
  return [...byFlow.values()];
}

export const amount = (printed: number | null, unit: number): number | null =>
  printed === null ? null : Math.round(printed * unit);

/**
 * The month of a table that prints only `1至N月`: its year comes from the options or the file's name.
 * @throws CustomsFileError when neither says it, or says another month
 */
export function monthOfTable(header: MonthHeader, said: Period | undefined, file: string): Month {
  const remedy = 'name the month with --period YYYY-MM, or name the file like 2024-01.csv';
  if (said === undefined) {
    throw new CustomsFileError(
      'no-period',
      `the table is about month ${header.month} of a year it does not tell`,
      {
        file,
        remedy,
      },
    );
  }
  const month = String(header.month).padStart(2, '0');
  if (said.from !== said.to || !said.to.endsWith(`-${month}`)) {
    const asked = said.from === said.to ? said.to : `${said.from}..${said.to}`;
    throw new CustomsFileError('contradiction', `the table is about month ${header.month}, not ${asked}`, {
      file,
      remedy,
    });
  }
  return said.to;
}

/** The printed unit and currency of a table, from the note `单位：万人民币` or the like. */
export function unitOf(rows: readonly SheetRow[]): { unit: number; currency: 'CNY' | 'USD' } | undefined {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const note = /单位[:：]\s*([万亿]?)元?(人民币|美元)/.exec(cell);
      if (!note) continue;
      const unit = note[1] === '万' ? 1e4 : note[1] === '亿' ? 1e8 : 1;
      return { unit, currency: note[2] === '美元' ? 'USD' : 'CNY' };
    }
  }
  return undefined;
}

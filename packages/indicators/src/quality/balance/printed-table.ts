import { type Flow, flows, type Month, months } from '@tidu/reference';
import type { AnswerRow, Coverage, Dimension, Load } from '@tidu/trade';
import { asked, type Level, periodOf, timeOf } from '../asking.ts';
import type { Ground } from '../check.ts';
import { printedUnit } from '../printed-unit.ts';

/** One figure of a printed table: the month (or year) and the year to date, as they stand there. */
interface Printed {
  readonly value: number | null;
  readonly ytd: number | null;
}

export type Amount = keyof Printed;

/** The rows of one level of a table, just as they were printed. */
export interface PrintedTable {
  readonly table: Coverage;
  readonly level: Level;
  /** What tells the cells apart, besides time. */
  readonly dimensions: readonly Dimension[];
  /** Codes of those, joined by a space; a single empty one where nothing is told apart. */
  readonly cells: readonly string[];
  /** Months, or years, that are loaded. */
  readonly times: readonly string[];
  at(flow: Flow, cell: string, time: string): Printed | undefined;
  /** In which the amounts of that month or year are printed: editions change it. */
  unitAt(time: string): number;
  readonly loads: readonly Load[];
}

export async function printedTable(ground: Ground, table: Coverage, level: Level): Promise<PrintedTable> {
  const time = timeOf(table) ?? 'month';
  const place: Dimension[] = level === 'country' ? [] : [level];
  const goods = (['commodity', 'partner', 'mode'] as const).filter((name) =>
    table.shape.dimensions.includes(name),
  );
  const dimensions = [...place, ...goods];
  const figures = new Map<string, { value: number | null; ytd: number | null }>();
  const loads = new Map<number, Load>();
  const cells = new Set<string>();
  const times = new Set<string>();
  const read = async (flow: Flow, measure: 'value-as-printed' | 'value-ytd', amount: Amount) => {
    const answer = await asked(ground, table, {
      measure,
      by: [time, ...dimensions],
      flow,
      period: periodOf(table),
    });
    for (const load of answer?.loads ?? []) loads.set(load.id, load);
    for (const row of answer?.rows ?? []) {
      const cell = cellOf(row, dimensions);
      const at = row[time] ?? '';
      cells.add(cell);
      times.add(at);
      const key = `${flow} ${at} ${cell}`;
      const known = figures.get(key) ?? { value: null, ytd: null };
      figures.set(key, { ...known, [amount]: row.value });
    }
  };
  for (const flow of flows.filter((one) => table.flows.includes(one))) {
    await read(flow, 'value-as-printed', 'value');
    if (table.yearToDate) await read(flow, 'value-ytd', 'ytd');
  }
  const units = new Map(
    [...times].map((time) => {
      const own = [...figures].filter(([key]) => key.split(' ')[1] === time);
      return [time, printedUnit(own.flatMap(([, { value, ytd }]) => [value, ytd]))] as const;
    }),
  );
  return {
    table,
    level,
    dimensions,
    cells: [...cells].sort(),
    times: [...times].sort(),
    at: (flow, cell, at) => figures.get(`${flow} ${at} ${cell}`),
    unitAt: (time) => units.get(time) ?? 1,
    loads: [...loads.values()],
  };
}

export const cellOf = (row: AnswerRow, dimensions: readonly Dimension[]): string =>
  dimensions.map((name) => row[name] ?? '').join(' ');

/** The codes of a cell, as a finding is about them. */
export function aboutCell(
  { dimensions }: Pick<PrintedTable, 'dimensions'>,
  cell: string,
): Partial<Record<'place' | 'commodity' | 'partner' | 'mode', string>> {
  const codes = cell.split(' ');
  return Object.fromEntries(
    dimensions.map((name, i) => [
      name === 'commodity' || name === 'partner' || name === 'mode' ? name : 'place',
      codes[i] ?? '',
    ]),
  );
}

/** The stretch from January that is loaded without a gap, year by year. */
export function unbrokenYears({ times }: PrintedTable): Month[][] {
  const loaded = new Set(times);
  const years = [...new Set(times.map((time) => time.slice(0, 4)))];
  return years.map((year) => {
    const all = months({ from: `${year}-01` as Month, to: `${year}-12` as Month });
    const gap = all.findIndex((month) => !loaded.has(month));
    return gap < 0 ? all : all.slice(0, gap);
  });
}

/**
 * Periods of statistics: a month `YYYY-MM`, a year `YYYY`, or a range `A..B` of either.
 * Everything is reckoned in whole months; a range includes both ends.
 */
export type Month = `${number}-${number}`;

export interface Period {
  readonly from: Month;
  readonly to: Month;
}

export class PeriodNotUnderstood extends Error {
  readonly code = 'period-not-understood';
  readonly remedy = 'write 2024, 2024-03 or 2024-01..2024-06';
  constructor(text: string) {
    super(`"${text}" is not a period`);
  }
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const yearPattern = /^\d{4}$/;

export const isMonth = (text: string): text is Month => monthPattern.test(text);

/** @example parsePeriod('2024') // { from: '2024-01', to: '2024-12' } */
export function parsePeriod(text: string): Period {
  const [first = '', last = first, ...rest] = text.split('..');
  if (rest.length > 0) throw new PeriodNotUnderstood(text);
  const from = edge(first, '01');
  const to = edge(last, '12');
  if (!from || !to || from > to) throw new PeriodNotUnderstood(text);
  return { from, to };
}

function edge(text: string, month: '01' | '12'): Month | undefined {
  if (yearPattern.test(text)) return `${text}-${month}` as Month;
  return isMonth(text) ? text : undefined;
}

/** The shortest way to write a period; `parsePeriod(printPeriod(p))` is `p`. */
export function printPeriod({ from, to }: Period): string {
  if (from === to) return from;
  if (!from.endsWith('-01') || !to.endsWith('-12')) return `${from}..${to}`;
  return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}..${to.slice(0, 4)}`;
}

/** Months since year 0: what comparisons and differences are made of. */
export const ordinal = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export const monthAt = (ordinal: number): Month =>
  `${String(Math.floor(ordinal / 12)).padStart(4, '0')}-${String((ordinal % 12) + 1).padStart(2, '0')}` as Month;

export const addMonths = (month: Month, n: number): Month => monthAt(ordinal(month) + n);

/** All months of a period, in order. */
export function months({ from, to }: Period): Month[] {
  const first = ordinal(from);
  return Array.from({ length: ordinal(to) - first + 1 }, (_, i) => monthAt(first + i));
}

/** The same months `years` earlier. */
export const yearsBefore = ({ from, to }: Period, years = 1): Period => ({
  from: addMonths(from, -12 * years),
  to: addMonths(to, -12 * years),
});

/** January of the month's year up to the month: what the customs call 累计. */
export const yearToDate = (month: Month): Period => ({
  from: `${month.slice(0, 4)}-01` as Month,
  to: month,
});

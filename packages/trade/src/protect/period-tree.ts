import { months, ordinal, type Period, printPeriod } from '@tidu/reference';
import { CannotProtect } from './cannot-protect.ts';

/** A period and that which it is part of. */
export interface PeriodCode {
  readonly code: string;
  readonly period: Period;
  readonly parent?: string;
}

/**
 * Periods as a hierarchy: each is the sum of those below it. Where parts leave a gap, the months of
 * the gap are added, so that the sum holds.
 *
 * @throws CannotProtect when two periods overlap and neither contains the other: nothing then is the sum of anything
 */
export function periodTree(periods: readonly Period[]): PeriodCode[] {
  const distinct = [...new Map(periods.map((period) => [printPeriod(period), period])).values()];
  for (const a of distinct) {
    for (const b of distinct) {
      if (overlap(a, b) && !within(a, b) && !within(b, a)) {
        throw new CannotProtect(
          'periods-cross',
          `${printPeriod(a)} and ${printPeriod(b)} overlap, and neither contains the other`,
          'ask for a period that contains what was released before, or lies within it or apart from it',
        );
      }
    }
  }
  const parts = (whole: Period) => distinct.filter((one) => one !== whole && within(one, whole));
  const gaps = distinct.flatMap((whole) => {
    const below = parts(whole);
    if (below.length === 0) return [];
    return months(whole)
      .filter((month) => !below.some((part) => part.from <= month && month <= part.to))
      .map((month) => ({ from: month, to: month }));
  });
  const all = [...new Map([...distinct, ...gaps].map((period) => [printPeriod(period), period])).values()];
  const length = ({ from, to }: Period) => ordinal(to) - ordinal(from);
  return all
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : length(b) - length(a)))
    .map((period) => {
      const [above] = all
        .filter((one) => one !== period && within(period, one))
        .sort((a, b) => length(a) - length(b));
      return { code: printPeriod(period), period, ...(above && { parent: printPeriod(above) }) };
    });
}

export const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;
const within = (part: Period, whole: Period): boolean => whole.from <= part.from && part.to <= whole.to;

/** A period and each of its months. */
export const withMonths = (period: Period): Period[] => [
  period,
  ...months(period).map((month) => ({ from: month, to: month })),
];

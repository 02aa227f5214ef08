import { type Matrix, matrix, type Observations, rowSums } from '@tidu/regional';
import type { TradePanel } from '../ground/trade-panel.ts';

/** The outcome by which it is told whether it worked: ln of a city's exports, all goods together, per period. */
export interface CityCourses {
  readonly periods: readonly string[];
  /** Cities of which every period tells something above 0. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

export function cityCourses({ exports }: TradePanel): CityCourses {
  const sums = exports.at.map(rowSums);
  const of = new Map(
    exports.rows.flatMap((code, r) => {
      const course = sums.map((sum) => Math.log(sum[r] as number));
      return course.every(Number.isFinite) ? [[code, course] as const] : [];
    }),
  );
  return { periods: exports.periods, of };
}

export const yearOf = (period: string): number => Number(period.slice(0, 4));

/** Position of the first period that begins after the year of recognition; as many as there are where none does. */
export function firstTreated(periods: readonly string[], recognised: string): number {
  const at = periods.findIndex((period) => yearOf(period) > yearOf(recognised));
  return at < 0 ? periods.length : at;
}

/** One row per city and period, as estimators want it. */
export function observationsOf({ of }: CityCourses, places: readonly string[]): Observations {
  const rows = places.flatMap((unit) =>
    (of.get(unit) ?? []).map((outcome, period) => ({ unit, outcome, period })),
  );
  return {
    unit: rows.map(({ unit }) => unit),
    outcome: rows.map(({ outcome }) => outcome),
    period: rows.map(({ period }) => period),
  };
}

/** Cities × periods, each against its own mean before the start: so that a small city can follow the way of a large one. */
export function coursesAgainstBefore(
  { of, periods }: CityCourses,
  places: readonly string[],
  start: number,
): Matrix {
  return matrix(
    places.map((place) => {
      const course = of.get(place) ?? [];
      const mean = meanOf(course.slice(0, start));
      return course.map((value) => value - mean);
    }),
    { rows: places, columns: periods },
  );
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Percent that a difference of logarithms stands for. */
export const percentOf = (difference: number): number => 100 * (Math.exp(difference) - 1);

import { RegionalFault } from '../fault.ts';

const tableFrom = 2000;
/**
 * New Year's Day as days after 20 January, from 2000. A table, as calendars of browsers err where the new moon
 * comes within minutes of midnight in Beijing (2027, 2030).
 */
const newYears = [
  16, 4, 23, 12, 2, 20, 9, 29, 18, 6, 25, 14, 3, 21, 11, 30, 19, 8, 27, 16, 5, 23, 12, 2, 21, 9, 28, 17, 6,
  24, 14, 3, 22, 11, 30, 19, 8, 26, 15, 4, 23,
];

/**
 * Chinese New Year's Day.
 *
 * @throws   RegionalFault `not-computable` (a year before 2000 or after 2040)
 * @see      GB/T 33661-2017, Calculation and promulgation of the Chinese calendar
 * @example  chineseNewYear(2025).toISOString().slice(5, 10) // '01-29'
 */
export function chineseNewYear(year: number): Date {
  const after = newYears[year - tableFrom];
  if (after === undefined) {
    throw new RegionalFault('not-computable', `New Year of ${year}: known from 2000 to 2040`);
  }
  return new Date(Date.UTC(year, 0, 20 + after));
}

/**
 * How much of the New Year's standstill falls into each month: the regressor that `stl` takes.
 *
 *   z[m] = |days of the window that lie in m| / days of the window
 *
 * The window runs from `before` days ahead of New Year's Day to `after` days from it, the day itself counted.
 * Its length is a convention, not a finding: try others.
 *
 * @param months      how many
 * @param firstYear   calendar year of the first
 * @param firstMonth  calendar month of the first, 1–12
 * @returns  one fraction per month; the months about one New Year sum to 1
 * @throws   RegionalFault `not-computable` (no month, or one before 2000 or after 2040)
 * @see      Lin & Liu (2002), Modeling lunar calendar holiday effects in Taiwan
 * @example  newYearStandstill(3, 2024) // [0, 1, 0]
 * @example  newYearStandstill(2, 2022) // [1 / 3, 2 / 3]
 */
export function newYearStandstill(
  months: number,
  firstYear: number,
  firstMonth = 1,
  { before = 7, after = 14 } = {},
): number[] {
  if (!(months >= 1 && before + after > 0)) {
    throw new RegionalFault('not-computable', `${months} months, a window of ${before} + ${after} days`);
  }
  const start = firstYear * 12 + firstMonth - 1;
  const z = new Array<number>(months).fill(0);
  const last = Math.floor((start + months - 1) / 12);
  for (let y = firstYear; y <= last; y += 1) {
    const day = chineseNewYear(y);
    for (let d = -before; d < after; d += 1) {
      const on = new Date(day.getTime() + d * 86_400_000);
      const t = on.getUTCFullYear() * 12 + on.getUTCMonth() - start;
      if (t >= 0 && t < months) z[t] += 1 / (before + after);
    }
  }
  return z;
}

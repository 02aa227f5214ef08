import { requireNonNegative, sum } from '../fault.ts';

/**
 * What each part is of the whole.
 *
 *   s[i] = x[i] / Σx
 *
 * @param x  any non-negative additive measure in one unit
 * @returns  as many fractions of 1, summing to 1; NaN throughout where the whole is zero or unknown
 * @throws   RegionalFault `negative-value`
 * @example  shares([1, 3]) // [0.25, 0.75]
 */
export function shares(x: readonly number[]): number[] {
  requireNonNegative(x);
  const whole = sum(x);
  return x.map((value) => value / (whole || Number.NaN));
}

/**
 * What one set of places is of another.
 *
 *   s = Σpart / Σwhole
 *
 * @param part   figures of the places in question, in the unit of `whole`
 * @param whole  figures of the places they are measured against
 * @returns  a fraction; above 1 when the part is not within the whole; NaN where the whole is zero
 * @throws   RegionalFault `negative-value`
 * @example  share([1, 2], [3, 4, 5]) // 0.25
 */
export function share(part: readonly number[], whole: readonly number[]): number {
  requireNonNegative(part);
  requireNonNegative(whole);
  return sum(part) / (sum(whole) || Number.NaN);
}

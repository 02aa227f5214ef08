import { requireSameLength, sum } from '../fault.ts';

/**
 * What each part adds to the growth of the whole.
 *
 *   c[r] = (X1[r] − X0[r]) / Σ X0
 *
 * @param current  X1, one amount per place
 * @param base     X0, the same places in the same order and unit
 * @returns  fractions that sum to the growth of the whole; NaN where an amount is unknown,
 *           NaN throughout where the base of the whole is zero or unknown
 * @throws   RegionalFault `wrong-shape`
 * @example  contributionToGrowth([60, 50], [50, 50]) // [0.1, 0]
 */
export function contributionToGrowth(current: readonly number[], base: readonly number[]): number[] {
  requireSameLength('current amounts', current.length, 'base amounts', base.length);
  const whole = sum(base) || Number.NaN;
  return current.map((value, r) => (value - base[r]) / whole);
}

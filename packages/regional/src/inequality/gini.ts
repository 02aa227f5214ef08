import { requireNonNegative, sum } from '../fault.ts';

/**
 * Gini coefficient: how unequally amounts are spread over places.
 *
 *   G = Σ_i (2i − n − 1) x[i] / (n Σx),  x ascending
 *
 * @param x  one amount per place, non-negative
 * @returns  0 (all alike) to (n−1)/n (one has all); NaN where nobody has anything or an amount is unknown
 * @throws   RegionalFault `negative-value`
 * @see      Gini (1912)
 * @example  gini([10, 10, 10, 20, 50]) // 0.36
 */
export function gini(x: readonly number[]): number {
  requireNonNegative(x);
  const n = x.length;
  const weighted = x.toSorted((a, b) => a - b).reduce((g, value, i) => g + (2 * i + 1 - n) * value, 0);
  return weighted / (n * sum(x) || Number.NaN);
}

/**
 * Gini over its greatest value, so that one who has all is 1 however few there are.
 *
 *   G* = G n / (n − 1)
 *
 * @returns  0 to 1; NaN for a single place
 * @example  normalisedGini([0, 0, 5]) // 1
 */
export const normalisedGini = (x: readonly number[]): number =>
  (gini(x) * x.length) / (x.length - 1 || Number.NaN);

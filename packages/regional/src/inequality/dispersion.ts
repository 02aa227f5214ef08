import { requireNonNegative, requireSameLength, sum } from '../fault.ts';
import { shares } from '../specialisation/share.ts';

/**
 * Coefficient of variation.
 *
 *   CV = standard deviation / mean
 *
 * @param x       one amount per place
 * @param sample  divide by n − 1 (these are a sample) rather than n (these are all)
 * @returns  from 0; NaN where the mean is 0 or an amount unknown
 * @example  coefficientOfVariation([1, 3], { sample: false }) // 0.5
 */
export function coefficientOfVariation(x: readonly number[], { sample = true } = {}): number {
  const mean = sum(x) / x.length;
  const squares = sum(x.map((value) => (value - mean) ** 2));
  return Math.sqrt(squares / (sample ? x.length - 1 : x.length)) / (mean || Number.NaN);
}

/**
 * Williamson's index: the coefficient of variation with places weighted by their people.
 *
 *   W = √( Σ w[i] (x[i] − c)² ) / m,  w = weight / Σ weight,  m = Σ w[i] x[i]
 *
 * Williamson measures deviations from the national figure, c = m: that is `from: 'weighted'`. REAT measures
 * them from the plain mean of the places and divides by m all the same; as its numbers are the ones in
 * print, it is the default.
 *
 * @param x        a figure per head, one per place
 * @param weights  people, one per place
 * @returns  from 0; NaN where m is 0 or a figure unknown
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Williamson (1965), Regional inequality and the process of national development; REAT 3.0.3
 * @example  williamson([1, 3], [1, 1]) // 0.5
 */
export function williamson(
  x: readonly number[],
  weights: readonly number[],
  { from = 'plain' }: { from?: 'plain' | 'weighted' } = {},
): number {
  requireSameLength('weights', weights.length, 'figures', x.length);
  requireNonNegative(weights, (i) => `weight ${i}`);
  const w = shares(weights);
  const mean = sum(x.map((value, i) => w[i] * value));
  const centre = from === 'plain' ? sum(x) / x.length : mean;
  return Math.sqrt(sum(x.map((value, i) => w[i] * (value - centre) ** 2))) / (mean || Number.NaN);
}

/**
 * Hoover's index: the part that would have to move for amounts to be spread as the reference is.
 *
 *   H = ½ Σ | x[i]/Σx − p[i]/Σp |
 *
 * @param x          one amount per place, non-negative
 * @param reference  what they would be spread by (people, area); equal parts when absent
 * @returns  0 to 1; NaN where either is empty
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Hoover (1941), Interstate redistribution of population
 * @example  hoover([1, 3], [1, 1]) // 0.25
 */
export function hoover(x: readonly number[], reference: readonly number[] = x.map(() => 1)): number {
  requireSameLength('reference', reference.length, 'amounts', x.length);
  const [of, by] = [shares(x), shares(reference)];
  return sum(of.map((part, i) => Math.abs(part - by[i]))) / 2;
}

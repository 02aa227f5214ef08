import { RegionalFault, requireNonNegative } from '../fault.ts';
import type { Decomposition } from './stl.ts';

/**
 * Classical decomposition by moving averages: simple, and blind at both ends.
 *
 *   additive        x = trend + seasonal + remainder
 *   multiplicative  x = trend · seasonal · remainder
 *
 * @param x       equally spaced, two seasons at least; a missing value makes its neighbourhood missing
 * @param period  observations in a season
 * @returns  trend and remainder are NaN for half a season at both ends; the season sums to 0 (has mean 1)
 * @throws   RegionalFault `negative-value` (multiplicative), `not-computable` (too short, or nothing to average for a month)
 * @see      Persons (1919); as R's `decompose`
 * @example  classicalDecomposition([1, 3, 1, 3, 1, 3], 2).seasonal[1] // 1
 */
export function classicalDecomposition(
  x: readonly number[],
  period = 12,
  kind: 'additive' | 'multiplicative' = 'additive',
): Decomposition {
  if (x.length < 2 * period || period < 2) {
    throw new RegionalFault('not-computable', `${x.length} values; two seasons of ${period} are needed`);
  }
  if (kind === 'multiplicative') requireNonNegative(x);
  const half = Math.floor(period / 2);
  const trend = x.map((_, t) => {
    if (t < half || t + half >= x.length) return Number.NaN;
    let sum = 0;
    for (let k = -half; k <= half; k += 1) {
      sum += x[t + k] * (period % 2 === 0 && Math.abs(k) === half ? 0.5 : 1);
    }
    return sum / period;
  });
  const off = x.map((value, t) => (kind === 'additive' ? value - trend[t] : value / trend[t]));
  const months = Array.from({ length: period }, (_, k) => {
    const known = off.filter((value, t) => t % period === k && !Number.isNaN(value));
    if (known.length === 0)
      throw new RegionalFault('not-computable', `nothing to average for place ${k} of a season`);
    return known.reduce((a, b) => a + b, 0) / known.length;
  });
  const centre = months.reduce((a, b) => a + b, 0) / period;
  const seasonal = x.map((_, t) =>
    kind === 'additive' ? months[t % period] - centre : months[t % period] / centre,
  );
  return {
    trend,
    seasonal,
    remainder: x.map((value, t) =>
      kind === 'additive' ? value - trend[t] - seasonal[t] : value / trend[t] / seasonal[t],
    ),
  };
}

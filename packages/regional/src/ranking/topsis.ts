import { requireNonNegative, requireSameLength } from '../fault.ts';
import type { Matrix } from '../matrix/matrix.ts';

/**
 * TOPSIS: how near each place is to the best that any reaches, and how far from the worst.
 *
 *   d± = √ Σ_j w[j]² (x[j] − best/worst[j])²,  closeness = d⁻ / (d⁺ + d⁻)
 *
 * @param x        places × indicators, normalised, more always better
 * @param weights  per indicator, summing to 1
 * @returns  0 (worst in all) to 1 (best in all) per place; an indicator that a place misses stays out of its
 *           distances; NaN where all places are alike
 * @throws   RegionalFault `wrong-shape`, `negative-value` (a weight)
 * @see      Hwang & Yoon (1981)
 * @example  topsis(matrix([[0, 0], [1, 1]]), [0.5, 0.5]) // [0, 1]
 */
export function topsis(x: Matrix, weights: readonly number[]): number[] {
  requireSameLength('weights', weights.length, 'indicators', x.columns.length);
  requireNonNegative(weights, (j) => `weight of "${x.columns[j]}"`);
  const width = x.columns.length;
  const [best, worst] = [new Float64Array(width).fill(-Infinity), new Float64Array(width).fill(Infinity)];
  for (let k = 0, j = 0; k < x.cells.length; k += 1, j = j + 1 === width ? 0 : j + 1) {
    if (x.cells[k] > best[j]) best[j] = x.cells[k];
    if (x.cells[k] < worst[j]) worst[j] = x.cells[k];
  }
  return x.rows.map((_, r) => {
    let [toBest, toWorst] = [0, 0];
    for (let j = 0; j < width; j += 1) {
      const value = x.cells[r * width + j];
      if (Number.isNaN(value)) continue;
      const [below, above] = [weights[j] * (best[j] - value), weights[j] * (value - worst[j])];
      toBest += below * below;
      toWorst += above * above;
    }
    return Math.sqrt(toWorst) / (Math.sqrt(toBest) + Math.sqrt(toWorst) || Number.NaN);
  });
}

/** Ranks from 1, the greatest first; equals share the better rank, the unknown come last. */
export function ranks(values: readonly number[]): number[] {
  const order = Float64Array.from(values.filter((value) => !Number.isNaN(value)))
    .sort()
    .reverse();
  const rankOf = new Map<number, number>();
  order.forEach((value, place) => {
    if (!rankOf.has(value)) rankOf.set(value, place + 1);
  });
  return values.map((value) => rankOf.get(value) ?? values.length);
}

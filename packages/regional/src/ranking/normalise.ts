import { requireSameLength } from '../fault.ts';
import { columnOf, type Matrix, mapCells } from '../matrix/matrix.ts';

/** More is better, or less is. */
export type Direction = 1 | -1;
export const scalings = ['min-max', 'z'] as const;
export type Scaling = (typeof scalings)[number];

/**
 * Indicators on one scale, more always better.
 *
 *   min-max  (x − min) / (max − min), or (max − x) / (max − min) where less is better
 *   z        ± (x − mean) / deviation, dividing by n
 *
 * @param x           places × indicators
 * @param directions  per indicator
 * @returns  the same shape; an indicator on which all are alike is 0 throughout, a missing cell stays missing
 * @throws   RegionalFault `wrong-shape`
 * @example  toArrays(normalise(matrix([[1, 5], [3, 1]]), [1, -1])) // [[0, 0], [1, 1]]
 */
export function normalise(x: Matrix, directions: readonly Direction[], scaling: Scaling = 'min-max'): Matrix {
  requireSameLength('directions', directions.length, 'indicators', x.columns.length);
  const scales = x.columns.map((_, j) => {
    const known = columnOf(x, j).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((a, b) => a + b, 0) / known.length;
    if (scaling === 'z') {
      const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
      // What rounding alone leaves between equals is no difference.
      return { centre: mean, width: deviation > 1e-12 * Math.abs(mean) ? deviation : 0 };
    }
    const [low, high] = [Math.min(...known), Math.max(...known)];
    return { centre: directions[j] === 1 ? low : high, width: high - low };
  });
  return mapCells(x, (value, _, j) => {
    const { centre, width } = scales[j];
    if (Number.isNaN(value)) return value;
    return width > 0 ? (directions[j] * (value - centre)) / width : 0;
  });
}

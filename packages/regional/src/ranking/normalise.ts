import { requireSameLength } from '../fault.ts';
import { type Matrix, matrixOf } from '../matrix/matrix.ts';

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
  const width = x.columns.length;
  const [centres, widths] = scaling === 'z' ? deviations(x) : ranges(x, directions);
  const scaled = new Float64Array(x.cells.length);
  for (let k = 0, j = 0; k < scaled.length; k += 1, j = j + 1 === width ? 0 : j + 1) {
    const off = directions[j] * (x.cells[k] - centres[j]);
    scaled[k] = widths[j] > 0 || Number.isNaN(off) ? off / widths[j] : 0;
  }
  return matrixOf(x.rows, x.columns, scaled);
}

type Scales = readonly [centres: Float64Array, widths: Float64Array];

/** The worst value of each indicator, and how far the best is from it. */
function ranges({ columns, cells }: Matrix, directions: readonly Direction[]): Scales {
  const width = columns.length;
  const low = new Float64Array(width).fill(Infinity);
  const high = new Float64Array(width).fill(-Infinity);
  for (let k = 0, j = 0; k < cells.length; k += 1, j = j + 1 === width ? 0 : j + 1) {
    if (cells[k] < low[j]) low[j] = cells[k];
    if (cells[k] > high[j]) high[j] = cells[k];
  }
  return [
    low.map((value, j) => (directions[j] === 1 ? value : high[j])),
    high.map((value, j) => value - low[j]),
  ];
}

/** Mean and deviation of what is known of each indicator. */
function deviations({ columns, cells }: Matrix): Scales {
  const width = columns.length;
  const [count, mean, square] = [width, width, width].map((length) => new Float64Array(length));
  for (let k = 0, j = 0; k < cells.length; k += 1, j = j + 1 === width ? 0 : j + 1) {
    if (Number.isNaN(cells[k])) continue;
    count[j] += 1;
    // Welford: mean and squares in one pass, without the loss of Σx² − (Σx)²/n.
    const off = cells[k] - mean[j];
    mean[j] += off / count[j];
    square[j] += off * (cells[k] - mean[j]);
  }
  return [
    mean,
    square.map((sum, j) => {
      const deviation = Math.sqrt(sum / count[j]);
      // What rounding alone leaves between equals is no difference.
      return deviation > 1e-12 * Math.abs(mean[j]) ? deviation : 0;
    }),
  ];
}

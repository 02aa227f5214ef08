import { columnSums, type Matrix, matrixOf } from '../matrix/matrix.ts';
import { fromDense } from '../matrix/sparse-matrix.ts';
import { presence } from '../specialisation/presence.ts';
import { addRows, together } from './relatedness.ts';

/**
 * Proximity of industries: how likely a region that has one has the other, whichever way is less.
 *
 *   φ[i,j] = Σ_r M[r,i] M[r,j] / max(k[i], k[j]),  k[i] = Σ_r M[r,i]
 *
 * @param x  regions × industries, non-negative
 * @returns  industries × industries, symmetric, 0 to 1; the diagonal is 1, or 0 for an industry that nobody
 *           has. Hidalgo et al. leave it out, py-ecomplexity keeps it: so do we, as `density` needs it
 * @throws   RegionalFault `negative-value`
 * @see      Hidalgo, Klinger, Barabási & Hausmann (2007), The product space conditions the development of nations
 * @example  proximity(matrix([[1, 1, 0], [1, 1, 4]])).at(0, 1) // 1
 */
export const proximity = (x: Matrix): Matrix => proximityOf(presence(x));

export function proximityOf(present: Matrix): Matrix {
  const { columns, cells } = together(fromDense(present));
  const [width, ubiquity] = [columns.length, columnSums(present)];
  for (let i = 0, k = 0; i < width; i += 1) {
    for (let j = 0; j < width; j += 1, k += 1) {
      if (i === j) cells[k] = ubiquity[i] > 0 ? 1 : 0;
      else if (cells[k] > 0) cells[k] /= Math.max(ubiquity[i], ubiquity[j]);
    }
  }
  return matrixOf(columns, columns, cells);
}

/**
 * Density: how near a region's industries are to each industry.
 *
 *   ω[r,i] = Σ_j M[r,j] φ[i,j] / Σ_j φ[i,j]
 *
 * @param x  regions × industries, non-negative
 * @returns  regions × industries, 0 to 1; NaN for an industry that nobody has
 * @throws   RegionalFault `negative-value`
 * @see      Hidalgo et al. (2007)
 * @example  density(matrix([[1, 0], [0, 1]])).at(0, 0) // 1
 */
export function density(x: Matrix): Matrix {
  const present = presence(x);
  return densityOf(present, proximityOf(present));
}

export function densityOf(present: Matrix, near: Matrix): Matrix {
  const whole = Float64Array.from(columnSums(near), (sum) => sum || Number.NaN);
  const { rows, columns, cells } = addRows(fromDense(present), near);
  for (let r = 0, k = 0; r < rows.length; r += 1) {
    for (let i = 0; i < whole.length; i += 1, k += 1) cells[k] /= whole[i];
  }
  return matrixOf(rows, columns, cells);
}

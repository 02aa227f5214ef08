import { RegionalFault } from '../fault.ts';
import { type Matrix, margins, matrixOf, requireSameShape } from '../matrix/matrix.ts';
import { locationQuotient } from '../specialisation/location-quotient.ts';

/** What the coefficient of a cell could be made of. */
export type GradientBasis = 'lq' | 'lq·cp' | 'lq·cp·ccor';

export interface IndustrialGradient {
  /** Regions × industries; above 1 the region stands high in that industry. */
  readonly coefficient: Matrix;
  /** Per cell, in the order of `coefficient.cells`: where employment or capital is missing, less. */
  readonly basis: readonly GradientBasis[];
}

/**
 * Industrial gradient coefficient, improved by capital where it is given.
 *
 *   IGC = LQ · CP · CCOR
 *   LQ   = (X[r,i]/X[r,·]) / (X[·,i]/X)
 *   CP   = (X[r,i]/X[·,i]) / (L[r,i]/L[·,i])     comparative labour productivity
 *   CCOR = (X[r,i]/X[·,i]) / (K[r,i]/K[·,i])     comparative return on capital
 *
 * Where employment or capital of a cell, or of its industry, is missing or 0 the factor is left out and
 * `basis` says so: it is never made up.
 *
 * @param output      X, regions × industries, non-negative, one unit
 * @param employment  L, the same shape; absent when nothing is known
 * @param capital     K, average capital, the same shape
 * @returns  1 = as the whole; NaN where the region is empty or output unknown. The difference of two regions'
 *           coefficients is the potential along which the industry would move (`potentialDifference`)
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Dai Hongwei (2006) for LQ · CP; Chen Rui & Xiong Bilin (2007) for the third factor
 * @example  industrialGradient(matrix([[8, 2], [2, 8]])).basis[0] // 'lq'
 * @example  industrialGradient(matrix([[8, 2], [2, 8]]), matrix([[5, 5], [5, 5]])).coefficient.at(0, 0) // 2.56
 */
export function industrialGradient(
  output: Matrix,
  employment?: Matrix,
  capital?: Matrix,
): IndustrialGradient {
  const productivity = employment && comparative(output, employment, 'employment');
  const returns = capital && comparative(output, capital, 'capital');
  const basis: GradientBasis[] = [];
  const { rows, columns, cells } = locationQuotient(output);
  const coefficient = cells.map((quotient, k) => {
    const byLabour = productivity?.[k] ?? Number.NaN;
    const byCapital = returns?.[k] ?? Number.NaN;
    if (Number.isNaN(byLabour)) {
      basis.push('lq');
      return quotient;
    }
    if (Number.isNaN(byCapital)) {
      basis.push('lq·cp');
      return quotient * byLabour;
    }
    basis.push('lq·cp·ccor');
    return quotient * byLabour * byCapital;
  });
  return { coefficient: matrixOf(rows, columns, coefficient), basis };
}

/** A region's part of an industry's output over its part of the industry's input; NaN where either is unknown. */
function comparative(output: Matrix, input: Matrix, name: string): Float64Array {
  requireSameShape(name, input, 'output', output);
  const [made, used] = [margins(output).columns, margins(input).columns];
  const width = output.columns.length;
  return input.cells.map((value, k) => {
    const i = k % width;
    const part = value / used[i];
    return part > 0 && made[i] > 0 ? output.cells[k] / made[i] / part : Number.NaN;
  });
}

/**
 * The potential difference of an industry between two regions: where it is above 0 the industry would run down
 * from the first to the second, as transfer goes from a high gradient to a low one; below 0, the other way.
 *
 *   P[r→s,i] = IGC[r,i] − IGC[s,i]
 *
 * @param from  row of the one region
 * @param to    row of the other
 * @returns  one difference per industry; NaN where a coefficient is. Compare cells of one `basis` only
 * @throws   RegionalFault `unknown-label` (a row that is not there)
 * @example  potentialDifference(matrix([[2, 1], [1, 3]]), 0, 1) // [1, -2]
 */
export function potentialDifference(coefficient: Matrix, from: number, to: number): number[] {
  for (const row of [from, to]) {
    if (coefficient.rows[row] !== undefined) continue;
    throw new RegionalFault('unknown-label', `row ${row}: there are ${coefficient.rows.length} regions`);
  }
  return coefficient.columns.map((_, i) => coefficient.at(from, i) - coefficient.at(to, i));
}

import { columnSums, type Matrix, requireNonNegativeCells, rowOf } from '../matrix/matrix.ts';
import { locationQuotient } from './location-quotient.ts';
import { shares } from './share.ts';

/**
 * Shannon entropy of each region's industries: how many ways its activity is spread.
 *
 *   E[r] = − Σ_i s[r,i] log₂ s[r,i],  s[r,i] = X[r,i]/X[r,·]
 *
 * @param x  regions × industries, non-negative
 * @returns  bits per region, 0 (one industry) to log₂ n; NaN where the region is empty
 * @throws   RegionalFault `negative-value`
 * @see      Shannon (1948). EconGeo adds 1e-9 inside the logarithm and rounds to three digits; we do neither
 * @example  entropy(matrix([[1, 1], [1, 0]])) // [1, 0]
 */
export function entropy(x: Matrix): number[] {
  requireNonNegativeCells(x);
  return x.rows.map((_, r) =>
    shares(rowOf(x, r)).reduce((bits, s) => (s === 0 ? bits : bits - s * Math.log2(s)), 0),
  );
}

/**
 * Hachman index: how like the whole each region is.
 *
 *   H[r] = 1 / Σ_i LQ[r,i] s[r,i]
 *
 * @param x  regions × industries, non-negative
 * @returns  one index per region, towards 0 (unlike) to 1 (alike); NaN where the region is empty
 * @throws   RegionalFault `negative-value`
 * @see      Hachman (1995), Bureau of Economic and Business Research, University of Utah
 * @example  hachman(matrix([[1, 0], [0, 1]])) // [0.5, 0.5]
 */
export function hachman(x: Matrix): number[] {
  const quotients = locationQuotient(x);
  return x.rows.map((_, r) => {
    const quotient = rowOf(quotients, r);
    return 1 / shares(rowOf(x, r)).reduce((sum, s, i) => sum + s * quotient[i], 0);
  });
}

/**
 * The structure of the whole: each industry's part of all activity.
 * @example  structureOfWhole(matrix([[1, 1], [1, 1]])) // [0.5, 0.5]
 */
export const structureOfWhole = (x: Matrix): number[] => shares(columnSums(x));

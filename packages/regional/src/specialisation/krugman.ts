import { requireNonNegative, requireSameLength } from '../fault.ts';
import { columnSums, type Matrix, requireNonNegativeCells, rowOf } from '../matrix/matrix.ts';
import { shares } from './share.ts';

/**
 * Krugman's index: how much of two structures would have to change for them to be alike.
 *
 *   K = Σ_i | a[i]/Σa − b[i]/Σb |
 *
 * @param a  one region's industries, non-negative
 * @param b  another's, same industries
 * @returns  from 0 (alike) to 2 (nothing in common); NaN where one is empty or a value unknown
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Krugman (1991), Geography and Trade
 * @example  krugmanSpecialisation([1, 1], [1, 0]) // 1
 */
export function krugmanSpecialisation(a: readonly number[], b: readonly number[]): number {
  requireSameLength('industries of a', a.length, 'industries of b', b.length);
  requireNonNegative(a);
  requireNonNegative(b);
  const [of, against] = [shares(a), shares(b)];
  return of.reduce((sum, share, i) => sum + Math.abs(share - against[i]), 0);
}

/**
 * Krugman's index of each region against all regions together, itself included.
 *
 * Some compare with the *rest* of the country instead; EconGeo, whom we follow, with the whole.
 *
 * @param x  regions × industries
 * @returns  one index per region, 0 to 2; NaN where the region is empty
 * @example  krugmanIndex(matrix([[1, 0], [0, 1]])) // [1, 1]
 */
export function krugmanIndex(x: Matrix): number[] {
  requireNonNegativeCells(x);
  const whole = columnSums(x);
  return x.rows.map((_, r) => krugmanSpecialisation(rowOf(x, r), whole));
}

/**
 * Coefficient of specialisation: the part of a region's activity that stands in other industries than the
 * whole's would.
 *
 *   S[r] = ½ Σ_i | X[r,i]/X[r,·] − X[·,i]/X |
 *
 * @returns  one coefficient per region, 0 to 1
 * @see      Hoover & Giarratani (1984); half of Krugman's index
 * @example  specialisationCoefficient(matrix([[1, 0], [0, 1]])) // [0.5, 0.5]
 */
export const specialisationCoefficient = (x: Matrix): number[] => krugmanIndex(x).map((k) => k / 2);

import { type Matrix, requireNonNegativeCells, rowOf } from '../matrix/matrix.ts';
import { shares } from './share.ts';

/**
 * Herfindahl–Hirschman index of concentration.
 *
 *   H = Σ s[i]²,  s[i] = x[i] / Σx
 *
 * @param x  any non-negative additive measure
 * @returns  from 1/n (all alike) to 1 (one has all); NaN where the whole is zero or unknown
 * @throws   RegionalFault `negative-value`
 * @see      Hirschman (1964), The paternity of an index
 * @example  herfindahl([10, 10, 10, 20, 50]) // 0.32
 */
export function herfindahl(x: readonly number[]): number {
  return shares(x).reduce((h, s) => h + s * s, 0) || Number.NaN;
}

/**
 * How many places of equal size would be as concentrated.
 *
 *   N = 1 / H
 *
 * @see      Adelman (1969)
 * @example  equivalentNumber([1, 1, 1, 1]) // 4
 */
export const equivalentNumber = (x: readonly number[]): number => 1 / herfindahl(x);

/**
 * How concentrated each region is on few industries.
 * @param x  regions × industries
 * @returns  one index per region
 * @example  herfindahlByRegion(matrix([[1, 1], [3, 1]])) // [0.5, 0.625]
 */
export function herfindahlByRegion(x: Matrix): number[] {
  requireNonNegativeCells(x);
  return x.rows.map((_, i) => herfindahl(rowOf(x, i)));
}

import { type Matrix, matrixOf } from '../matrix/matrix.ts';
import { locationQuotient } from './location-quotient.ts';

/**
 * Balassa's revealed comparative advantage: the location quotient, said of exports.
 *
 * @see      Balassa (1965), Trade liberalisation and revealed comparative advantage
 * @example  revealedComparativeAdvantage(matrix([[8, 2], [2, 8]])).at(0, 0) // 1.6
 */
export const revealedComparativeAdvantage: (exports: Matrix) => Matrix = locationQuotient;

/**
 * Which industries a region has: 1 where its quotient is at least `threshold`, else 0.
 *
 *   M[r,i] = [ LQ[r,i] ≥ threshold ]
 *
 * A quotient of exactly 1 counts, as in the Growth Lab's programs; EconGeo leaves such a cell as it is. An
 * empty region has nothing.
 *
 * @param x  regions × industries, non-negative, one unit
 * @returns  the same shape, 0 or 1
 * @throws   RegionalFault `negative-value`
 * @example  toArrays(presence(matrix([[8, 2], [2, 8]]))) // [[1, 0], [0, 1]]
 */
export function presence(x: Matrix, threshold = 1): Matrix {
  const { rows, columns, cells } = locationQuotient(x);
  return matrixOf(
    rows,
    columns,
    cells.map((quotient) => (quotient >= threshold ? 1 : 0)),
  );
}

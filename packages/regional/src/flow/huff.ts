import { RegionalFault, requireNonNegative, requireSameLength } from '../fault.ts';
import { type Matrix, mapCells, rowSums } from '../matrix/matrix.ts';

/**
 * Huff's model: the chance that somebody at an origin chooses a destination.
 *
 *   P[o,d] = A[d]^α K[o,d]^−β / Σ_e A[e]^α K[o,e]^−β
 *
 * @param cost        origins × destinations, above 0
 * @param attraction  of the destinations, non-negative
 * @param alpha       how much attraction counts
 * @param beta        how much cost deters
 * @returns  origins × destinations, each row summing to 1; NaN where no destination attracts
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `not-computable` (a cost not above 0)
 * @see      Huff (1963), A probabilistic analysis of shopping center trade areas
 * @example  huff(matrix([[1, 1]]), [1, 3]).at(0, 1) // 0.75
 */
export function huff(cost: Matrix, attraction: readonly number[], alpha = 1, beta = 2): Matrix {
  requireSameLength('attractions', attraction.length, 'destinations', cost.columns.length);
  requireNonNegative(attraction, (d) => `attraction of "${cost.columns[d]}"`);
  const pull = mapCells(cost, (k, o, d) => {
    if (k <= 0) {
      throw new RegionalFault(
        'not-computable',
        `the cost from "${cost.rows[o]}" to "${cost.columns[d]}" is ${k}`,
      );
    }
    return attraction[d] ** alpha * k ** -beta;
  });
  const all = rowSums(pull);
  return mapCells(pull, (value, o) => value / (all[o] || Number.NaN));
}

import type { Matrix } from '../matrix/matrix.ts';
import { type Direction, normalise } from './normalise.ts';
import { ranks, topsis } from './topsis.ts';
import { criticWeights, entropyWeights, equalWeights } from './weights.ts';

export interface UndertakingCapacity {
  readonly weights: readonly number[];
  /** TOPSIS closeness, 0 to 1, per place. */
  readonly index: readonly number[];
  readonly rank: readonly number[];
}

/**
 * Undertaking-capacity index: how well places could take up what the coast gives up, under each way of weighing,
 * so that nobody has to trust one.
 *
 *   indicators → direction and min–max → weights → TOPSIS closeness
 *
 * @param indicators  places × indicators, in any units; missing cells are left out, not filled
 * @param directions  1 where more is better, −1 where less is
 * @param judged      weights of one's own (from `ahpWeights`), per indicator
 * @returns  by `entropy`, `critic`, `equal` and, where given, `judged`
 * @throws   RegionalFault `wrong-shape`
 * @see      methods of `entropyWeights`, `criticWeights`, `topsis`
 * @example  undertakingCapacity(matrix([[1, 9], [2, 3]]), [1, -1]).equal.rank // [2, 1]
 */
export function undertakingCapacity(
  indicators: Matrix,
  directions: readonly Direction[],
  judged?: readonly number[],
): Readonly<Record<'entropy' | 'critic' | 'equal', UndertakingCapacity>> & { judged?: UndertakingCapacity } {
  const scaled = normalise(indicators, directions);
  const under = (weights: readonly number[]): UndertakingCapacity => {
    const index = topsis(scaled, weights);
    return { weights, index, rank: ranks(index) };
  };
  return {
    entropy: under(entropyWeights(scaled)),
    critic: under(criticWeights(scaled)),
    equal: under(equalWeights(directions.length)),
    ...(judged ? { judged: under(judged) } : {}),
  };
}

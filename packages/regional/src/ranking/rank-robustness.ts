import { RegionalFault, requireSameLength } from '../fault.ts';
import { columnOf, type Matrix, mapCells } from '../matrix/matrix.ts';
import { shares } from '../specialisation/share.ts';
import { dirichlet } from './dirichlet.ts';
import { type Direction, normalise, scalings } from './normalise.ts';
import { random } from './random.ts';
import { ranks, topsis } from './topsis.ts';

export interface RankInterval {
  readonly median: number;
  /** 5 of 100 draws rank the place better than `from`, 5 worse than `to`. */
  readonly from: number;
  readonly to: number;
  /** Part of the draws in which the place is among the first `first`. */
  readonly inFirst: number;
}

/**
 * How much a ranking is worth: the ranks of places over many draws of what was chosen.
 *
 * Each draw takes weights from a Dirichlet whose mean are the given ones, a way of normalising (min–max or z), and
 * for every missing cell the figure of another place, drawn at random.
 *
 * @param indicators     places × indicators; at least one known figure per indicator
 * @param directions     1 where more is better, −1 where less is
 * @param weights        centre of the draws, in any unit: their shares count
 * @param concentration  how near the draws stay: n (the default, n indicators; flat where weights are
 *                       equal) is wide, 10 n narrow
 * @returns  one interval per place
 * @throws   RegionalFault `wrong-shape`, `negative-value` (a weight), `not-computable` (an indicator of which
 *           nothing is known, weights of nothing, no draws)
 * @see      Saisana, Saltelli & Tarantola (2005), Uncertainty and sensitivity analysis of composite indicators
 * @example  rankRobustness(matrix([[9, 9], [1, 1]]), [1, 1], [0.5, 0.5], { draws: 50 })[0].inFirst // 1
 */
export function rankRobustness(
  indicators: Matrix,
  directions: readonly Direction[],
  weights: readonly number[],
  {
    draws = 1000,
    seed = 1,
    first = 1,
    concentration = weights.length,
  }: { draws?: number; seed?: number; first?: number; concentration?: number } = {},
): RankInterval[] {
  requireSameLength('weights', weights.length, 'indicators', indicators.columns.length);
  const centre = shares(weights);
  if (!(draws >= 1 && concentration > 0 && centre[0] >= 0)) {
    throw new RegionalFault(
      'not-computable',
      `draws ${draws}, concentration ${concentration}, weights ${weights}: all are to be above 0`,
    );
  }
  const draw = random(seed);
  const known = indicators.columns.map((name, j) => {
    const values = columnOf(indicators, j).filter((value) => !Number.isNaN(value));
    if (values.length === 0) throw new RegionalFault('not-computable', `nothing is known of "${name}"`);
    return values;
  });
  const gaps = indicators.cells.some(Number.isNaN);
  const fill = () =>
    mapCells(indicators, (value, _, j) =>
      Number.isNaN(value) ? known[j][Math.floor(draw() * known[j].length)] : value,
    );
  // Without gaps there is nothing to draw for the indicators: they are scaled once each way.
  const whole = gaps ? [] : scalings.map((scaling) => normalise(indicators, directions, scaling));
  const drawn = indicators.rows.map(() => new Float64Array(draws));
  for (let d = 0; d < draws; d += 1) {
    const scaling = draw() < 0.5 ? 0 : 1;
    const scaled = gaps ? normalise(fill(), directions, scalings[scaling]) : whole[scaling];
    const index = topsis(scaled, dirichlet(centre, concentration, draw));
    ranks(index).forEach((rank, r) => {
      drawn[r][d] = rank;
    });
  }
  return drawn.map((places) => {
    const sorted = places.toSorted();
    const at = (part: number) => sorted[Math.min(draws - 1, Math.floor(part * draws))];
    return {
      median: at(0.5),
      from: at(0.05),
      to: at(0.95),
      inFirst: sorted.filter((rank) => rank <= first).length / draws,
    };
  });
}

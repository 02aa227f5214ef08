import { RegionalFault, requireSameLength } from '../fault.ts';
import { type Matrix, matrixOf, requireSameShape } from '../matrix/matrix.ts';
import { shares } from '../specialisation/share.ts';
import { dirichlet } from './dirichlet.ts';
import { random } from './random.ts';
import { ranks } from './topsis.ts';

export interface ScoreInterval {
  /** By the weights given and the first table; NaN where no part of the row is known. */
  readonly score: number;
  /** 5 of 100 draws score lower than `from`, 5 higher than `to`; the score itself is always within. */
  readonly from: number;
  readonly to: number;
  /** 1 is the highest score. Rows of which nothing is known come last, together. */
  readonly rank: number;
  /** 5 of 100 draws rank the row better than `rankFrom`, 5 worse than `rankTo`; the rank itself is within. */
  readonly rankFrom: number;
  readonly rankTo: number;
}

/**
 * A score made of parts by weights, and how much it is worth: scores and ranks over many draws of what was chosen.
 *
 *   score[r] = Σ w[j] x[r,j] / Σ w[j], over the parts of r that are known
 *
 * Each draw takes one of the tables (the parts as they come out under another choice, like another window), weights
 * from a Dirichlet whose mean are the given ones, and for each unknown part any number from 0 to 1.
 *
 * @param tables         rows × parts, 0 to 1; the first is the one that the score itself rests on
 * @param weights        per part, in any unit: their shares count
 * @param concentration  how near the weights drawn stay: as many as there are parts is wide, ten times that narrow
 * @returns  one interval per row; a row's interval hangs on the order of the rows only where parts are unknown
 * @throws   RegionalFault `wrong-shape`, `negative-value` (a weight), `not-computable` (no table, no draws, a part
 *           outside of 0 to 1)
 * @see      Saisana, Saltelli & Tarantola (2005), Uncertainty and sensitivity analysis of composite indicators
 * @example  scoreRobustness([matrix([[1, 0.5], [0, 0.5]])], [3, 1], { draws: 50 })[0].score // 0.875
 */
export function scoreRobustness(
  tables: readonly Matrix[],
  weights: readonly number[],
  {
    draws = 500,
    seed = 1,
    concentration = 4 * weights.length,
  }: { draws?: number; seed?: number; concentration?: number } = {},
): ScoreInterval[] {
  const [first] = tables;
  if (!first || !(draws >= 1 && concentration > 0)) {
    throw new RegionalFault(
      'not-computable',
      `${tables.length} tables, draws ${draws}, concentration ${concentration}: all are to be above 0`,
    );
  }
  requireSameLength('weights', weights.length, 'parts', first.columns.length);
  tables.forEach((table, t) => {
    requireSameShape(`table ${t}`, table, 'the first', first);
    requireParts(table);
  });
  const centre = shares(weights);
  const score = weighted(first, centre);
  const rank = ranks(score);
  const n = first.rows.length;
  const scores = first.rows.map(() => new Float64Array(draws));
  const places = first.rows.map(() => new Float64Array(draws));
  const draw = random(seed);
  for (let d = 0; d < draws; d += 1) {
    const table = tables[Math.floor(draw() * tables.length)];
    const drawn = dirichlet(centre, concentration, draw);
    const filled = matrixOf(
      table.rows,
      table.columns,
      table.cells.map((value) => (Number.isNaN(value) ? draw() : value)),
    );
    const now = weighted(filled, drawn);
    const order = ranks(now);
    for (let r = 0; r < n; r += 1) {
      scores[r][d] = now[r];
      places[r][d] = order[r];
    }
  }
  return first.rows.map((_, r) => {
    const [low, high] = ends(scores[r], score[r]);
    const [best, worst] = ends(places[r], rank[r]);
    return { score: score[r], from: low, to: high, rank: rank[r], rankFrom: best, rankTo: worst };
  });
}

/** 5 and 95 of 100, and what stands however they come out. */
function ends(drawn: Float64Array, standing: number): [low: number, high: number] {
  const sorted = drawn.toSorted();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  if (Number.isNaN(standing)) return [at(0.05), at(0.95)];
  return [Math.min(at(0.05), standing), Math.max(at(0.95), standing)];
}

function weighted({ rows, columns, cells }: Matrix, weights: readonly number[]): number[] {
  const width = columns.length;
  return rows.map((_, r) => {
    let [sum, of] = [0, 0];
    for (let j = 0; j < width; j += 1) {
      const value = cells[r * width + j];
      if (Number.isNaN(value)) continue;
      sum += weights[j] * value;
      of += weights[j];
    }
    return sum / of;
  });
}

function requireParts({ rows, columns, cells }: Matrix): void {
  const k = cells.findIndex((value) => value < 0 || value > 1);
  if (k < 0) return;
  const [row, column] = [rows[Math.floor(k / columns.length)], columns[k % columns.length]];
  throw new RegionalFault('not-computable', `row "${row}", part "${column}" is ${cells[k]}: not from 0 to 1`);
}

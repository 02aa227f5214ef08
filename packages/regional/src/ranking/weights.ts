import { RegionalFault, requireSameLength, sum } from '../fault.ts';
import { columnOf, type Matrix } from '../matrix/matrix.ts';
import { shares } from '../specialisation/share.ts';

/** @example equalWeights(2) // [0.5, 0.5] */
export const equalWeights = (n: number): number[] => new Array<number>(n).fill(1 / n);

/**
 * Weights by entropy: an indicator that tells places apart weighs more.
 *
 *   p = x/Σx,  e[j] = −Σ p ln p / ln n,  w[j] = (1 − e[j]) / Σ (1 − e)
 *
 * @param x  places × indicators, normalised to 0 … 1 (min–max); missing cells stay out
 * @returns  one weight per indicator, summing to 1; equal ones where no indicator tells anything apart
 * @see      Shannon (1948); Zeleny (1982)
 * @example  entropyWeights(matrix([[0, 1], [1, 1]])) // [1, 0]
 */
export function entropyWeights(x: Matrix): number[] {
  const told = x.columns.map((_, j) => {
    const known = columnOf(x, j).filter((value) => !Number.isNaN(value));
    const p = shares(known);
    const e = -sum(p.map((part) => (part > 0 ? part * Math.log(part) : 0))) / Math.log(known.length);
    return Number.isFinite(e) ? Math.max(0, 1 - e) : 0;
  });
  return sum(told) > 1e-12 ? shares(told) : equalWeights(told.length);
}

/**
 * CRITIC weights: an indicator that varies and says something of its own weighs more.
 *
 *   C[j] = σ[j] Σ_k (1 − r[j,k]),  w = C / ΣC
 *
 * @param x  places × indicators, normalised, none missing
 * @see      Diakoulaki, Mavrotas & Papayannakis (1995)
 * @example  criticWeights(matrix([[0, 1], [1, 0]])) // [0.5, 0.5]
 */
export function criticWeights(x: Matrix): number[] {
  const columns = x.columns.map((_, j) => columnOf(x, j));
  const centred = columns.map((column) => {
    const mean = sum(column) / column.length;
    return column.map((value) => value - mean);
  });
  const length = centred.map((column) => Math.sqrt(sum(column.map((value) => value * value))));
  const contrast = centred.map((column, j) => {
    if (!(length[j] > 0)) return 0;
    const conflict = sum(
      centred.map((other, k) =>
        length[k] > 0 ? 1 - sum(column.map((value, i) => value * other[i])) / (length[j] * length[k]) : 1,
      ),
    );
    return length[j] * conflict;
  });
  return sum(contrast) > 0 ? shares(contrast) : equalWeights(contrast.length);
}

export interface AhpWeights {
  readonly weights: readonly number[];
  /** λmax ≥ n, equal only where the judgements are wholly consistent. */
  readonly largest: number;
  /** At most 0.1, or the judgements contradict themselves too much to be used. */
  readonly consistencyRatio: number;
}

/** Mean consistency index of random judgements of n things, n from 0. */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59];

/**
 * Weights by the analytic hierarchy process, from judgements of pairs.
 *
 *   A w = λmax w,  CR = ((λmax − n)/(n − 1)) / RI[n]
 *
 * @param judgements  n × n, how many times as important row is as column; A[j,i] = 1/A[i,j]
 * @throws   RegionalFault `wrong-shape`, `not-computable` (a judgement not above 0, or not the inverse of its
 *           mirror; more than fifteen things)
 * @see      Saaty (1980), The Analytic Hierarchy Process
 * @example  ahpWeights(matrix([[1, 3], [1 / 3, 1]])).weights // [0.75, 0.25]
 */
export function ahpWeights(judgements: Matrix): AhpWeights {
  const n = judgements.rows.length;
  requireSameLength('columns of judgements', judgements.columns.length, 'rows', n);
  if (n >= randomIndex.length)
    throw new RegionalFault('not-computable', `${n} things; judge fifteen at most`);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const [a, b] = [judgements.at(i, j), judgements.at(j, i)];
      if (a > 0 && Math.abs(a * b - 1) < 1e-6) continue;
      const pair = `"${judgements.rows[i]}" against "${judgements.columns[j]}"`;
      throw new RegionalFault('not-computable', `${pair} is ${a}, and the other way ${b}: not its inverse`);
    }
  }
  let weights = equalWeights(n);
  let largest = n;
  for (let turn = 0; turn < 1000; turn += 1) {
    const product = weights.map((_, i) => sum(weights.map((w, j) => judgements.at(i, j) * w)));
    const next = shares(product);
    largest = sum(product);
    const moved = Math.max(...next.map((w, i) => Math.abs(w - weights[i])));
    weights = next;
    if (moved < 1e-15) break;
  }
  const index = n > 2 ? (largest - n) / (n - 1) / randomIndex[n] : 0;
  return { weights, largest, consistencyRatio: Math.max(0, index) };
}

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
 * @returns  one weight per indicator, summing to 1; 0 for one on which all are alike, equal ones where all are such
 * @throws   RegionalFault `negative-value` (z scores have no entropy)
 * @see      Shannon (1948); Zeleny (1982)
 * @example  entropyWeights(matrix([[0, 1], [1, 1]])) // [1, 0]
 */
export function entropyWeights(x: Matrix): number[] {
  const told = x.columns.map((_, j) => {
    const known = columnOf(x, j).filter((value) => !Number.isNaN(value));
    const p = shares(known);
    const e = -sum(p.map((part) => (part === 0 ? 0 : part * Math.log(part)))) / Math.log(known.length);
    return Number.isFinite(e) ? Math.max(0, 1 - e) : 0;
  });
  return sum(told) > 1e-12 ? shares(told) : equalWeights(told.length);
}

/**
 * CRITIC weights: an indicator that varies and says something of its own weighs more.
 *
 *   C[j] = σ[j] Σ_k (1 − r[j,k]),  w = C / ΣC
 *
 * @param x  places × indicators, normalised; σ over the places known, r over those known in both
 * @returns  one weight per indicator, summing to 1; 0 for one on which all are alike, equal ones where all are such
 * @see      Diakoulaki, Mavrotas & Papayannakis (1995)
 * @example  criticWeights(matrix([[0, 1], [1, 0]])) // [0.5, 0.5]
 */
export function criticWeights(x: Matrix): number[] {
  const columns = x.columns.map((_, j) => columnOf(x, j));
  const contrast = columns.map((own) => {
    const deviation = Math.sqrt(joint(own, own));
    return deviation > 0 ? deviation * sum(columns.map((other) => 1 - correlation(own, other))) : 0;
  });
  return sum(contrast) > 0 ? shares(contrast) : equalWeights(contrast.length);
}

/** Between indicators of which one does not vary there is none: 0. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const both = a.flatMap((value, i) => (Number.isNaN(value) || Number.isNaN(b[i]) ? [] : [i]));
  const [one, other] = [both.map((i) => a[i]), both.map((i) => b[i])];
  const product = joint(one, one) * joint(other, other);
  return product > 0 ? Math.max(-1, Math.min(1, joint(one, other) / Math.sqrt(product))) : 0;
}

/** Covariance over what is known, dividing by n. */
function joint(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length;
  const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value));
  const [one, other] = [known(a), known(b)];
  const [centre, otherCentre] = [mean(one), mean(other)];
  return mean(one.map((value, i) => (value - centre) * (other[i] - otherCentre)));
}

export interface AhpWeights {
  readonly weights: readonly number[];
  /** λmax ≥ n, equal only where the judgements are wholly consistent. */
  readonly largest: number;
  readonly consistencyRatio: number;
  /** Whether the ratio is at most 0.1; beyond it the judgements contradict themselves too much to be used. */
  readonly consistent: boolean;
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
  return { weights, largest, consistencyRatio: Math.max(0, index), consistent: index <= 0.1 };
}

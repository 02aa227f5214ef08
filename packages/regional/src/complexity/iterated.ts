import { columnOf, columnSums, type Matrix, rowOf, rowSums } from '../matrix/matrix.ts';
import { presence } from '../specialisation/presence.ts';

export interface Reflections {
  readonly regions: readonly number[];
  readonly industries: readonly number[];
}

/**
 * Method of reflections: regions by the industries they have, industries by the regions that have them, in turn.
 *
 *   k[r,n] = Σ_i M[r,i] k[i,n−1] / k[r,0],  k[i,n] = Σ_r M[r,i] k[r,n−1] / k[i,0]
 *
 * @param x      regions × industries, non-negative
 * @param times  n; even ones read as complexity of regions, odd ones as its lack
 * @returns  NaN for a region that has nothing and an industry that nobody has
 * @throws   RegionalFault `negative-value`
 * @see      Hidalgo & Hausmann (2009). The order tends to that of `economicComplexity`, which is preferred
 * @example  reflections(matrix([[8, 2], [2, 8]]), 0).regions // [1, 1]
 */
export function reflections(x: Matrix, times: number): Reflections {
  const m = presence(x);
  const [first, last] = [rowSums(m), columnSums(m)];
  let [regions, industries]: [number[], number[]] = [first, last];
  for (let n = 0; n < times; n += 1) {
    [regions, industries] = [
      first.map((k, r) => weigh(rowOf(m, r), industries) / (k || Number.NaN)),
      last.map((k, i) => weigh(columnOf(m, i), regions) / (k || Number.NaN)),
    ];
  }
  return { regions, industries };
}

export interface Fitness {
  /** Per region, mean 1. */
  readonly fitness: readonly number[];
  /** Per industry, mean 1. */
  readonly complexity: readonly number[];
  readonly iterations: number;
  /** The order of regions stood still for the last 30 iterations. */
  readonly settled: boolean;
}

/**
 * Fitness and complexity: a region is fit by all that it has, an industry complex by the least fit that has it.
 *
 *   F[r] ∝ Σ_i M[r,i] Q[i],  Q[i] ∝ 1 / Σ_r M[r,i]/F[r],  each with mean 1
 *
 * @param x           regions × industries, non-negative
 * @param iterations  at most; ends earlier once the order of regions has stood still for thirty
 * @returns  0 for a region that has nothing, NaN for an industry that nobody has
 * @throws   RegionalFault `negative-value`
 * @see      Tacchella, Cristelli, Caldarelli, Gabrielli & Pietronero (2012). Fitness of the last regions may
 *           tend to 0: the order settles, the values need not
 * @example  fitnessComplexity(matrix([[1, 1, 1], [1, 1, 0], [1, 0, 0]])).settled // true
 */
export function fitnessComplexity(x: Matrix, iterations = 1000): Fitness {
  const m = presence(x);
  const has = x.rows.map((_, r) => rowOf(m, r));
  const hadBy = x.columns.map((_, i) => columnOf(m, i));
  const known = columnSums(m).map((k) => k > 0);
  let fitness: number[] = x.rows.map(() => 1);
  let complexity: number[] = known.map((is) => (is ? 1 : Number.NaN));
  let order = '';
  let still = 0;
  let n = 0;
  for (; n < iterations && still < 30; n += 1) {
    const weighed = complexity.map((q) => (Number.isNaN(q) ? 0 : q));
    const inverse = fitness.map((f) => 1 / f);
    const next = withMeanOne(has.map((row) => weigh(row, weighed)));
    complexity = withMeanOne(hadBy.map((column, i) => (known[i] ? 1 / weigh(column, inverse) : Number.NaN)));
    fitness = next;
    const now = [...fitness.keys()].sort((a, b) => fitness[b] - fitness[a] || a - b).join();
    still = now === order ? still + 1 : 0;
    order = now;
  }
  return { fitness, complexity, iterations: n, settled: still >= 30 };
}

const weigh = (present: readonly number[], values: readonly number[]): number =>
  present.reduce((sum, is, i) => (is ? sum + values[i] : sum), 0);

function withMeanOne(values: readonly number[]): number[] {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return values.map((value) => value / mean);
}

import { RegionalFault, requireNonNegative, requireSameLength } from '../fault.ts';
import type { Coefficient } from '../flow/ppml.ts';
import { inverseOf, times } from '../linear-algebra/cholesky.ts';
import { normalTail } from '../linear-algebra/tails.ts';

export interface LogisticFit {
  /** In the units of the regressors, the constant first. Under a penalty they are drawn towards 0, errors too. */
  readonly coefficients: readonly Coefficient[];
  /** Log-odds where every regressor is at its mean. */
  readonly atMeans: number;
  /** Of each regressor over the observations fitted, in their order. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** Probability of 1, per observation. */
  readonly fitted: readonly number[];
  /** Without the penalty. */
  readonly logLikelihood: number;
  /** λ of each regressor, in their order. */
  readonly penalties: readonly number[];
  readonly iterations: number;
  readonly n: number;
}

/** What a fit was made of, one list of values per regressor. */
export type Regressors = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Logistic regression with a ridge penalty: the probability of 1 from regressors whose effects add up in log-odds.
 *
 *   ln(p/(1 − p)) = a + Σ_j b[j] z[j],  z[j] = (x[j] − mean) / standard deviation
 *   maximise Σ y ln p + (1 − y) ln(1 − p) − ½ Σ_j λ[j] b[j]²,  by Newton's method with halved steps
 *
 * Standardising divides by n, so that λ weighs all regressors alike; the constant is not penalised. A regressor that
 * does not vary gets 0. Separation is harmless where λ > 0. Errors come from the penalised information (XᵀWX + Λ)⁻¹:
 * they tell how sharply the data speak, not how far the penalty draws.
 *
 * @param outcome     0 or 1
 * @param regressors  by name, one value per outcome; a constant is added
 * @param penalty     λ of all, or by name (1 where not named); the default 1 is C = 1 of other programs (C = 1/λ), 0 is plain
 *                    maximum likelihood
 * @throws   RegionalFault `wrong-shape`, `negative-value` (λ), `not-computable` (an outcome that is neither 0 nor 1 or
 *           all alike; a value missing; with λ = 0 regressors that determine each other, or separation)
 * @see      le Cessie & van Houwelingen (1992), Ridge estimators in logistic regression
 * @example  logisticRegression([1, 0, 0, 1, 1, 1, 0], { x: [0, 0, 0, 1, 1, 1, 1] }, 0).coefficients[1].estimate // Math.log(6)
 */
export function logisticRegression(
  outcome: readonly number[],
  regressors: Regressors,
  penalty: number | Readonly<Record<string, number>> = 1,
): LogisticFit {
  const names = Object.keys(regressors);
  const penalties = names.map((name) => (typeof penalty === 'number' ? penalty : (penalty[name] ?? 1)));
  requireNonNegative(penalties, (j) => `the penalty of "${names[j]}"`);
  const { rows, means, deviations } = standardised(outcome, regressors);
  const n = outcome.length;
  const ones = outcome.reduce((sum, y) => sum + y, 0);
  if (ones === 0 || ones === n)
    throw new RegionalFault(
      'not-computable',
      `every outcome is ${ones === 0 ? 0 : 1}: nothing tells them apart`,
    );
  const start = [Math.log(ones / (n - ones)), ...names.map(() => 0)];
  const { b, information, logLikelihood, iterations } = climb(rows, outcome, start, penalties, names);
  const variance = inverseOf(information, ['constant', ...names]);
  const scales = deviations.map((deviation) => (deviation > 0 ? 1 / deviation : 0));
  // The constant in the regressors' own units is a sum of all, and so is its error.
  const toOwn = [1, ...means.map((mean, j) => -mean * (scales[j] as number))];
  const own = [times([toOwn], b)[0] as number, ...scales.map((scale, j) => b[j + 1] * scale)];
  const errors = [
    Math.sqrt(times([toOwn], times(variance, toOwn))[0]),
    ...scales.map((scale, j) => Math.sqrt(variance[j + 1][j + 1]) * scale),
  ];
  return {
    coefficients: ['constant', ...names].map((name, j) => {
      const z = own[j] / errors[j];
      return { name, estimate: own[j], standardError: errors[j], z, p: normalTail(z) };
    }),
    atMeans: b[0],
    means,
    deviations,
    fitted: Array.from({ length: n }, (_, t) => probability(logOdds(rows, t, b))),
    logLikelihood,
    penalties,
    iterations,
    n,
  };
}

/**
 * What a fit says of observations that it has not seen: p = 1 / (1 + exp(−(constant + Σ β x))).
 *
 * @param regressors  the same names as the fit's
 * @throws   RegionalFault `unknown-label` (a regressor of the fit that is not given), `wrong-shape`
 * @example  predictLogistic(logisticRegression([0, 1, 0, 1], { x: [1, 2, 1, 2] }), { x: [1.5] }) // [0.5]
 */
export function predictLogistic(
  { coefficients }: Pick<LogisticFit, 'coefficients'>,
  regressors: Regressors,
): number[] {
  const [constant, ...rest] = coefficients;
  const columns = rest.map(({ name }) => {
    const column = regressors[name];
    if (!column)
      throw new RegionalFault('unknown-label', `the fit has a regressor "${name}" that is not given`);
    return column;
  });
  const n = columns[0]?.length ?? 0;
  columns.forEach((column, j) => {
    requireSameLength(rest[j].name, column.length, 'observations', n);
  });
  return Array.from({ length: n }, (_, t) =>
    probability(rest.reduce((sum, { estimate }, j) => sum + estimate * columns[j][t], constant.estimate)),
  );
}

/** Rows of 1 and standardised values, flat: the sums below go over them some hundred times. */
interface Rows {
  readonly cells: Float64Array;
  readonly width: number;
}

function standardised(outcome: readonly number[], regressors: Regressors) {
  const names = Object.keys(regressors);
  const [n, width] = [outcome.length, names.length + 1];
  const wrong = outcome.findIndex((y) => y !== 0 && y !== 1);
  if (wrong >= 0)
    throw new RegionalFault('not-computable', `outcome ${wrong} is ${outcome[wrong]}: it should be 0 or 1`);
  const cells = new Float64Array(n * width).fill(1);
  const means: number[] = [];
  const deviations: number[] = [];
  names.forEach((name, j) => {
    const column = regressors[name];
    requireSameLength(name, column.length, 'outcomes', n);
    let mean = 0;
    for (let t = 0; t < n; t += 1) mean += column[t] / n;
    let variance = 0;
    for (let t = 0; t < n; t += 1) variance += (column[t] - mean) ** 2 / n;
    if (!Number.isFinite(variance)) {
      const at = Array.from(column).findIndex((value) => !Number.isFinite(value));
      throw new RegionalFault('not-computable', `"${name}" of observation ${at} is missing or not finite`);
    }
    // What varies by less than the rounding of its mean does not vary.
    const deviation = variance > (1e-12 * mean) ** 2 ? Math.sqrt(variance) : 0;
    for (let t = 0; t < n; t += 1)
      cells[t * width + j + 1] = deviation > 0 ? (column[t] - mean) / deviation : 0;
    means.push(mean);
    deviations.push(deviation);
  });
  return { rows: { cells, width }, means, deviations };
}

function climb(
  rows: Rows,
  outcome: readonly number[],
  start: readonly number[],
  penalties: readonly number[],
  names: readonly string[],
) {
  let b = [...start];
  let at = slopes(rows, outcome, b, penalties);
  for (let iterations = 1; iterations <= 100; iterations += 1) {
    if (penalties.includes(0) && at.farthest > 23) {
      throw new RegionalFault(
        'not-computable',
        'separation: the regressors foretell some outcomes for certain and have no estimate; give a penalty above 0',
      );
    }
    const step = times(inverseOf(at.information, ['constant', ...names]), at.gradient);
    let part = 1;
    let next = b.map((value, j) => value + step[j]);
    let there = slopes(rows, outcome, next, penalties);
    while (there.objective < at.objective - 1e-9 * Math.abs(at.objective) && part > 1e-6) {
      part /= 2;
      next = b.map((value, j) => value + part * step[j]);
      there = slopes(rows, outcome, next, penalties);
    }
    const moved = Math.max(...step.map(Math.abs)) * part;
    [b, at] = [next, there];
    if (moved < 1e-9 * (1 + Math.max(...b.map(Math.abs)))) {
      return { b, information: at.information, logLikelihood: at.logLikelihood, iterations };
    }
  }
  throw new RegionalFault('not-computable', 'the fit does not settle in 100 steps; give a larger penalty');
}

/** Value, gradient and information of the penalised likelihood at b, in one pass. */
function slopes(rows: Rows, outcome: readonly number[], b: readonly number[], penalties: readonly number[]) {
  const { cells, width } = rows;
  const gradient = new Float64Array(width);
  const flat = new Float64Array(width * width);
  let logLikelihood = 0;
  let farthest = 0;
  for (let t = 0, from = 0; t < outcome.length; t += 1, from += width) {
    const eta = logOdds(rows, t, b);
    const p = probability(eta);
    const towards = outcome[t] === 1 ? eta : -eta;
    logLikelihood += Math.min(0, towards) - Math.log1p(Math.exp(-Math.abs(eta)));
    farthest = Math.max(farthest, Math.abs(eta));
    const [residual, weight] = [outcome[t] - p, p * (1 - p)];
    for (let i = 0; i < width; i += 1) {
      const value = cells[from + i];
      gradient[i] += residual * value;
      const weighted = weight * value;
      for (let j = 0, at = i * width; j <= i; j += 1, at += 1) flat[at] += weighted * cells[from + j];
    }
  }
  const information = Array.from({ length: width }, (_, i) => flat.slice(i * width, (i + 1) * width));
  let size = 0;
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) information[j][i] = information[i][j];
    if (i === 0) continue;
    gradient[i] -= penalties[i - 1] * b[i];
    information[i][i] += penalties[i - 1];
    size += penalties[i - 1] * b[i] ** 2;
  }
  return { gradient, information, logLikelihood, farthest, objective: logLikelihood - size / 2 };
}

function logOdds({ cells, width }: Rows, t: number, b: readonly number[]): number {
  let sum = 0;
  for (let j = 0, k = t * width; j < width; j += 1, k += 1) sum += cells[k] * b[j];
  return sum;
}

const probability = (eta: number): number =>
  eta >= 0 ? 1 / (1 + Math.exp(-eta)) : 1 - 1 / (1 + Math.exp(eta));

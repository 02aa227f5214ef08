import { RegionalFault, requireNonNegative, requireSameLength } from '../fault.ts';
import { clusteredMeat, crossProduct, inverseOf, sandwich, times } from '../linear-algebra/cholesky.ts';
import { normalTail } from '../linear-algebra/tails.ts';

export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
}

export interface PoissonFit {
  readonly coefficients: readonly Coefficient[];
  readonly fitted: readonly number[];
  readonly iterations: number;
  /** 1 − deviance / deviance of the constant alone. */
  readonly deviance: number;
  readonly n: number;
}

/**
 * Gravity by Poisson pseudo-maximum likelihood: flows as they are, zeros included.
 *
 *   E[y] = exp(x β);  iteratively reweighted least squares on z = x β + (y − μ)/μ with weights μ
 *
 * @param y           flows, non-negative; need not be whole
 * @param regressors  by name, one value per flow (logarithm of distance, of both masses, 1 for a border …);
 *                    a constant is added
 * @param clusters    of the flows; without them errors are robust to heteroskedasticity, times n/(n − k)
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `not-computable` (regressors that determine each
 *           other; a value missing; separation: a combination that is 0 wherever something flows drives the
 *           fit of the rest to 0 and has no estimate)
 * @see      Santos Silva & Tenreyro (2006), The log of gravity; Correia, Guimarães & Zylkin (2019) on separation
 * @example  ppml([1, 2, 4], { x: [0, 1, 2] }).coefficients[1].estimate // 0.69314718056
 */
export function ppml(
  y: readonly number[],
  regressors: Readonly<Record<string, readonly number[]>>,
  clusters?: readonly (string | number)[],
): PoissonFit {
  requireNonNegative(y, (t) => `flow ${t}`);
  const names = ['constant', ...Object.keys(regressors)];
  const columns = Object.values(regressors);
  columns.forEach((column, i) => {
    requireSameLength(names[i + 1], column.length, 'flows', y.length);
  });
  const rows = y.map((_, t) => [1, ...columns.map((column) => column[t])]);
  const missing = rows.findIndex((row, t) => row.some(Number.isNaN) || Number.isNaN(y[t]));
  if (missing >= 0)
    throw new RegionalFault('not-computable', `flow ${missing} or a regressor of it is missing`);
  const mean = y.reduce((a, b) => a + b, 0) / y.length;
  let eta = y.map((value) => Math.log((value + mean) / 2));
  let beta: number[] = [];
  let deviance = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= 200; iterations += 1) {
    const mu = eta.map(Math.exp);
    const bread = inverseOf(crossProduct(rows, mu), names);
    const moments = names.map((_, i) =>
      rows.reduce((sum, row, t) => sum + row[i] * (mu[t] * eta[t] + y[t] - mu[t]), 0),
    );
    beta = times(bread, moments);
    eta = rows.map((row) => times([row], beta)[0]);
    const separated = eta.findIndex((value, t) => y[t] === 0 && value < Math.log(mean) - 25);
    if (separated >= 0) {
      throw new RegionalFault(
        'not-computable',
        `separation: nothing flows where flow ${separated} stands, and the fit tends to 0 there; leave such flows or the regressor out`,
      );
    }
    const now = devianceOf(y, eta.map(Math.exp));
    if (Math.abs(deviance - now) < 1e-13 * (now + mean * y.length)) {
      return { ...inference(rows, y, eta, beta, names, clusters), iterations };
    }
    deviance = now;
  }
  throw new RegionalFault('not-computable', 'the fit does not settle in 200 steps');
}

function inference(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  eta: readonly number[],
  beta: readonly number[],
  names: readonly string[],
  clusters: readonly (string | number)[] | undefined,
): Omit<PoissonFit, 'iterations'> {
  const n = y.length;
  const fitted = eta.map(Math.exp);
  const bread = inverseOf(crossProduct(rows, fitted), names);
  const scores = rows.map((row, t) => row.map((value) => value * (y[t] - fitted[t])));
  if (clusters) requireSameLength('clusters', clusters.length, 'flows', n);
  const { meat, clusters: groups } = clusteredMeat(scores, clusters ?? scores.map((_, t) => t));
  const factor = clusters ? groups / (groups - 1) : n / Math.max(1, n - names.length);
  const variance = sandwich(bread, meat);
  const alone = devianceOf(
    y,
    y.map(() => y.reduce((a, b) => a + b, 0) / n),
  );
  return {
    coefficients: names.map((name, i) => {
      const standardError = Math.sqrt(variance[i][i] * factor);
      const z = beta[i] / standardError;
      return { name, estimate: beta[i], standardError, z, p: normalTail(z) };
    }),
    fitted,
    deviance: 1 - devianceOf(y, fitted) / alone,
    n,
  };
}

const devianceOf = (y: readonly number[], mu: readonly number[]): number =>
  2 *
  y.reduce((sum, value, t) => sum + (value > 0 ? value * Math.log(value / mu[t]) : 0) - (value - mu[t]), 0);

import { RegionalFault, requireSameLength } from '../fault.ts';
import { clusteredMeat, crossProduct, inverseOf, sandwich, times } from '../linear-algebra/cholesky.ts';
import { chiSquareTail, normalTail } from '../linear-algebra/tails.ts';
import { type Observations, requireObservations, withinUnitsAndPeriods } from './panel-observations.ts';

export interface Effect {
  readonly effect: number;
  /** Clustered by unit. */
  readonly standardError: number;
  readonly t: number;
  /** Two-sided, from the normal distribution. */
  readonly p: number;
}

export interface DifferenceInDifferences extends Effect {
  readonly n: number;
  readonly units: number;
}

/**
 * Difference in differences with unit and period effects.
 *
 *   y[u,t] = α[u] + λ[t] + δ D[u,t] + ε
 *
 * @param treated  D, 1 where the unit is treated in the period, else 0
 * @returns  δ in the unit of the outcome; errors clustered by unit, times G/(G−1) · (N−1)/(N−T−1) (unit effects
 *           lie within clusters and do not count). Where treatment starts at different times and effects differ,
 *           δ is no mean of them: use `groupTimeEffects`
 * @throws   RegionalFault `wrong-shape`, `not-computable` (nothing treated that is not always or for all)
 * @see      Bertrand, Duflo & Mullainathan (2004), How much should we trust differences-in-differences estimates?
 * @example  differenceInDifferences({ outcome: [1, 2, 1, 5], unit: ['a', 'a', 'b', 'b'], period: [0, 1, 0, 1] }, [0, 0, 0, 1]).effect // 3
 */
export function differenceInDifferences(
  observations: Observations,
  treated: readonly number[],
): DifferenceInDifferences {
  const { names, estimates } = estimate(observations, [treated], ['treated']);
  const [effect] = estimates(names);
  return { ...effect, n: treated.length, units: new Set(observations.unit).size };
}

export interface EventStudy {
  /** One effect per period relative to the start; the reference has none. */
  readonly effects: readonly (Effect & { readonly relative: number })[];
  /** Whether all effects before the start are 0 together: Wald's statistic, its degrees and probability. */
  readonly preTrend: { readonly statistic: number; readonly degrees: number; readonly p: number };
}

/**
 * Event study: the effect by time since treatment, against the period before it.
 *
 *   y[u,t] = α[u] + λ[t] + Σ_{k ≠ −1} δ[k] 1{t − start[u] = k} + ε
 *
 * @param start    first treated period of each observation's unit; NaN for units never treated
 * @param between  relative periods that get an effect of their own; what lies beyond joins the end ones
 * @throws   RegionalFault `wrong-shape`, `not-computable` (relative periods that others determine: a never
 *           treated unit is needed, or fewer periods)
 * @see      Sun & Abraham (2021) on when these effects mislead; `groupTimeEffects` does not
 * @example  eventStudy({ outcome: [1, 2, 1, 5], unit: ['a', 'a', 'b', 'b'], period: [0, 1, 0, 1] }, [NaN, NaN, 1, 1], [-1, 0]).effects[0].effect // 3
 */
export function eventStudy(
  observations: Observations,
  start: readonly number[],
  [first, last]: readonly [number, number],
): EventStudy {
  requireSameLength('starts', start.length, 'outcomes', observations.outcome.length);
  const relative = start.map((s, t) => Math.min(last, Math.max(first, observations.period[t] - s)));
  const periods = Array.from({ length: last - first + 1 }, (_, k) => first + k).filter(
    (k) => k !== -1 && relative.includes(k),
  );
  const { names, estimates, variance, coefficients } = estimate(
    observations,
    periods.map((k) => relative.map((r) => (r === k ? 1 : 0))),
    periods.map(String),
  );
  const before = periods.flatMap((k, i) => (k < -1 ? [i] : []));
  const inner = before.map((i) => Float64Array.from(before, (j) => variance[i][j]));
  const known = before.map((i) => coefficients[i]);
  const statistic =
    before.length > 0
      ? times(
          [known],
          times(
            inverseOf(
              inner,
              before.map((i) => names[i]),
            ),
            known,
          ),
        )[0]
      : Number.NaN;
  return {
    effects: estimates(names).map((effect, i) => ({ relative: periods[i], ...effect })),
    preTrend: { statistic, degrees: before.length, p: chiSquareTail(statistic, before.length) },
  };
}

/** Least squares within units and periods, with errors clustered by unit. */
function estimate(
  observations: Observations,
  regressors: readonly (readonly number[])[],
  names: readonly string[],
) {
  requireObservations(observations);
  for (const [i, regressor] of regressors.entries()) {
    requireSameLength(names[i], regressor.length, 'outcomes', observations.outcome.length);
  }
  const y = withinUnitsAndPeriods(observations.outcome, observations);
  const columns = regressors.map((regressor) => withinUnitsAndPeriods(regressor, observations));
  for (const [i, column] of columns.entries()) {
    if (column.every((value) => Math.abs(value) < 1e-10)) {
      throw new RegionalFault('not-computable', `"${names[i]}" does not vary beside units and periods`);
    }
  }
  const rows = Array.from(y, (_, t) => Float64Array.from(columns, (column) => column[t]));
  const bread = inverseOf(crossProduct(rows), names);
  const moments = columns.map((column) => column.reduce((sum, value, t) => sum + value * y[t], 0));
  const coefficients = times(bread, moments);
  const residual = rows.map((x, t) => y[t] - times([x], coefficients)[0]);
  const scores = rows.map((x, t) => x.map((value) => value * residual[t]));
  const { meat, clusters } = clusteredMeat(scores, observations.unit);
  const periods = new Set(observations.period).size;
  const n = y.length;
  const factor = ((clusters / (clusters - 1)) * (n - 1)) / Math.max(1, n - periods - columns.length);
  const variance = sandwich(bread, meat).map((row) => row.map((value) => value * factor));
  return {
    names,
    coefficients,
    variance,
    estimates: (of: readonly string[]): Effect[] =>
      of.map((_, i) => effectOf(coefficients[i], Math.sqrt(variance[i][i]))),
  };
}

export const effectOf = (effect: number, standardError: number): Effect => ({
  effect,
  standardError,
  t: effect / standardError,
  p: normalTail(effect / standardError),
});

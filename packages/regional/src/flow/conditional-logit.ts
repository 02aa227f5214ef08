import { RegionalFault, requireSameLength } from '../fault.ts';
import { crossProduct, inverseOf, times } from '../linear-algebra/cholesky.ts';
import { normalTail } from '../linear-algebra/tails.ts';
import type { Coefficient } from './ppml.ts';

export interface Choices {
  /** Which choice a row belongs to; a choice has a row for every alternative. */
  readonly choice: readonly (string | number)[];
  /** 1 on the row of the alternative that was taken, else 0. */
  readonly taken: readonly number[];
  /** By name, one value per row: what the alternative offered. */
  readonly regressors: Readonly<Record<string, readonly number[]>>;
}

export interface LogitFit {
  readonly coefficients: readonly Coefficient[];
  readonly logLikelihood: number;
  /** 1 − ln L / ln L of choosing blindly. */
  readonly pseudoRSquared: number;
  readonly choices: number;
  readonly iterations: number;
}

/**
 * Conditional logit: what makes an alternative (a place for a plant) be chosen among others.
 *
 *   P[a] = exp(x[a] β) / Σ_b exp(x[b] β), by Newton's method; errors from the information
 *
 * @throws   RegionalFault `wrong-shape`, `not-computable` (a choice in which not exactly one is taken; regressors
 *           that do not vary within choices; separation: a regressor foretells every choice)
 * @see      McFadden (1974), Conditional logit analysis of qualitative choice behavior
 * @example  conditionalLogit({ choice: [1, 1, 2, 2, 3, 3], taken: [1, 0, 1, 0, 0, 1], regressors: { x: [1, 0, 1, 0, 1, 0] } }).coefficients[0].estimate // 0.69314718056
 */
export function conditionalLogit({ choice, taken, regressors }: Choices): LogitFit {
  const names = Object.keys(regressors);
  const columns = Object.values(regressors);
  requireSameLength('taken', taken.length, 'rows', choice.length);
  columns.forEach((column, i) => {
    requireSameLength(names[i], column.length, 'rows', choice.length);
  });
  const sets = choiceSets(choice, taken);
  const row = (t: number) => columns.map((column) => column[t]);
  let beta = names.map(() => 0);
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let iterations = 1; iterations <= 100; iterations += 1) {
    const gradient = names.map(() => 0);
    const deviations: number[][] = [];
    const weights: number[] = [];
    let now = 0;
    for (const set of sets) {
      const utility = set.map((t) => times([row(t)], beta)[0]);
      const top = Math.max(...utility);
      const expected = utility.map((u) => Math.exp(u - top));
      const all = expected.reduce((a, b) => a + b, 0);
      const p = expected.map((e) => e / all);
      const mean = names.map((_, i) => set.reduce((sum, t, a) => sum + p[a] * columns[i][t], 0));
      set.forEach((t, a) => {
        const off = row(t).map((value, i) => value - mean[i]);
        deviations.push(off);
        weights.push(p[a]);
        if (taken[t] === 1) {
          now += Math.log(p[a]);
          off.forEach((value, i) => {
            gradient[i] += value;
          });
        }
      });
    }
    if (iterations > 1 && now > -1e-6) {
      throw new RegionalFault('not-computable', 'separation: the regressors foretell every choice');
    }
    const information = inverseOf(crossProduct(deviations, weights), names);
    if (Math.abs(now - logLikelihood) < 1e-12 * Math.abs(now)) {
      const blind = -sets.reduce((sum, set) => sum + Math.log(set.length), 0);
      return {
        coefficients: names.map((name, i) => {
          const standardError = Math.sqrt(information[i][i]);
          const z = beta[i] / standardError;
          return { name, estimate: beta[i], standardError, z, p: normalTail(z) };
        }),
        logLikelihood: now,
        pseudoRSquared: 1 - now / blind,
        choices: sets.length,
        iterations,
      };
    }
    logLikelihood = now;
    const step = times(information, gradient);
    beta = beta.map((value, i) => value + step[i]);
  }
  throw new RegionalFault('not-computable', 'separation: the estimates grow without end');
}

function choiceSets(choice: readonly (string | number)[], taken: readonly number[]): number[][] {
  const sets = Map.groupBy(choice.keys(), (t) => choice[t]);
  for (const [name, rows] of sets) {
    const chosen = rows.filter((t) => taken[t] === 1).length;
    if (chosen !== 1) {
      throw new RegionalFault(
        'not-computable',
        `choice "${name}": ${chosen} alternatives are taken, not one`,
      );
    }
  }
  return [...sets.values()];
}

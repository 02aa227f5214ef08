import { RegionalFault, requireSameLength } from '../fault.ts';
import { logLoss } from './classification.ts';
import { logisticRegression, predictLogistic, type Regressors } from './logistic-regression.ts';

export interface ChosenPenalty {
  readonly penalty: number;
  /** Mean log loss on what was left out, per penalty tried. */
  readonly tried: readonly { readonly penalty: number; readonly logLoss: number }[];
}

/**
 * The ridge penalty under which a logistic regression says most of groups that it has not seen: each group is left out
 * in turn, and the mean log loss on what was left out decides; of equals, the larger penalty.
 *
 * @param groups     which group an observation is of: all of one place, or of one year, so that what is left out is new
 * @param penalties  to be tried
 * @param held       regressors whose penalty stands, by name
 * @throws   RegionalFault `wrong-shape`, `not-computable` (fewer than two groups; a fit that cannot be made)
 * @see      Hastie, Tibshirani & Friedman (2009), The elements of statistical learning, section 7.10
 * @example  crossValidatedPenalty([0, 1, 0, 1, 1, 0], { x: [1, 2, 1, 2, 3, 0] }, [1, 1, 2, 2, 3, 3], [1, 100]).penalty // 1
 */
export function crossValidatedPenalty(
  outcome: readonly number[],
  regressors: Regressors,
  groups: readonly (string | number)[],
  penalties: readonly number[] = [1, 10, 100, 1000],
  held: Readonly<Record<string, number>> = {},
): ChosenPenalty {
  const all = (penalty: number) => ({
    ...Object.fromEntries(Object.keys(regressors).map((name) => [name, penalty])),
    ...held,
  });
  requireSameLength('groups', groups.length, 'outcomes', outcome.length);
  const labels = [...new Set(groups)];
  if (labels.length < 2)
    throw new RegionalFault('not-computable', `${labels.length} group: leaving it out leaves nothing`);
  const parts = labels.map((label) => {
    const within: number[] = [];
    const outside: number[] = [];
    groups.forEach((group, t) => {
      (group === label ? within : outside).push(t);
    });
    return { within: cut(outcome, regressors, within), outside: cut(outcome, regressors, outside) };
  });
  const tried = penalties.map((penalty) => ({
    penalty,
    logLoss:
      parts.reduce((sum, { within, outside }) => {
        const fit = logisticRegression(outside.outcome, outside.regressors, all(penalty));
        return sum + logLoss(predictLogistic(fit, within.regressors), within.outcome) * within.outcome.length;
      }, 0) / outcome.length,
  }));
  const best = tried.reduce((least, one) => (one.logLoss <= least.logLoss ? one : least));
  return { penalty: best.penalty, tried };
}

function cut(outcome: readonly number[], regressors: Regressors, rows: readonly number[]) {
  return {
    outcome: rows.map((t) => outcome[t]),
    regressors: Object.fromEntries(
      Object.entries(regressors).map(([name, column]) => [name, Float64Array.from(rows, (t) => column[t])]),
    ),
  };
}

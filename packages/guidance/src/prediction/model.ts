import {
  crossValidatedPenalty,
  type LogisticFit,
  logisticRegression,
  predictLogistic,
  type Regressors,
} from '@tidu/regional';
import { type Feature, features } from './feature.ts';
import type { Cell, Sample } from './sample.ts';

/** Why a feature is not in a model: it was hardly known, or everywhere the same, where the model could have learnt it. */
export type LeftOut = 'unknown' | 'alike';

/** What a feature adds to the log-odds of one cell, beside a cell where everything is at its mean. */
export interface Contribution {
  readonly feature: Feature;
  /** As it was known; NaN where it was not. */
  readonly value: number;
  readonly logOdds: number;
}

export interface Model {
  readonly features: readonly Feature[];
  readonly leftOut: Readonly<Partial<Record<Feature, LeftOut>>>;
  readonly fit: LogisticFit | undefined;
  /** Of all but the past trend; nothing where there is nothing to hold. */
  readonly penalty: number | undefined;
  /** Share of the cells learnt from whose share rose. */
  readonly rose: number;
  readonly n: number;
  probabilities(sample: Sample): number[];
  contributions(sample: Sample, t: number): Contribution[];
}

/** The simplest guess, that what rose goes on rising, is held loosely; how firmly the rest is held is for the data to say. */
const loosely: Feature = 'trend-1';
/** The least keeps what the places of one year had in common from being taken for a law. */
const penalties = [30, 100, 1000, 10_000] as const;
const [least, middling] = penalties;

/** What is known of fewer cells than that teaches about those few, not about the feature. */
const leastKnown = 0.1;

/**
 * A penalised logistic regression of `outcome` on what was known. What is unknown of a cell is put at the mean and marked by
 * a regressor of its own; features that were hardly known, or everywhere the same, stay out.
 *
 * @param sample   with every outcome known
 * @param allowed  which features may be used: one alone is a baseline, none says the same of all
 * @throws   RegionalFault `not-computable` where every outcome is the same
 */
export function learn(sample: Sample, allowed: readonly Feature[] = features): Model {
  const leftOut: Partial<Record<Feature, LeftOut>> = {};
  const used = allowed.flatMap((feature) => {
    const values = Array.from(sample.known[feature]);
    const known = values.filter((value) => !Number.isNaN(value));
    const mean = known.reduce((a, b) => a + b, 0) / known.length;
    const enoughKnown = known.length >= leastKnown * values.length;
    if (enoughKnown && known.some((value) => Math.abs(value - mean) > 1e-9))
      return [{ feature, mean, gaps: known.length < values.length }];
    leftOut[feature] = enoughKnown ? 'alike' : 'unknown';
    return [];
  });
  const regressors = (from: Sample): Regressors =>
    Object.fromEntries(
      used.flatMap(({ feature, mean, gaps }) => {
        const values = Float64Array.from(from.known[feature]);
        const filled = values.map((value) => (Number.isNaN(value) ? mean : value));
        const unknown = values.map((value) => (Number.isNaN(value) ? 1 : 0));
        return [[feature, filled] as const, ...(gaps ? [[unknownOf(feature), unknown] as const] : [])];
      }),
    );
  const [n, rose] = [
    sample.outcome.length,
    sample.outcome.reduce((a, b) => a + b, 0) / sample.outcome.length,
  ];
  const { fit, penalty } = used.length > 0 ? fitted(sample, regressors(sample), allowed.length > 1) : nothing;
  const place = new Map(fit?.coefficients.slice(1).map(({ name }, j) => [name, j]));
  return {
    features: used.map(({ feature }) => feature),
    leftOut,
    fit,
    penalty,
    rose,
    n,
    probabilities: (from) => (fit ? predictLogistic(fit, regressors(from)) : from.cells.map(() => rose)),
    contributions(from, t) {
      if (!fit) return [];
      const off = (name: string, value: number) => {
        const at = place.get(name) as number;
        return (fit.coefficients[at + 1]?.estimate as number) * (value - (fit.means[at] as number));
      };
      return used.map(({ feature, mean: typical, gaps }) => {
        const value = from.known[feature][t] as number;
        const unknown = Number.isNaN(value);
        const logOdds =
          off(feature, unknown ? typical : value) + (gaps ? off(unknownOf(feature), unknown ? 1 : 0) : 0);
        return { feature, value, logOdds };
      });
    },
  };
}

const nothing = { fit: undefined, penalty: undefined };
const unknownOf = (feature: Feature): string => `${feature}?`;

function fitted(sample: Sample, regressors: Regressors, chosen: boolean) {
  const held = { [loosely]: least, [unknownOf(loosely)]: least };
  const penalty = chosen ? chosenPenalty(sample, regressors, held) : least;
  const all = Object.fromEntries(Object.keys(regressors).map((name) => [name, penalty]));
  return { fit: logisticRegression(sample.outcome, regressors, { ...all, ...held }), penalty };
}

/**
 * Places in five parts, each left out in turn: a place that is left out is new. Where there are more cells than it takes to
 * tell penalties apart, every second place is asked, or every third; where there are too few to leave some out, the middle.
 */
function chosenPenalty(
  { cells, outcome }: Sample,
  regressors: Regressors,
  held: Readonly<Record<string, number>>,
): number {
  const every = Math.ceil(cells.length / enough);
  const asked = cells.flatMap(({ row }, t) => (row % every === 0 ? [t] : []));
  const parts = asked.map((t) => Math.floor((cells[t] as Cell).row / every) % 5);
  const came = asked.map((t) => outcome[t] as number);
  const learnable = (part: number) => new Set(came.filter((_, t) => parts[t] !== part)).size === 2;
  if (![...new Set(parts)].every(learnable)) return middling;
  const columns = Object.entries(regressors).map(
    ([name, column]) => [name, asked.map((t) => column[t] as number)] as const,
  );
  return crossValidatedPenalty(came, Object.fromEntries(columns), parts, penalties, held).penalty;
}
const enough = 4000;

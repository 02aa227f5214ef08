import {
  differenceInDifferences,
  eventStudy,
  fisherTail,
  groupTimeEffects,
  type Observations,
  RegionalFault,
  studentBound,
  studentTail,
} from '@tidu/regional';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Ground } from '../ground/ground.ts';
import { cautionsOf } from './cautions.ts';
import { meanOf, observationsOf, percentOf } from './city-courses.ts';
import { namesIn } from './effect-of-park.ts';
import type { Estimate, ToldEffect } from './effect-result.ts';
import type { EvaluatedPark, Evaluation } from './evaluated.ts';

const level = 0.95;
/** Programmes that are made up for comparison, each of as many cities drawn by lot. */
const draws = 999;

/** The effect on all parks that can be compared, together: each start against cities that are not treated yet. */
export function estimateOfProgramme(
  { courses }: Evaluation,
  parks: readonly EvaluatedPark[],
  comparable: readonly string[],
): Pick<ToldEffect, 'effect' | 'simple' | 'before' | 'byPeriod'> {
  const startOf = new Map(parks.map(({ park, start }) => [park.place, start]));
  const observations = observationsOf(courses, [...startOf.keys(), ...comparable]);
  const start = observations.unit.map((unit) => startOf.get(String(unit)) ?? Number.NaN);
  const treated = observations.period.map((period, t) => (period >= (start[t] as number) ? 1 : 0));
  const degrees = Math.min(startOf.size, comparable.length) - 1;
  const { overall, standardError, byRelativePeriod } = groupTimeEffects(observations, start);
  const simple = differenceInDifferences(observations, treated);
  const bound = studentBound(level, degrees);
  const between = (effect: number, error: number) => ({
    percent: percentOf(effect),
    low: known(percentOf(effect - bound * error)),
    high: known(percentOf(effect + bound * error)),
  });
  const estimate = (effect: number, error: number): Estimate => ({
    ...between(effect, error),
    level,
    p: known(studentTail(effect / error, degrees)),
  });
  return {
    effect: estimate(overall, standardError),
    simple: estimate(simple.effect, simple.standardError),
    before: differenceBefore(
      observations,
      start,
      [...startOf.values()],
      comparable.length,
      courses.periods.length,
    ),
    byPeriod: byRelativePeriod.map(({ relative, effect, standardError: error }) => ({
      relative,
      ...between(effect, error),
    })),
  };
}

export function effectOfProgramme(
  ground: Ground,
  evaluation: Evaluation,
  parks: readonly EvaluatedPark[],
): ToldEffect {
  const { periods } = evaluation.courses;
  const comparable = comparedTogether(parks);
  const estimated = estimateOfProgramme(evaluation, parks, comparable);
  const synthetic = syntheticProgramme(evaluation, parks, comparable);
  return {
    told: true,
    starts: [...Map.groupBy(parks, ({ start }) => start)]
      .sort(([a], [b]) => a - b)
      .map(([at, all]) => ({ period: periods[at] as string, parks: all.length })),
    treated: parks.length,
    comparable: comparable.map(namesIn(ground)),
    ...estimated,
    synthetic,
    cautions: cautionsOf(ground, {
      treated: parks.length,
      comparable: comparable.length,
      before: estimated.before?.p ?? null,
      miss: Math.log1p(synthetic.missBefore / 100),
      earlier: null,
    }),
  };
}

/** Cities that any of the parks is compared with. */
export const comparedTogether = (parks: readonly EvaluatedPark[]): string[] =>
  [...new Set(parks.flatMap(({ comparable }) => comparable))].sort();

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Wald's test that all effects before the start are 0, as Hotelling's T² with Welch's degrees of freedom ν of two groups that
 * vary alike: for a dozen parks its chi-square rejects six times too often.
 *
 *   F = W (ν − k + 1)/(k ν),  1/ν = ((1/n₁)²/(n₁ − 1) + (1/n₀)²/(n₀ − 1)) / (1/n₁ + 1/n₀)²
 *
 * Nothing where there are too few parks, or the panel does not determine the effects.
 */
function differenceBefore(
  observations: Observations,
  start: readonly number[],
  starts: readonly number[],
  others: number,
  periods: number,
): ToldEffect['before'] {
  try {
    const { preTrend } = eventStudy(observations, start, [
      -Math.max(...starts),
      periods - 1 - Math.min(...starts),
    ]);
    const { statistic, degrees } = preTrend;
    const [a, b] = [1 / starts.length, 1 / others];
    const welch = (a + b) ** 2 / (a ** 2 / (starts.length - 1) + b ** 2 / (others - 1));
    const rest = welch - degrees + 1;
    if (!(rest > 0 && Number.isFinite(statistic))) return null;
    const p = fisherTail((statistic * rest) / (degrees * welch), degrees, rest);
    return { statistic, degrees, p };
  } catch (error) {
    if (error instanceof RegionalFault && error.code === 'not-computable') return null;
    throw error;
  }
}

/**
 * The parks' mean gap to their synthetic controls, beside that of as many cities drawn by lot as if they alone were parks:
 * with a park or without, and with controls from all that were not drawn.
 */
function syntheticProgramme(
  evaluation: Evaluation,
  parks: readonly EvaluatedPark[],
  comparable: readonly string[],
): ToldEffect['synthetic'] {
  const { periods } = evaluation.courses;
  const fits = parks.map(({ park, start }) => evaluation.synthetic(park.place, start));
  const after = meanOf(fits.map((fit) => fit.after));
  const lot = xoroshiro128plus(1);
  const cities = [...parks.map(({ park }) => park.place), ...comparable];
  const further = Array.from({ length: draws }, () => {
    const left = [...cities];
    const drawn = parks.flatMap(({ start }) =>
      left.splice(uniformInt(lot, 0, left.length - 1), 1).map((place) => ({ place, start })),
    );
    const treated = new Set(drawn.map(({ place }) => place));
    const gaps = drawn.map(({ place, start }) => evaluation.synthetic(place, start, treated).after);
    return Math.abs(meanOf(gaps)) >= Math.abs(after);
  }).filter(Boolean).length;
  const course = (of: 'actual' | 'synthetic', t: number) =>
    100 + percentOf(meanOf(fits.map((fit) => fit[of][t] as number)));
  const missBefore = meanOf(fits.map(({ rmspeBefore }) => rmspeBefore));
  return {
    percent: percentOf(after),
    p: (1 + further) / (draws + 1),
    among: draws + 1,
    missBefore: percentOf(missBefore),
    ratio: meanOf(fits.map(({ rmspeAfter }) => rmspeAfter)) / missBefore,
    donors: [],
    earlier: null,
    course: periods.map((period, t) => ({
      period,
      actual: course('actual', t),
      synthetic: course('synthetic', t),
    })),
  };
}

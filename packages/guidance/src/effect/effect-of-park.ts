import { placeboInterval } from '@tidu/regional';
import type { Ground } from '../ground/ground.ts';
import { cautionsOf } from './cautions.ts';
import { meanOf, percentOf } from './city-courses.ts';
import type { Estimate, ToldEffect } from './effect-result.ts';
import type { EvaluatedPark, Evaluation } from './evaluated.ts';
import { pretendedEarlier } from './synthetic-city.ts';

/** Difference in differences of one city against others, in logarithms, and by period since the start. */
interface AgainstOthers {
  readonly effect: number;
  readonly byPeriod: ReadonlyMap<number, number>;
  /** Root of the mean square of what it differed by before the start, against the period before it. */
  readonly before: number;
}

/**
 * What `differenceInDifferences` and `groupTimeEffects` give for one treated city in a panel without gaps: its change less
 * the mean change of the others. Written out, for every comparable city takes the part of the park in turn.
 */
function againstOthers(
  { courses }: Evaluation,
  place: string,
  others: readonly string[],
  start: number,
): AgainstOthers {
  const apart = (change: (course: readonly number[]) => number) =>
    change(courses.of.get(place) ?? []) - meanOf(others.map((other) => change(courses.of.get(other) ?? [])));
  const byPeriod = new Map(
    courses.periods.flatMap((_, t) =>
      t === start - 1
        ? []
        : [[t - start, apart((course) => (course[t] as number) - (course[start - 1] as number))] as const],
    ),
  );
  return {
    effect: apart((course) => meanOf(course.slice(start)) - meanOf(course.slice(0, start))),
    byPeriod,
    before: Math.sqrt(
      meanOf([...byPeriod].flatMap(([relative, apart]) => (relative < 0 ? [apart ** 2] : []))),
    ),
  };
}

/** The effect on one park: against comparable cities, each of which is taken for treated too. */
export function estimateOfPark(
  evaluation: Evaluation,
  { park, start, comparable }: EvaluatedPark,
): { estimate: Estimate; own: AgainstOthers; placebos: readonly AgainstOthers[] } {
  const own = againstOthers(evaluation, park.place, comparable, start);
  const placebos = comparable.map((place) =>
    againstOthers(
      evaluation,
      place,
      comparable.filter((other) => other !== place),
      start,
    ),
  );
  const { low, high, level, p } = placeboInterval(
    own.effect,
    placebos.map(({ effect }) => effect),
  );
  return {
    estimate: { percent: percentOf(own.effect), low: percentOf(low), high: percentOf(high), level, p },
    own,
    placebos,
  };
}

/** How large the park's gap after is for its miss before, among the cities that it is compared with. */
export function syntheticOfPark(evaluation: Evaluation, { park, start, comparable }: EvaluatedPark) {
  const fit = evaluation.synthetic(park.place, start);
  const ratios = comparable.map((place) => evaluation.synthetic(place, start).ratio);
  const among = ratios.length + 1;
  return { fit, p: (1 + ratios.filter((ratio) => !(ratio < fit.ratio)).length) / among, among };
}

export function effectOfPark(ground: Ground, evaluation: Evaluation, park: EvaluatedPark): ToldEffect {
  const { courses } = evaluation;
  const { estimate, own, placebos } = estimateOfPark(evaluation, park);
  const { fit, p, among } = syntheticOfPark(evaluation, park);
  const named = namesIn(ground);
  const byPeriod = [...own.byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([relative, effect]) => {
      const { low, high } = placeboInterval(
        effect,
        placebos.map(({ byPeriod }) => byPeriod.get(relative) ?? Number.NaN),
      );
      return { relative, percent: percentOf(effect), low: percentOf(low), high: percentOf(high) };
    });
  const before = {
    statistic: percentOf(own.before),
    degrees: null,
    p: (1 + placebos.filter(({ before }) => before >= own.before).length) / (placebos.length + 1),
  };
  const earlier = pretendedEarlier(park.park.place, fit.donors, courses, park.start);
  return {
    told: true,
    starts: [{ period: courses.periods[park.start] as string, parks: 1 }],
    treated: 1,
    comparable: park.comparable.map(named),
    effect: estimate,
    simple: null,
    before,
    byPeriod,
    synthetic: {
      percent: percentOf(fit.after),
      p,
      among,
      missBefore: percentOf(fit.rmspeBefore),
      ratio: fit.ratio,
      donors: fit.donors
        .map((place, j) => ({ ...named(place), weight: fit.weights[j] as number }))
        .sort((a, b) => b.weight - a.weight || (a.place < b.place ? -1 : 1)),
      earlier,
      course: courses.periods.map((period, t) => ({
        period,
        actual: 100 + percentOf(fit.actual[t] as number),
        synthetic: 100 + percentOf(fit.synthetic[t] as number),
      })),
    },
    cautions: cautionsOf(ground, {
      treated: 1,
      comparable: park.comparable.length,
      before: before.p,
      miss: fit.rmspeBefore,
      earlier,
    }),
  };
}

/** A place with its names, by its code. */
export function namesIn({ places }: Pick<Ground, 'places'>) {
  const known = new Map(places.map(({ code, names }) => [code, names]));
  return (place: string) => ({ place, names: known.get(place) ?? { zh: place, en: place } });
}

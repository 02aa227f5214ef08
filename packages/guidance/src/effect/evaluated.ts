import type { Ground, GuidedPark } from '../ground/ground.ts';
import { type CityCourses, cityCourses, firstTreated, yearOf } from './city-courses.ts';
import { comparableCities } from './comparable-cities.ts';
import type { CannotTell, Untold } from './effect-result.ts';
import { type SyntheticCity, syntheticCity } from './synthetic-city.ts';

const needed = { before: 2, after: 1, comparable: 9 };
/** Cities that a park is compared with: of 39 the outermost ones bound 95 of 100 cases. */
const nearest = 39;

/** A park that can be compared. */
export interface EvaluatedPark {
  readonly park: GuidedPark;
  readonly start: number;
  readonly comparable: readonly string[];
}

/** What all parks are evaluated with. */
export interface Evaluation {
  readonly courses: CityCourses;
  /** Cities of the interior without a park that are told of in every period. */
  readonly pool: readonly string[];
  /**
   * A city's synthetic control from those most like it, without those that count as treated: the parks where none are
   * named. There are no more donors than periods before the start: with more, almost any city can be fitted, and a good fit
   * says nothing.
   */
  synthetic(place: string, start: number, treated?: ReadonlySet<string>): SyntheticCity;
}

/** @returns nothing where there are no statistics */
export function evaluationOf({ trade, places, parks }: Ground): Evaluation | undefined {
  if (!trade) return undefined;
  const courses = cityCourses(trade);
  const withPark = new Set(parks.map(({ place }) => place));
  const pool = places
    .filter(({ code, region }) => region !== 'east' && !withPark.has(code) && courses.of.has(code))
    .map(({ code }) => code);
  const all = [...pool, ...[...withPark].filter((place) => courses.of.has(place))];
  const alike = new Map<string, readonly string[]>();
  const found = new Map<string, SyntheticCity>();
  return {
    courses,
    pool,
    synthetic: (place, start, treated = withPark) => {
      const near = alike.get(`${place} ${start}`) ?? comparableCities(place, all, courses, start, all.length);
      alike.set(`${place} ${start}`, near);
      const donors = near.filter((one) => !treated.has(one)).slice(0, start);
      const key = [place, start, ...donors].join(' ');
      const fit = found.get(key) ?? syntheticCity(place, donors, courses, start);
      found.set(key, fit);
      return fit;
    },
  };
}

/** A park with the cities that it is compared with, or why it cannot be. */
export function evaluatedPark(
  evaluation: Evaluation | undefined,
  park: GuidedPark,
  comparison: 'nearest' | 'all',
): EvaluatedPark | CannotTell {
  const { recognised } = park;
  if (recognised === undefined) return cannotTell('not-recognised', undefined);
  if (!evaluation) return cannotTell('no-statistics', recognised);
  const { courses, pool } = evaluation;
  const start = firstTreated(courses.periods, recognised);
  const seen = { before: start, after: courses.periods.length - start, comparable: pool.length };
  if (seen.before < needed.before) return cannotTell('too-few-before', recognised, seen);
  if (seen.after < needed.after) return cannotTell('none-after', recognised, seen);
  if (!courses.of.has(park.place)) return cannotTell('city-not-told', recognised, seen);
  if (pool.length < needed.comparable) return cannotTell('too-few-comparable', recognised, seen);
  const count = comparison === 'all' ? pool.length : nearest;
  return { park, start, comparable: comparableCities(park.place, pool, courses, start, count) };
}

export function cannotTell(
  why: Untold,
  recognised: string | undefined,
  seen: { before: number; after: number; comparable: number } | undefined = undefined,
): CannotTell {
  const year = recognised === undefined ? undefined : yearOf(recognised);
  return {
    told: false,
    why,
    before: seen?.before ?? null,
    after: seen?.after ?? null,
    comparable: seen?.comparable ?? null,
    needed,
    load: year === undefined ? null : { from: year - 1, betterFrom: year - 5, to: year + 1 },
  };
}

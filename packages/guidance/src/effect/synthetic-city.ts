import { placeboInTime, type SyntheticControl, syntheticControl } from '@tidu/regional';
import { type CityCourses, coursesAgainstBefore, meanOf, percentOf } from './city-courses.ts';

/** A city beside the mix of others that went its way before. */
export interface SyntheticCity extends SyntheticControl {
  readonly donors: readonly string[];
  /** The city's own course, against its mean before. */
  readonly actual: readonly number[];
  /** Mean gap from the start on, in logarithms. */
  readonly after: number;
}

/** The synthetic control of a city from its donors. */
export function syntheticCity(
  place: string,
  donors: readonly string[],
  courses: CityCourses,
  start: number,
): SyntheticCity {
  const outcomes = coursesAgainstBefore(courses, [place, ...donors], start);
  const fit = syntheticControl(outcomes, 0, start);
  return {
    ...fit,
    ratio: ratioOf(fit),
    donors,
    actual: courses.periods.map((_, t) => outcomes.at(0, t)),
    after: meanOf(fit.gap.slice(start)),
  };
}

/**
 * As if it had begun two periods before it did, when nothing had happened; nothing where less than two would be left
 * before. Later periods are left out.
 */
export function pretendedEarlier(
  place: string,
  donors: readonly string[],
  courses: CityCourses,
  start: number,
): { from: string; percent: number; ratio: number } | null {
  const earlier = start - 2;
  if (earlier < 2) return null;
  const outcomes = coursesAgainstBefore(courses, [place, ...donors.slice(0, earlier)], earlier);
  const fit = placeboInTime(outcomes, 0, start, earlier);
  return {
    from: courses.periods[earlier] as string,
    percent: percentOf(meanOf(fit.gap.slice(earlier))),
    ratio: ratioOf(fit),
  };
}

/** A miss of less than a tenth of a percent before is chance, and must not make a small gap after look large. */
const leastMiss = 0.001;

const ratioOf = ({ rmspeBefore, rmspeAfter }: SyntheticControl): number =>
  rmspeAfter / Math.max(rmspeBefore, leastMiss);

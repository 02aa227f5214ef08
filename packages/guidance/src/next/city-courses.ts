import { rowOf } from '@tidu/regional';
import type { GuidedPlace } from '../ground/ground.ts';
import type { TradePanel } from '../ground/trade-panel.ts';

/** How exports went: in yuan of the latest period, and in percent against the one before. */
interface Course {
  readonly exports: number;
  readonly change: number;
}

/** How a city's exports went beside those of the other cities outside of the east. */
interface CityCourse extends Course {
  /** Its part of what these cities export, now and in the first period. */
  readonly share: number;
  readonly shareBefore: number;
  /** By change; 1 grows fastest. */
  readonly rank: number;
}

export interface CityCourses {
  /** Cities outside of the east that every period tells of, and all of them together. */
  readonly among: number;
  readonly together: Course;
  of(place: string): CityCourse | undefined;
}

/**
 * The exports of all goods of the cities outside of the east, over those that every period tells of.
 *
 *   change = 100 (X[last] / X[last − 1] − 1)
 */
export function cityCourses({ exports }: TradePanel, places: readonly GuidedPlace[]): CityCourses {
  const told = places
    .flatMap(({ code, region }) => {
      const r = region === 'east' ? -1 : exports.rows.indexOf(code);
      if (r < 0) return [];
      const course = exports.at.map((at) => [...rowOf(at, r)].reduce((sum, value) => sum + value, 0));
      return course.some(Number.isNaN) ? [] : [{ code, course }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const sum = (t: number) => told.reduce((all, { course }) => all + (course.at(t) as number), 0);
  const [first, last] = [sum(0), sum(-1)];
  const changes = told.map(({ course }) => changeOf(course));
  const courses = new Map(
    told.map(({ code, course }, k): [string, CityCourse] => [
      code,
      {
        exports: course.at(-1) as number,
        change: changes[k] as number,
        share: (course.at(-1) as number) / last,
        shareBefore: (course[0] as number) / first,
        rank: 1 + changes.filter((change) => change > (changes[k] as number)).length,
      },
    ]),
  );
  return {
    among: told.length,
    together: { exports: last, change: changeOf([sum(-2), last]) },
    of: (place) => courses.get(place),
  };
}

const changeOf = (course: readonly number[]): number =>
  100 * ((course.at(-1) as number) / (course.at(-2) as number) - 1);

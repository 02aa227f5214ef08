import type { Names } from '@tidu/reference';
import type { EffectResult } from '../effect/effect-result.ts';
import type { Promises } from '../effect/promises.ts';
import { resources } from '../ground/ground.ts';
import type { Sight } from './sight.ts';

/** How a park stands among the others: its city's course, what recognition changed, what its projects keep, what is not known. */
export interface ParkStanding {
  readonly id: string;
  readonly record: string;
  readonly names: Names;
  readonly place: string;
  /** Yuan of the latest period, percent against the one before, part of the exports of cities outside the east. */
  readonly exports: number | null;
  readonly change: number | null;
  readonly share: number | null;
  readonly shareBefore: number | null;
  /** Percent, beside comparable cities. */
  readonly effect: number | null;
  /** Yuan of the years for which both are told. */
  readonly promised: number | null;
  readonly reported: number | null;
  /** Of what it has left for newcomers, how many things are not stated; of how many. */
  readonly notStated: number;
  readonly stateable: number;
  readonly ties: number;
}

/** All parks, by id. */
export function standingOfParks(
  { ground, courses }: Sight,
  evaluated: EffectResult,
  told: Promises,
): ParkStanding[] {
  return ground.parks
    .map(({ id, record, names, place, left }) => {
      const course = courses?.of(place);
      const kept = told.projects
        .filter(({ park }) => park === record)
        .flatMap(({ years }) => years)
        .flatMap(({ promised, reported }) =>
          promised === null || reported === null ? [] : [{ promised, reported }],
        );
      const sum = (of: 'promised' | 'reported') =>
        kept.length === 0 ? null : kept.reduce((all, one) => all + one[of], 0);
      return {
        id,
        record,
        names,
        place,
        exports: course?.exports ?? null,
        change: finite(course?.change),
        share: finite(course?.share),
        shareBefore: finite(course?.shareBefore),
        effect: evaluated.parks.find((one) => one.record === record)?.effect?.percent ?? null,
        promised: sum('promised'),
        reported: sum('reported'),
        notStated: resources.filter((resource) => left[resource] === undefined).length,
        stateable: resources.length,
        ties: new Set(ground.ties.filter((tie) => tie.park === record).map((tie) => tie.partnerPlace)).size,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

import { names } from '@tidu/reference';
import { z } from 'zod';
import { effect } from '../effect/effect.ts';
import { promises } from '../effect/promises.ts';
import type { Guidance } from '../ground/guidance.ts';
import { limitKinds, limitUnits } from '../plan/limit-kinds.ts';
import { advice, weights } from './advice.ts';
import { adviceKinds, sureness } from './advice-kinds.ts';
import { dataAdvice } from './data-advice.ts';
import { effectAdvice } from './effect-advice.ts';
import { mobileAdvice, mobileGroups } from './mobile-groups.ts';
import { fullLimits, limitNames, oneMoreUnit } from './one-more-unit.ts';
import { inOrder } from './order.ts';
import { missingPairs } from './pair-advice.ts';
import { promisesAdvice } from './promises-advice.ts';
import { sightOf } from './sight.ts';
import { standingAdvice } from './standing-advice.ts';
import { finite, standingOfParks } from './standing-of-parks.ts';
import { dormantTies } from './ties-advice.ts';

const number = z.number().nullable();
const share = number;

const ministryNextResult = z
  .object({
    day: z.string(),
    measured: z.enum(['processing', 'all']).nullable(),
    synthetic: z.boolean(),
    periods: z.array(z.string()),
    programme: z.object({
      parks: z.int(),
      /** Parks whose city the statistics tell of in every period, and those of them that grow faster than the other cities. */
      told: z.int(),
      ahead: z.int(),
      /** Part of what the cities outside of the east export that the parks' cities have, now and in the first period. */
      share,
      shareBefore: share,
      /** Percent against the period before: the parks' cities, and all cities outside of the east. */
      change: number,
      othersChange: number,
      /** Percent since recognition, beside comparable cities. */
      effect: number,
    }),
    /** By id. */
    parks: z.array(
      z.object({
        id: z.string(),
        record: z.string(),
        names,
        place: z.string(),
        exports: number,
        change: number,
        share,
        shareBefore: share,
        effect: number,
        promised: number,
        reported: number,
        notStated: z.int(),
        stateable: z.int(),
        ties: z.int(),
      }),
    ),
    /** What may leave the east, the most first. */
    groups: z.array(
      z.object({
        group: z.string(),
        names,
        low: z.number(),
        mid: z.number(),
        high: z.number(),
        cities: z.array(z.object({ place: z.string(), names, movable: z.number() })),
      }),
    ),
    /** Limits of the plan of which one unit more would be worth something, the dearest first. */
    units: z.array(
      z.object({
        park: z.string(),
        kind: z.enum(limitKinds),
        names,
        unit: names,
        limit: z.number(),
        /** Yuan a year that one unit more adds, each counted by how well it fits. */
        worth: z.number(),
        sample: z.boolean(),
      }),
    ),
    weights,
    advice: z.array(advice),
  })
  .meta({ id: 'MinistryNext' });
export type MinistryNext = z.infer<typeof ministryNextResult>;

/** What the ministry should do next: where the programme works and where not, what moves, who is missing, what is not known. */
export const ministryNext: Guidance<Record<string, never>, MinistryNext> = {
  name: 'ministry-next',
  method: {
    text: 'the same advice for the programme as a whole; score = weight of the kind · extent · sureness',
    source: 'docs/methods/next-advice.md',
  },
  request: z.strictObject({}),
  result: ministryNextResult,
  async compute(ground) {
    const sight = await sightOf(ground);
    const evaluated = await effect.compute(ground, effect.request.parse({}));
    const told = await promises.compute(ground, {});
    const parks = standingOfParks(sight, evaluated, told);
    const groups = mobileGroups(sight);
    return {
      day: ground.day,
      measured: ground.trade?.measured ?? null,
      synthetic: ground.trade?.synthetic ?? false,
      periods: [...(ground.trade?.exports.periods ?? [])],
      programme: {
        parks: parks.length,
        ...coursesOfParks(sight.courses, parks),
        effect: evaluated.answer.told ? evaluated.answer.effect.percent : null,
      },
      parks,
      groups: groups.map((one) => ({ ...one, cities: [...one.cities] })),
      units: fullLimits(sight).map(({ park, kind, limit, worth }) => ({
        park,
        kind,
        names: limitNames[kind],
        unit: limitUnits[kind],
        limit,
        worth,
        sample: sight.plan?.sampleLimits.some((one) => one.park === park && one.kind === kind) ?? false,
      })),
      weights: {
        kinds: adviceKinds.map((one) => ({ ...one })),
        sureness: sureness.map((one) => ({ ...one })),
      },
      advice: inOrder([
        ...standingAdvice(sight, parks),
        ...mobileAdvice(sight, groups),
        ...ground.parks.flatMap((park) => dormantTies(sight, park, true)),
        ...missingPairs(sight),
        ...oneMoreUnit(sight),
        ...promisesAdvice(ground, told),
        ...effectAdvice(evaluated),
        ...dataAdvice(sight, evaluated),
      ]),
    };
  },
};

type Courses = Awaited<ReturnType<typeof sightOf>>['courses'];

/** The parks' cities together, over those that every period tells of; a city with two parks counts once. */
function coursesOfParks(courses: Courses, parks: MinistryNext['parks']) {
  const cities = [...new Set(parks.map(({ place }) => place))].sort();
  const told = cities.flatMap((place) => courses?.of(place) ?? []);
  const together = courses?.together;
  const now = told.reduce((sum, { exports }) => sum + exports, 0);
  const before = told.reduce((sum, { exports, change }) => sum + exports / (1 + change / 100), 0);
  return {
    told: told.length,
    ahead: told.filter(({ change }) => together !== undefined && change > together.change).length,
    share: told.length === 0 ? null : told.reduce((sum, one) => sum + one.share, 0),
    shareBefore: told.length === 0 ? null : told.reduce((sum, one) => sum + one.shareBefore, 0),
    change: told.length === 0 ? null : finite(100 * (now / before - 1)),
    othersChange: finite(together?.change),
  };
}

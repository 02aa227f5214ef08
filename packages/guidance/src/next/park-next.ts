import { names } from '@tidu/reference';
import { z } from 'zod';
import { effect } from '../effect/effect.ts';
import { promises } from '../effect/promises.ts';
import type { Guidance } from '../ground/guidance.ts';
import { advice, weights } from './advice.ts';
import { adviceKinds, sureness } from './advice-kinds.ts';
import { approachAdvice } from './approach-advice.ts';
import { capacityAdvice } from './capacity-advice.ts';
import { citiesForPark } from './cities-for-park.ts';
import { courseAdvice } from './course-advice.ts';
import { dataAdvice } from './data-advice.ts';
import { effectAdvice } from './effect-advice.ts';
import { goodsForPark } from './goods-for-park.ts';
import { groupsAdvice } from './groups-advice.ts';
import { measuresAdvice } from './measures-advice.ts';
import { oneMoreUnit } from './one-more-unit.ts';
import { inOrder } from './order.ts';
import { pairAdvice } from './pair-advice.ts';
import { promisesAdvice } from './promises-advice.ts';
import { parkNamed, sightOf } from './sight.ts';
import { finite } from './standing-of-parks.ts';
import { dormantTies } from './ties-advice.ts';

const request = z.strictObject({
  park: z.string().meta({ description: 'A park by its id or its record: `taiyuan`' }),
});

const number = z.number().nullable();

const parkNextResult = z
  .object({
    day: z.string(),
    park: z.object({ id: z.string(), record: z.string(), names, place: z.string() }),
    measured: z.enum(['processing', 'all']).nullable(),
    synthetic: z.boolean(),
    periods: z.array(z.string()),
    /** The park's city, all goods; nothing where the statistics do not tell of it in every period. */
    city: z.object({
      names,
      /** Yuan of the latest period, and percent against the period before. */
      exports: number,
      change: number,
      /** The cities outside of the east that every period tells of, together. */
      othersChange: number,
      /** Part of their exports, now and in the first period; place by change. */
      share: number,
      shareBefore: number,
      rank: z.int().nullable(),
      among: z.int(),
    }),
    /** Commodity groups of which something may move, the best for this park first; none where goods are not told. */
    goods: z.array(
      z.object({
        group: z.string(),
        names,
        /** Yuan a year that may leave eastern cities within three years, and its place among the groups, 0 to 1. */
        movable: z.number(),
        pull: z.number(),
        /** The city's place among those outside the east by relatedness and gain, 0 to 1. */
        take: z.number(),
        /** That its share rises, and the place of that among the cells of `prediction` for the city. */
        probability: number,
        foretold: z.int().nullable(),
        potential: z.number(),
      }),
    ),
    /** Eastern cities that the park is not tied to: yuan a year that may leave them, and what its city could take of it. */
    cities: z.array(z.object({ place: z.string(), names, leaves: z.number(), fits: z.number() })),
    weights,
    advice: z.array(advice),
  })
  .meta({ id: 'ParkNext' });
export type ParkNext = z.infer<typeof parkNextResult>;

const advisers = [courseAdvice, groupsAdvice, approachAdvice, capacityAdvice, measuresAdvice];

/** What a park should do next, in order, each with its reasons and where these stand. */
export const parkNext: Guidance<z.infer<typeof request>, ParkNext> = {
  name: 'park-next',
  method: {
    text: 'advice of each kind from all other guidance and from what the park states; score = weight of the kind · extent · sureness; nothing is advised on what is unknown but to state or to load it',
    source: 'docs/methods/next-advice.md',
  },
  request,
  result: parkNextResult,
  async compute(ground, asked) {
    const park = parkNamed(ground, asked.park);
    const sight = await sightOf(ground);
    const { id, record, names, place } = park;
    const goods = await goodsForPark(sight, park);
    const view = { park, goods, cities: citiesForPark(sight, park, goods) };
    const evaluated = await effect.compute(ground, effect.request.parse({ park: id }));
    const course = sight.courses?.of(place);
    return {
      day: ground.day,
      park: { id, record, names, place },
      measured: ground.trade?.measured ?? null,
      synthetic: ground.trade?.synthetic ?? false,
      periods: [...(ground.trade?.exports.periods ?? [])],
      city: {
        names: ground.places.find(({ code }) => code === place)?.names ?? names,
        exports: course?.exports ?? null,
        change: finite(course?.change),
        othersChange: finite(sight.courses?.together.change),
        share: course?.share ?? null,
        shareBefore: course?.shareBefore ?? null,
        rank: course?.rank ?? null,
        among: sight.courses?.among ?? 0,
      },
      goods: view.goods.map((one) => ({ ...one })),
      cities: view.cities.map((one) => ({ ...one })),
      weights: {
        kinds: adviceKinds.map((one) => ({ ...one })),
        sureness: sureness.map((one) => ({ ...one })),
      },
      advice: inOrder([
        ...(await Promise.all(advisers.map((adviser) => adviser(sight, view)))).flat(),
        ...dormantTies(sight, park),
        ...pairAdvice(sight, park),
        ...oneMoreUnit(sight, id),
        ...promisesAdvice(ground, await promises.compute(ground, { park: id }), park),
        ...effectAdvice(evaluated),
        ...dataAdvice(sight, evaluated, park),
      ]),
    };
  },
};

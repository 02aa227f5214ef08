import { names } from '@tidu/reference';
import { z } from 'zod';
import { capacityIndicators } from './capacity-indicator.ts';

const indicator = z.enum(capacityIndicators.map(({ indicator }) => indicator));
/** By each way of weighing. */
const byWeighing = z.object({ entropy: z.number(), critic: z.number(), equal: z.number() });

export const capacityResult = z.object({
  day: z.string(),
  /** Numbers made up for the demonstration count in the index. */
  sampleCounts: z.boolean(),
  /** Nothing where no statistics by city are loaded. */
  measured: z.enum(['processing', 'all']).nullable(),
  synthetic: z.boolean(),
  periods: z.array(z.string()),
  indicators: z.array(
    z.object({
      indicator,
      unit: z.string(),
      better: z.union([z.literal(1), z.literal(-1)]),
      /** Of how many parks it is known; of less than half it is left out of the index. */
      known: z.int(),
      /** Nothing where it is left out. */
      weights: byWeighing.nullable(),
    }),
  ),
  /** How many draws the ranks were taken of. */
  draws: z.int(),
  parks: z.array(
    z.object({
      id: z.string(),
      record: z.string(),
      names,
      place: z.string(),
      /** Nearness to the best that any park reaches, 0 to 1, by entropy weights; nothing where nothing is known. */
      index: z.number().nullable(),
      rank: z.int(),
      /** 90 of 100 draws of weights, scaling and what is unknown rank it within. */
      rankFrom: z.int(),
      rankTo: z.int(),
      rankMedian: z.int(),
      /** Part of the draws in which it is among the first three. */
      inFirstThree: z.number(),
      ranks: byWeighing,
      /** Part of the entropy weights that rests on something known. */
      known: z.number(),
      values: z.array(
        z.object({
          indicator,
          value: z.number().nullable(),
          date: z.string().nullable(),
          source: z.string().nullable(),
          of: z.string().nullable(),
          sample: z.boolean(),
        }),
      ),
    }),
  ),
});
export type CapacityResult = z.infer<typeof capacityResult>;

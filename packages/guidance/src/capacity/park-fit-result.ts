import { names } from '@tidu/reference';
import { z } from 'zod';
import { comparedFigure, toldRoute } from '../comparison/comparison.ts';
import { sureness } from '../comparison/cost-facts.ts';
import { itemNames } from '../comparison/cost-item.ts';
import { resources } from '../ground/ground.ts';

const yuan = z.number();

const stated = z.object({
  value: z.number(),
  unit: names,
  date: z.string().optional(),
  source: z.string().optional(),
  sample: z.boolean(),
});

const park = z.object({
  id: z.string(),
  record: z.string(),
  names,
  place: z.string(),
  leading: z.array(names),
  /** What is left, as the park states it; what it does not state is absent. */
  left: z.partialRecord(z.enum(resources), stated),
  /** Ways to the quay; nothing where the pack does not know where the park lies. */
  access: z.object({ routes: z.array(toldRoute), figures: z.array(comparedFigure) }).nullable(),
  ties: z.array(
    z.object({
      kind: z.enum(['pairing', 'agreement']),
      record: z.string(),
      names,
      partnerPlace: z.string(),
      sample: z.boolean(),
    }),
  ),
});

/** The city of a park in one group; nothing where the statistics do not tell it. */
const fit = z.object({
  park: z.string(),
  group: z.string(),
  /** Yuan of the latest period, and yuan of a period gained each year beyond what the group grew everywhere. */
  exports: yuan.nullable(),
  gainPerYear: yuan.nullable(),
  quotient: z.number().nullable(),
  /** How much of what is related to the group the city has, 0 to 1, and its rank among the parks. */
  density: z.number().nullable(),
  densityRank: z.int().nullable(),
  gradient: z.object({ coefficient: z.number(), basis: z.enum(['lq', 'lq·cp', 'lq·cp·ccor']) }).nullable(),
});

const firm = z.object({
  profile: z.string(),
  names,
  note: names,
  sure: z.enum(sureness),
  source: z.string(),
  /** The groups that it stands for. */
  groups: z.array(z.object({ id: z.string(), names })),
  /** Items of cost that are known in every park and counted, and those that are not. */
  compared: z.array(z.enum(itemNames)),
  leftOut: z.array(z.enum(itemNames)),
  /** The least cost first. */
  parks: z.array(
    z.object({
      park: z.string(),
      rank: z.int(),
      /** Ten years of cost, discounted, after what measures give; and in 10 and 90 of 100 draws of what is uncertain. */
      npv: yuan,
      p10: yuan,
      p90: yuan,
      /** Part of the draws in which the park costs least. */
      first: z.number(),
      /** What measures give, ten years discounted; it is counted in `npv`. */
      measures: yuan.nullable(),
    }),
  ),
});

export const parkFitResult = z.object({
  day: z.string(),
  measured: z.enum(['processing', 'all']).nullable(),
  synthetic: z.boolean(),
  periods: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), names })),
  parks: z.array(park),
  rows: z.array(fit),
  firms: z.array(firm),
});
export type ParkFit = z.infer<typeof parkFitResult>;

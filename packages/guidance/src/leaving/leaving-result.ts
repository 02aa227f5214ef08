import { names } from '@tidu/reference';
import { z } from 'zod';
import { range, sureness } from '../comparison/cost-facts.ts';
import { pressureParts } from './pressure-part.ts';

const part = z.enum(pressureParts.map(({ part }) => part));
const yuan = z.number();

/** Yuan of exports a year. */
const movableVolume = z.object({ low: yuan, mid: yuan, high: yuan });
export type MovableVolume = z.infer<typeof movableVolume>;

const row = z.object({
  place: z.string(),
  names,
  group: z.string(),
  /** Yuan of the latest period, and their part of the group in the nation. */
  exports: yuan,
  nationShare: z.number(),
  /** Yuan of a period that are lost each year; negative where it gains. */
  lossPerYear: yuan.nullable(),
  /** 0 to 1, and within which it lies whichever window and weights are taken and whatever is unknown. */
  pressure: z.number().nullable(),
  from: z.number(),
  to: z.number(),
  /** Among the eastern places that export the group; 1 is the highest pressure. */
  rank: z.int(),
  rankFrom: z.int(),
  rankTo: z.int(),
  /** Part of the weights that rests on something known. */
  known: z.number(),
  parts: z.array(z.object({ part, value: z.number().nullable(), score: z.number().nullable() })),
  /** In how many periods in a row its part of the group fell; nothing where the last step is not told. */
  falling: z.object({ periods: z.int(), sinceBeginning: z.boolean() }).nullable(),
  movable: movableVolume.nullable(),
});
export type LeavingRow = z.infer<typeof row>;

/** A fact of the pack as it holds for a place. */
const costOfPlace = z.object({
  place: z.string(),
  /** The place that the fact is of: the place itself, or its province. */
  of: z.string(),
  value: z.union([z.number(), range]),
  unit: z.string(),
  date: z.string(),
  sure: z.enum(sureness),
  source: z.string(),
  /** As compared: the middle of a range, brought to `levelOf`. */
  level: z.number(),
});

const costOfPlaces = z.object({
  cost: z.enum(['wage', 'power']),
  item: z.string(),
  names,
  /** The year to which all are brought; nothing where they stay as dated. */
  levelOf: z.string().nullable(),
  parkMedian: z.number().nullable(),
  parks: z.array(costOfPlace),
  places: z.array(costOfPlace),
});
export type CostOfPlaces = z.infer<typeof costOfPlaces>;

export const leavingResult = z.object({
  measured: z.enum(['processing', 'all']),
  synthetic: z.boolean(),
  periods: z.array(z.string()),
  /** Of a period. */
  months: z.int(),
  /** Over how many steps back losses were reckoned; the last is the one that the pressure rests on. */
  windows: z.array(z.int()),
  /** Years over which the pace of the past is carried on. */
  horizon: z.int(),
  weights: z.array(
    z.object({ part, weight: z.number(), none: z.number(), full: z.number(), unit: z.string() }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      names,
      /** Of the nation's exports of the group over places: 1 where one place has all. */
      concentration: z.number().nullable(),
      /** How much of a yuan of output goes to labour. */
      pay: z
        .object({
          value: z.union([z.number(), range]),
          date: z.string(),
          sure: z.enum(sureness),
          source: z.string(),
          note: names,
        })
        .nullable(),
    }),
  ),
  costs: z.array(costOfPlaces),
  /** How many there are, of which `rows` shows those asked for. */
  count: z.int(),
  rows: z.array(row),
});
export type LeavingResult = z.infer<typeof leavingResult>;

import { names } from '@tidu/reference';
import { z } from 'zod';

const number = z.number().nullable();

/** Percent of exports, with the interval and how sure it is (0.95: in 95 of 100 cases). */
const estimate = z.object({
  percent: z.number(),
  low: number,
  high: number,
  level: z.number(),
  /** Chance of at least as much where nothing had an effect. */
  p: number,
});
export type Estimate = z.infer<typeof estimate>;

const cautions = [
  'registration',
  'all-trade',
  'chosen',
  'anticipation',
  'spillover',
  'few-treated',
  'few-comparable',
  'differed-before',
  'poor-fit',
  'differs-earlier',
] as const;
export type Caution = (typeof cautions)[number];

const untold = [
  'no-statistics',
  'not-recognised',
  'city-not-told',
  'too-few-before',
  'none-after',
  'too-few-comparable',
] as const;
export type Untold = (typeof untold)[number];

const cannotTell = z.object({
  told: z.literal(false),
  why: z.enum(untold),
  /** Periods there are before and after, and how many are needed. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  comparable: z.int().nullable(),
  needed: z.object({ before: z.int(), after: z.int(), comparable: z.int() }),
  /** Years to load: at least from the first, better from the second, and to the last. */
  load: z.object({ from: z.int(), betterFrom: z.int(), to: z.int() }).nullable(),
});
export type CannotTell = z.infer<typeof cannotTell>;

const relativePeriod = z.object({
  /** Periods since the first treated one; −1 is the one before, against which it is measured. */
  relative: z.int(),
  percent: z.number(),
  low: number,
  high: number,
});

const told = z.object({
  told: z.literal(true),
  /** First period that counts as treated, and how many parks start in it. */
  starts: z.array(z.object({ period: z.string(), parks: z.int() })),
  treated: z.int(),
  /** Cities of the interior without a park that it is compared with. */
  comparable: z.array(z.object({ place: z.string(), names })),
  /** By difference in differences. */
  effect: estimate,
  /** The same by unit and period effects with errors clustered by city; for a park alone there are none. */
  simple: estimate.nullable(),
  /** Whether it differed before already: the test's statistic, and its chance where it did not. */
  before: z.object({ statistic: z.number(), degrees: z.int().nullable(), p: z.number() }).nullable(),
  byPeriod: z.array(relativePeriod),
  synthetic: z.object({
    percent: z.number(),
    /** Rank of the park among all, each taken for treated; of the programme, among draws of as many cities. */
    p: z.number(),
    /** How many the rank is among. */
    among: z.int(),
    /** How well the mix fits before, in percent, and how much worse after. */
    missBefore: z.number(),
    ratio: z.number(),
    donors: z.array(z.object({ place: z.string(), names, weight: z.number() })),
    earlier: z.object({ from: z.string(), percent: z.number(), ratio: z.number() }).nullable(),
    /** 100 is the mean of the periods before. */
    course: z.array(z.object({ period: z.string(), actual: z.number(), synthetic: z.number() })),
  }),
  cautions: z.array(z.enum(cautions)),
});
export type ToldEffect = z.infer<typeof told>;

const answer = z.discriminatedUnion('told', [told, cannotTell]);

export const effectResult = z
  .object({
    of: z.enum(['programme', 'park']),
    park: z.object({ id: z.string(), record: z.string(), names, place: z.string() }).nullable(),
    measured: z.enum(['processing', 'all']).nullable(),
    synthetic: z.boolean(),
    periods: z.array(z.string()),
    answer,
    /** Each park by itself, where the programme is asked about. */
    parks: z.array(
      z.object({
        record: z.string(),
        id: z.string(),
        names,
        place: z.string(),
        effect: estimate.nullable(),
        synthetic: z.object({ percent: z.number(), p: z.number() }).nullable(),
        why: z.enum(untold).nullable(),
      }),
    ),
  })
  .meta({ id: 'Effect' });
export type EffectResult = z.infer<typeof effectResult>;

import { names } from '@tidu/reference';
import { z } from 'zod';
import { markets } from './company-plan.ts';
import { labourItems, range, sureness } from './cost-facts.ts';
import { itemNames } from './cost-item.ts';

const years = z.array(z.number());
const item = z.enum(itemNames);

const missing = z.object({ fact: z.string().optional(), field: z.string().optional(), names }).meta({
  description:
    'A fact that the pack has not, or a field of the plan; `field` is where the company may enter it',
});

/** A number that the comparison rests on. */
export const comparedFigure = z.object({
  id: z.string(),
  names,
  place: z.string().optional(),
  low: z.number(),
  likely: z.number(),
  high: z.number(),
  shape: z.enum(['point', 'uniform', 'triangular']),
  unit: z.string(),
  date: z.string().optional(),
  sure: z.enum([...sureness, 'own']),
  source: z.string().optional(),
  note: names.optional(),
});

/** One item of what a place costs; an unknown one has no years and is in no sum. */
const costOfItem = z.object({
  item,
  names,
  basis: names,
  formula: z.string(),
  /** Ids of the figures it rests on. */
  figures: z.array(z.string()),
  missing: z.array(missing),
  /** Yuan of the first … tenth year; what is received is negative. */
  years: years.optional(),
  npv: z.number().optional(),
  /** NPV with every uncertain figure at its low or its high end. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** Known in every place, so that it counts in the comparison. */
  compared: z.boolean(),
});

const given = z.object({
  measure: z.string(),
  title: names,
  verdict: z.enum(['given', 'not-eligible', 'unknown', 'not-in-force', 'excluded']),
  years: years.optional(),
  total: z.number().optional(),
  /** Fields to be filled in before more can be said. */
  open: z.array(z.string()),
  /** Which condition of the measure fails, counted from 0. */
  failed: z.int().optional(),
  /** The measure that gives more, where both cannot be had. */
  by: z.string().optional(),
});

/** A record that tells days, where it comes from and how sure it is. */
const told = z.object({ source: z.string(), date: z.string(), sure: z.enum(sureness) });

const gate = z.object({ id: z.string(), names });

export const toldRoute = z.object({
  mode: z.enum(['road', 'rail', 'river']),
  by: gate.optional(),
  port: gate.optional(),
  km: z.number(),
  cnyPerTeu: range.extend({ likely: z.number() }).optional(),
  days: range.optional(),
  /** Ids of the figures that the cost rests on. */
  figures: z.array(z.string()),
  daysFrom: z.array(told),
  missing: z.array(missing),
  /** The cheapest of those whose cost is known. */
  taken: z.boolean(),
});

const wayToMarket = z.object({
  to: z.enum(markets),
  by: z.enum(['sea', 'china-europe-rail']),
  gateway: gate.optional(),
  inland: range.optional(),
  /** From the gateway to the market. */
  onward: range.optional(),
  days: range.optional(),
  daysFrom: z.array(told),
  missing: z.array(missing),
});

/** A figure of the statistics about how deep suppliers and labour are in a place. */
const depthFigure = z.object({
  name: z.enum(['exports', 'specialisation']),
  /** HS chapter. */
  chapter: z.string(),
  value: z.number(),
  unit: z.string(),
  /** The place or province that it is of. */
  place: z.string(),
  period: z.string(),
  /** Rests on made-up statistics. */
  synthetic: z.boolean(),
  /** By which it is found again: the request of a figure with its digest, or a question with the loads that answered. */
  receipt: z.union([
    z.object({ request: z.unknown(), sha256: z.string() }),
    z.object({
      query: z.unknown(),
      loads: z.array(z.object({ id: z.number(), file: z.string(), sha256: z.string() })),
    }),
  ]),
});
export type DepthFigure = z.infer<typeof depthFigure>;

/** How many people live in a place or around it, and how much of them the jobs of the plan would take. */
const peopleThere = z.object({
  item: z.enum(labourItems),
  names,
  value: z.number(),
  /** The place that it is of: the park's own, or a wider one where nothing is told of it. */
  place: z.string(),
  date: z.string(),
  sure: z.enum(sureness),
  source: z.string(),
  note: names.optional(),
  /** Jobs at full production over people; nothing where jobs are open, or the number is of a wider place. */
  jobsShare: z.number().optional(),
});

const placeCompared = z.object({
  park: z.string(),
  code: z.string(),
  names,
  /** 1 is the least cost. */
  rank: z.int(),
  items: z.array(costOfItem),
  /** Sum of the items that are known in every place: by this places are compared. */
  compared: z.object({ years, npv: z.number() }),
  /** Sum of all items that are known here, and those that it leaves out. */
  known: z.object({ years, npv: z.number(), leavesOut: z.array(item) }),
  measures: z.array(given),
  routes: z.array(toldRoute),
  markets: z.array(wayToMarket),
  depth: z.array(depthFigure),
  /** Empty where the pack tells nothing. */
  people: z.array(peopleThere),
});

const perPlace = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

export const comparisonSchema = z.object({
  /** The day on which the project begins, and whether the plan says so. */
  start: z.object({ date: z.iso.date(), assumed: z.boolean() }),
  /** Share of full production by year, and whether the plan says so. */
  ramp: z.object({ shares: years, assumed: z.boolean() }),
  horizon: z.int(),
  /** Id of the figure of the discount rate. */
  rate: z.string(),
  /** Items known in every place, and those that are not, with where. */
  compared: z.array(item),
  leftOut: z.array(z.object({ item, unknownIn: z.array(z.string()), missing: z.array(missing) })),
  figures: z.array(comparedFigure),
  /** Facts that places have of different years: what differs may be the years. */
  ofDifferentYears: z.array(z.object({ item: z.string(), names, from: z.string(), to: z.string() })),
  /** The least cost first. */
  places: z.array(placeCompared),
  /** What bonded treatment keeps from being paid in a year at full production. */
  suspended: z.object({ dutyCny: z.number(), vatCny: z.number() }).optional(),
  /** NPV of each item less that of the reference; the parts of a place add up to the difference of the sums. */
  waterfall: z.object({
    reference: z.string(),
    places: perPlace(z.object({ parts: z.array(z.object({ item, npv: z.number() })), total: z.number() })),
  }),
  /** Change of NPV when one figure alone goes to its low or high end; the widest first. */
  tornado: z.array(
    z.object({ figure: z.string(), places: perPlace(z.object({ low: z.number(), high: z.number() })) }),
  ),
  draws: z.object({
    seed: z.int(),
    count: z.int(),
    /** Ids of the figures that are drawn. */
    drawn: z.array(z.string()),
    places: perPlace(
      z.object({
        p10: z.number(),
        p50: z.number(),
        p90: z.number(),
        /** Share of the draws in which the place costs least; of equal places the first by code. */
        first: z.number(),
      }),
    ),
  }),
  /** At which value of one figure the first two places change; without `at` at none within reason, from half to twice. */
  flips: z
    .object({
      first: z.string(),
      second: z.string(),
      figures: z.array(z.object({ figure: z.string(), now: z.number(), at: z.number().optional() })),
    })
    .optional(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

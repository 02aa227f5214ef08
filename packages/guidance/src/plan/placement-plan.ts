import { z } from 'zod';
import { limitKinds } from './limit-kinds.ts';

const kind = z.enum(limitKinds);
const yuan = z.number().nonnegative().describe('Yuan a year');
const perYuan = z.number().describe('Benefit of each yuan moved; 1 is as good as can be');
const benefit = z.number().describe('Yuan a year, each counted by its value');

/** Something that holds a plan back. Which of the parts are there depends on the rule. */
const ruleOfPlan = z.strictObject({
  rule: z.enum(['volume', 'limit', 'least', 'most', 'pairing', 'required', 'lot']),
  origin: z.string().optional(),
  group: z.string().optional(),
  park: z.string().optional(),
  kind: kind.optional(),
});
export type RuleOfPlan = z.infer<typeof ruleOfPlan>;

const valued = z.strictObject({
  value: perYuan,
  terms: z.array(z.strictObject({ term: z.string(), weight: z.number(), value: z.number().nullable() })),
  pairing: perYuan,
  preference: perYuan,
});

const fullLimit = z.strictObject({
  rule: ruleOfPlan,
  price: perYuan.describe('What the goods would have to pay for it'),
  short: z.number().describe('How much more of it one lot would need, in its unit; 0 where there is no lot'),
});

const nextBest = valued.extend({
  park: z.string(),
  behind: perYuan.describe('By how much its value would have to be higher to be as good, all prices counted'),
  full: z.array(fullLimit),
});

const placement = valued.extend({
  origin: z.string(),
  group: z.string(),
  park: z.string(),
  amount: yuan,
  paid: perYuan.describe('What is full in the park, as a price that the goods pay'),
  next: nextBest.nullable().describe('Null where there is no other park'),
});
export type Placement = z.infer<typeof placement>;

const limitOfPark = z.strictObject({
  park: z.string(),
  kind,
  limit: z.number(),
  used: z.number(),
  full: z.boolean(),
  price: benefit
    .nullable()
    .describe('Of one unit more, with the same placements chosen; null where it was not asked'),
  priceOpen: benefit
    .nullable()
    .describe(
      'Of one unit more where other placements may be chosen instead, lots apart; null where there is no plan',
    ),
  holds: z
    .strictObject({ from: z.number(), to: z.number().nullable() })
    .nullable()
    .describe('Limits between which the price stays; to null: without end'),
});
export type LimitOfPark = z.infer<typeof limitOfPark>;

const conflict = z.strictObject({
  rules: z.array(
    z.strictObject({
      rule: ruleOfPlan,
      bound: z.number().describe('What it says now: yuan, units of the limit, or a share of the even split'),
      resolvedAt: z
        .number()
        .nullable()
        .describe('Changed to this, alone, the conflict is gone; null where only dropping it helps'),
    }),
  ),
});
export type Conflict = z.infer<typeof conflict>;

const blockingPair = z.strictObject({
  origin: z.string(),
  group: z.string(),
  park: z.string(),
  instead: z.string().nullable().describe('The park that it got; null: it stays'),
  firmGains: perYuan,
  displaces: z
    .strictObject({ origin: z.string(), group: z.string(), parkGains: perYuan })
    .nullable()
    .describe('What the park would give up for it; null: it has room'),
});
export type BlockingPair = z.infer<typeof blockingPair>;

/** What goes where: the answer to a placement problem, or why there is none. */
export const placementPlan = z.strictObject({
  status: z
    .enum(['planned', 'impossible', 'not-found'])
    .describe('Not found: neither a plan nor a proof that there is none'),
  objective: benefit,
  bound: benefit.describe('No plan whatever can be better than this'),
  gap: z.number().nonnegative().describe('(bound − objective) ÷ bound'),
  approximate: z.boolean().describe('Not searched to the end; the gap says how far it may be off at most'),
  placements: z.array(placement),
  moved: yuan,
  movable: yuan,
  stays: z.array(
    z.strictObject({
      origin: z.string(),
      group: z.string(),
      amount: yuan,
      why: z.enum(['no-value', 'full', 'unknown-value', 'below-lot']),
    }),
  ),
  parks: z.array(
    z.strictObject({
      park: z.string(),
      amount: yuan,
      evenSplits: z.number().nullable(),
      least: yuan,
      most: yuan.nullable(),
    }),
  ),
  limits: z.array(limitOfPark),
  unlimited: z
    .array(z.strictObject({ park: z.string(), kind }))
    .describe('Unlimited because the limit is not known'),
  needsUnknown: z
    .array(z.strictObject({ group: z.string(), kind }))
    .describe('Not counted against the limits because the need is not known'),
  valuesUnknown: z.array(z.strictObject({ term: z.string(), pairs: z.int().positive() })),
  conflicts: z.array(conflict),
  blocking: z.array(blockingPair).describe('Those by which firms gain most, a hundred at most'),
  blockingInAll: z.int().nullable().describe('Null where it was not asked: of an approximation'),
  work: z
    .strictObject({ pairs: z.int(), searched: z.int(), nodes: z.int() })
    .describe('Pairs of goods and parks; those that the search had to look into; nodes of its tree'),
});
export type PlacementPlan = z.infer<typeof placementPlan>;

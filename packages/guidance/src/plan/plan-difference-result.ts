import { z } from 'zod';
import { limitKinds } from './limit-kinds.ts';

const yuan = z.number().nonnegative().describe('Yuan a year');
const benefit = z.number().describe('Yuan a year, each counted by its value');

const moved = z.strictObject({
  origin: z.string(),
  group: z.string(),
  park: z.string(),
  before: yuan,
  after: yuan,
  why: z
    .array(z.enum(['volume', 'value', 'limit', 'price']))
    .describe(
      'What of it is another: what is movable, its value there, a limit of the park, what it pays for full limits there; nothing: others have moved',
    ),
});

const limitChanged = z.strictObject({
  park: z.string(),
  kind: z.enum(limitKinds),
  limit: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  used: z.strictObject({ before: z.number().nullable(), after: z.number().nullable() }),
  priceOpen: z.strictObject({ before: benefit.nullable(), after: benefit.nullable() }),
});

/** What is another in a second plan. */
export const planDifference = z.strictObject({
  objective: benefit.describe('After − before; comparable where the weights are the same'),
  moved: z.number().describe('After − before, yuan a year'),
  uncertain: benefit.describe(
    'By so much both plans together may be below the best: less difference says nothing',
  ),
  placements: z.array(moved).describe('The most yuan first'),
  limits: z.array(limitChanged).describe('Whose bound is another, or which is full in one of the two alone'),
  parks: z.array(z.strictObject({ park: z.string(), before: yuan, after: yuan })),
});
export type PlanDifference = z.infer<typeof planDifference>;

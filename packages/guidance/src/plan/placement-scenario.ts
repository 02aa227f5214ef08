import { z } from 'zod';
import { limitKinds } from './limit-kinds.ts';
import { problemShape } from './placement-problem.ts';

export const suitabilityTerms = ['relatedness', 'cost', 'distance', 'links', 'ties'] as const;
export type SuitabilityTerm = (typeof suitabilityTerms)[number];

const weight = (of: number) => z.number().min(0).max(1).default(of);
const weights = z.strictObject({
  relatedness: weight(0.4),
  cost: weight(0.25),
  distance: weight(0.15),
  links: weight(0.1),
  ties: weight(0.1),
});

const { preferences, excluded, required, lot, movable } = problemShape.shape;
const [goods] = [movable.element];

/** A question put to the plan: what is weighed how, and what is set by hand. What is not set comes from the ground. */
export const placementScenario = z.strictObject({
  weights: weights.prefault({}),
  quickFrom: weights
    .optional()
    .describe(
      'Answers at once and approximately, from where the plan of these weights stands; the gap says how far off',
    ),
  movable: z
    .enum(['low', 'mid', 'high'])
    .default('mid')
    .describe('How much of what is likely to move is placed; docs/methods/leaving.md'),
  volumes: z.array(goods).default([]).describe('Set by hand; 0 takes goods out'),
  limits: z
    .array(
      z.strictObject({
        park: z.string().min(1),
        kind: z.enum(limitKinds),
        limit: z.number().nonnegative().nullable().describe('Null lifts the limit'),
      }),
    )
    .default([])
    .describe('Set by hand, in the unit of the kind'),
  needs: z
    .array(
      z.strictObject({
        group: z
          .string()
          .min(1)
          .optional()
          .describe('All groups where absent; one that is named goes before'),
        kind: z.enum(limitKinds),
        need: z.number().nonnegative(),
      }),
    )
    .default([])
    .describe(
      'What 亿元 of goods a year needs, set by hand where the pack does not know or is wrong for the place',
    ),
  bonus: z.number().min(0).max(1).default(0.1).describe('Of an agreed pairing, for each yuan'),
  shares: z
    .array(
      z.strictObject({ origin: z.string().min(1), park: z.string().min(1), share: z.number().min(0).max(1) }),
    )
    .default([])
    .describe('What part of all that is movable of the origin goes to the park at least'),
  preferences,
  excluded,
  required,
  least: z.number().nonnegative().default(0.1).describe('Times the even split that every park gets at least'),
  most: z
    .number()
    .positive()
    .nullable()
    .default(3)
    .describe('Times the even split at most; null: no such rule'),
  lot: lot.unwrap().default(1e7),
});
export type PlacementScenario = z.infer<typeof placementScenario>;

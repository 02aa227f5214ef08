import { names } from '@tidu/reference';
import { z } from 'zod';
import { parties } from './framework.ts';
import { prefilled } from './prefilled.ts';

const settled = z.object({
  value: z.number().nullable(),
  previous: z.number().nullable().optional(),
  evidence: z.boolean().optional(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

const byParty = z.partialRecord(z.enum(parties), z.number());
const agreement = z.object({ indicator: z.string(), points: byParty, answers: byParty, apart: z.number() });

const counted = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  previous: z.number().nullable().optional(),
  /** Whose value it is. */
  by: z.enum(['settled', 'system', 'answers', 'nobody']),
  points: z.number().nullable(),
  counted: z.number(),
});

const result = z.object({
  values: z.array(counted),
  groups: z.array(z.number()),
  total: z.number(),
  rank: z.number(),
  from: z.number(),
  to: z.number(),
  /** How many were ranked. */
  of: z.number(),
  unknown: z.number(),
  /** Mean points of all parks by group, in the framework's order. */
  meanOfGroups: z.array(z.number()),
  next: z
    .object({
      rank: z.number(),
      gap: z.number(),
      steps: z.array(
        z.object({ indicator: z.string(), from: z.number(), to: z.number(), value: z.number().nullable() }),
      ),
    })
    .optional(),
  agreement: z.array(agreement),
});
export type AssessmentResult = z.infer<typeof result>;

/** What is special, said by the park. */
export const characteristics = z.object({
  text: z.string().trim().max(5000),
  evidence: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
});

/** One park in one round. */
export const assessment = z.object({
  round: z.string(),
  year: z.int(),
  park: z.object({ id: z.string(), names, territory: z.string(), packId: z.string().optional() }),
  region: z.string(),
  /** The park's own organisation. */
  organisation: z.string(),
  /** Ids of the indicators of the round's framework. */
  indicators: z.array(z.string()),
  prefilled: z.record(z.string(), prefilled),
  settled: z.record(z.string(), settled).default({}),
  characteristics: characteristics.optional(),
  result: result.optional(),
  /** What the park says to its score. */
  response: z.object({ text: z.string(), by: z.string(), at: z.string() }).optional(),
});
export type Assessment = z.infer<typeof assessment>;

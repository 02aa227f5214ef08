import { names } from '@tidu/reference';
import { z } from 'zod';
import { framework } from './framework.ts';

const date = z.iso.date();
const month = '\\d{4}(-\\d{2})?';

const standing = z.object({
  /** Id of the park's record. */
  park: z.string(),
  /** Id of the park's assessment. */
  assessment: z.string(),
  names,
  region: z.string(),
  territory: z.string(),
  /** Points of each group, in the framework's order. */
  groups: z.array(z.number()),
  /** Points that are added up, by indicator: from these ranks under other weights are reckoned. */
  counted: z.array(z.number()),
  total: z.number(),
  rank: z.number(),
  from: z.number(),
  to: z.number(),
  /** Per cent of the weight of which nothing is known. */
  unknown: z.number(),
});
export type RoundStanding = z.infer<typeof standing>;

const proposed = z.object({
  park: z.string(),
  rule: z.string(),
  proposes: z.enum(['warn', 'exit']),
  years: z.array(z.int()),
  certain: z.boolean(),
  decision: z
    .object({ followed: z.boolean(), reason: z.string(), by: z.string(), at: z.string() })
    .optional(),
});

/** A round of assessment: a year, a framework that is frozen when it opens, and what came of it. */
export const round = z.object({
  title: names,
  year: z.int().min(2000).max(2100),
  /** Which months of the statistics count: `2024`, or `2025-01..2025-06`. */
  period: z
    .string()
    .regex(new RegExp(`^${month}(\\.\\.${month})?$`), 'a period is 2024, 2024-03 or 2024-01..2024-06'),
  /** Until when parties answer. */
  deadline: date,
  /** Until when parks may answer to their score. */
  consultationUntil: date.optional(),
  /** Id of a framework of the pack, from which the copy is made. */
  frameworkId: z.string(),
  framework: framework.optional(),
  /** Receipts of the figures that were filled in, by checksum. */
  receipts: z.record(z.string(), z.unknown()).default({}),
  standings: z.array(standing).default([]),
  proposals: z.array(proposed).default([]),
  /** Why it was taken up again, or cancelled; the newest last. */
  reasons: z.array(z.object({ act: z.string(), reason: z.string(), at: z.string() })).default([]),
});
export type Round = z.infer<typeof round>;

/** What a round is made from; everything else comes of its acts. */
export const roundPlan = round.pick({
  title: true,
  year: true,
  period: true,
  deadline: true,
  consultationUntil: true,
});

import { z } from 'zod';

/** A checkpoint as it travels. */
export const checkpoint = z.object({
  format: z.literal('tidu-audit-checkpoint/1'),
  lines: z.int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  key: z.string(),
  signature: z.string(),
});

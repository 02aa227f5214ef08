import { z } from 'zod';

/**
 * Where a fact comes from. A record of a pack names its source by `id`; what the copy at hand
 * does not tell (a document number, a date, an address) is absent, not invented.
 */
export const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  issuer: z.string().optional(),
  number: z.string().optional(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  url: z.url().optional(),
  licence: z.string().optional(),
  /** How far the copy can be trusted, when it is not the issuer's own. */
  note: z.string().optional(),
});
export type Source = z.infer<typeof source>;

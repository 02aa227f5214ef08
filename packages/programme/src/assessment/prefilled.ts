import { names } from '@tidu/reference';
import { z } from 'zod';

/** A value that the system found, with where it was found. */
export const prefilled = z.object({
  /** `null` where the system looked and there is nothing to find. */
  value: z.number().nullable(),
  previous: z.number().nullable().optional(),
  at: z.string(),
  /** Checksums of the receipts of figures, kept with the round. */
  receipts: z.array(z.string()).default([]),
  /** Ids of the records that were counted. */
  records: z.array(z.string()).default([]),
  /** How it came about, or why there is none. */
  note: names,
});
export type Prefilled = z.infer<typeof prefilled>;

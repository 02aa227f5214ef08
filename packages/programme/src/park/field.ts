import { names } from '@tidu/reference';
import { z } from 'zod';

const fieldGroups = ['place', 'industry', 'capacity', 'transport', 'contact'] as const;

/** What can be said of a park: data of a pack. */
export const parkField = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  group: z.enum(fieldGroups),
  name: names,
  /** What its facts hold. */
  value: z.enum(['amount', 'text', 'distance', 'contact', 'zones']),
  /** Unit of amounts. */
  unit: names.optional(),
  /** Several facts hold side by side: contacts. Of one that is not, a new fact supersedes the old. */
  many: z.boolean(),
  /** What everybody sees of a published profile, unless the park decides otherwise. */
  public: z.boolean(),
  source: z.string(),
});
export type ParkField = z.infer<typeof parkField>;

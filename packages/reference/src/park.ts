import { z } from 'zod';
import { names } from './place.ts';

/** A value with the source that says so; unknown facts are absent. */
const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, date: z.string().optional(), source: z.string(), note: names.optional() });

export const zone = z.strictObject({
  name: names,
  areaKm2: z.number().positive().optional(),
  industries: z.array(names).default([]),
  source: z.string(),
});

/** A national processing trade industrial park: one park, one to three zones. */
export const park = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  order: z.int().positive(),
  name: names,
  place: z.string(),
  batch: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  areaKm2: sourced(z.number().positive()).optional(),
  zones: z.array(zone).default([]),
  leadingIndustries: z.array(sourced(names)).default([]),
  partners: z.array(sourced(z.strictObject({ name: names, place: z.string().optional() }))).default([]),
  agglomerations: z.array(sourced(z.string())).default([]),
  /** Further facts, each a sentence with its source. */
  facts: z.array(sourced(names)).default([]),
  source: z.string(),
});
export type Park = z.infer<typeof park>;

export const batch = z.strictObject({
  id: z.string(),
  name: names,
  notices: z.array(
    z.strictObject({
      kind: z.enum(['call', 'public-notice', 'list', 'explanation']),
      date: z.string(),
      source: z.string(),
    }),
  ),
  facts: z.array(sourced(names)),
});
export type Batch = z.infer<typeof batch>;

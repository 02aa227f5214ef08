import { z } from 'zod';

/** The four regions of the National Bureau of Statistics. */
export const regions = ['east', 'central', 'west', 'northeast'] as const;
export type Region = (typeof regions)[number];

/** The regions that undertake what the east gives up. */
export const undertakingRegions = ['central', 'west', 'northeast'] as const satisfies Region[];

export const names = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).meta({ id: 'Names' });
export type Names = z.infer<typeof names>;
export const words = (zh: string, en: string): Names => ({ zh, en });

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const placeLevels = ['country', 'province', 'prefecture', 'county', 'zone', 'district'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/**
 * A place that statistics can speak of, under its code at a date.
 *
 * - `country`, `province`, `prefecture`, `county`: six digits of GB/T 2260 (`100000` is the country);
 * - `zone`: a development zone or new area that the customs publish separately, `zone-…`; it lies
 *   *inside* its parent and must never be added to it;
 * - `district`: a five-digit customs place, whose prefix is not the one of GB/T 2260.
 *
 * A municipality (Beijing, Tianjin, Shanghai, Chongqing) is a province without prefectures and
 * stands for itself where prefectures are compared.
 */
export const place = z.strictObject({
  code: z.string().regex(/^(\d{6}|\d{4}[0-9A-Z]|zone-[0-9a-z-]+)$/),
  level: z.enum(placeLevels),
  name: names,
  short: names.optional(),
  parent: z.string().optional(),
  /** Absent for Hong Kong, Macao and Taiwan, which the four regions do not include. */
  region: z.enum(regions).optional(),
  longitude: z.number().min(73).max(136).optional(),
  latitude: z.number().min(3).max(54).optional(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  source: z.string(),
});
export type Place = z.infer<typeof place>;

/** Another name under which a table prints a place; dated where the renaming is. */
export const placeAlias = z.strictObject({
  name: z.string().min(1),
  code: z.string(),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  source: z.string(),
});
export type PlaceAlias = z.infer<typeof placeAlias>;

export const agglomeration = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: names,
  members: z.array(z.string()).min(1),
  /** Members that lie outside the four regions or whose membership is doubtful. */
  doubtful: z.array(z.string()).default([]),
  source: z.string(),
  note: names.optional(),
});
export type Agglomeration = z.infer<typeof agglomeration>;

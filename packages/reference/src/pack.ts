import { z } from 'zod';
import type { Commodity } from './commodity.ts';
import type { EditionInForce } from './edition.ts';
import type { Batch, Park } from './park.ts';
import type { Agglomeration, Place, PlaceAlias } from './place.ts';
import { names } from './place.ts';
import type { PlaceEvent } from './place-event.ts';
import type { Source } from './source.ts';
import type { SupervisionMode, TradeMode } from './trade-mode.ts';

/** What is true of one country only, as data. Read by `readPack` from a folder. */
export interface Pack {
  readonly id: string;
  readonly name: { zh: string; en: string };
  readonly edition: string;
  /** The country by its three letters of ISO 3166, by which international files name it. */
  readonly iso3?: string | undefined;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly aliases: readonly PlaceAlias[];
  readonly placeEvents: readonly PlaceEvent[];
  readonly agglomerations: readonly Agglomeration[];
  readonly batches: readonly Batch[];
  readonly parks: readonly Park[];
  readonly tradeModes: readonly TradeMode[];
  readonly supervisionModes: readonly SupervisionMode[];
  readonly partners: readonly Partner[];
  readonly commodities: readonly Commodity[];
  readonly units: readonly Unit[];
  readonly unitFactors: readonly UnitFactor[];
  /** Which edition of the Harmonized System the statistics are in, since when. */
  readonly editions: readonly EditionInForce[];
  /** When monthly statistics come out, where that is known or assumed. */
  readonly publication?: Publication | undefined;
}

/** A trade partner: three digits of the customs' own list, re-assigned in part in 2023. */
export const partner = z.strictObject({
  code: z.string().regex(/^\d{3}$/),
  name: names,
  iso3: z.string().optional(),
  source: z.string(),
});
export type Partner = z.infer<typeof partner>;

export const unit = z.strictObject({ code: z.string(), name: names.shape.zh, source: z.string() });
export type Unit = z.infer<typeof unit>;

/** The day of the following month by which the figures of a month are out. */
export const publication = z.strictObject({
  day: z.int().min(1).max(28),
  /** January's figures come out with February's. */
  januaryWithFebruary: z.boolean().default(false),
  /** From how many days on a file that came later counts as late. */
  graceDays: z.int().min(0).default(0),
  source: z.string(),
});
export type Publication = z.infer<typeof publication>;

const whole = z.coerce.number().int().positive();
/** A unit that is exactly so many of another: an amount × `times` ÷ `per` is in `base`. */
export const unitFactor = z.strictObject({
  unit: z.string(),
  base: z.string(),
  times: whole,
  per: whole,
  source: z.string(),
});
export type UnitFactor = z.infer<typeof unitFactor>;

export const packManifest = z.strictObject({
  id: z.string(),
  name: names,
  edition: z.string(),
  iso3: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  publication: publication.optional(),
});

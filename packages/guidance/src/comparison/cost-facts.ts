import { placesAround } from '@tidu/policy';
import { names } from '@tidu/reference';
import { z } from 'zod';

/** How far a fact can be trusted: the issuer's own, as reported, computed, or a proposal that is to be checked. */
export const sureness = ['official', 'press', 'derived', 'proposal'] as const;
export type Sure = (typeof sureness)[number];

export const range = z
  .strictObject({ low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, { error: 'low is at most high' });
export type Range = z.infer<typeof range>;

const value = z.union([z.number(), range]);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month or a day');

const fact = {
  item: z.string().min(1),
  value,
  unit: z.string().min(1),
  date,
  sure: z.enum(sureness),
  source: z.string().min(1),
  note: names.optional(),
};

export const placeCost = z.strictObject({ place: z.string().regex(/^\d{6}$/, 'a GB/T 2260 code'), ...fact });
export const nationalFigure = z.strictObject(fact);

/** What is told of the people of a place, the nearest to hands that could work first. */
export const labourItems = ['people.working-age', 'people.resident'] as const;

export const labourFigure = placeCost.extend({
  item: z.enum(labourItems),
  value: z.int().positive(),
  unit: z.literal('people'),
});

export const gateway = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: names,
  kind: z.enum(['seaport', 'riverport', 'railhead', 'airport', 'border']),
  place: z.string().regex(/^\d{6}$/, 'a GB/T 2260 code'),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
  source: z.string().min(1),
});
export type Gateway = z.infer<typeof gateway>;

export const freightRate = z.strictObject({
  mode: z.enum(['road', 'rail', 'river', 'sea', 'china-europe-rail', 'air']),
  per: z.enum(['TEU', 'TEU-km', 'tonne-km', 'kg', 'detour']),
  /** A gateway, a place, or a market. */
  from: z.string().optional(),
  to: z.string().optional(),
  value: value.optional(),
  unit: z.string(),
  days: value.optional(),
  daysPerKm: z.number().positive().optional(),
  date,
  sure: z.enum(sureness),
  source: z.string().min(1),
  note: names.optional(),
});
export type FreightRate = z.infer<typeof freightRate>;

/** One value with all that is known of where it comes from. */
export interface Fact {
  readonly item: string;
  /** Where it holds; nothing for a national figure or a rate between two ends. */
  readonly place?: string | undefined;
  readonly value: number | Range;
  readonly unit: string;
  readonly date: string;
  readonly sure: Sure;
  readonly source: string;
  readonly note?: z.infer<typeof names> | undefined;
}

/** What places cost, as a pack tells it. */
export interface Costs {
  readonly places: readonly z.infer<typeof placeCost>[];
  readonly national: readonly z.infer<typeof nationalFigure>[];
  readonly gateways: readonly Gateway[];
  readonly freight: readonly FreightRate[];
  readonly labour: readonly z.infer<typeof labourFigure>[];
}

/** A fact of a place: the nearest place that has it, then the latest date. */
export const placeFact = ({ places }: Costs, item: string, place: string): Fact | undefined =>
  nearest(
    places.filter((one) => one.item === item),
    place,
  );

/** A number of people of a place: as of costs, the nearest place that has it, then the latest date. */
export const labourFact = ({ labour }: Costs, item: (typeof labourItems)[number], place: string) =>
  nearest(
    labour.filter((one) => one.item === item),
    place,
  );

function nearest<T extends { readonly place: string; readonly date: string }>(
  some: readonly T[],
  place: string,
): T | undefined {
  for (const around of placesAround(place).reverse()) {
    const found = latest(some.filter((one) => one.place === around));
    if (found) return found;
  }
  return undefined;
}

/** A national figure of the latest date. */
export const nationalFact = ({ national }: Costs, item: string): Fact | undefined =>
  latest(national.filter((one) => one.item === item));

/** A national figure of one year. */
export const nationalFactOf = ({ national }: Costs, item: string, year: string): Fact | undefined =>
  latest(national.filter((one) => one.item === item && one.date.startsWith(year)));

/** A rate along a mode that names no ends, as a fact `freight.road.TEU-km`. */
export function freightFact({ freight }: Costs, mode: FreightRate['mode'], per: FreightRate['per']) {
  return asFact(
    latest(
      freight.filter((one) => one.mode === mode && one.per === per && !one.from && one.value !== undefined),
    ),
  );
}

/**
 * What is known of a journey from a gateway to a place or market: a record of the gateway itself first, then of the places that
 * it lies in, from the nearest on; the latest of them.
 * @param has whether a record says what is asked for
 */
export function journey(
  { freight }: Costs,
  mode: FreightRate['mode'],
  from: Pick<Gateway, 'id' | 'place'>,
  to: readonly string[],
  has: (rate: FreightRate) => boolean,
): FreightRate | undefined {
  const along = freight.filter(
    (one) => one.mode === mode && one.per === 'TEU' && to.includes(one.to ?? '') && has(one),
  );
  for (const end of [from.id, ...placesAround(from.place).reverse()]) {
    const found = latest(along.filter((one) => one.from === end));
    if (found) return found;
  }
  return undefined;
}

/** A rate as a fact among others; nothing where the record tells days alone. */
export const asFact = (rate: FreightRate | undefined): Fact | undefined =>
  rate?.value === undefined
    ? undefined
    : {
        item: ['freight', rate.mode, rate.per, rate.from, rate.to]
          .filter((part) => part !== undefined)
          .join('.'),
        value: rate.value,
        unit: rate.per === 'detour' ? rate.unit : `${rate.unit}/${rate.per}`,
        date: rate.date,
        sure: rate.sure,
        source: rate.source,
        note: rate.note,
      };

const latest = <T extends { readonly date: string }>(some: readonly T[]): T | undefined =>
  some.reduce<T | undefined>((found, one) => (!found || one.date > found.date ? one : found), undefined);

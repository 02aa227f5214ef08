import { type Pack, type Period, type Place, type Region, regions } from '@tidu/reference';
import type { Answer, Dimension, Query } from '@tidu/trade';
import type { Ask } from './figure.ts';
import type { NoteCode } from './note.ts';

/** What figures compare. A region is the sum of its provinces; a municipality is its own prefecture. */
export const levels = ['region', 'province', 'prefecture'] as const;
export type Level = (typeof levels)[number];

/** Amounts by place; a place of which nothing is known has no entry. */
export type Amounts = ReadonlyMap<string, number>;

/** The question that all figures by place begin with. */
export function amountsQuestion(
  ask: Ask,
  level: Level,
  period: Period = ask.period,
  { by = [], where = {} }: { by?: readonly Dimension[]; where?: Query['where'] } = {},
): Query {
  return {
    measure: 'value',
    by: [...by, level === 'prefecture' ? 'prefecture' : 'province'],
    where: { ...where, ...(ask.processing ? { processing: ['true'] } : {}) },
    flow: ask.flow,
    period,
    ...(ask.parameters.currency === 'USD' ? { currency: 'USD' } : {}),
    ...(ask.asKnownAt === undefined ? {} : { asKnownAt: ask.asKnownAt }),
  };
}

/** The rows of an answer at the level on which its question was put, of places that the pack knows. */
export function valuesOf(answer: Answer | undefined, level: Level, pack: Pack): Amounts {
  const dimension = level === 'prefecture' ? 'prefecture' : 'province';
  const places = new Set(pack.places.map((place) => place.code));
  const values = new Map<string, number>();
  for (const row of answer?.rows ?? []) {
    const code = row[dimension];
    if (code !== undefined && row.value !== null && places.has(code)) values.set(code, row.value);
  }
  return values;
}

/**
 * The same, of amounts. One below zero is what a downward revision of the year to date leaves of
 * a month: that month is unknown.
 */
export const amountsOf = (answer: Answer | undefined, level: Level, pack: Pack): Amounts =>
  new Map([...valuesOf(answer, level, pack)].filter(([, amount]) => amount >= 0));

/** Provinces into regions. A region is unknown only when all its provinces are. */
export function byRegion(provinces: Amounts, pack: Pack): Amounts {
  const regionOf = regionOfPlace(pack);
  const amounts = new Map<string, number>();
  for (const region of regions) {
    const members = [...provinces].filter(([code]) => regionOf(code) === region);
    if (members.length > 0) amounts.set(region, total(members.map(([, amount]) => amount)));
  }
  return amounts;
}

export const atLevel = (provincesOrPrefectures: Amounts, level: Level, pack: Pack): Amounts =>
  level === 'region' ? byRegion(provincesOrPrefectures, pack) : provincesOrPrefectures;

export const total = (amounts: Iterable<number>): number => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
};

/** The region that a place lies in, by its province where it does not say. */
export function regionOfPlace(pack: Pack): (code: string) => Region | undefined {
  const places = new Map(pack.places.map((place) => [place.code, place]));
  return (code) => {
    let place: Place | undefined = places.get(code);
    while (place && place.region === undefined) place = places.get(place.parent ?? '');
    return place?.region;
  };
}

/**
 * Codes of the places of a level within the four regions, as of the end of the period. Among the
 * prefectures a municipality, and a county directly under a province, stands for itself.
 */
export function placesAt(level: 'province' | 'prefecture', pack: Pack, { to }: Period): string[] {
  const regionOf = regionOfPlace(pack);
  const day = `${to}-28`;
  const valid = pack.places.filter(
    ({ code, validFrom = '', validTo = '9999' }) =>
      validFrom <= day && day < validTo && regionOf(code) !== undefined,
  );
  const divided = new Set(valid.flatMap((place) => (place.level === 'prefecture' ? [place.parent] : [])));
  const standsForItself = (place: Place): boolean =>
    place.level === 'prefecture' ||
    (place.level === 'province' && !divided.has(place.code)) ||
    (place.level === 'county' && divided.has(place.parent));
  return valid
    .filter(level === 'province' ? (place) => place.level === 'province' : standsForItself)
    .map((place) => place.code)
    .sort();
}

/** How many places the figure rests on, of how many, and which are missing. */
export function placeCoverage(
  amounts: Amounts,
  level: Level,
  pack: Pack,
  period: Period,
): { coverage: { level: string; named: number; of: number; missing: string[] }; notes: NoteCode[] } {
  const asked = level === 'prefecture' ? 'prefecture' : 'province';
  const places = placesAt(asked, pack, period);
  const missing = places.filter((code) => !amounts.has(code));
  return {
    coverage: { level: asked, named: places.length - missing.length, of: places.length, missing },
    notes: missing.length > 0 ? ['places-missing'] : [],
  };
}

/** Unknown is null on the wire. */
export const known = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

export const percent = (fraction: number | undefined): number | null =>
  known(fraction === undefined ? undefined : fraction * 100);

export const levelOf = (ask: Ask): Level =>
  levels.find((level) => level === ask.parameters.level) ?? 'province';

export const levelParameter = (allowed: readonly Level[], initial: Level = 'province') => ({
  level: { default: initial, describe: 'which places are compared', values: allowed },
});

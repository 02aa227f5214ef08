import { type Flow, type Region, regions } from '@tidu/reference';
import type { City } from './city.ts';
import { anchorYear, type Gradient, type Move, parkPercent, wholeNation } from './gradient.ts';
import { apportion, type Draw } from './random.ts';

export type OneWay = Exclude<Flow, 'total'>;
export const oneWays = ['export', 'import'] as const satisfies OneWay[];
export const kinds = ['processing', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** What is known of the nation before any row is drawn; rows only divide it. Amounts in yuan. */
export interface Truth {
  readonly synthetic: true;
  readonly seed: number;
  readonly years: readonly [first: number, last: number];
  readonly rows: number;
  /** Processing trade, exports plus imports, by city code and year. */
  readonly processing: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly regions: readonly RegionMonth[];
  /** Percent of the nation's processing trade, by year and region; exact to 0.0001. */
  readonly processingShares: Readonly<Record<string, Readonly<Record<Region, number>>>>;
  /** The park cities' share in the processing trade of central, west and northeast, in 2020; null where no row is of 2020. */
  readonly parks: {
    readonly places: readonly string[];
    readonly year: number;
    readonly percent: number;
    readonly ofParks: number;
    readonly ofUndertakingRegions: number;
  } | null;
  readonly moves: readonly Move[];
  /** Percentage points of the nation's processing trade that the east loses a year. */
  readonly eastLosesPerYear: number;
}

export interface RegionMonth {
  readonly region: Region;
  readonly flow: OneWay;
  readonly month: string;
  readonly value: number;
  readonly processing: number;
}

/** Processing and other trade of the whole nation in a year; multiples of a million yuan. */
const nationTotal = (kind: Kind, year: number): number =>
  kind === 'processing'
    ? 7_600_000_000_000 + (year - anchorYear) * 100_000_000_000
    : 24_600_000_000_000 + (year - anchorYear) * 1_200_000_000_000;

/** February is the month of the spring festival. */
const monthWeights = [8, 6, 8, 8, 8, 8, 8, 9, 9, 9, 9, 10];

/** Yuan by city, kind, flow and month: small, and independent of how many rows divide it. */
export type Ledger = (city: number, kind: Kind, flow: OneWay, year: number, month: number) => number;

/**
 * Divides the nation's year into cities by their shares, and each city's year into flows and months.
 * @param otherShares parts per million of the nation's other trade, by city in the order of `cities`
 */
export function makeLedger(
  cities: readonly City[],
  years: readonly number[],
  flows: readonly OneWay[],
  gradient: Gradient,
  otherShares: readonly number[],
  draw: Draw,
): Ledger {
  const cells = new Map<string, number[]>();
  for (const [c, city] of cities.entries()) {
    for (const kind of kinds) {
      const exportWeight = (kind === 'processing' ? 60 : 52) + Math.floor(draw() * 10);
      for (const year of years) {
        const parts = kind === 'processing' ? gradient.share(city.code, year) : (otherShares[c] as number);
        const total = (nationTotal(kind, year) / wholeNation) * parts;
        const byFlow = apportion(
          total,
          flows.map((flow) => (flow === 'export' ? exportWeight : 100 - exportWeight)),
        );
        for (const [f, flow] of flows.entries()) {
          const weights = monthWeights.map((weight) => weight * 100 + Math.floor(draw() * 100));
          cells.set(`${c} ${kind} ${flow} ${year}`, apportion(byFlow[f] as number, weights));
        }
      }
    }
  }
  return (city, kind, flow, year, month) => cells.get(`${city} ${kind} ${flow} ${year}`)?.[month - 1] ?? 0;
}

/** Adds the ledger up into what tests and training compare with. */
export function truthOf(
  nation: { seed: number; rows: number; years: readonly [number, number]; flows: readonly OneWay[] },
  cities: readonly City[],
  gradient: Gradient,
  ledger: Ledger,
): Truth {
  const { seed, rows, flows } = nation;
  const years = yearsOf(nation.years);
  const processing: Record<string, Record<string, number>> = {};
  const cells = new Map<string, { value: number; processing: number }>();
  for (const [c, city] of cities.entries()) {
    const byYear: Record<string, number> = {};
    for (const year of years) {
      for (const flow of flows) {
        for (let month = 1; month <= 12; month++) {
          const key = `${city.region} ${flow} ${monthName(year, month)}`;
          const cell = cells.get(key) ?? { value: 0, processing: 0 };
          const processed = ledger(c, 'processing', flow, year, month);
          cell.value += processed + ledger(c, 'other', flow, year, month);
          cell.processing += processed;
          cells.set(key, cell);
          byYear[year] = (byYear[year] ?? 0) + processed;
        }
      }
    }
    processing[city.code] = byYear;
  }
  const sum = (year: number, keep: (city: City) => boolean): number =>
    cities.reduce((total, city) => total + (keep(city) ? (processing[city.code]?.[year] ?? 0) : 0), 0);
  const points = (region: Region, year: number): number =>
    cities.reduce(
      (total, { code, region: own }) => total + (own === region ? gradient.share(code, year) : 0),
      0,
    ) /
    (wholeNation / 100);
  return {
    synthetic: true,
    seed,
    years: nation.years,
    rows,
    processing,
    regions: [...cells].map(([key, cell]) => {
      const [region, flow, month] = key.split(' ') as [Region, OneWay, string];
      return { region, flow, month, ...cell };
    }),
    processingShares: Object.fromEntries(
      years.map((year) => [
        year,
        Object.fromEntries(regions.map((region) => [region, points(region, year)])) as Record<Region, number>,
      ]),
    ),
    parks: years.includes(anchorYear)
      ? {
          places: cities.filter((city) => city.park).map((city) => city.code),
          year: anchorYear,
          percent: parkPercent,
          ofParks: sum(anchorYear, (city) => city.park),
          ofUndertakingRegions: sum(anchorYear, (city) => city.region !== 'east'),
        }
      : null,
    moves: gradient.moves,
    eastLosesPerYear: points('east', anchorYear) - points('east', anchorYear + 1),
  };
}

export const yearsOf = ([first, last]: readonly [number, number]): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

export const monthName = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

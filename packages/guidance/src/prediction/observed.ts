import type { Region } from '@tidu/reference';
import type { Panel } from '@tidu/regional';
import { type Costs, nationalFactOf, placeFact } from '../comparison/cost-facts.ts';
import { wageSeriesFor } from '../comparison/labour.ts';
import type { Ground } from '../ground/ground.ts';
import { GuidanceRefused } from '../ground/guidance.ts';
import { tradeOf } from '../ground/trade-of.ts';

/** What is foretold from: a panel, and what is known of its places. Any panel of places × groups × periods will do. */
export interface Observed {
  /** Exports, or whatever share of the nation is foretold. */
  readonly exports: Panel;
  /** Nothing where the statistics tell none. */
  readonly imports?: Panel | undefined;
  /** In the order of the panel's rows. */
  readonly places: readonly ObservedPlace[];
  /** ln(average wage of the place / of the country) as published for a year up to that one; NaN where it is not. */
  wageGap(code: string, year: number): number;
}

interface ObservedPlace {
  readonly region: Region;
  /** Year in which a park of the programme was recognised in it; nothing where there is none. */
  readonly parkSince?: number | undefined;
}

/** Where no wages are known. */
export const unknownWages = (): number => Number.NaN;

/** The year in which a period lies: 2024 of `2024` and of `2024-01..2024-06`. */
export const yearOf = (period: string): number => Number(period.slice(0, 4));

/** The period so many of its kind later: `2024-01..2024-06` and 3 → `2027-01..2027-06`. */
export const periodAfter = (period: string, by: number): string =>
  period.replace(/\d{4}/g, (year) => String(Number(year) + by));

/** @throws GuidanceRefused `no-statistics` */
export function observedOf(ground: Ground): Observed {
  const { places, parks, costs } = ground;
  const trade = tradeOf(ground);
  const placeOf = new Map(places.map((place) => [place.code, place]));
  const since = new Map(
    parks.flatMap(({ place, recognised }) => (recognised ? [[place, yearOf(recognised)] as const] : [])),
  );
  return {
    exports: trade.exports,
    imports: trade.imports,
    places: trade.exports.rows.map((code) => {
      const region = placeOf.get(code)?.region;
      if (!region) throw new GuidanceRefused('place-unknown', `no place "${code}"`, 'update the pack');
      return { region, parkSince: since.get(code) };
    }),
    wageGap: wageGaps(costs, trade.exports.rows),
  };
}

function wageGaps(costs: Costs, codes: readonly string[]): Observed['wageGap'] {
  const series = wageSeriesFor(costs, codes);
  const published = costs.places.filter(({ item }) => item === series);
  return (code, year) => {
    const then = { ...costs, places: published.filter(({ date }) => yearOf(date) <= year) };
    const own = placeFact(then, series, code);
    const nation = own && nationalFactOf(costs, series, own.date.slice(0, 4));
    return typeof own?.value === 'number' && typeof nation?.value === 'number'
      ? Math.log(own.value / nation.value)
      : Number.NaN;
  };
}

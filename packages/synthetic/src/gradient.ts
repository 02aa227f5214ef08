/**
 * Where processing trade is, and where it is moving: shares of the nation in parts per million,
 * anchored in 2020 and moving in a straight line from each origin to each destination.
 *
 *   share[c, y] = anchor[c] + (y − 2020) · (Σ moves to c − Σ moves from c)
 *
 * In 2020 the central, west and northeast hold 20 % of the nation, and the park cities 39 % of that.
 */
import type { City } from './city.ts';
import { apportion, type Draw, size } from './random.ts';
import { NationRefused } from './refusal.ts';

export const anchorYear = 2020;
export const wholeNation = 1_000_000;
const undertaking = 200_000;
export const parkPercent = 39;
const parks = (undertaking * parkPercent) / 100;

/** Processing trade that leaves one city for another each year, in parts per million of the nation's. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly partsPerYear: number;
}

export interface Gradient {
  readonly anchor: ReadonlyMap<string, number>;
  readonly moves: readonly Move[];
  /** Parts per million of the nation's processing trade. */
  share(city: string, year: number): number;
}

/** @throws NationRefused when the pack has no city in the east or none without a park in the interior */
export function makeGradient(cities: readonly City[], draw: Draw): Gradient {
  const east = shuffled(
    cities.filter((city) => city.region === 'east'),
    draw,
  ).sort((a, b) => Number(b.coastal) - Number(a.coastal));
  const interior = cities.filter((city) => city.region !== 'east');
  const withPark = shuffled(
    interior.filter((city) => city.park),
    draw,
  );
  const withoutPark = shuffled(
    interior.filter((city) => !city.park),
    draw,
  );
  if (east.length < 2 || withPark.length === 0 || withoutPark.length === 0) {
    throw new NationRefused(
      'a gradient needs two cities in the east and, in the interior, one with a park and one without',
    );
  }
  const origins = east.slice(0, Math.min(5, east.length - 1));
  const destinations = [...withPark.slice(0, 8), ...withoutPark.slice(0, 4)];
  const moves = destinations.map((to, i) => ({
    from: (origins[i % origins.length] as City).code,
    to: to.code,
    partsPerYear: i % 2 === 0 ? 600 : 400,
  }));

  const anchor = new Map<string, number>();
  const spread = (group: readonly City[], parts: number, least: number) => {
    const weights = group.map(() => size(draw()));
    apportion(parts, weights, least).forEach((part, i) => {
      anchor.set((group[i] as City).code, part);
    });
  };
  const large = withoutPark.slice(0, 4);
  const small = withoutPark.slice(4);
  const forLarge = small.length === 0 ? undertaking - parks : 4_000 * large.length;
  spread(withPark, parks, 3_000);
  spread(large, forLarge, 3_500);
  if (small.length > 0) spread(small, undertaking - parks - forLarge, 50);
  spread(origins, 300_000, 40_000);
  spread(east.slice(origins.length), wholeNation - undertaking - 300_000, 100);

  const pace = new Map<string, number>();
  for (const { from, to, partsPerYear } of moves) {
    pace.set(from, (pace.get(from) ?? 0) - partsPerYear);
    pace.set(to, (pace.get(to) ?? 0) + partsPerYear);
  }
  return {
    anchor,
    moves,
    share(city, year) {
      const share = (anchor.get(city) ?? 0) + (year - anchorYear) * (pace.get(city) ?? 0);
      if (share <= 0) {
        throw new NationRefused(
          `in ${year} no processing trade would be left in ${city}: ask for years nearer to ${anchorYear}`,
        );
      }
      return share;
    },
  };
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

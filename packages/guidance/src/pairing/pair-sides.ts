import type { ChoosingSide } from '@tidu/regional';
import type { GuidedPark, GuidedPlace } from '../ground/ground.ts';
import type { AdvisedPair } from './pairing-result.ts';

/** Both sides with their lists, over the places that are free. */
export function sidesOf(
  cities: readonly GuidedPlace[],
  parks: readonly GuidedPark[],
  pairs: readonly AdvisedPair[],
  freeAtCity: (city: GuidedPlace) => number,
  freeAtPark: (park: GuidedPark) => number,
): { readonly cities: ChoosingSide; readonly parks: ChoosingSide } {
  const cityAt = new Map(cities.map(({ code }, c) => [code, c]));
  const parkAt = new Map(parks.map(({ record }, p) => [record, p]));
  const list = (
    of: readonly AdvisedPair[],
    rank: 'cityRank' | 'parkRank',
    at: (pair: AdvisedPair) => number | undefined,
  ) =>
    of
      .filter((pair) => pair[rank] !== null)
      .sort((a, b) => (a[rank] as number) - (b[rank] as number))
      .flatMap((pair) => at(pair) ?? []);
  const [ofCity, ofPark] = [Map.groupBy(pairs, ({ city }) => city), Map.groupBy(pairs, ({ park }) => park)];
  return {
    cities: {
      preferences: cities.map(({ code }) =>
        list(ofCity.get(code) ?? [], 'cityRank', ({ park }) => parkAt.get(park)),
      ),
      capacity: cities.map((city) => Math.max(0, freeAtCity(city))),
    },
    parks: {
      preferences: parks.map(({ record }) =>
        list(ofPark.get(record) ?? [], 'parkRank', ({ city }) => cityAt.get(city)),
      ),
      capacity: parks.map((park) => Math.max(0, freeAtPark(park))),
    },
  };
}

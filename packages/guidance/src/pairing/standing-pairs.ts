import type { Ground } from '../ground/ground.ts';
import { keyOf } from './pair-lists.ts';
import type { AdvisedPair, PairingAdvice } from './pairing-result.ts';

/** What is agreed already, one entry for a city and a park however many records tell of it. */
export function standingPairs(
  { ties, parks, places }: Pick<Ground, 'ties' | 'parks' | 'places'>,
  pairs: readonly AdvisedPair[],
): PairingAdvice['standing'] {
  const known = new Map(pairs.map((pair) => [keyOf(pair), pair]));
  const agreed = Map.groupBy(ties, ({ partnerPlace, park }) => keyOf({ city: partnerPlace, park }));
  return [...agreed].flatMap(([key, [tie, ...others]]) => {
    const park = parks.find(({ record }) => record === tie?.park);
    if (!tie || !park) return [];
    const pair = known.get(key) ?? {
      city: tie.partnerPlace,
      cityNames: places.find(({ code }) => code === tie.partnerPlace)?.names ?? tie.names,
      park: park.record,
      parkNames: park.names,
      parkPlace: park.place,
      cityScore: null,
      parkScore: null,
      cityRank: null,
      parkRank: null,
      terms: [],
      goods: [],
    };
    return [
      {
        pair,
        records: [tie, ...others].map(({ kind, record, state }) => ({ kind, record, state })),
        sample: [tie, ...others].every(({ sample }) => sample),
        far: farDown(pair, pairs),
      },
    ];
  });
}

/** Whether both stand in the lower half of each other's lists. */
function farDown(
  { city, park, cityRank, parkRank }: AdvisedPair,
  pairs: readonly AdvisedPair[],
): boolean | null {
  if (cityRank === null || parkRank === null) return null;
  const listed = (is: (pair: AdvisedPair) => boolean) =>
    pairs.filter((pair) => pair.cityRank !== null && is(pair)).length;
  return (
    cityRank > listed((pair) => pair.city === city) / 2 && parkRank > listed((pair) => pair.park === park) / 2
  );
}

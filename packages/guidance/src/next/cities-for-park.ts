import type { Names } from '@tidu/reference';
import type { GuidedPark } from '../ground/ground.ts';
import type { GoodsForPark } from './goods-for-park.ts';
import type { Sight } from './sight.ts';

/** An eastern city as seen from a park. */
export interface CityForPark {
  readonly place: string;
  readonly names: Names;
  /** Yuan a year that may leave it within three years, and how much of that the park's city could take. */
  readonly leaves: number;
  readonly fits: number;
}

const shown = 10;

/**
 * Eastern cities that a park is not tied to yet and is not advised to pair with, by how much may leave them that its city could take:
 *
 *   fits[c] = Σ_i movable[c,i] · take[p,i]
 *
 * None where the statistics tell no goods.
 */
export function citiesForPark(
  { ground, movable, pairing }: Sight,
  park: GuidedPark,
  goods: readonly GoodsForPark[],
): CityForPark[] {
  const take = new Map(goods.map((one) => [one.group, one.take]));
  const tied = new Set([
    ...ground.ties.flatMap((tie) => (tie.park === park.record ? [tie.partnerPlace] : [])),
    ...(pairing?.proposed ?? []).flatMap((pair) => (pair.park === park.record ? [pair.city] : [])),
  ]);
  const namesOf = new Map(ground.places.map(({ code, names }) => [code, names]));
  return [...Map.groupBy(movable, ({ place }) => place)]
    .flatMap(([place, all]) => {
      const names = namesOf.get(place);
      const fits = all.reduce((sum, { group, mid }) => sum + mid * (take.get(group) ?? 0), 0);
      const leaves = all.reduce((sum, { mid }) => sum + mid, 0);
      return names && fits > 0 && !tied.has(place) ? [{ place, names, leaves, fits }] : [];
    })
    .sort((a, b) => b.fits - a.fits || (a.place < b.place ? -1 : 1))
    .slice(0, shown);
}

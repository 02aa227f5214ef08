import type { Comparison } from './comparison.ts';

type Place = Pick<Comparison['places'][number], 'code' | 'items' | 'compared'>;

/**
 * Where the difference of each place to a reference comes from.
 *
 *   part[item] = NPV[place, item] − NPV[reference, item],   Σ part = NPV[place] − NPV[reference]
 *
 * over the items that are known in every place.
 */
export function waterfall(places: readonly Place[], reference: string): Comparison['waterfall'] {
  const base = places.find(({ code }) => code === reference) ?? places[0];
  const worth = (place: Place | undefined, item: string) =>
    place?.items.find((one) => one.item === item)?.npv ?? 0;
  return {
    reference: base?.code ?? reference,
    places: Object.fromEntries(
      places.map((place) => [
        place.code,
        {
          parts: place.items
            .filter(({ compared }) => compared)
            .map(({ item }) => ({ item, npv: worth(place, item) - worth(base, item) })),
          total: place.compared.npv - (base?.compared.npv ?? 0),
        },
      ]),
    ),
  };
}

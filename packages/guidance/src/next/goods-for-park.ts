import type { Names } from '@tidu/reference';
import type { GuidedPark } from '../ground/ground.ts';
import { prediction } from '../prediction/prediction.ts';
import { type Sight, toldOrNothing } from './sight.ts';

/** A commodity group as seen from a park: what the east may give up of it, and how well its city could take it. */
export interface GoodsForPark {
  readonly group: string;
  readonly names: Names;
  /** Yuan a year that are likely to leave eastern cities within three years. */
  readonly movable: number;
  /** Its place among the groups by that, 0 to 1. */
  readonly pull: number;
  /** The city's place among those outside the east by relatedness and gain, 0 to 1. */
  readonly take: number;
  /** Chance that the city's share rises, and where it stands among what is foretold; nothing where it is not. */
  readonly probability: number | null;
  readonly foretold: number | null;
  readonly potential: number;
}

/**
 * The groups of which something may move and of which it is known how well the park's city could take them, the best first.
 *
 *   potential = (pull · take · probability)^(1/3), or (pull · take)^(1/2) where nothing is foretold
 *
 * None where the statistics tell no goods.
 */
export async function goodsForPark(
  { ground, passing, movable }: Sight,
  park: GuidedPark,
): Promise<GoodsForPark[]> {
  const groups = ground.groups.filter(({ id }) => id !== 'all');
  if (!passing || groups.length < 2) return [];
  const volumes = groups.map(({ id }) =>
    movable.reduce((sum, { group, mid }) => (group === id ? sum + mid : sum), 0),
  );
  const told = await toldOrNothing(() =>
    prediction.compute(ground, prediction.request.parse({ place: park.place })),
  );
  const cells = told?.cells ?? [];
  return groups
    .flatMap(({ id, name }, g) => {
      const volume = volumes[g] as number;
      const take = passing.take(park.place, passing.groups.indexOf(id));
      if (!(volume > 0) || Number.isNaN(take)) return [];
      const pull = placeAmong(volume, volumes);
      const foretold = cells.findIndex((cell) => cell.group === id);
      const probability = cells[foretold]?.probability ?? null;
      const factors = probability === null ? [pull, take] : [pull, take, probability];
      const potential = factors.reduce((product, one) => product * one, 1) ** (1 / factors.length);
      return [
        {
          group: id,
          names: name,
          movable: volume,
          pull,
          take,
          probability,
          foretold: probability === null ? null : foretold,
          potential,
        },
      ];
    })
    .sort((a, b) => b.potential - a.potential || (a.group < b.group ? -1 : 1));
}

/** Part of the values that lie below, those that equal it counted by half. */
function placeAmong(own: number, values: readonly number[]): number {
  const below = values.filter((value) => value < own).length;
  return (below + values.filter((value) => value === own).length / 2) / values.length;
}

import { median } from '@tidu/regional';
import { costLevels } from '../comparison/cost-level.ts';
import { factNames } from '../comparison/fact-names.ts';
import type { Ground } from '../ground/ground.ts';
import type { CostOfPlaces } from './leaving-result.ts';

/** What one cost is in places of the east and in the cities where the parks are. */
export interface CostGap {
  readonly told: CostOfPlaces;
  /** (cost there − median of the park cities) / cost there; NaN where either is unknown. */
  of(place: string): number;
}

/**
 * How much dearer places are than the cities where the parks are.
 *
 *   gap[r] = (c[r] − median over park cities) / c[r]
 */
export function costGap(
  { costs, parks }: Pick<Ground, 'costs' | 'parks'>,
  cost: CostOfPlaces['cost'],
  places: readonly string[],
): CostGap {
  const cities = new Set(parks.map(({ place }) => place));
  const { item, levelOf, places: known } = costLevels(costs, cost, [...places, ...[...cities].sort()]);
  const there = known.filter(({ place }) => cities.has(place));
  const here = known.filter(({ place }) => !cities.has(place));
  const middle = median(there.map(({ level }) => level));
  const levels = new Map(here.map(({ place, level }) => [place, level]));
  return {
    told: {
      cost,
      item,
      names: factNames(item),
      levelOf: levelOf ?? null,
      parkMedian: Number.isNaN(middle) ? null : middle,
      parks: there,
      places: here,
    },
    of: (place) => {
      const level = levels.get(place) ?? Number.NaN;
      return (level - middle) / level;
    },
  };
}

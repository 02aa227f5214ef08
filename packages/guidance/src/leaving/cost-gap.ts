import { median } from '@tidu/regional';
import { type Fact, nationalFact, nationalFactOf, placeFact } from '../comparison/cost-facts.ts';
import { factNames } from '../comparison/fact-names.ts';
import { wageSeriesFor } from '../comparison/labour.ts';
import type { Ground } from '../ground/ground.ts';
import type { CostOfPlaces } from './leaving-result.ts';

/** What one cost is in places of the east and in the cities where the parks are. */
export interface CostGap {
  readonly told: CostOfPlaces;
  /** (cost there − median of the park cities) / cost there; NaN where either is unknown. */
  of(place: string): number;
}

/**
 * How much dearer places are than the cities where the parks are, each by the fact of the nearest place around it that the
 * pack has one of. Wages of different years are brought to the latest by the growth of the national average.
 *
 *   gap[r] = (c[r] − median over park cities) / c[r]
 */
export function costGap(
  { costs, parks }: Pick<Ground, 'costs' | 'parks'>,
  cost: CostOfPlaces['cost'],
  places: readonly string[],
): CostGap {
  const cities = [...new Set(parks.map(({ place }) => place))].sort();
  const item = cost === 'wage' ? wageSeriesFor(costs, [...places, ...cities]) : 'electricity.industrial';
  const latest = cost === 'wage' ? nationalFact(costs, item) : undefined;
  const level = ({ date, value }: Fact) => {
    const then = latest && nationalFactOf(costs, item, date.slice(0, 4));
    return latest && then ? middle(value) * (middle(latest.value) / middle(then.value)) : middle(value);
  };
  const known = (codes: readonly string[]) =>
    codes.flatMap((place) => {
      const fact = placeFact(costs, item, place);
      if (!fact) return [];
      const { place: of = place, value, unit, date, sure, source } = fact;
      return [{ place, of, value, unit, date, sure, source, level: level(fact) }];
    });
  const [here, there] = [known(places), known(cities)];
  const middling = median(there.map((one) => one.level));
  const levels = new Map(here.map((one) => [one.place, one.level]));
  return {
    told: {
      cost,
      item,
      names: factNames(item),
      levelOf: latest?.date ?? null,
      parkMedian: Number.isNaN(middling) ? null : middling,
      parks: there,
      places: here,
    },
    of: (place) => {
      const level = levels.get(place) ?? Number.NaN;
      return (level - middling) / level;
    },
  };
}

const middle = (value: Fact['value']): number =>
  typeof value === 'number' ? value : (value.low + value.high) / 2;

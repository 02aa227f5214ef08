import { type Costs, type Fact, nationalFact, nationalFactOf, placeFact } from './cost-facts.ts';
import { wageSeriesFor } from './labour.ts';

/** A fact as it holds for a place: of the place itself, or of the nearest area around it that has one. */
interface LevelOfPlace {
  readonly place: string;
  readonly of: string;
  readonly value: Fact['value'];
  readonly unit: string;
  readonly date: string;
  readonly sure: Fact['sure'];
  readonly source: string;
  /** As compared: the middle of a range, brought to `levelOf`. */
  readonly level: number;
}

export interface CostLevels {
  readonly item: string;
  /** The year to which all are brought; nothing where they stay as dated. */
  readonly levelOf: string | undefined;
  readonly places: readonly LevelOfPlace[];
}

/**
 * What wages or power cost in places, so that they can be set against each other: wages are those of the series that most of
 * the places have, brought to its latest year by the growth of the national average. Places of which nothing is known are
 * not among them.
 *
 *   level = value · nation(latest) / nation(year of the value)
 */
export function costLevels(costs: Costs, cost: 'wage' | 'power', places: readonly string[]): CostLevels {
  const item = cost === 'wage' ? wageSeriesFor(costs, places) : 'electricity.industrial';
  const latest = cost === 'wage' ? nationalFact(costs, item) : undefined;
  const level = ({ date, value }: Fact) => {
    const then = latest && nationalFactOf(costs, item, date.slice(0, 4));
    return latest && then ? middle(value) * (middle(latest.value) / middle(then.value)) : middle(value);
  };
  return {
    item,
    levelOf: latest?.date,
    places: places.flatMap((place) => {
      const fact = placeFact(costs, item, place);
      if (!fact) return [];
      const { place: of = place, value, unit, date, sure, source } = fact;
      return [{ place, of, value, unit, date, sure, source, level: level(fact) }];
    }),
  };
}

const middle = (value: Fact['value']): number =>
  typeof value === 'number' ? value : (value.low + value.high) / 2;

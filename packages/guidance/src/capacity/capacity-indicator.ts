import { density, diversity, type Matrix, mapCells, rowOf } from '@tidu/regional';
import { type Fact, labourFact } from '../comparison/cost-facts.ts';
import { costLevels } from '../comparison/cost-level.ts';
import { type Ground, type GuidedPark, resources, type Stated } from '../ground/ground.ts';
import { accessOf } from './access.ts';

/** What capacity to undertake is told by; whether more or less is better, and in what it is counted. */
export const capacityIndicators = [
  { indicator: 'exports', better: 1, unit: 'CNY' },
  { indicator: 'export-growth', better: 1, unit: 'share/year' },
  { indicator: 'value-added', better: 1, unit: 'share' },
  { indicator: 'diversity', better: 1, unit: 'groups' },
  { indicator: 'relatedness', better: 1, unit: 'share' },
  { indicator: 'wage', better: -1, unit: 'CNY/year' },
  { indicator: 'power-price', better: -1, unit: 'CNY/kWh' },
  { indicator: 'working-age', better: 1, unit: 'people' },
  { indicator: 'land-left', better: 1, unit: 'ha' },
  { indicator: 'factories-left', better: 1, unit: 'm2' },
  { indicator: 'power', better: 1, unit: 'MVA' },
  { indicator: 'water', better: 1, unit: 't/day' },
  { indicator: 'labour', better: 1, unit: 'people' },
  { indicator: 'dormitories', better: 1, unit: 'beds' },
  { indicator: 'freight', better: -1, unit: 'CNY/TEU' },
  { indicator: 'days-to-quay', better: -1, unit: 'days' },
  { indicator: 'ties', better: 1, unit: 'ties' },
] as const;
export type IndicatorName = (typeof capacityIndicators)[number]['indicator'];

/** One number of a park with where it comes from; NaN where it is unknown. */
export interface IndicatorValue {
  readonly value: number;
  readonly date?: string | undefined;
  /** A source of the pack, `statistics`, `programme`, or what the park names. */
  readonly source?: string | undefined;
  /** The place that it is of, where that is not the park itself. */
  readonly of?: string | undefined;
  /** Rests on something made up for the demonstration; `without` is what it is without that. */
  readonly sample?: boolean | undefined;
  readonly without?: number | undefined;
}

const unknown: IndicatorValue = { value: Number.NaN };

/** Every indicator of every park, parks in the order given. */
export function indicatorValues(
  ground: Ground,
  parks: readonly GuidedPark[],
): ReadonlyMap<IndicatorName, readonly IndicatorValue[]> {
  const { costs, ties, day } = ground;
  const cities = [...new Set(parks.map(({ place }) => place))].sort();
  const levels = (cost: 'wage' | 'power') => {
    const { places, levelOf } = costLevels(costs, cost, cities);
    const byPlace = new Map(places.map((one) => [one.place, one]));
    return parks.map(({ place }): IndicatorValue => {
      const found = byPlace.get(place);
      if (!found) return unknown;
      return { value: found.level, date: levelOf ?? found.date, source: found.source, of: found.of };
    });
  };
  const stated = (one: Stated | undefined): IndicatorValue =>
    one ? { value: one.value, date: one.date, source: one.source, sample: one.sample } : unknown;
  const ways = parks.map(({ place }) => {
    const at = ground.compared.compared.find(({ code }) => code === place);
    return at && accessOf(at, costs).routes.find(({ taken }) => taken);
  });
  const freight = costs.freight
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return new Map<IndicatorName, readonly IndicatorValue[]>([
    ...tradeValues(ground, parks),
    ['wage', levels('wage')],
    ['power-price', levels('power')],
    [
      'working-age',
      parks.map(({ place }) => ofThePlaceItself(labourFact(costs, 'people.working-age', place), place)),
    ],
    ...resources.map((resource) => [resource, parks.map(({ left }) => stated(left[resource]))] as const),
    [
      'freight',
      ways.map((way) =>
        way?.cnyPerTeu ? { value: way.cnyPerTeu.likely, date: freight, source: 'reckoned' } : unknown,
      ),
    ],
    [
      'days-to-quay',
      ways.map((way) =>
        way?.days
          ? { value: (way.days.low + way.days.high) / 2, date: freight, source: way.daysFrom[0]?.source }
          : unknown,
      ),
    ],
    [
      'ties',
      parks.map(({ record }) => {
        const own = ties.filter(({ park }) => park === record);
        const real = own.filter(({ sample }) => !sample).length;
        return {
          value: own.length,
          date: day,
          source: 'programme',
          sample: real < own.length,
          without: real,
        };
      }),
    ],
  ]);
}

/** Of a province nobody tells how many work in one of its cities. */
const ofThePlaceItself = (fact: Fact | undefined, place: string): IndicatorValue =>
  fact && fact.place === place && typeof fact.value === 'number'
    ? { value: fact.value, date: fact.date, source: fact.source, of: place }
    : unknown;

/** What the statistics tell of the parks' cities; nothing where none are loaded. */
function tradeValues(
  { trade }: Ground,
  parks: readonly GuidedPark[],
): [IndicatorName, readonly IndicatorValue[]][] {
  if (!trade) return [];
  const { exports, imports, measured } = trade;
  const last = exports.periods.length - 1;
  const steps = Math.min(3, last);
  const [before, now, bought] = [exports.at[last - steps], exports.at[last], imports.at[last]] as [
    Matrix,
    Matrix,
    Matrix,
  ];
  const sum = (x: Matrix, r: number) => x.columns.reduce((all, _, i) => all + x.at(r, i), 0);
  const told = mapCells(now, (value) => (Number.isNaN(value) ? 0 : value));
  const several = exports.columns.length > 1;
  const [kinds, near] = [diversity(told), density(told)];
  const values = (of: (r: number) => number): IndicatorValue[] =>
    parks.map(({ place }) => {
      const r = exports.rows.indexOf(place);
      const value = r < 0 || Number.isNaN(sum(now, r)) ? Number.NaN : of(r);
      return Number.isFinite(value)
        ? { value, date: exports.periods[last], source: 'statistics', of: place }
        : unknown;
    });
  return [
    ['exports', values((r) => sum(now, r))],
    ['export-growth', values((r) => (sum(now, r) / sum(before, r)) ** (1 / steps) - 1)],
    [
      'value-added',
      values((r) => (measured === 'processing' ? (sum(now, r) - sum(bought, r)) / sum(now, r) : Number.NaN)),
    ],
    ['diversity', values((r) => (several ? (kinds[r] as number) : Number.NaN))],
    ['relatedness', values((r) => (several ? meanKnown(rowOf(near, r)) : Number.NaN))],
  ];
}

/** Of goods that nobody exports there is no density. */
function meanKnown(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((all, value) => all + value, 0) / known.length;
}

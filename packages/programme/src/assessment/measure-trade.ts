import type { Names } from '@tidu/reference';
import type { Measured, TradeQuestion } from '../ground/world.ts';
import { type Found, nothing } from './measure.ts';

export interface PlaceOfPark {
  /** GB/T 2260 */
  readonly place: string;
  readonly province: string;
}

/** A measure over the statistics: what it asks, and a pure formula over the answers. */
interface TradeMeasure {
  asks(where: PlaceOfPark, now: string, before: string): Readonly<Record<string, TradeQuestion>>;
  find(answers: Readonly<Record<string, number>>): Found;
}

const country = '100000';
const total = (place: string, period: string): TradeQuestion => ({ place, flow: 'total', period });
const growth = (now: number, before: number): number => (100 * (now - before)) / before;
const found = (value: number, note: Names): Found => ({ value, records: [], note });
const grew: Names = {
  zh: '海关统计：本期与上年同期相比',
  en: 'customs statistics: the period against the same months a year before',
};

/** Measures over the statistics, by the name that frameworks call them. */
export const tradeMeasures: Readonly<Record<string, TradeMeasure>> = {
  'trade-growth': {
    asks: ({ place }, now, before) => ({ now: total(place, now), before: total(place, before) }),
    find: ({ now = 0, before = 0 }) => (before > 0 ? found(growth(now, before), grew) : noBase),
  },
  'export-growth': {
    asks: ({ place }, now, before) => ({
      now: { ...total(place, now), flow: 'export' },
      before: { ...total(place, before), flow: 'export' },
    }),
    find: ({ now = 0, before = 0 }) => (before > 0 ? found(growth(now, before), grew) : noBase),
  },
  'share-in-province': {
    asks: ({ place, province }, now) => ({ place: total(place, now), province: total(province, now) }),
    find: ({ place = 0, province = 0 }) =>
      province > 0
        ? found((100 * place) / province, {
            zh: '海关统计：所在市占全省',
            en: 'customs statistics: the city in its province',
          })
        : nothing('全省没有进出口', 'the province has no trade'),
  },
  'growth-above-country': {
    asks: ({ place }, now, before) => ({
      now: total(place, now),
      before: total(place, before),
      countryNow: total(country, now),
      countryBefore: total(country, before),
    }),
    find: ({ now = 0, before = 0, countryNow = 0, countryBefore = 0 }) =>
      before > 0 && countryBefore > 0
        ? found(growth(now, before) - growth(countryNow, countryBefore), {
            zh: '海关统计：所在市增速减全国增速',
            en: 'customs statistics: growth of the city less that of the country',
          })
        : noBase,
  },
};

const noBase = nothing('上年同期没有进出口', 'there was no trade a year before');

/** A measure's value from what the statistics answered; unknown where they do not know one of the amounts. */
export function fromAnswers(measure: TradeMeasure, answers: Readonly<Record<string, Measured>>): Found {
  const unknown = Object.values(answers).find((answer) => !answer.known);
  if (unknown && !unknown.known) return nothing(unknown.why.zh, unknown.why.en);
  return measure.find(
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, answer.known ? answer.valueCny : 0]),
    ),
  );
}

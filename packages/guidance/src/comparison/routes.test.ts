import { describe, expect, it } from 'vitest';
import type { Costs } from './cost-facts.ts';
import { figureTable } from './figures.ts';
import { greatCircleKm } from './great-circle.ts';
import { routesToQuay } from './routes.ts';
import {
  comparedAs,
  far,
  fullPlan,
  itemOf,
  near,
  placeOf,
  roundCosts,
  twoPlaces,
} from './two-places.cases.ts';

const rate = (more: Partial<Costs['freight'][number]>): Costs['freight'][number] => ({
  mode: 'rail',
  per: 'TEU',
  unit: 'CNY',
  date: '2024',
  sure: 'press',
  source: 'test',
  ...more,
});
const gateway = (id: string, kind: Costs['gateways'][number]['kind'], latitude: number) => ({
  id,
  name: { zh: id, en: id },
  kind,
  place: far,
  longitude: 110,
  latitude,
  source: 'test',
});
const withRail: Costs = {
  ...roundCosts,
  gateways: [...roundCosts.gateways, gateway('port-north', 'seaport', 40), gateway('head', 'railhead', 22)],
  freight: [
    ...roundCosts.freight,
    rate({ per: 'detour', value: 1, unit: 'ratio' }),
    rate({ value: 500 }),
    rate({ per: 'TEU-km', value: 2, daysPerKm: 0.002 }),
  ],
};
const routesOf = (costs: Costs, code = far) => {
  const figures = figureTable();
  const place = twoPlaces.compared.find((one) => one.code === code) as (typeof twoPlaces.compared)[number];
  const routes = routesToQuay(place, costs, figures);
  return routes.map((route) => ({ ...route, yuan: route.cost?.(figures.likely()) }));
};
const degree = greatCircleKm({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 1 });

describe('a great circle', () => {
  it('from Paris to New York is 5 837 km', () => {
    const km = greatCircleKm(
      { longitude: 2.3522, latitude: 48.8566 },
      { longitude: -74.006, latitude: 40.7128 },
    );
    expect(Math.round(km)).toBe(5837);
  });
});

describe('the ways to the quay', () => {
  it('lead by road to the port that is cheapest to reach', () => {
    const [road] = routesOf(withRail);
    expect(road?.mode).toBe('road');
    expect(road?.port?.id).toBe('port');
    expect(road?.yuan).toBeCloseTo(2 * degree * 1.5 * 10, 4);
  });

  it('lead by rail from a railhead within reach, with the charge of both ends', () => {
    const rail = routesOf(withRail).find(({ mode }) => mode === 'rail');
    expect(rail?.by?.id).toBe('head');
    expect(rail?.yuan).toBeCloseTo(500 + 2 * degree * 2, 4);
    expect(rail?.days?.low).toBeCloseTo(2 * degree * 0.002, 6);
  });

  it('take the days that somebody has told before those of a distance', () => {
    const told = rate({ from: 'head', to: 'port', days: 3 });
    const rail = routesOf({ ...withRail, freight: [...withRail.freight, told] }).find(
      ({ mode }) => mode === 'rail',
    );
    expect(rail?.days).toEqual({ low: 3, high: 3 });
  });

  it('tell a river port without a rate as a way whose cost is unknown', () => {
    const river = { ...withRail, gateways: [...withRail.gateways, gateway('quay', 'riverport', 22)] };
    const way = routesOf(river).find(({ mode }) => mode === 'river');
    expect(way?.yuan).toBeUndefined();
    expect(way?.missing).toMatchObject([{ fact: 'freight.river.TEU' }]);
    const rated = {
      ...river,
      freight: [...river.freight, rate({ mode: 'river', from: 'quay', to: 'port', value: 900 })],
    };
    expect(routesOf(rated).find(({ mode }) => mode === 'river')?.yuan).toBeCloseTo(900, 6);
  });

  it('leave the freight unknown where no rate is known', () => {
    const costs = { ...roundCosts, freight: [] };
    const item = itemOf(comparedAs({ costs }), near, 'freight-export');
    expect(item?.years).toBeUndefined();
    expect(item?.missing.map(({ fact }) => fact)).toEqual(['freight.road.detour', 'freight.road.TEU-km']);
  });

  it('are taken by road where the rails would cost more', () => {
    const told = comparedAs({ costs: withRail });
    expect(placeOf(told, near).routes.map(({ mode, taken }) => [mode, taken])).toEqual([
      ['road', true],
      ['rail', false],
    ]);
    expect(itemOf(told, near, 'freight-export')?.years?.[0]).toBeCloseTo(100 * degree * 1.5 * 10, 2);
  });

  it('are taken where they cost least, and the company’s own rate before all', () => {
    const told = comparedAs({ costs: withRail });
    expect(placeOf(told, far).routes.find(({ taken }) => taken)?.mode).toBe('rail');
    expect(itemOf(told, far, 'freight-export')?.years?.[0]).toBeCloseTo(100 * (500 + 2 * degree * 2), 2);
    const plan = { ...fullPlan, own: { [far]: { freightCnyPerTeu: 9000 } } };
    expect(itemOf(comparedAs({ costs: withRail, plan }), far, 'freight-export')?.years?.[0]).toBe(900_000);
  });
});

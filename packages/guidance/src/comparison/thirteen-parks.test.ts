import { readMeasures, ruleSet } from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { comparedPlaces } from './compared-places.ts';
import { comparisonSchema } from './comparison.ts';
import { readCosts } from './costs.file.ts';

const root = new URL('../../../../packs/cn', import.meta.url).pathname;
const pack = readPack(root);
const places = comparedPlaces(pack);
const costs = readCosts(root);
const rules = ruleSet(readMeasures(`${root}/measures`).rules);
const comparedFor = (plan: Parameters<typeof compare>[0], draws = 2000) =>
  compare(plan, places, costs, rules, (place, chapter) => [{ ...exports, place, chapter }], {
    today: '2026-01-01',
    draws,
  });
const exports = {
  name: 'exports' as const,
  value: 1e9,
  unit: 'CNY',
  period: '2024',
  synthetic: false,
  receipt: { query: {}, loads: [] },
};

describe('the thirteen parks', () => {
  it.each(costs.profiles)('are compared for $id, and what is told fits its schema', ({ plan }) => {
    const told = comparedFor(plan, 100);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(told)))).toBeDefined();
    expect(told.places.map(({ rank }) => rank)).toEqual(places.compared.map((_, i) => i + 1));
    expect(told.compared).toEqual(expect.arrayContaining(['labour', 'power', 'freight-export', 'benefits']));
  });

  it('are told with every figure that an item names, each with its source', () => {
    const told = comparedFor(costs.profiles[0]?.plan ?? {}, 1);
    const known = new Map(told.figures.map((figure) => [figure.id, figure]));
    const sources = new Set(pack.sources.map(({ id }) => id));
    for (const { items } of told.places) {
      for (const { figures } of items) {
        for (const id of figures) {
          const { sure, source = '' } = known.get(id) ?? {};
          expect(sure === 'own' || sources.has(source)).toBe(true);
        }
      }
    }
  });

  it('each have the depth of the chapters of the products', () => {
    const { depth = [], code } = comparedFor(costs.profiles[0]?.plan ?? {}, 1).places[0] ?? {};
    expect(depth).toMatchObject([{ place: code, chapter: '85', value: 1e9 }]);
  });

  it('each tell how many people live there, of when and after whom', () => {
    const told = comparedFor(costs.profiles[0]?.plan ?? {}, 1);
    for (const { code, people } of told.places) {
      expect(people.find(({ item }) => item === 'people.resident')).toMatchObject({ place: code });
      for (const { place, jobsShare } of people) expect(jobsShare !== undefined).toBe(place === code);
    }
  });

  it('are compared for an empty plan: everything is unknown, and nothing is said', () => {
    const told = comparedFor({}, 1);
    expect(told.compared).toEqual(['benefits']);
    expect(told.leftOut.map(({ item }) => item)).toContain('labour');
    expect(told).toMatchObject({ start: { assumed: true }, ramp: { assumed: true } });
  });

  it('take less than a second of the machine with two thousand draws', () => {
    const plan = costs.profiles[0]?.plan ?? {};
    const seconds = [1, 2, 3].map(() => {
      const before = process.cpuUsage();
      comparedFor(plan);
      return process.cpuUsage(before).user / 1e6;
    });
    expect(Math.min(...seconds)).toBeLessThan(1);
  });
});

import { readMeasures, ruleSet } from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { comparedPlaces } from './compared-places.ts';
import { comparisonSchema } from './comparison.ts';
import { readCosts } from './costs.file.ts';

const root = new URL('../../../../packs/cn', import.meta.url).pathname;
const places = comparedPlaces(readPack(root));
const costs = readCosts(root);
const rules = ruleSet(readMeasures(`${root}/measures`).rules);
const today = '2026-01-01';

describe('the thirteen parks', () => {
  it.each(costs.profiles)('are compared for $id, and what is told fits its schema', ({ plan }) => {
    const told = compare(plan, places, costs, rules, () => [], { today });
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(told)))).toBeDefined();
    expect(told.places.map(({ rank }) => rank)).toEqual(places.compared.map((_, i) => i + 1));
    expect(told.compared).toContain('labour');
  });

  it('are compared in whatever order they are given', () => {
    const plan = costs.profiles[0]?.plan ?? {};
    const told = compare(plan, places, costs, rules, () => [], { today });
    const turned = { ...places, compared: [...places.compared].reverse() };
    expect(compare(plan, turned, costs, rules, () => [], { today })).toEqual(told);
  });
});

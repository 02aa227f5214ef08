import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';
import { once, subject } from './measure.cases.ts';
import { ruleSet } from './rule-set.ts';
import { use } from './use.ts';

const held = once('held', '100');
const before = ruleSet([
  held,
  once('jobs', 'project.jobs * 1000', { excludes: ['rent'] }),
  once('rent', 'project.factoryM2 * 60'),
]);
const after = ruleSet([
  held,
  once('jobs', 'project.jobs * 500', { excludes: ['rent'] }),
  once('rent', 'project.factoryM2 * 60'),
]);
const company = (jobs: number, factoryM2: number) => subject({ project: { jobs, factoryM2 } });

describe('a reform', () => {
  it('says who gains, who loses and what it costs', () => {
    const found = difference(before, after, [company(100, 0), company(100, 1500), company(100, 5000)]);
    expect(found).toMatchObject({ companies: 3, gain: 0, lose: 2, before: 500_300, after: 440_300 });
    expect(found.years[0]).toBe(-60_000);
    expect(found.most[0]).toEqual({ company: 0, before: 100_100, after: 50_100 });
    expect(found.byMeasure.find(({ measure }) => measure === 'jobs')).toMatchObject({ noLonger: 1 });
    expect(found.byMeasure.find(({ measure }) => measure === 'rent')).toMatchObject({ newly: 1 });
    expect(found.byMeasure.some(({ measure }) => measure === 'held')).toBe(false);
  });

  it('of nothing changes nothing', () => {
    expect(difference(before, before, [company(1, 2)])).toMatchObject({
      gain: 0,
      lose: 0,
      most: [],
      byMeasure: [],
    });
  });

  it('costs what the uses after it differ from those before (property)', () => {
    const companies = fc.array(fc.tuple(fc.nat(300), fc.nat(3000)), { maxLength: 20 });
    fc.assert(
      fc.property(companies, (drawn) => {
        const population = drawn.map(([jobs, area]) => company(jobs, area));
        const total = (rules: typeof before) =>
          use(rules, population).reduce((sum, one) => sum + one.total, 0);
        const found = difference(before, after, population);
        expect(found.before).toBeCloseTo(total(before), 4);
        expect(found.after).toBeCloseTo(total(after), 4);
        expect(found.years.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total(after) - total(before), 4);
        expect(found.gain + found.lose).toBeLessThanOrEqual(population.length);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, reviewRules, totalOf } from './rules.ts';

const file = new URL('../../../../packs/cn/programme/review.json', import.meta.url);
const raw = JSON.parse(readFileSync(file, 'utf8'));
const { criteria } = reviewRules.parse(raw);
const all = (mark: number) => Object.fromEntries(criteria.map(({ id }) => [id, mark]));

describe('the rules of the review', () => {
  it('have weights that sum to 100, or are refused', () => {
    const heavier = raw.criteria.map((one: object) => ({ ...one, weight: 30 }));
    expect(() => reviewRules.parse({ ...raw, criteria: heavier })).toThrow('sum to 100');
  });

  it('make a total of 0 from the lowest marks and of 100 from the highest', () => {
    expect(totalOf(criteria, all(0))).toBe(0);
    expect(totalOf(criteria, all(10))).toBe(100);
    expect(totalOf(criteria, { industry: 8, development: 6, 'joint-building': 7, layout: 5 })).toBeCloseTo(
      67,
      10,
    );
  });

  it('name the criterion whose mark lacks or is out of its scale', () => {
    const [first] = criteria;
    if (!first) throw new Error('no criterion');
    expect(faultOf(first, undefined)?.en).toBe('"Industrial basis" has no mark');
    expect(faultOf(first, 11)?.zh).toContain('0 至 10');
    expect(totalOf(criteria, { industry: 8 })).toBeUndefined();
  });

  it('never lower a total for a higher mark', () => {
    const marks = fc.record(
      Object.fromEntries(criteria.map(({ id }) => [id, fc.integer({ min: 0, max: 10 })])),
    );
    fc.assert(
      fc.property(marks, fc.constantFrom(...criteria), (given, { id }) => {
        const higher = { ...given, [id]: Math.min(10, (given[id] as number) + 1) };
        expect(totalOf(criteria, higher)).toBeGreaterThanOrEqual(totalOf(criteria, given) as number);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityOf, conflictRules, conflictsOf, type Judge, type Party } from './conflicts.ts';

const taiyuan: Party = {
  id: 'application-1',
  title: { zh: '示例太原园区', en: 'Sample Taiyuan park' },
  applicant: { id: 'org-park-taiyuan', name: '示例太原市人民政府' },
  place: '140100',
  concerned: [{ name: '示例园区开发公司' }],
  partner: { name: '示例深圳合作区' },
};
const distant: Judge = { id: 'e1', employer: { name: '示例大学' }, place: '420100', ties: [] };
const only = (expert: Judge) => conflictsOf([expert], [taiyuan]).map(({ rule }) => rule);

describe('a conflict of interest', () => {
  it('is none for an expert from elsewhere without ties', () => {
    expect(only(distant)).toEqual([]);
  });

  it.each([
    ['same-organisation', { ...distant, employer: { name: ' 示例园区 开发公司 ' } }],
    ['same-city', { ...distant, place: '140105' }],
    ['same-province', { ...distant, place: '140200' }],
    ['partner', { ...distant, employer: { name: '示例深圳合作区' } }],
    ['partner', { ...distant, ties: [{ to: { name: '示例深圳合作区' }, what: '顾问' }] }],
    ['declared-tie', { ...distant, ties: [{ to: { name: '示例太原市人民政府' }, what: '配偶任职' }] }],
  ])('is %s', (rule, expert) => {
    const [found] = conflictsOf([expert], [taiyuan]);
    expect(found?.rule).toBe(rule);
    expect(found?.reason.zh.length).toBeGreaterThan(3);
  });

  it('passes from one expert to the colleagues of the same employer', () => {
    const tied = { ...distant, id: 'e2', ties: [{ to: { name: '示例园区开发公司' }, what: '持股' }] };
    expect(conflictsOf([distant, tied], [taiyuan]).map(({ expert, rule }) => [expert, rule])).toEqual([
      ['e1', 'colleague'],
      ['e2', 'declared-tie'],
    ]);
  });

  it('counts by the rules in force alone', () => {
    const neighbour = { ...distant, place: '140200' };
    expect(conflictsOf([neighbour], [taiyuan], ['same-city', 'declared-tie'])).toEqual([]);
  });

  it('keeps counties directly under a province apart', () => {
    expect(cityOf('419001')).toBe('419001');
    expect(cityOf('410122')).toBe('410100');
  });

  it('never lessens when an expert declares more, and names a pair once', () => {
    const bodies = ['示例甲公司', '示例园区开发公司', '示例深圳合作区', '示例太原市人民政府'];
    const ties = fc.array(
      fc.record({ to: fc.record({ name: fc.constantFrom(...bodies) }), what: fc.constant('顾问') }),
    );
    const expert = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      employer: fc.record({ name: fc.constantFrom('示例大学', '示例研究院') }),
      place: fc.constantFrom('420100', '140100', '140200'),
      ties,
    });
    const experts = fc.uniqueArray(expert, { selector: ({ id }) => id, maxLength: 4 });
    fc.assert(
      fc.property(experts, ties, (found, more) => {
        const before = conflictsOf(found, [taiyuan]).map(({ expert }) => expert);
        const after = conflictsOf(
          found.map((one, i) => (i === 0 ? { ...one, ties: [...one.ties, ...more] } : one)),
          [taiyuan],
          conflictRules,
        ).map(({ expert }) => expert);
        expect(new Set(after).size).toBe(after.length);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

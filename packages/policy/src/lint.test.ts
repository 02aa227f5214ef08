import { describe, expect, it } from 'vitest';
import type { FindingCode } from './finding.ts';
import { findings } from './lint.ts';
import { once, ruleOf, subject } from './measure.cases.ts';
import { type Rule, ruleSet } from './rule-set.ts';
import { use } from './use.ts';

const says = { zh: '说明', en: 'said' };
const surroundings = {
  today: '2024-06-30',
  sources: new Set(['test']),
  placeOf: (code: string) => ({ code }),
};
const found = (rules: readonly Rule[], more: Partial<Parameters<typeof findings>[1]> = {}) =>
  findings(ruleSet(rules), { ...surroundings, ...more }).filter(({ code }) => code !== 'untried');
const codes = (rules: readonly Rule[], more?: Partial<Parameters<typeof findings>[1]>): FindingCode[] =>
  found(rules, more).map(({ code }) => code);
const when = (...conditions: string[]) => conditions.map((one) => ({ when: one, says }));
const branches = (...conditions: (string | undefined)[]) => ({
  per: 'once',
  amounts: conditions.map((one, i) => ({ ...(one && { when: one }), amount: String(i + 1), says })),
});

describe('the linter', () => {
  it('has nothing to say of a measure in good order', () => {
    expect(codes([once('good', 'project.jobs * 1000', { eligible: when('project.jobs >= 100') })])).toEqual(
      [],
    );
  });

  it('finds what has ended, what has not begun, what has no source and rivals that there are not', () => {
    expect(
      codes([once('a', '1', { holds: { in: ['100000'], from: '2020-01-01', to: '2024-06-29' } })]),
    ).toEqual(['expired']);
    expect(codes([once('a', '1', { holds: { in: ['100000'], from: '2024-07-01' } })])).toEqual(['not-yet']);
    expect(codes([once('a', '1', { source: 'nowhere' })])).toEqual(['no-source']);
    expect(codes([once('a', '1', { excludes: ['b'] })])).toEqual(['rival-unknown']);
  });

  it.each([
    ['numbers', ['project.jobs >= 100', 'project.jobs < 100']],
    ['numbers, turned around', ['100 <= project.jobs && company.highTech', '50 > project.jobs']],
    ['texts', ['project.industry == "39"', 'project.industry in ["38", "33"]']],
    ['truths', ['project.relocated', '!project.relocated']],
  ])('finds conditions that cannot hold together: %s', (_, conditions) => {
    expect(codes([once('a', '1', { eligible: when(...conditions) })])).toEqual(['contradictory']);
  });

  it('does not call contradictory what it cannot tell', () => {
    for (const conditions of [
      ['project.jobs >= 100', 'project.jobs <= 100'],
      ['project.jobs >= 100 || company.highTech', 'project.jobs < 100'],
      ['project.jobs * 2 > 100', 'project.jobs * 2 < 100'],
    ]) {
      expect(codes([once('a', '1', { eligible: when(...conditions) })])).toEqual([]);
    }
  });

  it('finds branches that are never reached', () => {
    expect(codes([ruleOf('a', { gives: branches('project.jobs >= 100', 'project.jobs >= 1000') })])).toEqual([
      'unreachable',
    ]);
    expect(codes([ruleOf('a', { gives: branches(undefined, 'project.jobs >= 1000') })])).toEqual([
      'unreachable',
    ]);
    expect(
      codes([ruleOf('a', { gives: branches('project.jobs >= 1000', 'project.jobs >= 100', undefined) })]),
    ).toEqual([]);
    expect(
      codes([
        ruleOf('a', { gives: branches('project.jobs >= 100 && company.highTech', 'project.jobs >= 1000') }),
      ]),
    ).toEqual([]);
    expect(
      found([
        ruleOf('a', {
          eligible: when('project.jobs < 50'),
          gives: branches('project.jobs >= 1000', undefined),
        }),
      ])[0],
    ).toMatchObject({ code: 'contradictory', path: ['gives', 'amounts', 0, 'when'] });
  });

  it('finds measures that give for the same thing and do not say how they go together', () => {
    const city = { in: ['510100'], from: '2024-01-01' };
    const province = { in: ['510000'], from: '2023-01-01' };
    const a = once('a', 'project.equipmentCny * 0.1', { kind: 'equipment', holds: city });
    const other = (more: Record<string, unknown>) =>
      once('b', 'project.equipmentCny * 0.05', { kind: 'equipment', holds: province, ...more });
    expect(codes([a, other({})])).toEqual(['overlapping']);
    expect(codes([a, other({ excludes: ['a'] })])).toEqual([]);
    expect(codes([a, other({ kind: 'rent' })])).toEqual([]);
    expect(codes([a, other({ holds: { in: ['520000'], from: '2023-01-01' } })])).toEqual([]);
    expect(codes([a, other({ holds: { ...province, to: '2023-12-31' } })])).toEqual(['expired']);
  });

  it('flags what fair competition review has to look at, in local measures only', () => {
    const local = { holds: { in: ['510100'], from: '2024-01-01' } };
    const tied = (more: Record<string, unknown>) => once('a', 'yearly.localTaxCny * 0.5', more);
    expect(found([tied(local)])[0]).toMatchObject({
      code: 'competition',
      path: ['gives', 'amounts', 0, 'amount'],
    });
    expect(codes([tied({})])).toEqual([]);
    expect(codes([once('a', '1', { ...local, eligible: when('company.newcomer') })])).toEqual([
      'competition',
    ]);
  });

  it('finds what a population uses up, and what nobody comes to', () => {
    const rules = [
      once('dear', 'project.jobs * 1000', { budget: { line: says, yearCny: 500_000 } }),
      once('idle', '1', { eligible: when('project.jobs > 100000') }),
    ];
    const population = [100, 200, 300].map((jobs) => subject({ project: { jobs } }));
    expect(codes(rules, { uses: use(ruleSet(rules), population) })).toEqual(['unfunded', 'never-given']);
    expect(codes(rules)).toEqual([]);
  });

  it('finds conditions and branches that no example tries', () => {
    const rule = ruleOf('a', {
      eligible: when('project.jobs >= 100'),
      gives: branches('project.jobs >= 1000', undefined),
      examples: [
        {
          name: says,
          date: '2024-06-30',
          place: '510100',
          project: { jobs: 2000 },
          expect: { verdict: 'given' },
        },
      ],
    });
    expect(findings(ruleSet([rule]), surroundings).map(({ path }) => path.join('.'))).toEqual([
      'eligible.0',
      'gives.amounts.1',
    ]);
  });
});

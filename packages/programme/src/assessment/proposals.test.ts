import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.ts';
import { proposals, type Standing } from './proposals.ts';
import { small } from './small-framework.cases.ts';
import { valuesUsed } from './values.ts';

const standing = (
  park: string,
  region: string,
  total: number,
  rank: number,
  from = rank,
  to = rank,
): Standing => ({
  park,
  region,
  total,
  rank,
  from,
  to,
});
const now = {
  year: 2026,
  standings: [
    standing('a', 'west', 80, 1),
    standing('b', 'west', 60, 2, 1, 3),
    standing('c', 'west', 55, 3, 2, 3),
    standing('d', 'northeast', 45, 4),
    standing('e', 'northeast', 30, 5),
  ],
};
const ranked = (year: number, lowest: string) => ({
  year,
  standings: now.standings.map((one) => (one.park === lowest ? { ...one, total: 1 } : one)),
});

describe('proposals', () => {
  it('follow a rule of two years in three, each within its region, and say whether it was a close thing', () => {
    expect(proposals(small, now, [ranked(2024, 'c')]).filter(({ rule }) => rule === 'lowest-twice')).toEqual([
      { park: 'c', rule: 'lowest-twice', proposes: 'warn', years: [2024, 2026], certain: false },
      { park: 'e', rule: 'lowest-twice', proposes: 'warn', years: [2024, 2026], certain: true },
    ]);
  });

  it('forget what is longer ago than the rule remembers', () => {
    expect(proposals(small, now, [ranked(2023, 'c')]).filter(({ rule }) => rule === 'lowest-twice')).toEqual(
      [],
    );
  });

  it('are made below a line at once', () => {
    expect(proposals(small, now, []).map(({ park, proposes }) => [park, proposes])).toEqual([['e', 'exit']]);
  });

  it('take those level with the lowest as lowest too', () => {
    const level = { year: 2026, standings: now.standings.map((one) => ({ ...one, total: 50 })) };
    const found = proposals(small, level, [{ ...level, year: 2025 }]);
    expect(found.filter(({ rule }) => rule === 'lowest-twice')).toHaveLength(5);
  });
});

const said = [
  { party: 'park', organisation: 'p', values: { events: { value: 4 }, safe: { value: 1, evidence: true } } },
  { party: 'partner', organisation: 'q', values: { events: { value: 1 } } },
  { party: 'tenant', organisation: 'r', values: { safe: { value: 1, evidence: true } } },
  { party: 'tenant', organisation: 's', values: { safe: { value: 0 } } },
] as const;

describe('agreement between parties', () => {
  it('compares what each party’s answers are worth', () => {
    expect(agreement(small, said)).toEqual([
      {
        indicator: 'events',
        points: { park: 100, partner: 50 },
        answers: { park: 1, partner: 1 },
        apart: 50,
      },
      { indicator: 'safe', points: { park: 100, tenant: 50 }, answers: { park: 1, tenant: 2 }, apart: 50 },
    ]);
  });

  it('needs two', () => {
    expect(agreement(small, said.slice(0, 1))).toEqual([]);
  });
});

describe('the value that counts', () => {
  const found = (value: number | null) => ({
    value,
    at: '2026-01-01',
    receipts: [],
    records: [],
    note: { zh: '例', en: 'example' },
  });
  const settled = { events: { value: 2, reason: 'seen', by: 'desk', at: '2026-02-01' } };

  it('is the settled one, else the system’s, else what was said, else nobody’s', () => {
    const used = valuesUsed(small, { prefilled: { growth: found(5), share: found(null) }, settled }, said);
    expect(Object.values(used).map(({ by, known }) => [by, known.value])).toEqual([
      ['system', 5],
      ['nobody', null],
      ['settled', 2],
      ['answers', 0],
    ]);
  });

  it('of several answers is the mean of the parties, and of yes and no the no', () => {
    const used = valuesUsed(small, { prefilled: {}, settled: {} }, said);
    expect(used.events?.known.value).toBe(2.5);
    expect(used.safe?.known).toEqual({ value: 0, evidence: false });
  });
});

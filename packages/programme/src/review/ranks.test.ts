import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, type Scored } from './ranks.ts';

const scored = (table: Record<string, Record<string, number>>): Scored[] =>
  Object.entries(table).flatMap(([expert, given]) =>
    Object.entries(given).map(([application, score]) => ({ expert, application, score })),
  );

/** Every expert scores at least two of five; the strict one saw the best two. */
const worked = scored({
  mild: { a: 90, b: 84 },
  strict: { b: 72, c: 78 },
});

describe('severity-adjusted ranks', () => {
  it('are as worked by hand: b links a mild and a strict expert, who differ by 12', () => {
    const { applications, experts } = rank(worked);
    expect(experts.map(({ expert, effect }) => [expert, Math.round(effect * 1e9) / 1e9])).toEqual([
      ['mild', 6],
      ['strict', -6],
    ]);
    expect(
      applications.map(({ application, raw, rawRank, adjusted, adjustedRank }) => [
        application,
        raw,
        rawRank,
        Math.round(adjusted * 1e9) / 1e9,
        adjustedRank,
      ]),
    ).toEqual([
      ['a', 90, 1, 84, 1],
      ['c', 78, 2, 84, 1],
      ['b', 78, 2, 78, 3],
    ]);
  });

  it('say when experts connect nothing, and then rank each part for itself', () => {
    const { components, applications } = rank(scored({ x: { a: 70, b: 80 }, y: { c: 10 } }));
    expect(components).toEqual([['a', 'b'], ['c']]);
    expect(applications.map(({ application, adjustedRank }) => [application, adjustedRank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 1],
    ]);
  });

  it('name experts without whom the ranks could not be compared', () => {
    expect(rank(worked).indispensable).toEqual(['mild', 'strict']);
  });

  it('have intervals that show on whom a rank depends', () => {
    const table = { e1: { a: 80, b: 70 }, e2: { a: 80, b: 70 }, e3: { a: 60, b: 89 } };
    const { applications } = rank(scored(table));
    expect(applications.map(({ application, interval }) => [application, interval])).toEqual([
      ['b', [1, 2]],
      ['a', [1, 2]],
    ]);
  });

  it('refuse what is no number and what is scored twice', () => {
    expect(() => rank([{ expert: 'e', application: 'a', score: Number.NaN }])).toThrow('no finite number');
    expect(() => rank([...worked, ...worked])).toThrow('twice');
  });

  const tables = fc
    .record({
      experts: fc.integer({ min: 2, max: 5 }),
      applications: fc.integer({ min: 2, max: 7 }),
      values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 35, maxLength: 35 }),
      left: fc.array(fc.boolean(), { minLength: 35, maxLength: 35 }),
    })
    .map(({ experts, applications, values, left }) =>
      Array.from({ length: experts * applications }, (_, i) => ({
        expert: `e${i % experts}`,
        application: `a${Math.floor(i / experts)}`,
        score: values[i] as number,
        // the first expert sees all: everything is connected
        kept: i % experts === 0 || (left[i] as boolean),
      }))
        .filter(({ kept }) => kept)
        .map(({ expert, application, score }): Scored => ({ expert, application, score })),
    );

  it('stay when one expert gives everybody as much more', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -50, max: 50 }), (scores, more) => {
        const moved = scores.map((one) => (one.expert === 'e1' ? { ...one, score: one.score + more } : one));
        const before = new Map(rank(scores).applications.map((one) => [one.application, one.adjustedRank]));
        const after = new Map(rank(moved).applications.map((one) => [one.application, one.adjustedRank]));
        expect(after).toEqual(before);
      }),
    );
  });

  it('are the raw ranks where everybody scored everything', () => {
    fc.assert(
      fc.property(tables, (scores) => {
        const experts = new Set(scores.map(({ expert }) => expert));
        const byApplication = Map.groupBy(scores, ({ application }) => application);
        const full = [...byApplication.values()].filter((own) => own.length === experts.size).flat();
        for (const one of rank(full).applications) {
          expect(one.adjustedRank).toBe(one.rawRank);
          expect(one.adjusted).toBeCloseTo(one.raw, 8);
        }
      }),
    );
  });

  it('leave residuals that sum to nothing for each expert and each application: least squares', () => {
    fc.assert(
      fc.property(tables, (scores) => {
        const { applications, experts } = rank(scores);
        const value = new Map(applications.map((one) => [one.application, one.adjusted]));
        const severity = new Map(experts.map((one) => [one.expert, one.effect]));
        const sums = new Map<string, number>();
        for (const { expert, application, score } of scores) {
          const residual = score - (value.get(application) ?? 0) - (severity.get(expert) ?? 0);
          for (const name of [expert, application]) sums.set(name, (sums.get(name) ?? 0) + residual);
        }
        for (const sum of sums.values()) expect(Math.abs(sum)).toBeLessThan(1e-7);
        expect(Math.abs(experts.reduce((sum, { effect }) => sum + effect, 0))).toBeLessThan(1e-7);
      }),
    );
  });

  it('lie within their interval', () => {
    fc.assert(
      fc.property(tables, (scores) => {
        for (const { adjustedRank, interval } of rank(scores).applications) {
          expect(interval[0]).toBeLessThanOrEqual(adjustedRank);
          expect(interval[1]).toBeGreaterThanOrEqual(adjustedRank);
        }
      }),
    );
  });
});

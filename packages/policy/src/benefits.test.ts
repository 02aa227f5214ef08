import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefits } from './benefits.ts';
import { once, ruleOf, subject } from './measure.cases.ts';
import { type Rule, ruleSet } from './rule-set.ts';
import type { Subject } from './subject.ts';

const says = { zh: '说明', en: 'said' };
const given = (rules: readonly Rule[], who: Subject = subject()) => benefits(ruleSet(rules), who);
const only = (rule: Rule, who?: Subject) => given([rule], who).outcomes[0];

describe('a measure', () => {
  const jobs = ruleOf('jobs', {
    eligible: [{ when: 'project.jobs >= 100', says }],
    gives: {
      per: 'once',
      amounts: [
        { when: 'project.jobs >= 1000', amount: 'project.jobs * 2000', says },
        { amount: 'project.jobs * 1000', says },
      ],
      cap: '3000000',
      paid: [0.5, 0.3, 0.2],
    },
  });

  it('gives by the first branch that holds, up to its cap, in shares', () => {
    expect(only(jobs, subject({ project: { jobs: 150 } }))).toMatchObject({
      verdict: 'given',
      total: 150_000,
      years: [75_000, 45_000, 30_000, 0, 0, 0, 0, 0, 0, 0],
    });
    expect(only(jobs, subject({ project: { jobs: 1200 } }))?.total).toBe(2_400_000);
    expect(only(jobs, subject({ project: { jobs: 9000 } }))?.total).toBe(3_000_000);
  });

  it('is refused where a condition fails, and says which', () => {
    expect(only(jobs, subject({ project: { jobs: 99 } }))).toMatchObject({
      verdict: 'not-eligible',
      steps: [{ part: 'eligible', index: 0, said: false }],
    });
  });

  it('is unknown where a field is open, and says which', () => {
    expect(only(jobs)).toMatchObject({ verdict: 'unknown', open: ['project.jobs'] });
    expect(only(jobs)?.total).toBeUndefined();
  });

  it('holds in its places and below them, and nowhere else', () => {
    const here = once('here', '5', { holds: { in: ['510000'], from: '2020-01-01' } });
    expect(given([here]).total).toBe(5);
    expect(given([here], subject({ place: { code: '500000' } })).outcomes).toEqual([]);
  });

  it('is not in force before its first day nor after its last', () => {
    const dated = once('dated', '5', { holds: { in: ['100000'], from: '2024-01-01', to: '2024-12-31' } });
    for (const [date, total] of [
      ['2023-12-31', 0],
      ['2024-01-01', 5],
      ['2024-12-31', 5],
      ['2025-01-01', 0],
    ] as const) {
      expect(given([dated], subject({ date })).total).toBe(total);
    }
  });

  it('that is given by the year ends with its last day, unless what was granted outlives it', () => {
    const yearly = (outlives: boolean) =>
      ruleOf('yearly', {
        holds: { in: ['100000'], from: '2024-01-01', to: '2026-12-31' },
        gives: { per: 'year', amounts: [{ amount: '10', says }], years: { from: 1, to: 5 }, outlives },
      });
    expect(only(yearly(false))?.years).toEqual([10, 10, 10, 0, 0, 0, 0, 0, 0, 0]);
    expect(only(yearly(true))?.years).toEqual([10, 10, 10, 10, 10, 0, 0, 0, 0, 0]);
  });

  it('reads the parameters and the figures of each year', () => {
    const tax = ruleOf('tax', {
      parameters: {
        rate: [
          { from: '2020-01-01', value: 0.1 },
          { from: '2026-01-01', value: 0.2 },
        ],
      },
      gives: { per: 'year', amounts: [{ amount: 'yearly.taxableCny * p.rate', says }], inAll: '450' },
    });
    const outcome = only(tax, subject({ yearly: [{ taxableCny: 1000 }, { taxableCny: 500 }] }));
    expect(outcome?.years).toEqual([100, 50, 100, 100, 100, 0, 0, 0, 0, 0]);
    expect(outcome?.total).toBe(450);
  });

  it('without known amounts is told of, and adds nothing', () => {
    const told = given(
      [ruleOf('told', { eligible: [{ when: 'project.relocated', says }] })],
      subject({ project: { relocated: true } }),
    );
    expect(told.outcomes[0]).toMatchObject({ verdict: 'given' });
    expect(told.outcomes[0]?.total).toBeUndefined();
    expect(told.total).toBe(0);
  });
});

describe('measures together', () => {
  it('that exclude each other leave those that give most together', () => {
    const rules = [
      once('a', '50', { excludes: ['b'] }),
      once('b', '80', { excludes: ['c'] }),
      once('c', '40'),
    ];
    const { outcomes, total } = given(rules);
    expect(total).toBe(90);
    expect(outcomes.find(({ measure }) => measure === 'b')).toMatchObject({ verdict: 'excluded', by: 'a' });
  });

  it('of one pool are served in their order up to the limit', () => {
    const pool = (id: string, amount: string, order: number) =>
      once(id, amount, { within: { pool: 'equipment', limit: 'project.equipmentCny * 0.3', order } });
    const rules = [pool('second', '200', 2), pool('first', '150', 1), once('beside', '7')];
    const { outcomes, total } = given(rules, subject({ project: { equipmentCny: 1000 } }));
    expect(Object.fromEntries(outcomes.map(({ measure, total }) => [measure, total]))).toEqual({
      beside: 7,
      first: 150,
      second: 150,
    });
    expect(total).toBe(307);
  });

  const anyRules = fc.array(
    fc.record({
      amount: fc.integer({ min: 0, max: 1000 }),
      share: fc.integer({ min: 0, max: 3 }),
      cap: fc.option(fc.integer({ min: 0, max: 1500 }), { nil: undefined }),
      excludes: fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 2 }),
      order: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const made = (drawn: typeof anyRules extends fc.Arbitrary<infer T> ? T : never) =>
    drawn.map(({ amount, share, cap, excludes, order }, i) =>
      ruleOf(`m${i}`, {
        gives: {
          per: 'once',
          amounts: [{ amount: `${amount} + project.investmentCny * ${share}`, says }],
          ...(cap !== undefined && { cap: String(cap) }),
        },
        excludes: excludes.map((j) => `m${j}`),
        ...(order !== undefined && { within: { pool: 'one', limit: 'project.equipmentCny', order } }),
      }),
    );
  const who = (investmentCny: number) => subject({ project: { investmentCny, equipmentCny: 900 } });

  it('come to the same in whatever order they are kept (property)', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 0, max: 500 }), (drawn, investment) => {
        const rules = made(drawn);
        const forth = given(rules, who(investment));
        expect(given([...rules].reverse(), who(investment))).toEqual(forth);
      }),
    );
  });

  it('never pass a cap nor the limit of a pool, and none that exclude each other are both given (property)', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 0, max: 500 }), (drawn, investment) => {
        const { outcomes, total } = given(made(drawn), who(investment));
        let inPool = 0;
        let sum = 0;
        for (const { measure, verdict, total: one = 0 } of outcomes) {
          if (verdict !== 'given') continue;
          const { cap, order, excludes } = drawn[Number(measure.slice(1))] as (typeof drawn)[number];
          if (cap !== undefined) expect(one).toBeLessThanOrEqual(cap);
          if (order !== undefined) inPool += one;
          for (const other of excludes) {
            if (`m${other}` === measure) continue;
            expect(outcomes.find(({ measure: m }) => m === `m${other}`)?.verdict).not.toBe('given');
          }
          sum += one;
        }
        expect(inPool).toBeLessThanOrEqual(900);
        expect(total).toBeCloseTo(sum, 6);
      }),
    );
  });

  it('choose among rivals like one who tries everything (property)', () => {
    fc.assert(
      fc.property(anyRules, (drawn) => {
        const rules = made(drawn.map((one) => ({ ...one, order: undefined })));
        const alone = rules.map((rule) => only(rule, who(10))?.total ?? 0);
        const clash = (i: number, j: number) =>
          i !== j && (drawn[i]?.excludes.includes(j) || drawn[j]?.excludes.includes(i));
        let best = 0;
        for (let set = 0; set < 2 ** rules.length; set++) {
          const chosen = alone.map((_, i) => i).filter((i) => set & (1 << i));
          if (chosen.some((i) => chosen.some((j) => clash(i, j)))) continue;
          best = Math.max(
            best,
            chosen.reduce((total, i) => total + (alone[i] as number), 0),
          );
        }
        expect(given(rules, who(10)).total).toBe(best);
      }),
    );
  });

  it('give no less for more investment where each amount grows with it and none excludes another (property)', () => {
    fc.assert(
      fc.property(anyRules, fc.nat(500), fc.nat(500), (drawn, a, b) => {
        const rules = made(drawn.map((one) => ({ ...one, excludes: [] })));
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(given(rules, who(more)).total).toBeGreaterThanOrEqual(given(rules, who(less)).total);
      }),
    );
  });
});

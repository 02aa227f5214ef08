import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentTo, digestOf, draw, type Pool, replacementFor } from './draw.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const expert = (n: number, field = 'trade', institution = `i${n}`) => ({
  id: `account-expert-${n}`,
  institution,
  fields: [field],
  region: 'central',
});
const pool: Pool = {
  experts: [1, 2, 3, 4, 5, 6].map((n) => expert(n, n <= 3 ? 'industry' : 'trade')),
  applications: ['application-1', 'application-2'],
  conflicts: [{ expert: 'account-expert-1', application: 'application-1' }],
  strata: [
    { by: 'field', value: 'industry', seats: 2 },
    { by: 'any', value: '', seats: 1 },
  ],
  perApplication: 2,
  perInstitution: 1,
};

describe('the draw', () => {
  it('is bound by a commitment that tells nothing of the seed', () => {
    expect(commitmentTo('示例种子', sha256)).toBe(sha256('示例种子'));
    expect(digestOf(pool, sha256)).toBe(digestOf({ ...pool }, sha256));
    expect(digestOf({ ...pool, perApplication: 1 }, sha256)).not.toBe(digestOf(pool, sha256));
  });

  it('goes by the order of tickets that anybody can compute with sha256sum', () => {
    const { order } = draw(pool, 'seed', sha256);
    expect(order.map(({ ticket }) => ticket)).toEqual(order.map(({ ticket }) => ticket).sort());
    expect(order[0]?.ticket).toBe(sha256(`seed:${order[0]?.expert}`));
  });

  it('says which seats stay empty and which application lacks judges', () => {
    expect(() =>
      draw({ ...pool, strata: [{ by: 'field', value: 'law', seats: 1 }] }, 'seed', sha256),
    ).toThrow('1 of 1 seats of "field law" stay empty');
    const everybody = pool.experts.map(({ id }) => ({ expert: id, application: 'application-2' }));
    expect(() => draw({ ...pool, conflicts: everybody }, 'seed', sha256)).toThrow(
      'only 0 of 2 experts have no conflict with application-2',
    );
  });

  it('calls in a reserve where conflicts leave too few', () => {
    const barred = { ...pool, perApplication: 3 };
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const drawn = seeds.map((seed) => draw(barred, seed, sha256));
    expect(drawn.some(({ members }) => members.some(({ seat }) => seat === 'reserve'))).toBe(true);
    for (const { assignments } of drawn)
      for (const { experts } of assignments) expect(experts).toHaveLength(3);
  });

  it('replaces who steps back by somebody without conflict who does not judge it yet', () => {
    const drawn = draw(pool, 'seed', sha256);
    const { application, experts } = drawn.assignments[0] as (typeof drawn.assignments)[number];
    const back = experts[0] as string;
    const next = replacementFor(application, [back], pool, drawn, 'seed', sha256);
    expect(next).toBeDefined();
    expect(experts).not.toContain(next);
  });

  const arbitraryPool = fc
    .record({
      experts: fc.integer({ min: 8, max: 20 }),
      institutions: fc.integer({ min: 5, max: 20 }),
      applications: fc.integer({ min: 1, max: 12 }),
      bars: fc.array(fc.tuple(fc.nat(19), fc.nat(11)), { maxLength: 12 }),
    })
    .map(
      ({ experts, institutions, applications, bars }): Pool => ({
        experts: Array.from({ length: experts }, (_, n) =>
          expert(n, n % 2 ? 'trade' : 'industry', `i${n % institutions}`),
        ),
        applications: Array.from({ length: applications }, (_, n) => `application-${n}`),
        conflicts: bars.map(([e, a]) => ({ expert: `account-expert-${e}`, application: `application-${a}` })),
        strata: [
          { by: 'field', value: 'industry', seats: 1 },
          { by: 'any', value: '', seats: 2 },
        ],
        perApplication: 2,
        perInstitution: 1,
      }),
    );
  const seeds = fc.string({ minLength: 1, maxLength: 20 });

  it('never seats a conflict, an institution twice, or fewer judges than asked', () => {
    fc.assert(
      fc.property(arbitraryPool, seeds, (given, seed) => {
        let drawn: ReturnType<typeof draw>;
        try {
          drawn = draw(given, seed, sha256);
        } catch (error) {
          expect(error).toMatchObject({ code: 'cannot-draw' });
          return;
        }
        const barred = new Set(given.conflicts.map(({ expert: e, application }) => `${e} ${application}`));
        const seated = drawn.members.map(({ expert: e }) => e);
        const institutions = seated.map((id) => given.experts.find((one) => one.id === id)?.institution);
        expect(new Set(institutions).size).toBe(institutions.length);
        for (const { application, experts } of drawn.assignments) {
          expect(new Set(experts).size).toBe(2);
          for (const one of experts) {
            expect(seated).toContain(one);
            expect(barred.has(`${one} ${application}`)).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which experts and applications are listed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const turned = {
          ...pool,
          experts: pool.experts.toReversed(),
          applications: pool.applications.toReversed(),
        };
        expect(draw(turned, seed, sha256)).toEqual(draw(pool, seed, sha256));
      }),
      { numRuns: 30 },
    );
  });
});

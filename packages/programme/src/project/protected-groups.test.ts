import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, protectedGroups } from './protected-groups.ts';

const projects = (park: string, origin: string, companies: string) =>
  [...companies].map((company) => ({ park, origin, company, amount: 10 }));
type One = ReturnType<typeof projects>[number];
const levels = [({ park }: One) => park, ({ origin }: One) => origin];

describe('groups told to everybody', () => {
  it('are of three companies; smaller ones are told together', () => {
    const all = [
      ...projects('太原', '深圳', 'abc'),
      ...projects('太原', '东莞', 'de'),
      ...projects('太原', '苏州', 'f'),
      ...projects('亳州', '宁波', 'gg'),
      ...projects('荆州', '宁波', 'hi'),
    ];
    expect(protectedGroups(all, levels)).toEqual([
      { path: ['太原', '深圳'], rest: false, projects: 3, amount: 30 },
      { path: ['太原'], rest: true, projects: 3, amount: 30 },
      { path: [], rest: true, projects: 4, amount: 40 },
    ]);
  });

  it('keep what is left secret where it is of fewer', () => {
    expect(
      protectedGroups([...projects('太原', '深圳', 'abc'), ...projects('亳州', '宁波', 'gggg')], levels),
    ).toEqual([{ path: ['太原', '深圳'], rest: false, projects: 3, amount: 30 }]);
  });

  it('never are about fewer than three companies, and never overlap', () => {
    const one = fc.record({
      park: fc.constantFrom('a', 'b', 'c'),
      origin: fc.constantFrom('x', 'y', 'z'),
      company: fc.integer({ min: 0, max: 30 }).map(String),
      // Powers of two: which projects are in a sum is told by the sum.
      amount: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 24 }), (some) => {
        const all = some.map((told, i) => ({ ...told, amount: 2 ** i }));
        const groups = protectedGroups(all, levels);
        const members = groups.map(({ amount }) =>
          all.filter((_, i) => Math.floor(amount / 2 ** i) % 2 === 1),
        );
        for (const within of members) {
          expect(new Set(within.map(({ company }) => company)).size).toBeGreaterThanOrEqual(fewest);
        }
        expect(new Set(members.flat()).size).toBe(members.flat().length);
      }),
    );
  });
});

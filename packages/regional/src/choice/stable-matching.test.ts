import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockingPairs,
  type ChoosingSide,
  type ChosenPair,
  RegionalFault,
  stableMatching,
} from '../index.ts';

const side = (members: number, others: number, most: number): fc.Arbitrary<ChoosingSide> =>
  fc.record({
    preferences: fc.array(fc.shuffledSubarray([...Array(others).keys()]), {
      minLength: members,
      maxLength: members,
    }),
    capacity: fc.array(fc.integer({ min: 0, max: most }), { minLength: members, maxLength: members }),
  });
const sides = (largest: number, most: readonly [number, number]) =>
  fc
    .tuple(fc.integer({ min: 1, max: largest }), fc.integer({ min: 1, max: largest }))
    .chain(([a, b]) => fc.tuple(side(a, b, most[0]), side(b, a, most[1])));
const both = ['first', 'second'] as const;
const partnersOf = (pairs: readonly ChosenPair[], at: 0 | 1, member: number) =>
  pairs.flatMap((pair) => (pair[at] === member ? [pair[1 - at] as number] : []));

/** Every stable matching, by trying all. */
function allStable(first: ChoosingSide, second: ChoosingSide): ChosenPair[][] {
  const possible = first.preferences.flatMap((list, f) =>
    list.filter((s) => second.preferences[s]?.includes(f)).map((s): ChosenPair => [f, s]),
  );
  const fits = (pairs: readonly ChosenPair[]) =>
    first.capacity.every((most, f) => partnersOf(pairs, 0, f).length <= most) &&
    second.capacity.every((most, s) => partnersOf(pairs, 1, s).length <= most);
  return Array.from({ length: 2 ** possible.length }, (_, chosen) =>
    possible.filter((_, k) => chosen & (1 << k)),
  ).filter((pairs) => fits(pairs) && blockingPairs(first, second, pairs).length === 0);
}

describe('a stable matching', () => {
  it('of three and three, worked by hand, is best for whoever proposes', () => {
    const first = {
      preferences: [
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ],
      capacity: [1, 1, 1],
    };
    const second = {
      preferences: [
        [1, 2, 0],
        [2, 0, 1],
        [0, 1, 2],
      ],
      capacity: [1, 1, 1],
    };
    expect(stableMatching(first, second)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(stableMatching(first, second, 'second')).toEqual([
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
  });

  it('leaves no pair that would rather have each other, within capacities and lists, whoever proposes', () =>
    fc.assert(
      fc.property(sides(8, [3, 3]), fc.constantFrom(...both), ([first, second], proposing) => {
        const pairs = stableMatching(first, second, proposing);
        expect(blockingPairs(first, second, pairs)).toEqual([]);
        for (const [f, s] of pairs) {
          expect(first.preferences[f]).toContain(s);
          expect(second.preferences[s]).toContain(f);
        }
        first.capacity.forEach((most, f) => {
          expect(new Set(partnersOf(pairs, 0, f)).size).toBeLessThanOrEqual(most);
        });
        second.capacity.forEach((most, s) => {
          expect(partnersOf(pairs, 1, s).length).toBeLessThanOrEqual(most);
        });
      }),
    ));

  it('gives each proposer the best that any stable matching gives it, by trying all', () =>
    fc.assert(
      fc.property(sides(3, [1, 3]), ([first, second]) => {
        const stable = allStable(first, second);
        const place = (pairs: readonly ChosenPair[], f: number) => {
          const [partner] = partnersOf(pairs, 0, f);
          return partner === undefined ? Number.POSITIVE_INFINITY : first.preferences[f]?.indexOf(partner);
        };
        const best = stableMatching(first, second);
        expect(stable).toContainEqual(best);
        first.preferences.forEach((_, f) => {
          const places = stable.map((pairs) => place(pairs, f) as number);
          expect(place(best, f)).toBe(Math.min(...places));
        });
      }),
      { numRuns: 60 },
    ));

  it('leaves the same members with the same number of places free, whoever proposes', () =>
    fc.assert(
      fc.property(sides(8, [1, 3]), ([first, second]) => {
        const [one, other] = both.map((proposing) => stableMatching(first, second, proposing));
        first.preferences.forEach((_, f) => {
          expect(partnersOf(one as ChosenPair[], 0, f).length).toBe(
            partnersOf(other as ChosenPair[], 0, f).length,
          );
        });
        second.preferences.forEach((_, s) => {
          const [a, b] = [one, other].map((pairs) => partnersOf(pairs as ChosenPair[], 1, s).sort());
          expect(a?.length).toBe(b?.length);
          // Who is not full has the very same partners in every stable matching.
          if ((a?.length ?? 0) < (second.capacity[s] as number)) expect(a).toEqual(b);
        });
      }),
    ));

  it('refuses lists that name nobody, or somebody twice, and capacities that are not there', () => {
    const one = { preferences: [[0]], capacity: [1] };
    expect(() => stableMatching({ preferences: [[1]], capacity: [1] }, one)).toThrow(/names 1 of 1/);
    expect(() => stableMatching(one, { preferences: [[0, 0]], capacity: [1] })).toThrow(/0 twice/);
    expect(() => stableMatching(one, { preferences: [[0]], capacity: [] })).toThrow(RegionalFault);
    expect(() => blockingPairs(one, { preferences: [[0]], capacity: [-1] }, [])).toThrow(/below zero/);
  });
});

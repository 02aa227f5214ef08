import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, cellsOf } from './cells.ts';
import { cellAt, cellsOfSum, eachSum } from './grid.ts';
import { followedBy, primary } from './primary.ts';
import { protect } from './protect.ts';
import type { ReleaseDimension, ReleasePolicy } from './release.ts';
import { usualPolicy } from './release-request.ts';
import { standing } from './secondary.ts';

const axis = (id: ReleaseDimension['id'], leaves: readonly string[]): ReleaseDimension => ({
  id,
  codes: ['all', ...leaves].map((code) => ({
    code,
    ...(code !== 'all' && { parent: 'all' }),
    name: { zh: code, en: code },
  })),
});
const table = [axis('place', ['a', 'b', 'c']), axis('commodity', ['x', 'y', 'z'])];
/** A cell of many firms of one size, which no rule forbids. */
const many = (place: string, goods: string, value = 100): Contribution[] =>
  Array.from({ length: 5 }, (_, i) => ({
    key: [place, goods],
    firm: `${place}${goods}${i}`,
    value: value / 5,
  }));
const of = (place: string, goods: string, firm: string, value: number): Contribution => ({
  key: [place, goods],
  firm,
  value,
});
const everywhere = ['a', 'b', 'c'].flatMap((place) =>
  ['x', 'y', 'z'].map((goods) => [place, goods] as const),
);
const cellsFor = (contributions: readonly Contribution[], policy: ReleasePolicy = usualPolicy) =>
  cellsOf(table, contributions, followedBy(policy));

describe('which cells may not be told for their own sake', () => {
  const rule = (contributions: readonly Contribution[], policy = usualPolicy) => {
    const cells = cellsFor([...contributions, ...many('b', 'y')], policy);
    return primary(cells, policy).get(cellAt(cells.grid, ['a', 'x']) as number);
  };
  it('too few firms', () => {
    expect(rule([of('a', 'x', '1', 50), of('a', 'x', '2', 50)])).toBe('frequency');
  });
  it('the second firm could tell the first', () => {
    expect(rule([of('a', 'x', '1', 100), of('a', 'x', '2', 40), of('a', 'x', '3', 9)])).toBe('p-percent');
  });
  it('two firms hold nearly all', () => {
    expect(rule([of('a', 'x', '1', 100), of('a', 'x', '2', 40), of('a', 'x', '3', 11)])).toBe('dominance');
  });
  it('a firm asked for confidentiality and another could tell it within half', () => {
    const three = [of('a', 'x', '1', 50), of('a', 'x', '2', 40), of('a', 'x', '3', 20)];
    expect(rule(three)).toBeUndefined();
    expect(rule(three, { ...usualPolicy, passive: ['1'] })).toBe('passive');
  });
  it('nothing at all is told as nothing', () => {
    expect(rule([])).toBeUndefined();
  });
});

describe('a protected table', () => {
  const one = everywhere.flatMap(([place, goods]) =>
    place === 'a' && goods === 'x' ? [of('a', 'x', 'alone', 80)] : many(place, goods),
  );

  it('hides a sensitive cell behind others, so that no sum gives it away', async () => {
    const cells = cellsFor(one);
    const { state, rules, intervals, recoverable } = await protect(cells, usualPolicy);
    const hidden = cellAt(cells.grid, ['a', 'x']) as number;
    expect([...rules]).toEqual([[hidden, 'frequency']]);
    expect(recoverable).toEqual([]);
    expect(state[hidden]).toBe(standing.primary);
    expect(intervals.get(hidden)?.lower).toBeLessThanOrEqual(72);
    expect(intervals.get(hidden)?.upper).toBeGreaterThanOrEqual(88);
    // In a row and a column of the sums at least one other cell is missing.
    eachSum(cells.grid, hidden, (sum) => {
      const missing = cellsOfSum(cells.grid, sum).filter((cell) => state[cell] !== standing.published);
      expect(missing.length).toBeGreaterThanOrEqual(2);
    });
  });

  it('is the same each time', async () => {
    const [first, again] = [
      await protect(cellsFor(one), usualPolicy),
      await protect(cellsFor(one.toReversed()), usualPolicy),
    ];
    expect(again).toEqual(first);
  });

  it('says so where what was published before leaves nothing to hide behind', async () => {
    const cells = cellsFor(one);
    const hidden = cellAt(cells.grid, ['a', 'x']) as number;
    const known = [...cells.values.keys()].filter((cell) => cell !== hidden);
    const { recoverable, intervals } = await protect(cells, usualPolicy, { known });
    expect(recoverable).toEqual([hidden]);
    expect(intervals.get(hidden)).toEqual({ lower: 80, upper: 80 });
  });

  it('never suppresses what was published before', async () => {
    const cells = cellsFor(one);
    const known = [cellAt(cells.grid, ['a', 'y']) as number, cellAt(cells.grid, ['b', 'x']) as number];
    const { state, recoverable } = await protect(cells, usualPolicy, { known });
    expect(recoverable).toEqual([]);
    for (const cell of known) expect(state[cell]).toBe(standing.known);
  });

  it('leaves nothing that an attacker computes within p %, whatever the table', async () => {
    const firm = fc.record({
      at: fc.constantFrom(...everywhere),
      firm: fc.integer({ min: 1, max: 12 }),
      value: fc.integer({ min: 1, max: 5000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(firm, { minLength: 1, maxLength: 60 }), async (firms) => {
        const cells = cellsFor(
          firms.map(({ at: [place, goods], firm, value }) => of(place, goods, `${firm}`, value)),
        );
        const { state, rules, intervals, recoverable } = await protect(cells, usualPolicy);
        const open = new Set(recoverable);
        for (const cell of rules.keys()) {
          expect(state[cell]).toBe(standing.primary);
          if (open.has(cell)) continue;
          const { lower, upper } = intervals.get(cell) as { lower: number; upper: number };
          const value = cells.values[cell] as number;
          expect(upper).toBeGreaterThanOrEqual(1.0999 * value);
          expect(lower).toBeLessThanOrEqual(0.9001 * value);
        }
        // An attack that finds less than the sums allow would be none: the truth is always possible.
        for (const [cell, { lower, upper }] of intervals) {
          expect(lower).toBeLessThanOrEqual(cells.values[cell] as number);
          expect(upper).toBeGreaterThanOrEqual(cells.values[cell] as number);
        }
      }),
      { seed: 7, numRuns: 25 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorsOf, reweighted } from './framework.ts';
import { nextRank } from './next-rank.ts';
import { rankIntervals } from './rank-interval.ts';
import { type Entry, pointTable, ranksOf, score } from './score.ts';
import { type Known, pointsOf, type ScoringRule } from './scoring-rule.ts';
import { small } from './small-framework.cases.ts';

const entry = (park: string, region: string, known: Record<string, Known>): Entry => ({
  park,
  region,
  known,
});

/** Reckoned by hand in docs/methods/assessment.md. */
const four: Entry[] = [
  entry('a', 'central', {
    growth: { value: 10 },
    share: { value: 8 },
    events: { value: 3 },
    safe: { value: 1, evidence: true },
  }),
  entry('b', 'central', {
    growth: { value: 30 },
    share: { value: 5 },
    events: { value: 1 },
    safe: { value: 1 },
  }),
  entry('c', 'central', { growth: { value: -20 }, share: { value: 5 }, safe: { value: 0 } }),
  entry('d', 'west', { share: { value: 6 }, events: { value: 0 }, safe: { value: 1, evidence: true } }),
];

describe('a score', () => {
  it('is what a hand reckons', () => {
    const scored = score(small, four);
    expect(scored.map(({ points }) => points)).toEqual([
      [50, 100, 100, 100],
      [100, 25, 50, null],
      [0, 25, null, 0],
      [null, 200 / 3, 0, 100],
    ]);
    expect(scored.map(({ counted }) => counted)).toEqual([
      [50, 100, 100, 100],
      [100, 25, 50, 0],
      [0, 25, 0, 0],
      [50, 200 / 3, 0, 100],
    ]);
    expect(scored.map(({ total }) => Math.round(total * 1000) / 1000)).toEqual([80, 60, 5, 43.333]);
    expect(scored.map(({ rank }) => rank)).toEqual([1, 2, 4, 3]);
    expect(scored.map(({ unknown }) => unknown)).toEqual([0, 10, 30, 40]);
    expect(scored[0]?.groups.map(Math.round)).toEqual([67, 100]);
  });

  it('ranks by one indicator alone when it has all the weight', () => {
    const alone = reweighted(small, { growth: 100, share: 0, events: 0, safe: 0 });
    const scored = score(alone, four.slice(0, 3));
    expect(scored.map(({ rank }) => rank)).toEqual([2, 1, 3]);
    const table = pointTable(alone, four.slice(0, 3));
    const ranks = scored.map(({ rank }) => rank);
    expect(rankIntervals(alone, table, ranks)).toEqual(ranks.map((rank) => ({ from: rank, to: rank })));
  });

  it('goes with the park and not with its place in the list, the intervals of the rank too', () =>
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), known: someKnown() }), {
            selector: ({ id }) => id,
            minLength: 2,
            maxLength: 8,
          })
          .chain((parks) =>
            fc.tuple(fc.constant(parks), fc.shuffledSubarray(parks, { minLength: parks.length })),
          ),
        ([parks, shuffled]) => {
          const ranked = (list: typeof parks) => {
            const entries = list.map(({ id, known }) => entry(id, 'west', known));
            const scored = score(small, entries);
            const intervals = rankIntervals(
              small,
              pointTable(small, entries),
              scored.map(({ rank }) => rank),
              { draws: 20 },
            );
            return Object.fromEntries(
              scored.map(({ park, rank }, i) => [`-${park}`, { rank, ...intervals[i] }]),
            );
          };
          expect(ranked(shuffled)).toEqual(ranked(parks));
        },
      ),
      { numRuns: 50 },
    ));

  it('lies between 0 and 100, and more of what is better never lowers it', () =>
    fc.assert(
      fc.property(someKnown(), fc.double({ min: 0, max: 50, noNaN: true }), (known, more) => {
        const growth = known.growth?.value ?? 0;
        const others = four.slice(1);
        const before = score(small, [
          entry('x', 'west', { ...known, growth: { value: growth } }),
          ...others,
        ])[0];
        const after = score(small, [
          entry('x', 'west', { ...known, growth: { value: growth + more } }),
          ...others,
        ])[0];
        expect(before?.total).toBeGreaterThanOrEqual(0);
        expect(after?.total).toBeLessThanOrEqual(100 + 1e-9);
        expect(after?.total as number).toBeGreaterThanOrEqual((before?.total as number) - 1e-9);
      }),
    ));
});

describe('points', () => {
  const growth: ScoringRule = { rule: 'growth', floor: 0, target: 20 };
  it('of growth need a base to grow from', () => {
    expect(pointsOf(growth, { value: 110, previous: 100 })).toBe(50);
    expect(pointsOf(growth, { value: 110, previous: 0 })).toBeNull();
    expect(pointsOf(growth, { value: 110 })).toBeNull();
  });
  it('fall where less is better', () => {
    expect(pointsOf({ rule: 'linear', floor: 10, target: 0 }, { value: 2 })).toBe(80);
  });
  it('of a yes need the evidence that is asked for; a no does not', () => {
    const rule: ScoringRule = { rule: 'yes-no', evidence: true };
    expect(pointsOf(rule, { value: 1 })).toBeNull();
    expect(pointsOf(rule, { value: 1, evidence: true })).toBe(100);
    expect(pointsOf(rule, { value: 0 })).toBe(0);
  });
});

describe('ranks', () => {
  it('are shared by those who are level', () => {
    expect([...ranksOf(Float64Array.of(1, 3, 3, 2))]).toEqual([4, 1, 1, 3]);
  });

  it('have an interval that holds the rank, widens with what is not known, and is the same every time', () => {
    const table = pointTable(small, four);
    const ranks = score(small, four).map(({ rank }) => rank);
    const intervals = rankIntervals(small, table, ranks);
    intervals.forEach(({ from, to }, i) => {
      expect(from).toBeLessThanOrEqual(ranks[i] as number);
      expect(to).toBeGreaterThanOrEqual(ranks[i] as number);
    });
    // Everything is known of a; of d the growth is not, and its total lies between 23 and 63.
    expect(intervals[0]).toEqual({ from: 1, to: 1 });
    expect(intervals[3]).toEqual({ from: 2, to: 4 });
    expect(rankIntervals(small, table, ranks)).toEqual(intervals);
  });
});

describe('the next rank', () => {
  it('says by how much and through what it would be reached', () => {
    const scored = score(small, four);
    const d = scored[3] as NonNullable<(typeof scored)[3]>;
    const next = nextRank(small, scored, d, four[3] as Entry);
    expect(next?.rank).toBe(2);
    expect(next?.gap).toBeCloseTo(60 - 43.333, 2);
    expect(next?.steps.map(({ indicator }) => indicator)).toEqual(['growth', 'events']);
    // 50 points + 100 · 16.667 / 40 = 91.67 points, which is a growth of −10 + 0.9167 · 40.
    expect(next?.steps[0]?.to).toBeCloseTo(91.667, 2);
    expect(next?.steps[0]?.value).toBeCloseTo(26.667, 2);
  });

  it('is nobody’s who is first', () => {
    const scored = score(small, four);
    expect(nextRank(small, scored, scored[0] as (typeof scored)[0], four[0] as Entry)).toBeUndefined();
  });

  it('is reached by any one of its steps', () => {
    const scored = score(small, four);
    const own = scored[3] as (typeof scored)[0];
    for (const step of nextRank(small, scored, own, four[3] as Entry)?.steps ?? []) {
      const reached = four.map((one) =>
        one.park === 'd' ? { ...one, known: { ...one.known, [step.indicator]: { value: step.value } } } : one,
      );
      expect(score(small, reached)[3]?.total).toBeGreaterThanOrEqual(60 - 1e-9);
    }
  });
});

function someKnown() {
  const value = fc.option(fc.double({ min: -50, max: 50, noNaN: true }));
  return fc
    .tuple(value, value, value, fc.option(fc.boolean()))
    .map(([growth, share, events, safe]): Record<string, Known> => {
      const ids = indicatorsOf(small).map(({ id }) => id);
      return Object.fromEntries(
        [growth, share, events, safe === null ? null : Number(safe)].map((value, i) => [
          ids[i],
          { value, evidence: true },
        ]),
      );
    });
}

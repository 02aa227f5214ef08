import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainIndex,
  compoundGrowth,
  hampelOutliers,
  madOutliers,
  RegionalFault,
  stlOutliers,
} from '../index.ts';

const months = 60;
const season = (t: number) => 10 * Math.sin((2 * Math.PI * t) / 12);
const trendOf = (t: number) => 100 + 0.5 * t;
const made = Array.from({ length: months }, (_, t) => trendOf(t) + season(t));
const noisy = made.map((value, t) => value + ((t * 7919) % 13) / 13 - 0.5);

describe('a chain', () => {
  it('of the rates that lead from the first to the last amount ends at the last', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (x) => {
          const rates = x.slice(1).map((value, t) => value / x[t] - 1);
          const index = chainIndex(rates, x[0]);
          expect(index[index.length - 1] / x[x.length - 1]).toBeCloseTo(1, 9);
          expect((1 + compoundGrowth(x)) ** rates.length).toBeCloseTo(x[x.length - 1] / x[0], 6);
        },
      ),
    ));
  it('is missing from where a rate is', () => {
    expect(chainIndex([0.1, Number.NaN, 0.1]).map(Number.isNaN)).toEqual([false, false, true, true]);
    expect(compoundGrowth([0, 5])).toBeNaN();
    expect(() => compoundGrowth([1])).toThrow(RegionalFault);
  });
});

describe('an outlier', () => {
  const wild = noisy.map((value, t) => (t === 40 ? value + 60 : value));
  const flagged = (flags: boolean[]) => flags.flatMap((flag, t) => (flag ? [t] : []));

  it('is found behind trend and season, which are none', () => {
    expect(flagged(stlOutliers(wild, 12, 8))).toContain(40);
    expect(flagged(stlOutliers(wild, 12, 8)).length).toBeLessThan(4);
    expect(flagged(madOutliers(made))).toEqual([]);
    expect(flagged(hampelOutliers([1, 2, 3, 40, 5, 6, 7], 3))).toEqual([3]);
  });

  it('is never a missing value, nor found among equals', () => {
    expect(madOutliers([1, 1, 1, 9, Number.NaN])).toEqual([false, false, false, false, false]);
  });
});

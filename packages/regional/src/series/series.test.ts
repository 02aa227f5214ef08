import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chainIndex,
  classicalDecomposition,
  compoundGrowth,
  hampelOutliers,
  madOutliers,
  RegionalFault,
  stl,
  stlOutliers,
} from '../index.ts';
import { loess } from './loess.ts';

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

describe('loess', () => {
  it('of a straight line is the line, beyond its ends too', () => {
    const line = Array.from({ length: 12 }, (_, t) => 3 + 2 * t);
    loess(line, 5, 1, [-1, 0, 5, 11, 12]).forEach((value, k) => {
      expect(value).toBeCloseTo(3 + 2 * [-1, 0, 5, 11, 12][k], 9);
    });
  });
  it('ignores a point of no weight', () => {
    const line = [0, 1, 2, 300, 4, 5, 6];
    expect(loess(line, 5, 1, [3], [1, 1, 1, 0, 1, 1, 1])[0]).toBeCloseTo(3, 9);
  });
});

describe('a decomposition', () => {
  it('adds up to the series exactly', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 24, maxLength: 40 }),
        fc.boolean(),
        (x, robust) => {
          const { trend, seasonal, remainder } = stl(x, { period: 12, robust });
          x.forEach((value, t) => {
            expect(trend[t] + seasonal[t] + remainder[t]).toBeCloseTo(value, 8);
          });
        },
      ),
      { numRuns: 20 },
    ));

  it('finds the trend and season that a series was made of', () => {
    const { trend, seasonal, remainder } = stl(made, { period: 12, seasonal: 'periodic', inner: 20 });
    for (let t = 12; t < 48; t += 1) {
      expect(trend[t]).toBeCloseTo(trendOf(t), 1);
      expect(seasonal[t]).toBeCloseTo(season(t), 1);
      expect(Math.abs(remainder[t])).toBeLessThan(0.2);
    }
    const classical = classicalDecomposition(made);
    for (let t = 6; t < 54; t += 1) expect(classical.trend[t]).toBeCloseTo(trendOf(t), 9);
    expect(classical.trend[5]).toBeNaN();
  });

  it('by factors, where the season is a factor', () => {
    const x = Array.from({ length: 48 }, (_, t) => trendOf(t) * (t % 12 === 0 ? 2 : 1));
    const { seasonal } = classicalDecomposition(x, 12, 'multiplicative');
    expect(seasonal[0] / seasonal[1]).toBeCloseTo(2, 1);
    expect(seasonal.slice(0, 12).reduce((a, b) => a + b, 0) / 12).toBeCloseTo(1, 9);
  });

  it('lets a robust fit pass a single wild month by', () => {
    const wild = noisy.map((value, t) => (t === 30 ? value + 500 : value));
    const robust = stl(wild, { period: 12, seasonal: 'periodic', robust: true });
    expect(robust.remainder[30]).toBeGreaterThan(480);
    expect(Math.abs(robust.trend[30] - trendOf(30))).toBeLessThan(3);
  });

  it('takes a moving holiday out of the remainder', () => {
    const holiday = noisy.map((_, t) => (t % 12 === (Math.floor(t / 12) % 2 === 0 ? 0 : 1) ? 1 : 0));
    const x = noisy.map((value, t) => value - 20 * holiday[t]);
    const spread = (options: object) =>
      stl(x, { period: 12, seasonal: 'periodic', ...options }).remainder.reduce((sum, v) => sum + v * v, 0);
    expect(spread({ regressor: holiday })).toBeLessThan(spread({}) / 2);
  });

  it('refuses what is too short or has gaps', () => {
    expect(() => stl([1, 2, 3], { period: 12 })).toThrow(/two seasons of 12/);
    expect(() => stl([...made.slice(0, 30), Number.NaN], { period: 12 })).toThrow(/value 30 is missing/);
    expect(() => classicalDecomposition([1, 2], 12)).toThrow(RegionalFault);
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

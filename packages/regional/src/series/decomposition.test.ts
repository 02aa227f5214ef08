import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicalDecomposition, newYearStandstill, RegionalFault, stl } from '../index.ts';
import { loess } from './loess.ts';

const months = 60;
const season = (t: number) => 10 * Math.sin((2 * Math.PI * t) / 12);
const trendOf = (t: number) => 100 + 0.5 * t;
const made = Array.from({ length: months }, (_, t) => trendOf(t) + season(t));
const noisy = made.map((value, t) => value + ((t * 7919) % 13) / 13 - 0.5);

describe('loess', () => {
  it('of a straight line is the line, beyond its ends too', () => {
    const line = Array.from({ length: 12 }, (_, t) => 3 + 2 * t);
    loess(line, 5, 1, [-1, 0, 5, 11, 12]).forEach((value, k) => {
      expect(value).toBeCloseTo(3 + 2 * [-1, 0, 5, 11, 12][k], 9);
    });
  });
  it('by hand: what stands at the edge of the window weighs nothing, what stands half way (7/8)³', () => {
    expect(loess([5, 1, 9], 3, 1, [1])[0]).toBeCloseTo(1, 12);
    // Four points about 1, reach 2: weights (1 − 1/8)³, 1, (1 − 1/8)³, 0; alike on both sides, so no slope.
    const near = (7 / 8) ** 3;
    expect(loess([4, 1, 7, 50], 4, 1, [1])[0]).toBeCloseTo((near * 4 + 1 + near * 7) / (1 + 2 * near), 12);
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

  it('takes a moving holiday out whole: the effect that was put in comes back', () => {
    const standstill = newYearStandstill(120, 2015);
    const rest = (t: number) => ((t * 7919) % 13) / 13 - 0.5;
    const x = standstill.map((z, t) => trendOf(t) + season(t) - 20 * z + rest(t));
    for (const options of [{}, { seasonal: 'periodic' as const }, { robust: true }]) {
      const { effect, trend, seasonal, remainder } = stl(x, {
        period: 12,
        regressor: standstill,
        ...options,
      });
      expect(effect).toBeGreaterThan(-21);
      expect(effect).toBeLessThan(-19);
      x.forEach((value, t) => {
        expect(trend[t] + seasonal[t] + remainder[t]).toBeCloseTo(value, 9);
      });
    }
  });

  it('refuses a holiday that never moves, is of another length or unknown', () => {
    const still = made.map((_, t) => (t % 12 === 1 ? 1 : 0));
    expect(() => stl(made, { period: 12, regressor: still })).toThrow(/all trend and season/);
    expect(() => stl(made, { period: 12, regressor: [1] })).toThrow(/regressor: 1 given for 60/);
    expect(() => stl(made, { period: 12, regressor: made.map(() => Number.NaN) })).toThrow(/regressor 0/);
    expect(() => classicalDecomposition([1, -3, 1, 3], 2, 'multiplicative')).toThrow(/value 1 is -3/);
  });

  it('refuses what is too short or has gaps', () => {
    expect(() => stl([1, 2, 3], { period: 12 })).toThrow(/two seasons of 12/);
    expect(() => stl([...made.slice(0, 30), Number.NaN], { period: 12 })).toThrow(/value 30 is missing/);
    expect(() => classicalDecomposition([1, 2], 12)).toThrow(RegionalFault);
  });
});

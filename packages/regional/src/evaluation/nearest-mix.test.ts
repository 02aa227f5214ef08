import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestMix } from './nearest-mix.ts';

const value = fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10);
const problem = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 }))
  .chain(([donors, periods]) => {
    const series = fc.array(value, { minLength: periods, maxLength: periods });
    return fc.tuple(fc.array(series, { minLength: donors, maxLength: donors }), series);
  });
const mixed = (donors: readonly number[][], weights: readonly number[]) =>
  (donors[0] as number[]).map((_, t) =>
    donors.reduce((sum, series, j) => sum + (weights[j] as number) * (series[t] as number), 0),
  );
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, t) => sum + one * (b[t] as number), 0);

describe('the nearest mix', () => {
  it('is a mix, and no donor lies further on the other side: nothing is nearer', () =>
    fc.assert(
      fc.property(problem, ([donors, own]) => {
        const weights = nearestMix(donors, own);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        const gap = mixed(donors, weights).map((one, t) => one - (own[t] as number));
        const differences = donors.map((series) => series.map((one, t) => one - (own[t] as number)));
        const largest = Math.max(...differences.map((one) => dot(one, one)));
        for (const towards of differences)
          expect(dot(towards, gap)).toBeGreaterThanOrEqual(dot(gap, gap) - 1e-5 * largest);
      }),
      { numRuns: 500 },
    ));

  it('is found where there is one that fits, and where a donor stands twice', () => {
    const donors = [
      [1, 2, 4],
      [2, 1, 0],
      [2, 1, 0],
      [9, 9, 9],
    ];
    const weights = nearestMix(donors, mixed(donors, [0.25, 0.75, 0, 0]));
    expect(weights[0]).toBeCloseTo(0.25, 12);
    expect((weights[1] as number) + (weights[2] as number)).toBeCloseTo(0.75, 12);
  });

  it('of one donor is that donor, and by hand the middle of two', () => {
    expect(nearestMix([[3, 4]], [0, 0])).toEqual([1]);
    const [a, b] = nearestMix(
      [
        [1, 0],
        [0, 1],
      ],
      [0, 0],
    );
    expect([a, b].map((weight) => Number(weight?.toFixed(12)))).toEqual([0.5, 0.5]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaConvergence, RegionalFault, sigmaConvergence } from '../index.ts';

describe('convergence', () => {
  it('by hand: every place halves its distance to 8 in logarithms, so β is −½ and the half-life one period', () => {
    const start = [1, 2, 4];
    const end = start.map((y) => Math.sqrt(y * 8));
    const { beta, rSquared, halfLife } = betaConvergence(start, end, 1);
    expect(beta).toBeCloseTo(-0.5, 12);
    expect(rSquared).toBeCloseTo(1, 12);
    expect(halfLife).toBeCloseTo(1, 12);
    const [before, after] = sigmaConvergence([start, end]);
    expect(after / before).toBeCloseTo(0.5, 12);
  });

  it('does not depend on the unit', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 1, max: 2, noNaN: true }), fc.double({ min: 1, max: 2, noNaN: true })),
          {
            minLength: 5,
            maxLength: 20,
          },
        ),
        (pairs) => {
          const start = pairs.map(([y], i) => y + i);
          const end = pairs.map(([, y], i) => y + i);
          const times = (k: number) =>
            betaConvergence(
              start.map((y) => y * k),
              end.map((y) => y * k),
              3,
            );
          expect(times(1000).beta).toBeCloseTo(times(1).beta, 9);
        },
      ),
    ));

  it('leaves out places without a figure, and refuses too few', () => {
    expect(betaConvergence([1, 2, 4, Number.NaN, 0], [2, 3, 5, 1, 1], 1).n).toBe(3);
    expect(() => betaConvergence([1, 2], [2, 3], 1)).toThrow(RegionalFault);
    expect(() => betaConvergence([2, 2, 2], [2, 3, 4], 1)).toThrow(/start differently/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atkinson,
  coefficientOfVariation,
  gini,
  hoover,
  normalisedGini,
  RegionalFault,
  theilL,
  theilT,
  williamson,
} from '../index.ts';

const amounts = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 2, maxLength: 20 });
const indices: readonly (readonly [string, (x: readonly number[]) => number])[] = [
  ['Gini', gini],
  ['normalised Gini', normalisedGini],
  ['Atkinson ½', (x) => atkinson(x, 0.5)],
  ['Atkinson 1', (x) => atkinson(x, 1)],
  ['Atkinson 2', (x) => atkinson(x, 2)],
  ['coefficient of variation', coefficientOfVariation],
  ['Hoover', (x) => hoover(x)],
  ['Theil T', (x) => theilT(x)],
  ['Theil L', (x) => theilL(x)],
];

describe.each(indices)('%s', (_, index) => {
  it('is 0 where all are alike', () => expect(index([5, 5, 5])).toBeCloseTo(0, 12));

  it('does not depend on the unit or the order', () =>
    fc.assert(
      fc.property(amounts, fc.constantFrom(1e-3, 7, 1e6), (x, k) => {
        expect(index([...x].reverse().map((value) => value * k))).toBeCloseTo(index(x), 9);
      }),
    ));

  it('falls when the richest gives to the poorest', () =>
    fc.assert(
      fc.property(amounts, (x) => {
        const sorted = x.toSorted((a, b) => a - b);
        const [poorest, richest] = [sorted[0], sorted[sorted.length - 1]];
        const gift = (richest - poorest) / 4;
        const after = [poorest + gift, ...sorted.slice(1, -1), richest - gift];
        expect(index(after)).toBeLessThanOrEqual(index(x) + 1e-12);
      }),
    ));

  it('of something unknown is unknown', () => expect(index([1, Number.NaN, 3])).toBeNaN());
});

describe('weighted indices', () => {
  it('by hand: Williamson from the national figure, and as REAT has it', () => {
    // Two places of 1 and 3 per head with 3 and 1 people: national figure 1.5, plain mean 2.
    expect(williamson([1, 3], [3, 1], { from: 'weighted' })).toBeCloseTo(Math.sqrt(0.75) / 1.5, 12);
    expect(williamson([1, 3], [3, 1])).toBeCloseTo(1 / 1.5, 12);
  });

  it('Hoover against people is 0 where amounts are spread as people are', () =>
    fc.assert(
      fc.property(amounts, (x) => {
        const thrice = x.map((value) => 3 * value);
        expect(hoover(thrice, x)).toBeCloseTo(0, 12);
      }),
    ));

  it('refuse what cannot be', () => {
    expect(() => gini([1, -1])).toThrow(RegionalFault);
    expect(() => hoover([1], [1, 2])).toThrow(/2 given for 1/);
    expect(() => atkinson([1], 0)).toThrow(/epsilon is 0/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  couplingCoordination,
  industrialGradient,
  locationQuotient,
  matrix,
  potentialDifference,
  RegionalFault,
  toArrays,
} from '../index.ts';

const amounts = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 3, maxLength: 3 });
const square = fc.array(amounts, { minLength: 3, maxLength: 3 });

describe('the gradient', () => {
  const output = matrix([
    [8, 2],
    [2, 8],
  ]);

  it('is the location quotient where nothing else is known, and says so', () => {
    const { coefficient, basis } = industrialGradient(output);
    expect(toArrays(coefficient)).toEqual(toArrays(locationQuotient(output)));
    expect(new Set(basis)).toEqual(new Set(['lq']));
  });

  it('by hand: LQ 1.6, productivity 0.8/0.5, return 0.8/0.4', () => {
    const labour = matrix([
      [5, 5],
      [5, 5],
    ]);
    const capital = matrix([
      [4, 5],
      [6, 5],
    ]);
    expect(industrialGradient(output, labour, capital).coefficient.at(0, 0)).toBeCloseTo(1.6 * 1.6 * 2, 12);
  });

  it('falls back cell by cell where employment is missing', () => {
    const { basis } = industrialGradient(
      output,
      matrix([
        [5, null],
        [5, 5],
      ]),
    );
    expect(basis).toEqual(['lq·cp', 'lq', 'lq·cp', 'lq']);
  });

  it('differs between regions as a potential', () => {
    const { coefficient } = industrialGradient(output);
    const down = potentialDifference(coefficient, 0, 1);
    expect(down[0]).toBeCloseTo(1.2, 12);
    expect(potentialDifference(coefficient, 1, 0)).toEqual(down.map((difference) => -difference));
    expect(() => potentialDifference(coefficient, 0, 2)).toThrow(/row 2: there are 2 regions/);
    expect(() => industrialGradient(output, matrix([[1]]))).toThrow(RegionalFault);
  });

  it('couples systems: even is 1, one at nothing is 0, high and even is best', () => {
    expect(couplingCoordination([0.4, 0.4]).coupling).toBeCloseTo(1, 12);
    expect(couplingCoordination([0.8, 0]).coordination).toBe(0);
    expect(couplingCoordination([0.9, 0.9]).coordination).toBeGreaterThan(
      couplingCoordination([0.9, 0.5]).coordination,
    );
    expect(() => couplingCoordination([2, 0.5])).toThrow(/from 0 to 1/);
    expect(() => couplingCoordination([0.5, 0.5], [1])).toThrow(/weights: 1 given for 2/);
  });

  it('does not depend on the units of output, employment and capital', () =>
    fc.assert(
      fc.property(square, square, square, fc.constantFrom(1e-3, 7, 1e6), (x, l, k, unit) => {
        const scaled = (values: number[][]) => matrix(values.map((row) => row.map((value) => value * unit)));
        const one = industrialGradient(matrix(x), matrix(l), matrix(k)).coefficient;
        industrialGradient(scaled(x), scaled(l), scaled(k)).coefficient.cells.forEach((value, at) => {
          expect(value / one.cells[at]).toBeCloseTo(1, 9);
        });
      }),
    ));

  it('couples at most wholly, and coordinates no higher than the level', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2 }), (systems) => {
        const { coupling, level, coordination } = couplingCoordination(systems);
        expect(coupling).toBeLessThanOrEqual(1 + 1e-12);
        expect(coordination).toBeCloseTo(Math.sqrt(coupling * level), 12);
      }),
    ));
});

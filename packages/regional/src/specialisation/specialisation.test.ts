import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coagglomeration,
  ellisonGlaeser,
  entropy,
  hachman,
  krugmanIndex,
  krugmanSpecialisation,
  localisationCoefficient,
  locationalGini,
  type Matrix,
  matrix,
  presence,
  RegionalFault,
  smallBase,
  specialisationCoefficient,
  toArrays,
} from '../index.ts';

const amount = fc.double({ min: 1, max: 1000, noNaN: true });
const table = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((values) => matrix(values));
const close = (a: readonly number[], b: readonly number[]) =>
  a.forEach((value, i) => {
    expect(value).toBeCloseTo(b[i], 9);
  });
const everyMeasure: readonly ((x: Matrix) => number[])[] = [
  krugmanIndex,
  specialisationCoefficient,
  hachman,
  entropy,
  localisationCoefficient,
  locationalGini,
];

describe('specialisation', () => {
  it('of regions that are like the whole is none', () => {
    const alike = matrix([
      [2, 4],
      [1, 2],
    ]);
    close(krugmanIndex(alike), [0, 0]);
    close(hachman(alike), [1, 1]);
    close(localisationCoefficient(alike), [0, 0]);
    close(locationalGini(alike), [0, 0]);
  });

  it('of two regions that share nothing is as great as can be', () => {
    expect(krugmanSpecialisation([1, 0, 2, 0], [0, 3, 0, 1])).toBe(2);
    expect(
      entropy(
        matrix([
          [7, 0],
          [0, 7],
        ]),
      ),
    ).toEqual([0, 0]);
  });

  it('by hand: half of one region’s activity would have to change', () => {
    // Shares ½ ½ against ⅝ ⅜ of the whole (5, 3).
    const x = matrix([
      [2, 2],
      [3, 1],
    ]);
    close(krugmanIndex(x), [0.25, 0.25]);
    close(specialisationCoefficient(x), [0.125, 0.125]);
  });

  it('does not depend on the unit, nor on the order of industries', () =>
    fc.assert(
      fc.property(table, fc.constantFrom(1e-3, 10, 1e6), (x, k) => {
        const scaled = matrix(toArrays(x).map((row) => row.map((value) => value * k)));
        const turned = matrix(toArrays(x).map((row) => [...row].reverse()));
        for (const measure of everyMeasure.slice(0, 4)) {
          close(measure(scaled), measure(x));
          close(measure(turned), measure(x));
        }
      }),
    ));

  it('stays within its bounds', () =>
    fc.assert(
      fc.property(table, (x) => {
        for (const value of krugmanIndex(x)) expect(value).toBeLessThanOrEqual(2);
        for (const value of hachman(x)) expect(value).toBeLessThanOrEqual(1 + 1e-9);
        for (const bits of entropy(x)) expect(bits).toBeLessThanOrEqual(Math.log2(x.columns.length) + 1e-9);
        for (const value of locationalGini(x)) expect(value).toBeGreaterThanOrEqual(-1e-9);
      }),
    ));

  it('of an empty region is missing, and negative amounts are refused', () => {
    const empty = matrix([
      [0, 0],
      [1, 2],
    ]);
    for (const measure of everyMeasure.slice(0, 4)) expect(measure(empty)[0]).toBeNaN();
    for (const measure of everyMeasure) expect(() => measure(matrix([[1, -1]]))).toThrow(RegionalFault);
    expect(() => krugmanSpecialisation([1], [1, 2])).toThrow(/2 of industries of b/);
  });

  it('counts a quotient of exactly 1 as presence, and flags a small base', () => {
    expect(
      toArrays(
        presence(
          matrix([
            [1, 1],
            [1, 1],
          ]),
        ),
      ),
    ).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(
      toArrays(
        smallBase(
          matrix([
            [1e6, 1],
            [1e6, 1],
          ]),
        ),
      ),
    ).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('Ellison and Glaeser', () => {
  const regionTotals = [50, 30, 20];

  it('give 0 on average to plants thrown like darts', () => {
    const draws = Array.from({ length: 100 }, (_, i) => (i < 50 ? 0 : i < 80 ? 1 : 2));
    const plants = [3, 5];
    let sum = 0;
    for (const a of draws)
      for (const b of draws) sum += ellisonGlaeser({ plants, plantRegion: [a, b], regionTotals });
    expect(sum / draws.length ** 2).toBeCloseTo(0, 9);
  });

  it('give 1 to plants that all stand in one small region', () => {
    const plants = new Array(1000).fill(1);
    const plantRegion = plants.map(() => 1);
    expect(ellisonGlaeser({ plants, plantRegion, regionTotals: [1e6, 1] })).toBeGreaterThan(0.9);
  });

  it('call two industries that stand together co-agglomerated, and two apart not', () => {
    const at = (region: number) => ({ plants: [1, 1, 1, 1], plantRegion: [0, 1, region, region] });
    const together = coagglomeration([at(2), at(2)], regionTotals);
    const apart = coagglomeration([at(2), at(0)], regionTotals);
    expect(together).toBeGreaterThan(apart);
    expect(coagglomeration([at(2)], regionTotals)).toBeNaN();
  });

  it('name a plant that lies nowhere', () => {
    expect(() => ellisonGlaeser({ plants: [1], plantRegion: [7], regionTotals })).toThrow(
      /plant 0 lies in region 7, of 3/,
    );
  });
});

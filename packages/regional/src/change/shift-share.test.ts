import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Matrix,
  matrix,
  panel,
  RegionalFault,
  shiftShareArcelus,
  shiftShareDunn,
  shiftShareDunnOfRegion,
  shiftShareDynamic,
  shiftShareEsteban,
  shiftShareEstebanOfRegion,
  shiftShareGerfin,
  shiftShareSpatial,
  toArrays,
} from '../index.ts';

const amount = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 1, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
);
/** Two or three periods of the same regions and industries, some of which begin with nothing. */
const periods = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      { minLength: 3, maxLength: 3 },
    ),
  )
  .map((tables) => tables.map((table) => matrix(table)));

/** Where the whole has no industry at t0 no rate exists, and nothing is asked of the components. */
const standsEverywhere = (x: Matrix) => x.columns.every((_, i) => x.rows.some((_, r) => x.at(r, i) > 0));

const addUp = (parts: readonly Matrix[], t0: Matrix, t1: Matrix): void => {
  for (let k = 0; k < t0.cells.length; k += 1) {
    const sum = parts.reduce((all, part) => all + part.cells[k], 0);
    expect(sum).toBeCloseTo(t1.cells[k] - t0.cells[k], 6);
  }
};

describe('the components of a shift-share add up to the change', () => {
  it('after Dunn, Esteban-Marquillas and Arcelus', () =>
    fc.assert(
      fc.property(periods, ([t0, t1]) => {
        fc.pre(standsEverywhere(t0));
        addUp(Object.values(shiftShareDunn(t0, t1)), t0, t1);
        addUp(Object.values(shiftShareEsteban(t0, t1)), t0, t1);
        const { newIndustries, ...effects } = shiftShareArcelus(t0, t1);
        const parts = Object.values(effects).flatMap(({ expected, specialisation }) => [
          expected,
          specialisation,
        ]);
        fc.pre(toArrays(t0).every((row) => row.some((value) => value > 0)));
        addUp([...parts, newIndustries], t0, t1);
      }),
    ));

  it('year by year', () =>
    fc.assert(
      fc.property(periods, (tables) => {
        fc.pre(tables.slice(0, 2).every(standsEverywhere));
        const parts = shiftShareDynamic(panel(['1', '2', '3'], tables));
        addUp(Object.values(parts), tables[0], tables[2]);
      }),
    ));

  it('with neighbours', () =>
    fc.assert(
      fc.property(periods, ([t0, t1]) => {
        const ring = matrix(t0.rows.map((_, r) => t0.rows.map((_, s) => (r === s ? 0 : 1))));
        const alone = (i: number) => t0.rows.filter((_, r) => t0.at(r, i) > 0).length < 2;
        fc.pre(!t0.columns.some((_, i) => alone(i)));
        addUp(Object.values(shiftShareSpatial(t0, t1, ring)), t0, t1);
      }),
    ));
});

describe('the competitive component', () => {
  it('sums to 0 over the regions in every industry, new ones apart', () =>
    fc.assert(
      fc.property(periods, ([t0, t1]) => {
        fc.pre(standsEverywhere(t0));
        const { regionalShare, newIndustries } = shiftShareDunn(t0, t1);
        for (const i of t0.columns.keys()) {
          const sum = t0.rows.reduce((all, _, r) => all + regionalShare.at(r, i) + newIndustries.at(r, i), 0);
          expect(sum).toBeCloseTo(0, 6);
        }
      }),
    ));

  it('by hand: a quarter lost to the other region', () => {
    // The industry stands still as a whole; one region loses 5 of 20, which the other gains.
    const { nationalShare, industrialMix, regionalShare } = shiftShareDunn(
      matrix([[20], [20]]),
      matrix([[15], [25]]),
    );
    expect([nationalShare.at(0, 0), industrialMix.at(0, 0)]).toEqual([0, 0]);
    expect(toArrays(regionalShare)).toEqual([[-5], [5]]);
  });

  it('does not depend on the unit', () => {
    const [t0, t1] = [
      matrix([
        [90, 10],
        [10, 90],
      ]),
      matrix([
        [99, 10],
        [11, 120],
      ]),
    ];
    const times = (x: Matrix, k: number) => matrix(toArrays(x).map((row) => row.map((value) => value * k)));
    const scaled = shiftShareDunn(times(t0, 1e4), times(t1, 1e4)).regionalShare;
    expect(scaled.at(1, 0) / 1e4).toBeCloseTo(shiftShareDunn(t0, t1).regionalShare.at(1, 0), 9);
  });
});

describe('new industries, missing amounts and wrong shapes', () => {
  it('report what began from nothing apart, not as infinite growth', () => {
    const parts = shiftShareDunn(matrix([[0], [10]]), matrix([[4], [10]]));
    expect(parts.newIndustries.at(0, 0)).toBe(4);
    expect(parts.regionalShare.at(0, 0)).toBe(0);
    const region = shiftShareDunnOfRegion({ t0: [0, 10], t1: [4, 10] }, { t0: [10, 10], t1: [14, 10] });
    expect(region.newIndustries).toBe(4);
    expect(region.nationalShare + region.industrialMix + region.regionalShare + 4).toBeCloseTo(4, 12);
    expect(
      shiftShareEstebanOfRegion({ t0: [0, 10], t1: [4, 10] }, { t0: [10, 10], t1: [14, 10] }).newIndustries,
    ).toBe(4);
  });

  it('leave unknown what is unknown', () => {
    const parts = shiftShareDunn(matrix([[null], [10]]), matrix([[4], [10]]));
    expect(parts.regionalShare.at(0, 0)).toBeNaN();
  });

  it('refuse other regions, other industries, one period, and negative amounts', () => {
    expect(() => shiftShareDunn(matrix([[1]]), matrix([[1, 2]]))).toThrow(/columns/);
    expect(() => shiftShareDunn(matrix([[1]]), matrix([[1]]), { t0: [1, 2], t1: [1, 2] })).toThrow(
      /reference t0: 2 given for 1/,
    );
    expect(() => shiftShareDunn(matrix([[-1]]), matrix([[1]]))).toThrow(RegionalFault);
    expect(() => shiftShareDynamic(panel(['a'], [matrix([[1]])]))).toThrow(/two at least/);
    expect(() => shiftShareSpatial(matrix([[1]]), matrix([[1]]), matrix([[1, 1]]))).toThrow(RegionalFault);
  });

  it('Gerfin’s factors multiply', () => {
    const { industrialMix, regionalShare, netTotalShift } = shiftShareGerfin(
      { t0: [90, 20, 10, 60], t1: [100, 40, 10, 55] },
      { t0: [400, 150, 150, 400], t1: [440, 210, 135, 480] },
    );
    expect(industrialMix * regionalShare).toBeCloseTo(netTotalShift, 12);
  });
});

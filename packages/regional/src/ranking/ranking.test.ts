import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ahpWeights,
  columnOf,
  couplingCoordination,
  criticWeights,
  entropyWeights,
  industrialGradient,
  locationQuotient,
  matrix,
  normalise,
  potentialDifference,
  RegionalFault,
  rankRobustness,
  ranks,
  toArrays,
  topsis,
  undertakingCapacity,
} from '../index.ts';

const table = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: columns, maxLength: columns }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  )
  .map((values) => matrix(values));

describe('indicators on one scale', () => {
  it('min–max runs from 0 to 1, z has mean 0 and deviation 1, and less can be better', () =>
    fc.assert(
      fc.property(table, (x) => {
        const up = x.columns.map(() => 1 as const);
        const scaled = normalise(x, up);
        const turned = normalise(
          x,
          x.columns.map(() => -1 as const),
        );
        scaled.cells.forEach((value, k) => {
          expect(value + turned.cells[k]).toBeCloseTo(
            scaled.cells[k] === 0 && turned.cells[k] === 0 ? 0 : 1,
            9,
          );
        });
        for (const j of x.columns.keys()) {
          const z = columnOf(normalise(x, up, 'z'), j);
          expect(z.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 6);
        }
      }),
    ));

  it('keeps the missing missing, and says nothing where all are alike', () => {
    expect(
      toArrays(
        normalise(
          matrix([
            [5, null],
            [5, 2],
            [5, 4],
          ]),
          [1, 1],
        ),
      ),
    ).toEqual([
      [0, Number.NaN],
      [0, 0],
      [0, 1],
    ]);
  });
});

describe('weights', () => {
  it('sum to 1, and none is negative', () =>
    fc.assert(
      fc.property(table, (x) => {
        const scaled = normalise(
          x,
          x.columns.map(() => 1 as const),
        );
        for (const weights of [entropyWeights(scaled), criticWeights(scaled)]) {
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        }
      }),
    ));

  it('AHP: Saaty’s wholly consistent judgements give back their weights, with ratio 0', () => {
    const own = [0.5, 0.3, 0.2];
    const { weights, largest, consistencyRatio } = ahpWeights(matrix(own.map((a) => own.map((b) => a / b))));
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(own[i], 9);
    });
    expect(largest).toBeCloseTo(3, 9);
    expect(consistencyRatio).toBeCloseTo(0, 9);
  });

  it('AHP tells judgements that run in a circle', () => {
    const circle = matrix([
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ]);
    expect(ahpWeights(circle).consistencyRatio).toBeGreaterThan(0.1);
    expect(() =>
      ahpWeights(
        matrix([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toThrow(/not its inverse/);
  });
});

describe('TOPSIS', () => {
  it('is 1 for who is best in all, 0 for who is worst in all, and does not depend on the order', () =>
    fc.assert(
      fc.property(table, (x) => {
        const values = toArrays(x);
        const best = x.columns.map((_, j) => Math.max(...columnOf(x, j)) + 1);
        const worst = x.columns.map((_, j) => Math.min(...columnOf(x, j)) - 1);
        const all = normalise(
          matrix([best, worst, ...values]),
          x.columns.map(() => 1 as const),
        );
        const weights = x.columns.map(() => 1 / x.columns.length);
        const index = topsis(all, weights);
        expect(index[0]).toBeCloseTo(1, 9);
        expect(index[1]).toBeCloseTo(0, 9);
        const turned = topsis(matrix(toArrays(all).reverse()), weights);
        expect(turned[turned.length - 1]).toBeCloseTo(index[0], 9);
      }),
    ));

  it('ranks equals alike', () => expect(ranks([3, 1, 3, Number.NaN])).toEqual([1, 3, 1, 4]));
});

describe('a ranking', () => {
  const places = matrix([
    [9, 8, 1],
    [5, 9, 3],
    [6, null, 4],
    [1, 1, 9],
  ]);
  const directions = [1, 1, -1] as const;

  it('is told under every way of weighing', () => {
    const capacity = undertakingCapacity(places, directions, [0.6, 0.2, 0.2]);
    for (const way of ['entropy', 'critic', 'equal', 'judged'] as const) {
      expect(capacity[way]?.rank[3]).toBe(4);
    }
    expect(() => undertakingCapacity(places, [1])).toThrow(RegionalFault);
  });

  it('comes with intervals that are the same for the same seed, and hold the likely rank', () => {
    const weights = [1 / 3, 1 / 3, 1 / 3];
    const intervals = rankRobustness(places, directions, weights, { draws: 300, seed: 7 });
    expect(intervals).toEqual(rankRobustness(places, directions, weights, { draws: 300, seed: 7 }));
    expect(intervals[3]).toMatchObject({ median: 4, inFirst: 0 });
    for (const { from, median, to } of intervals) {
      expect(from).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(to);
    }
    expect(intervals.reduce((sum, { inFirst }) => sum + inFirst, 0)).toBeGreaterThanOrEqual(1 - 1e-9);
    expect(() => rankRobustness(matrix([[null], [null]]), [1], [1])).toThrow(/nothing is known/);
  });
});

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
    expect(potentialDifference(industrialGradient(output).coefficient, 0, 1)[0]).toBeCloseTo(1.2, 12);
    expect(() => industrialGradient(output, matrix([[1]]))).toThrow(RegionalFault);
  });

  it('couples systems: even is 1, one at nothing is 0, high and even is best', () => {
    expect(couplingCoordination([0.4, 0.4]).coupling).toBeCloseTo(1, 12);
    expect(couplingCoordination([0.8, 0]).coordination).toBe(0);
    expect(couplingCoordination([0.9, 0.9]).coordination).toBeGreaterThan(
      couplingCoordination([0.9, 0.5]).coordination,
    );
    expect(() => couplingCoordination([2, 0.5])).toThrow(/from 0 to 1/);
  });
});

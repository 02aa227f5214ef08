import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ahpWeights,
  columnOf,
  criticWeights,
  entropyWeights,
  matrix,
  normalise,
  RegionalFault,
  rankRobustness,
  ranks,
  scoreRobustness,
  toArrays,
  topsis,
  undertakingCapacity,
} from '../index.ts';
import { random } from './random.ts';

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

  it('are 0 for an indicator on which all are alike', () => {
    const alike = normalise(
      matrix([
        [5, 1, 3],
        [5, 2, 9],
        [5, 9, 1],
      ]),
      [1, 1, 1],
    );
    for (const weights of [entropyWeights(alike), criticWeights(alike)]) {
      expect(weights[0]).toBe(0);
      expect(weights[1] + weights[2]).toBeCloseTo(1, 12);
    }
    expect(entropyWeights(matrix([[0], [0]]))).toEqual([1]);
  });

  it('by entropy, by hand: shares 1 : 3 against 1 : 1', () => {
    const e = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(2);
    expect(1 - e).toBeCloseTo(0.188721875540867, 12);
    expect(
      entropyWeights(
        matrix([
          [1, 1, 1],
          [3, 1, 3],
        ]),
      ),
    ).toEqual([0.5, 0, 0.5]);
  });

  it('by CRITIC, by hand: two that say the same, and a third against them', () => {
    const weights = criticWeights(
      matrix([
        [0, 0, 1],
        [1, 1, 0],
      ]),
    );
    expect(weights.map((weight) => Number(weight.toFixed(12)))).toEqual([0.25, 0.25, 0.5]);
  });

  it('do not drop an indicator for one figure that is missing', () => {
    const weights = criticWeights(
      matrix([
        [0, 1, 0.2],
        [0.4, null, 0.9],
        [1, 0.3, 1],
        [0.7, 0, 0],
      ]),
    );
    expect(Math.min(...weights)).toBeGreaterThan(0.1);
  });

  it('AHP: Saaty’s wholly consistent judgements give back their weights, with ratio 0', () => {
    const own = [0.5, 0.3, 0.2];
    const { weights, largest, consistencyRatio, consistent } = ahpWeights(
      matrix(own.map((a) => own.map((b) => a / b))),
    );
    expect(consistent).toBe(true);
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
    expect(ahpWeights(circle).consistent).toBe(false);
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
    expect(() => undertakingCapacity(places, [1])).toThrow(/directions: 1 given for 3/);
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

  it('takes the shares of weights, and no draws or negative weights at all', () => {
    expect(rankRobustness(places, directions, [2, 1, 1], { draws: 50 })).toEqual(
      rankRobustness(places, directions, [0.5, 0.25, 0.25], { draws: 50 }),
    );
    expect(() => rankRobustness(places, directions, [1, 1, 1], { draws: 0 })).toThrow(/draws 0/);
    expect(() => rankRobustness(places, directions, [0, 0, 0])).toThrow(/above 0/);
    expect(() => rankRobustness(places, directions, [1, -1, 1])).toThrow(RegionalFault);
    expect(() => topsis(places, [1, -1, 1])).toThrow(/weight of "1" is -1/);
  });

  it('is surer of itself where the weights hardly move', () => {
    const near = matrix([
      [1, 0.6],
      [0.6, 1],
      [0, 0],
    ]);
    const first = (concentration: number) =>
      rankRobustness(near, [1, 1], [0.7, 0.3], { draws: 500, concentration })[0].inFirst;
    expect(first(2000)).toBe(1);
    expect(first(2)).toBeLessThan(0.95);
  });
});

describe('a score made of parts', () => {
  const parts = fc
    .array(
      fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }), {
        minLength: 3,
        maxLength: 3,
      }),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    .map((values) => matrix(values));

  it('lies within its interval, as its rank does, and both within what can be', () =>
    fc.assert(
      fc.property(
        parts,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
        (x, weights) => {
          for (const { score, from, to, rank, rankFrom, rankTo } of scoreRobustness([x], weights, {
            draws: 40,
          })) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(1 + 1e-12);
            expect(score < from || score > to).toBe(false);
            expect(rankFrom).toBeLessThanOrEqual(rank);
            expect(rankTo).toBeGreaterThanOrEqual(rank);
          }
        },
      ),
    ));

  it('is the weighted mean of what is known, by hand', () => {
    const [whole, part] = scoreRobustness(
      [
        matrix([
          [1, 0.5, 0],
          [1, null, 0],
        ]),
      ],
      [2, 1, 1],
    );
    expect(whole?.score).toBeCloseTo((2 + 0.5) / 4, 12);
    expect(part?.score).toBeCloseTo(2 / 3, 12);
  });

  it('is less sure where a part is unknown, or comes out otherwise by another choice', () => {
    const width = (tables: Parameters<typeof scoreRobustness>[0]) => {
      const [row] = scoreRobustness(tables, [1, 1]);
      return (row?.to ?? Number.NaN) - (row?.from ?? Number.NaN);
    };
    const sure = width([matrix([[0.5, 0.5]])]);
    expect(sure).toBeCloseTo(0, 12);
    expect(width([matrix([[0.5, null]])])).toBeGreaterThan(0.3);
    expect(width([matrix([[0.5, 0.5]]), matrix([[1, 0.5]])])).toBeGreaterThan(0.1);
  });

  it('refuses parts that are none, and weights that do not fit', () => {
    expect(() => scoreRobustness([matrix([[1.2]])], [1])).toThrow(/part "0" is 1.2/);
    expect(() => scoreRobustness([matrix([[1]])], [1, 1])).toThrow(/weights: 2 given for 1/);
    expect(() => scoreRobustness([], [1])).toThrow(RegionalFault);
  });
});

describe('chance', () => {
  it('comes again for the same seed, differs for another, and is even', () => {
    const [one, same, other] = [random(1), random(1), random(2)];
    const draws = Array.from({ length: 20_000 }, () => one());
    expect(draws.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => same()));
    expect(draws[0]).not.toBe(other());
    expect(Math.abs(draws.reduce((a, b) => a + b, 0) / draws.length - 0.5)).toBeLessThan(0.01);
    expect(Math.max(...draws)).toBeLessThan(1);
  });
});

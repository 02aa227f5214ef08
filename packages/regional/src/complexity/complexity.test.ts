import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  complexityOutlook,
  coOccurrence,
  density,
  diversity,
  economicComplexity,
  fitnessComplexity,
  type Matrix,
  matrix,
  prody,
  proximity,
  RegionalFault,
  reflections,
  relatedness,
  relatednessDensity,
  rowSums,
  toArrays,
  transpose,
  ubiquity,
} from '../index.ts';

const table = fc
  .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 8 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((values) => matrix(values));

/** Nested: the first region has everything, the last one industry only. */
const nested = matrix([
  [4, 4, 4, 4],
  [4, 4, 4, 0],
  [4, 4, 0, 0],
  [4, 0, 0, 0],
]);
/** The nested table as presence: LQ of 1 or more. */
const seeded = (rows: number, columns: number): Matrix => {
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  return matrix(
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, i) =>
        next() < 0.2 + (0.6 * (rows - r)) / (rows + i) ? next() * 9 : 0,
      ),
    ),
  );
};

describe('who has what', () => {
  it('diversity and ubiquity count the same presences', () =>
    fc.assert(
      fc.property(table, (x) => {
        const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
        expect(sum(diversity(x))).toBe(sum(ubiquity(x)));
      }),
    ));

  it('PRODY lies between the incomes of those who have the industry', () => {
    const [value] = prody(
      matrix([
        [8, 2],
        [2, 8],
      ]),
      [10, 20],
    );
    expect(value).toBeGreaterThan(10);
    expect(value).toBeLessThan(20);
    expect(
      prody(
        matrix([
          [8, 0],
          [2, 0],
        ]),
        [10, 20],
      )[1],
    ).toBeNaN();
  });
});

describe('relatedness', () => {
  it('co-occurrence is symmetric, empty on the diagonal, and never above the rarer industry', () =>
    fc.assert(
      fc.property(table, (x) => {
        const together = coOccurrence(x);
        const count = ubiquity(x);
        expect(toArrays(together)).toEqual(toArrays(transpose(together)));
        for (const i of count.keys()) {
          expect(together.at(i, i)).toBe(0);
          for (const j of count.keys()) {
            expect(together.at(i, j)).toBeLessThanOrEqual(Math.min(count[i], count[j]));
          }
        }
      }),
    ));

  it('by hand: three industries, of which two stand together twice', () => {
    const together = matrix([
      [0, 2, 1],
      [2, 0, 0],
      [1, 0, 0],
    ]);
    expect(relatedness(together, 'association').at(0, 1)).toBeCloseTo((2 * 6) / (3 * 2), 12);
    expect(relatedness(together, 'cosine').at(0, 1)).toBeCloseTo(2 / Math.sqrt(6), 12);
    expect(relatedness(together, 'jaccard').at(0, 1)).toBeCloseTo(2 / 3, 12);
    expect(relatedness(together, 'prob').at(1, 2)).toBe(0);
  });

  it('density is 100 where a region has all that is related, 0 where it has none', () => {
    const related = matrix([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
    const dense = relatednessDensity(
      matrix([
        [1, 0, 0],
        [0, 0, 1],
      ]),
      related,
    );
    expect([dense.at(0, 1), dense.at(1, 1), dense.at(0, 0)]).toEqual([100, 0, 0]);
    expect(dense.at(0, 2)).toBeNaN();
    expect(() => relatednessDensity(matrix([[1]]), related)).toThrow(RegionalFault);
  });
});

describe('proximity and density', () => {
  it('are symmetric and between 0 and 1', () =>
    fc.assert(
      fc.property(table, (x) => {
        const near = proximity(x);
        expect(toArrays(near)).toEqual(toArrays(transpose(near)));
        for (const value of near.cells) expect(value >= 0 && value <= 1).toBe(true);
        for (const value of density(x).cells)
          expect(Number.isNaN(value) || (value >= 0 && value <= 1 + 1e-12)).toBe(true);
      }),
    ));
});

describe('economic complexity', () => {
  it('ranks the region that has what few have above the one that has what all have', () => {
    const { eci, pci } = economicComplexity(nested);
    expect(eci[0]).toBeGreaterThan(eci[3]);
    expect(pci[3]).toBeGreaterThan(pci[0]);
  });

  it('has mean 0 and deviation 1, and does not depend on unit or order', () => {
    const x = seeded(30, 20);
    const { eci, pci } = economicComplexity(x);
    const mean = eci.reduce((a, b) => a + b, 0) / eci.length;
    expect(mean).toBeCloseTo(0, 9);
    expect(eci.reduce((a, b) => a + (b - mean) ** 2, 0) / eci.length).toBeCloseTo(1, 9);
    const turned = economicComplexity(
      matrix(
        toArrays(x)
          .reverse()
          .map((row) => row.map((v) => v * 1e4)),
      ),
    );
    [...turned.eci].reverse().forEach((value, r) => {
      expect(value).toBeCloseTo(eci[r], 7);
    });
    turned.pci.forEach((value, i) => {
      expect(value).toBeCloseTo(pci[i], 7);
    });
  });

  it('is the same from either side: regions are the mean of what they have', () => {
    const x = seeded(25, 12);
    const { eci, pci } = economicComplexity(x);
    const has = diversity(x);
    const present = toArrays(x).map((_, r) => r);
    for (const r of present) {
      const own = toArrays(x)
        [r].map((_, i) => i)
        .filter((i) => coHas(x, r, i));
      expect(own.reduce((sum, i) => sum + pci[i], 0) / has[r]).toBeCloseTo(eci[r], 7);
    }
  });

  it('leaves out a region that has nothing, and refuses a table that falls apart', () => {
    const holed = matrix([...toArrays(seeded(20, 10)), new Array(10).fill(0)]);
    const { eci } = economicComplexity(holed);
    expect(eci[20]).toBeNaN();
    expect(eci.slice(0, 20).every(Number.isFinite)).toBe(true);
    expect(() =>
      economicComplexity(
        matrix([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toThrow(/no second eigenvector/);
    expect(() => economicComplexity(matrix([[1]]))).toThrow(RegionalFault);
  });

  it('gains nothing from what a region has', () => {
    const x = seeded(20, 10);
    const { cog } = complexityOutlook(x);
    for (const [r, row] of toArrays(x).entries()) {
      for (const i of row.keys()) if (coHas(x, r, i)) expect(cog.at(r, i)).toBe(0);
    }
  });
});

describe('iterated measures', () => {
  it('reflections of even order come to agree with economic complexity', () => {
    const x = seeded(30, 20);
    const { eci } = economicComplexity(x);
    const { regions } = reflections(x, 40);
    const order = (values: readonly number[]) => [...values.keys()].sort((a, b) => values[b] - values[a]);
    const rank = order(regions);
    const other = order(eci);
    const same = rank.filter((r, at) => Math.abs(other.indexOf(r) - at) <= 3).length;
    expect(same).toBeGreaterThan(24);
  });

  it('fitness settles, with mean 1, and ranks the nested table as it was made', () => {
    const { fitness, settled } = fitnessComplexity(seeded(20, 15));
    expect(settled).toBe(true);
    expect(fitness.reduce((a, b) => a + b, 0) / fitness.length).toBeCloseTo(1, 9);
    expect(rowSums(seeded(20, 15))).toHaveLength(20);
  });
});

function coHas(x: Matrix, r: number, i: number): boolean {
  const whole = rowSums(x).reduce((a, b) => a + b, 0);
  const column = rowSums(transpose(x))[i];
  return x.at(r, i) / rowSums(x)[r] / (column / whole) >= 1;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnSums,
  impliedTransfer,
  impliedTransferInterval,
  type Matrix,
  matrix,
  RegionalFault,
  rowSums,
  toArrays,
} from '../index.ts';
import { cheapest } from './cheapest.ts';
import { sinkhorn } from './sinkhorn.ts';

const amount = fc.integer({ min: 1, max: 100 });
/** Components that balance, and points on a plane whose distances are the cost. */
const exchange = fc
  .tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 1, max: 3 }))
  .chain(([n, industries]) =>
    fc.record({
      components: fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }), {
        minLength: industries,
        maxLength: industries,
      }),
      points: fc.array(fc.tuple(amount, amount), { minLength: n, maxLength: n }),
      epsilon: fc.constantFrom(0.5, 5, 50),
    }),
  )
  .map(({ components, points, epsilon }) => {
    const balanced = components.map((column) => {
      const [, ...rest] = column;
      return [-rest.reduce((a, b) => a + b, 0), ...rest];
    });
    return {
      components: matrix(points.map((_, r) => balanced.map((column) => column[r]))),
      cost: matrix(points.map(([x, y]) => points.map(([p, q]) => Math.hypot(x - p, y - q)))),
      epsilon,
    };
  });
const lost = (x: Matrix) => x.rows.map((_, r) => toArrays(x)[r].reduce((sum, c) => sum + Math.max(-c, 0), 0));
const gained = (x: Matrix) =>
  x.rows.map((_, r) => toArrays(x)[r].reduce((sum, c) => sum + Math.max(c, 0), 0));

describe('an implied transfer', () => {
  it('gives every region exactly what it lost and gained', () =>
    fc.assert(
      fc.property(exchange, ({ components, cost, epsilon }) => {
        const { flow, moved } = impliedTransfer(components, cost, epsilon);
        const scale = moved || 1;
        rowSums(flow).forEach((sum, r) => {
          expect(Math.abs(sum - lost(components)[r]) / scale).toBeLessThan(1e-9);
        });
        columnSums(flow).forEach((sum, r) => {
          expect(Math.abs(sum - gained(components)[r]) / scale).toBeLessThan(1e-9);
        });
        for (const value of flow.cells) expect(value).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    ));

  it('is the same with and without its interval', () => {
    const [components, cost] = [
      matrix([[-3], [1], [2]]),
      matrix([
        [0, 1, 2],
        [1, 0, 3],
        [2, 3, 0],
      ]),
    ];
    expect(toArrays(impliedTransferInterval(components, cost, 1).flow)).toEqual(
      toArrays(impliedTransfer(components, cost, 1).flow),
    );
  });

  it('lies within its interval, and costs between the cheapest and the proportional', () =>
    fc.assert(
      fc.property(exchange, ({ components, cost, epsilon }) => {
        const { flow, lower, upper, meanCost, moved } = impliedTransferInterval(components, cost, epsilon);
        fc.pre(moved > 0);
        flow.cells.forEach((value, k) => {
          expect(value).toBeGreaterThanOrEqual(lower.cells[k]);
          expect(value).toBeLessThanOrEqual(upper.cells[k]);
        });
        const slack = 1e-7 * meanCost.proportional;
        expect(meanCost.asked).toBeGreaterThanOrEqual(meanCost.cheapest - slack);
        expect(meanCost.asked).toBeLessThanOrEqual(meanCost.proportional + slack);
      }),
      { numRuns: 60 },
    ));

  it('costs more, and tends to proportion, as ε grows', () => {
    const components = matrix([[-6], [-4], [5], [5]]);
    const cost = matrix([
      [0, 1, 1, 9],
      [1, 0, 9, 1],
      [1, 9, 0, 1],
      [9, 1, 1, 0],
    ]);
    const costs = [0.1, 1, 10, 100, 1e6].map(
      (epsilon) => impliedTransferInterval(components, cost, epsilon).meanCost.asked,
    );
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    const even = impliedTransfer(components, cost, 1e6).flow;
    expect(even.at(0, 2)).toBeCloseTo(3, 4);
    const least = impliedTransfer(components, cost, 0.05).flow;
    expect(least.at(0, 2)).toBeCloseTo(5, 6);
    expect(least.at(0, 3)).toBeCloseTo(1, 6);
    expect(least.at(1, 3)).toBeCloseTo(4, 6);
  });

  it('by hand: two lose, two gain, ε in closed form', () => {
    // Symmetric 2 × 2: T = [[p, 1−p], [1−p, p]] with p/(1−p) = exp(Δ/ε), Δ the cost of crossing less that of not.
    const cost = matrix([
      [0, 0, 1, 3],
      [0, 0, 3, 1],
      [1, 3, 0, 0],
      [3, 1, 0, 0],
    ]);
    const { flow } = impliedTransfer(matrix([[-1], [-1], [1], [1]]), cost, 2);
    expect(flow.at(0, 2) / flow.at(0, 3)).toBeCloseTo(Math.exp(2 / 2), 8);
  });

  it('does not depend on the order of regions', () => {
    const components = matrix([[-6], [1], [5]]);
    const cost = matrix([
      [0, 2, 3],
      [2, 0, 4],
      [3, 4, 0],
    ]);
    const back = impliedTransfer(
      matrix([...toArrays(components)].reverse()),
      matrix([...toArrays(cost)].reverse().map((row) => [...row].reverse())),
      1,
    ).flow;
    const flow = impliedTransfer(components, cost, 1).flow;
    expect(back.at(2, 0)).toBeCloseTo(flow.at(0, 2), 9);
  });

  it('refuses what does not balance or is missing, and names it', () => {
    const square = matrix([
      [0, 1],
      [1, 0],
    ]);
    const of = (values: (number | null)[][], cost = square, epsilon = 1) =>
      impliedTransfer(matrix(values, { rows: ['east', 'west'] }), cost, epsilon);
    expect(() => of([[-3], [1]])).toThrow(/losses of 3 and gains of 1 do not balance/);
    expect(() => of([[null], [1]])).toThrow(/"east" is missing/);
    expect(() =>
      of(
        [[-1], [1]],
        matrix([
          [0, null],
          [1, 0],
        ]),
      ),
    ).toThrow(/from "east" to "west"/);
    expect(() => of([[-1], [1]], square, 0)).toThrow(/epsilon is 0/);
    expect(() => of([[-1], [1]], matrix([[0]]))).toThrow(RegionalFault);
    expect(of([[0], [0]]).moved).toBe(0);
  });
});

describe('the two ends', () => {
  /** All ways to fill a small table with whole numbers. */
  function* fillings(give: number[], take: number[], at = 0): Generator<number[]> {
    const [n, m] = [give.length, take.length];
    if (at === n * m) {
      if (give.every((x) => x === 0) && take.every((x) => x === 0)) yield [];
      return;
    }
    const [i, j] = [Math.floor(at / m), at % m];
    for (let x = 0; x <= Math.min(give[i], take[j]); x += 1) {
      const less = (list: number[], k: number) => list.map((value, p) => (p === k ? value - x : value));
      for (const rest of fillings(less(give, i), less(take, j), at + 1)) yield [x, ...rest];
    }
  }

  it('the cheapest is as cheap as the best of all fillings', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
        (give, costs) => {
          const all = give.reduce((a, b) => a + b, 0);
          const take = [Math.floor(all / 2), all - Math.floor(all / 2)];
          const cost = Float64Array.from({ length: give.length * 2 }, (_, k) => costs[k]);
          const price = (flow: ArrayLike<number>) => cost.reduce((sum, c, k) => sum + c * flow[k], 0);
          const best = Math.min(...[...fillings(give, take)].map(price));
          const found = cheapest({ give: Float64Array.from(give), take: Float64Array.from(take), cost });
          expect(price(found)).toBeCloseTo(best, 9);
        },
      ),
    ));

  it('Sinkhorn at a small ε is nearly as cheap, and converges', () => {
    const give = Float64Array.of(3, 4, 5);
    const take = Float64Array.of(6, 6);
    const cost = Float64Array.of(1, 5, 2, 4, 7, 3);
    const plan = sinkhorn({ give, take, cost }, 0.02);
    const price = (flow: Float64Array) => cost.reduce((sum, c, k) => sum + c * flow[k], 0);
    expect(plan.converged).toBe(true);
    expect(price(plan.flow)).toBeCloseTo(price(cheapest({ give, take, cost })), 3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignment,
  conditionalLogit,
  huff,
  matrix,
  ppml,
  RegionalFault,
  rowSums,
  transport,
} from '../index.ts';
import { random } from '../ranking/random.ts';

describe('gravity by PPML', () => {
  const draw = random(11);
  const pairs = Array.from({ length: 400 }, (_, k) => ({
    origin: k % 20,
    distance: 1 + 5 * draw(),
    mass: 1 + draw(),
  }));
  const expected = pairs.map(({ distance, mass }) =>
    Math.exp(1 + 2 * Math.log(mass) - 0.8 * Math.log(distance)),
  );
  const regressors = {
    mass: pairs.map(({ mass }) => Math.log(mass)),
    distance: pairs.map(({ distance }) => Math.log(distance)),
  };

  it('finds the elasticities that flows were made with, with zeros among them', () => {
    const flows = expected.map((mu) => (draw() < 0.1 ? 0 : (mu * (0.5 + draw())) / 0.9));
    const { coefficients } = ppml(flows, regressors);
    expect(coefficients.map(({ name }) => name)).toEqual(['constant', 'mass', 'distance']);
    [1, 2, -0.8].forEach((value, i) => {
      expect(Math.abs(coefficients[i].estimate - value)).toBeLessThan(4 * coefficients[i].standardError);
    });
    expect(coefficients[2].p).toBeLessThan(0.001);
  });

  it('fits totals exactly, and follows a change of unit by the constant alone', () => {
    const { fitted, coefficients, deviance } = ppml(expected, regressors);
    expect(deviance).toBeCloseTo(1, 9);
    expect(fitted.reduce((a, b) => a + b, 0)).toBeCloseTo(
      expected.reduce((a, b) => a + b, 0),
      6,
    );
    const scaled = ppml(
      expected.map((mu) => 1000 * mu),
      regressors,
    ).coefficients;
    expect(scaled[2].estimate).toBeCloseTo(coefficients[2].estimate, 9);
    expect(scaled[0].estimate).toBeCloseTo(coefficients[0].estimate + Math.log(1000), 9);
  });

  it('has errors that are the same by hand, and wider where flows come in clusters', () => {
    // A constant alone: μ is the mean, and the variance Σ(y − μ)² / (n μ)² times n/(n − 1).
    const y = [1, 2, 6, 7];
    const byHand = Math.sqrt((9 + 4 + 4 + 9) / 16 ** 2) * Math.sqrt(4 / 3);
    expect(ppml(y, {}).coefficients[0].standardError).toBeCloseTo(byHand, 9);
    expect(ppml(y, {}, ['a', 'a', 'b', 'b']).coefficients[0].standardError).toBeGreaterThan(byHand);
  });

  it('tells separation, dependence and gaps', () => {
    const y = [0, 0, 3, 4, 5, 6];
    expect(() => ppml(y, { never: [1, 1, 0, 0, 0, 0] })).toThrow(/separation/);
    expect(() => ppml(y, { a: [1, 2, 3, 4, 5, 6], b: [2, 4, 6, 8, 10, 12] })).toThrow(/"b" is determined/);
    expect(() => ppml([1, Number.NaN], { a: [1, 2] })).toThrow(/flow 1/);
    expect(() => ppml([-1], {})).toThrow(RegionalFault);
  });
});

describe('choice', () => {
  it('Huff: chances sum to 1, and fall with cost', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 6 }),
        (costs) => {
          const chances = huff(
            matrix([costs]),
            costs.map(() => 1),
          );
          expect(rowSums(chances)[0]).toBeCloseTo(1, 9);
          const cheapest = costs.indexOf(Math.min(...costs));
          for (const d of costs.keys())
            expect(chances.at(0, cheapest)).toBeGreaterThanOrEqual(chances.at(0, d));
        },
      ),
    ));

  it('conditional logit finds the taste that choices were made with', () => {
    const draw = random(2);
    const choice: number[] = [];
    const taken: number[] = [];
    const wage: number[] = [];
    const near: number[] = [];
    for (let c = 0; c < 2000; c += 1) {
      const offers = Array.from({ length: 4 }, () => ({ wage: draw(), near: draw() < 0.5 ? 1 : 0 }));
      const utility = offers.map((o) => -2 * o.wage + 1 * o.near - Math.log(-Math.log(draw() || 0.5)));
      const best = utility.indexOf(Math.max(...utility));
      offers.forEach((o, a) => {
        choice.push(c);
        taken.push(a === best ? 1 : 0);
        wage.push(o.wage);
        near.push(o.near);
      });
    }
    const { coefficients, pseudoRSquared } = conditionalLogit({ choice, taken, regressors: { wage, near } });
    expect(Math.abs(coefficients[0].estimate + 2)).toBeLessThan(4 * coefficients[0].standardError);
    expect(Math.abs(coefficients[1].estimate - 1)).toBeLessThan(4 * coefficients[1].standardError);
    expect(pseudoRSquared).toBeGreaterThan(0.05);
  });

  it('tells a choice without one taken, what does not vary, and separation', () => {
    const sets = { choice: [1, 1, 2, 2], taken: [1, 0, 0, 1] };
    expect(() => conditionalLogit({ ...sets, taken: [1, 1, 0, 1], regressors: { x: [1, 0, 0, 1] } })).toThrow(
      /choice "1": 2 alternatives/,
    );
    expect(() => conditionalLogit({ ...sets, regressors: { x: [1, 1, 2, 2] } })).toThrow(/"x" is determined/);
    expect(() => conditionalLogit({ ...sets, regressors: { x: [1, 0, 0, 1] } })).toThrow(
      /separation|determined/,
    );
  });
});

describe('placement', () => {
  it('transport leaves what is not wanted, and costs no more than any other order', () => {
    const { cost, left } = transport(
      [5, 5],
      [4, 3],
      matrix([
        [1, 9],
        [2, 1],
      ]),
    );
    expect(cost).toBe(4 * 1 + 3 * 1);
    expect(left).toEqual([1, 2]);
    expect(() => transport([1], [2], matrix([[1]]))).toThrow(/1 is supplied and 2 wanted/);
  });

  it('assignment is as cheap as the best of all orders', () => {
    const permutations = (n: number): number[][] =>
      n === 0
        ? [[]]
        : permutations(n - 1).flatMap((rest) =>
            Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
          );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 16, maxLength: 16 }), (costs) => {
        const cost = matrix([0, 4, 8, 12].map((from) => costs.slice(from, from + 4)));
        const price = (order: number[]) => order.reduce((sum, c, r) => sum + cost.at(r, c), 0);
        const found = assignment(cost);
        expect(new Set(found).size).toBe(4);
        expect(price(found)).toBe(Math.min(...permutations(4).map(price)));
      }),
    );
    expect(() => assignment(matrix([[1], [2]]))).toThrow(RegionalFault);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  brierScore,
  calibration,
  crossValidatedPenalty,
  logisticRegression,
  logLoss,
  precisionAt,
  predictLogistic,
  RegionalFault,
} from '../index.ts';
import { random } from '../ranking/random.ts';

/** Thirty-two cars of R's `mtcars`: whether the gear is shifted by hand, by weight and power. */
const byHand = [
  1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
];
const cars = {
  weight: [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345,
    2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ],
  power: [
    110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150,
    150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
  ],
};
const close = (actual: readonly number[], expected: readonly number[], digits = 8) => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i] / value).toBeCloseTo(1, digits);
  });
};

describe('logistic regression', () => {
  it('of one regressor of two values is the odds in each, by hand', () => {
    // Odds 1/2 where x is 0 and 3 where it is 1.
    const { coefficients, fitted } = logisticRegression(
      [1, 0, 0, 1, 1, 1, 0],
      { x: [0, 0, 0, 1, 1, 1, 1] },
      0,
    );
    expect(coefficients[0].estimate).toBeCloseTo(Math.log(1 / 2), 10);
    expect(coefficients[1].estimate).toBeCloseTo(Math.log(3 / (1 / 2)), 10);
    // Variances 1/1 + 1/2 and, of the difference, 1/1 + 1/2 + 1/3 + 1/1.
    expect(coefficients[0].standardError).toBeCloseTo(Math.sqrt(3 / 2), 8);
    expect(coefficients[1].standardError).toBeCloseTo(Math.sqrt(17 / 6), 8);
    expect(fitted[6]).toBeCloseTo(3 / 4, 10);
  });

  it('without a penalty is the glm of R', () => {
    const fit = logisticRegression(byHand, cars, 0);
    close(
      fit.coefficients.map(({ estimate }) => estimate),
      [18.8662987172041, -8.0834751824446, 0.0362555960822],
    );
    close(
      fit.coefficients.map(({ standardError }) => standardError),
      [7.4435580602053, 3.0686751130547, 0.0177341536508],
      6,
    );
    expect(fit.logLikelihood).toBeCloseTo(-5.02955523613, 9);
    expect(areaUnderCurve(fit.fitted, byHand)).toBeCloseTo(0.983805668016, 11);
    expect(brierScore(fit.fitted, byHand)).toBeCloseTo(0.0465923632253, 11);
  });

  it('with a penalty of 1 is what R finds by solving the penalised score equations', () => {
    const fit = logisticRegression(byHand, cars);
    expect(fit.atMeans).toBeCloseTo(-0.68280531256, 10);
    close(
      fit.coefficients.map(({ estimate }) => estimate),
      [5.86446098585, -2.40681594530002, 0.00815381202629],
    );
    close(
      fit.coefficients.map(({ standardError }) => standardError),
      [1.87974707641503, 0.67642540710505, 0.00653835293165],
    );
  });

  it('stands where the penalised scores are zero, and says in sum what came', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
          {
            minLength: 4,
            maxLength: 30,
          },
        ),
        fc.constantFrom(0.1, 1, 50),
        (pairs, penalty) => {
          const outcome = pairs.map((_, t) => t % 2);
          const regressors = { a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) };
          const { fitted, coefficients, means, deviations } = logisticRegression(
            outcome,
            regressors,
            penalty,
          );
          expect(fitted.reduce((sum, p) => sum + p, 0)).toBeCloseTo(Math.floor(pairs.length / 2), 6);
          Object.values(regressors).forEach((column, j) => {
            const score = column.reduce(
              (sum, x, t) => sum + ((x - means[j]) / (deviations[j] || 1)) * (outcome[t] - fitted[t]),
              0,
            );
            if (deviations[j] === 0) expect(coefficients[j + 1].estimate).toBe(0);
            else expect(score).toBeCloseTo(penalty * coefficients[j + 1].estimate * deviations[j], 6);
          });
        },
      ),
    ));

  it('does not mind the unit of a regressor, nor one that does not vary', () => {
    const inTonnes = logisticRegression(byHand, cars);
    const inKilograms = logisticRegression(byHand, {
      weight: cars.weight.map((x) => x * 453.6 + 1e4),
      power: cars.power,
      wheels: cars.power.map(() => 4),
    });
    close(inKilograms.fitted, inTonnes.fitted);
    expect(inKilograms.coefficients[3].estimate).toBe(0);
  });

  it('keeps its head where a regressor foretells everything, and says so where no penalty holds it', () => {
    const outcome = [0, 0, 0, 1, 1, 1];
    const regressors = { x: [1, 2, 3, 4, 5, 6] };
    expect(logisticRegression(outcome, regressors).coefficients[1].estimate).toBeLessThan(2);
    expect(() => logisticRegression(outcome, regressors, 0)).toThrow(/separation.*penalty above 0/);
    expect(() => logisticRegression([0, 1, 0, 1], { a: [1, 2, 3, 4], b: [2, 4, 6, 8] }, 0)).toThrow(
      /"b" is determined/,
    );
  });

  it('finds the effects that outcomes were drawn with, and foretells others', () => {
    const draw = random(5);
    const made = Array.from({ length: 4000 }, () => ({
      a: draw() * 4 - 2,
      b: draw() < 0.5 ? 1 : 0,
      u: draw(),
    }));
    const p = made.map(({ a, b }) => 1 / (1 + Math.exp(-(0.5 + a - 1.5 * b))));
    const outcome = made.map(({ u }, t) => (u < p[t] ? 1 : 0));
    const half = (from: number) => ({
      a: made.slice(from, from + 2000).map(({ a }) => a),
      b: made.slice(from, from + 2000).map(({ b }) => b),
    });
    const fit = logisticRegression(outcome.slice(0, 2000), half(0));
    [0.5, 1, -1.5].forEach((value, j) => {
      expect(Math.abs(fit.coefficients[j].estimate - value)).toBeLessThan(
        4 * fit.coefficients[j].standardError,
      );
    });
    const said = predictLogistic(fit, half(2000));
    expect(calibration(said, outcome.slice(2000)).error).toBeLessThan(0.05);
    expect(logLoss(said, outcome.slice(2000))).toBeLessThan(Math.LN2);
  });

  it('chooses a large penalty where regressors say nothing, and a small one where they say much', () => {
    const draw = random(3);
    const noise = Array.from({ length: 8 }, () => Array.from({ length: 80 }, draw));
    const outcome = noise[0].map(() => (draw() < 0.5 ? 1 : 0));
    const groups = outcome.map((_, t) => t % 4);
    const nothing = Object.fromEntries(noise.map((column, j) => [`n${j}`, column]));
    expect(crossValidatedPenalty(outcome, nothing, groups).penalty).toBeGreaterThanOrEqual(100);
    const much = { x: outcome.map((y) => y + draw()) };
    expect(crossValidatedPenalty(outcome, much, groups).penalty).toBe(1);
  });

  it('holds regressors each as firmly as it is told', () => {
    const firmly = logisticRegression(byHand, cars, { weight: 0.5, power: 1e9 });
    const alone = logisticRegression(byHand, { weight: cars.weight }, 0.5);
    expect(firmly.coefficients[1].estimate).toBeCloseTo(alone.coefficients[1].estimate, 6);
    expect(firmly.penalties).toEqual([0.5, 1e9]);
    const held = crossValidatedPenalty(
      byHand,
      cars,
      byHand.map((_, t) => t % 4),
      [1],
      { power: 1e9 },
    );
    const free = crossValidatedPenalty(
      byHand,
      { weight: cars.weight },
      byHand.map((_, t) => t % 4),
      [1],
    );
    expect(held.tried[0].logLoss).toBeCloseTo(free.tried[0].logLoss, 6);
  });

  it('names what it cannot use', () => {
    expect(() => logisticRegression([0, 2], { x: [1, 2] })).toThrow(/outcome 1 is 2: it should be 0 or 1/);
    expect(() => logisticRegression([1, 1], { x: [1, 2] })).toThrow(/every outcome is 1/);
    expect(() => logisticRegression([0, 1], { x: [1, Number.NaN] })).toThrow(
      /"x" of observation 1 is missing/,
    );
    expect(() => logisticRegression([0, 1], { x: [1, 2] }, -1)).toThrow(/the penalty of "x" is -1/);
    expect(() => predictLogistic(logisticRegression([0, 1], { x: [1, 2] }), { y: [1] })).toThrow(
      RegionalFault,
    );
    expect(() => crossValidatedPenalty([0, 1], { x: [1, 2] }, [1, 1])).toThrow(/1 group/);
  });
});

describe('how well something was foretold', () => {
  const told = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 2, maxLength: 25 })
    .map((pairs) => ({
      scores: pairs.map(([score]) => score / 6),
      outcome: pairs.map(([, came]): number => (came ? 1 : 0)),
    }));

  it('AUC counts the pairs in the right order, equal ones half', () =>
    fc.assert(
      fc.property(told, ({ scores, outcome }) => {
        const pairs = scores.flatMap((a, i): number[] =>
          scores.flatMap((b, j) =>
            outcome[i] === 1 && outcome[j] === 0 ? [a > b ? 1 : a === b ? 0.5 : 0] : [],
          ),
        );
        const auc = areaUnderCurve(scores, outcome);
        if (pairs.length === 0) {
          expect(auc).toBeNaN();
          return;
        }
        expect(auc).toBeCloseTo(pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length, 12);
        const turned = scores.map((score) => -score);
        expect(auc + areaUnderCurve(turned, outcome)).toBeCloseTo(1, 12);
      }),
    ));

  it('no measure depends on the order in which observations stand', () =>
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 30 }), ({ scores, outcome }, k) => {
        const [s, o] = [[...scores].reverse(), [...outcome].reverse()];
        expect(precisionAt(s, o, k)).toBeCloseTo(precisionAt(scores, outcome, k), 12);
        expect(calibration(s, o, 4).error).toBeCloseTo(calibration(scores, outcome, 4).error, 12);
        expect(brierScore(s, o)).toBeCloseTo(brierScore(scores, outcome), 12);
      }),
    ));

  it('of all of them, precision is the part that came true, and bins hold everybody', () =>
    fc.assert(
      fc.property(told, ({ scores, outcome }) => {
        const came = outcome.reduce((sum, y) => sum + y, 0) / outcome.length;
        expect(precisionAt(scores, outcome, 1000)).toBeCloseTo(came, 12);
        const { bins } = calibration(scores, outcome, 5);
        expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(outcome.length);
        expect(bins.reduce((sum, bin) => sum + bin.n * bin.came, 0) / outcome.length).toBeCloseTo(came, 12);
      }),
    ));

  it('nothing can be told where everything came, and faults are named', () => {
    expect(areaUnderCurve([1, 2], [1, 1])).toBeNaN();
    expect(() => areaUnderCurve([1, Number.NaN], [1, 0])).toThrow(/score 1 is missing/);
    expect(() => brierScore([1], [0.5])).toThrow(/outcome 0 is 0.5/);
    expect(() => precisionAt([1], [1], 0)).toThrow(/k is 0/);
    expect(() => calibration([1], [1], 0)).toThrow(/0 bins/);
  });
});

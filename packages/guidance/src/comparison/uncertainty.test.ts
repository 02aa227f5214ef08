import { ruleSet } from '@tidu/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnFigure } from './company-plan.ts';
import { comparedAs, far, fullPlan, near, placeOf, rule, twoPlaces } from './two-places.cases.ts';
import { triangular } from './uncertainty.ts';

const says = { zh: '说明', en: 'said' };
const relief = ruleSet([
  rule('relief', { gives: { per: 'year', amounts: [{ amount: 'yearly.taxableCny * 0.1', says }] } }),
]);
const withPower = (price: OwnFigure) => ({ ...fullPlan, own: { [near]: { powerCnyPerKwh: price } } });

describe('a triangular draw', () => {
  it('has its mode where half of a symmetric one lies', () => {
    expect(triangular(0, 1, 2, 0.5)).toBe(1);
  });

  it('lies within its ends and grows with the share (property)', () => {
    const ends = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(50), fc.nat(50));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(ends, share, share, ([low, up, more], a, b) => {
        fc.pre(up + more > 0);
        const at = (u: number) => triangular(low, low + up, low + up + more, u);
        expect(at(a)).toBeGreaterThanOrEqual(low - 1e-9);
        expect(at(a)).toBeLessThanOrEqual(low + up + more + 1e-9);
        if (a < b) expect(at(a)).toBeLessThanOrEqual(at(b) + 1e-9);
      }),
    );
  });
});

describe('a tornado', () => {
  it('tells what a place costs more or less with one figure at its end', () => {
    const told = comparedAs({ rules: relief });
    const { low, high } =
      told.tornado.find(({ figure }) => figure === `electricity.industrial@${near}`)?.places[near] ?? {};
    const cost = (price: number) =>
      placeOf(comparedAs({ plan: withPower(price), rules: relief }), near).compared.npv;
    expect(low).toBeCloseTo(cost(0.4) - cost(0.5), 0);
    expect(high).toBeCloseTo(cost(0.6) - cost(0.5), 0);
  });

  it('has the widest figure first, and no figure that is certain', () => {
    const { tornado } = comparedAs({ plan: withPower({ low: 0.1, high: 0.9 }) });
    expect(tornado.map(({ figure }) => figure)).toEqual([
      `own.${near}.powerCnyPerKwh`,
      `electricity.industrial@${far}`,
    ]);
  });
});

describe('draws', () => {
  it('are the same for the same seed', () => {
    expect(comparedAs({ options: { seed: 7 } }).draws).toEqual(comparedAs({ options: { seed: 7 } }).draws);
    expect(comparedAs({ options: { seed: 8 } }).draws.places).not.toEqual(
      comparedAs({ options: { seed: 7 } }).draws.places,
    );
  });

  it('lie around what is likeliest, and each has one first place', () => {
    const told = comparedAs({ options: { draws: 2000 } });
    const places = Object.values(told.draws.places);
    for (const { p10, p50, p90 } of places) {
      expect(p10).toBeLessThan(p50);
      expect(p50).toBeLessThan(p90);
    }
    expect(places.reduce((sum, { first }) => sum + first, 0)).toBeCloseTo(1, 9);
    const likely = placeOf(told, near).compared.npv;
    expect(Math.abs((told.draws.places[near]?.p50 ?? 0) - likely)).toBeLessThan(likely * 0.002);
  });

  it('of what is certain are all alike', () => {
    const plan = { ...fullPlan, own: { [near]: { powerCnyPerKwh: 0.5 }, [far]: { powerCnyPerKwh: 0.6 } } };
    const told = comparedAs({ plan });
    expect(told.draws.drawn).toEqual([]);
    const { p10, p90, first } = told.draws.places[far] ?? {};
    expect(p10).toBeCloseTo(p90 ?? 0, 6);
    expect(p10).toBeCloseTo(placeOf(told, far).compared.npv, 4);
    expect(first).toBe(1);
  });

  it('take measures between the ends of a figure, which is exact where they are straight in it', () => {
    const power = rule('power', {
      gives: { per: 'year', amounts: [{ amount: 'yearly.powerCny * 0.9', says }] },
    });
    const rules = ruleSet([power]);
    const range = { low: 0.4, likely: 0.5, high: 0.6 };
    const told = comparedAs({ plan: withPower(range), rules, options: { draws: 3000 } });
    const { p10 = 0, p90 = 0 } = told.draws.places[near] ?? {};
    // A quarter comes back as less tax and nine tenths from the measure: the dearer the power, the cheaper the place.
    const costAt = (share: number) => {
      const price = triangular(range.low, range.likely, range.high, share);
      return placeOf(comparedAs({ plan: withPower(price), rules }), near).compared.npv;
    };
    expect(costAt(0.1)).toBeGreaterThan(costAt(0.9));
    const span = costAt(0.1) - costAt(0.9);
    expect(Math.abs(p90 - costAt(0.1))).toBeLessThan(span * 0.1);
    expect(Math.abs(p10 - costAt(0.9))).toBeLessThan(span * 0.1);
  });
});

describe('a flip', () => {
  const told = comparedAs({ rules: relief });
  const flipOf = (figure: string) => told.flips?.figures.find((one) => one.figure === figure);

  it('is the value at which the first two change places', () => {
    expect(told.flips).toMatchObject({ first: far, second: near });
    const wage = flipOf(`wage.average.urban-private@${far}`);
    expect(wage?.now).toBe(40_000);
    const at = wage?.at as number;
    const first = (wageCny: number) =>
      comparedAs({ plan: { ...fullPlan, own: { [far]: { wageCny } } }, rules: relief }).places[0]?.code;
    expect(first(at * 0.999)).toBe(far);
    expect(first(at * 1.001)).toBe(near);
  });

  it('is told to be nowhere within reason where half and twice the figure change nothing', () => {
    expect(flipOf(`electricity.industrial@${far}`)).toMatchObject({ now: 0.6 });
    expect(flipOf(`electricity.industrial@${far}`)?.at).toBeUndefined();
  });

  it('is asked of the quantities of the plan too', () => {
    // The farther place has the lower wages and the longer ways: fewer jobs make the nearer one first.
    const withJobs = (count: number) =>
      comparedAs({ plan: { ...fullPlan, jobs: [{ skill: 'worker', count }] }, rules: relief });
    const flips = withJobs(80).flips?.figures;
    const at = flips?.find(({ figure }) => figure === 'jobs.0.count')?.at as number;
    expect(withJobs(at * 0.999).places[0]?.code).toBe(near);
    expect(withJobs(at * 1.001).places[0]?.code).toBe(far);
  });

  it('is not asked of what the law says', () => {
    expect(flipOf('corporate-income-tax')).toBeUndefined();
  });

  it('needs two places', () => {
    const alone = { ...twoPlaces, compared: twoPlaces.compared.slice(0, 1) };
    expect(comparedAs({ places: alone }).flips).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import {
  differenceInDifferences,
  eventStudy,
  groupTimeEffects,
  matrix,
  placeboInTime,
  placeboInterval,
  placebosInPlace,
  RegionalFault,
  studentBound,
  syntheticControl,
} from '../index.ts';
import { chiSquareTail, fisherTail, normalTail, studentTail } from '../linear-algebra/tails.ts';
import { random } from '../ranking/random.ts';

/** Twelve units over eight periods; from period 4 the first six gain 5, after own levels and common shocks. */
function made(effect: (unit: number, period: number) => number, noise = 0) {
  const draw = random(3);
  const rows = Array.from({ length: 12 * 8 }, (_, k) => ({ unit: Math.floor(k / 8), period: k % 8 }));
  return {
    outcome: rows.map(
      ({ unit, period }) => 10 * unit + period ** 2 + effect(unit, period) + noise * (draw() - 0.5),
    ),
    unit: rows.map(({ unit }) => `u${unit}`),
    period: rows.map(({ period }) => period),
    rows,
  };
}
const isTreated = (unit: number, period: number) => unit < 6 && period >= 4;

describe('difference in differences', () => {
  it('finds the effect that was put in, whatever the levels and the shocks', () => {
    const panel = made((unit, period) => (isTreated(unit, period) ? 5 : 0), 1);
    const treated = panel.rows.map(({ unit, period }) => (isTreated(unit, period) ? 1 : 0));
    const { effect, standardError, units, p } = differenceInDifferences(panel, treated);
    expect(effect).toBeCloseTo(5, 0);
    expect(standardError).toBeGreaterThan(0);
    expect(standardError).toBeLessThan(0.5);
    expect([units, p < 0.001]).toEqual([12, true]);
  });

  it('is the same by hand for two units and two periods, and does not move with levels', () => {
    const panel = (level: number) => ({
      outcome: [1 + level, 4 + level, 2, 9],
      unit: ['a', 'a', 'b', 'b'],
      period: [0, 1, 0, 1],
    });
    for (const level of [0, 100]) {
      expect(differenceInDifferences(panel(level), [0, 0, 0, 1]).effect).toBeCloseTo(4, 9);
    }
  });

  it('refuses a treatment that all have, or that is missing', () => {
    const panel = made(() => 0);
    expect(() =>
      differenceInDifferences(
        panel,
        panel.rows.map(() => 1),
      ),
    ).toThrow(/does not vary/);
    expect(() => differenceInDifferences(panel, [1])).toThrow(RegionalFault);
    expect(() =>
      differenceInDifferences(
        { ...panel, outcome: panel.outcome.map(() => Number.NaN) },
        panel.rows.map(() => 1),
      ),
    ).toThrow(/"u0" in period 0 is missing/);
  });
});

describe('an event study', () => {
  const start = (rows: { unit: number }[]) => rows.map(({ unit }) => (unit < 6 ? 4 : Number.NaN));

  it('finds no effect before, and the one that was put in after', () => {
    const panel = made((unit, period) => (isTreated(unit, period) ? period - 3 : 0), 0.2);
    const { effects, preTrend } = eventStudy(panel, start(panel.rows), [-4, 3]);
    for (const { relative, effect } of effects) expect(effect).toBeCloseTo(Math.max(0, relative + 1), 0);
    expect(preTrend.degrees).toBe(3);
    expect(preTrend.p).toBeGreaterThan(0.01);
  });

  it('tells a trend that began before', () => {
    const panel = made((unit, period) => (unit < 6 ? 3 * period : 0), 0.2);
    expect(eventStudy(panel, start(panel.rows), [-4, 3]).preTrend.p).toBeLessThan(1e-6);
  });
});

describe('staggered treatment', () => {
  it('is not misled by effects that grow: each group against those not treated yet', () => {
    const startOf = (unit: number) => (unit < 4 ? 2 : unit < 8 ? 5 : Number.NaN);
    const effect = (unit: number, period: number) => Math.max(0, 2 * (period - startOf(unit) + 1)) || 0;
    const panel = made(effect);
    const { effects, overall, byRelativePeriod } = groupTimeEffects(
      panel,
      panel.rows.map(({ unit }) => startOf(unit)),
    );
    for (const { group, period, effect } of effects) {
      expect(effect).toBeCloseTo(period >= group ? 2 * (period - group + 1) : 0, 9);
    }
    expect(byRelativePeriod.find(({ relative }) => relative === 0)?.effect).toBeCloseTo(2, 9);
    expect(overall).toBeGreaterThan(2);
    const treated = panel.rows.map(({ unit, period }) => (period >= startOf(unit) ? 1 : 0));
    expect(differenceInDifferences(panel, treated).effect).toBeLessThan(overall);
  });

  it('errs in the mean of its effects as the mean change of each unit does', () => {
    const panel = made((unit, period) => (isTreated(unit, period) ? 5 : 0), 2);
    const start = panel.rows.map(({ unit }) => (unit < 6 ? 4 : Number.NaN));
    const { overall, standardError, effects, byRelativePeriod } = groupTimeEffects(panel, start);
    const changeOf = (unit: number) => {
      const own = panel.outcome.slice(8 * unit, 8 * unit + 8);
      return own.slice(4).reduce((a, b) => a + b, 0) / 4 - own[3];
    };
    const side = (units: number[]) => {
      const changes = units.map(changeOf);
      const mean = changes.reduce((a, b) => a + b, 0) / 6;
      return { mean, squared: changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5 / 6 };
    };
    const [treated, others] = [side([0, 1, 2, 3, 4, 5]), side([6, 7, 8, 9, 10, 11])];
    expect(overall).toBeCloseTo(treated.mean - others.mean, 9);
    expect(standardError).toBeCloseTo(Math.sqrt(treated.squared + others.squared), 9);
    for (const { relative, standardError } of byRelativePeriod) {
      const [one] = effects.filter(({ group, period }) => period - group === relative);
      expect(standardError).toBeCloseTo(one.standardError, 12);
    }
  });

  it('needs somebody untreated', () => {
    const panel = made(() => 0);
    expect(() =>
      groupTimeEffects(
        panel,
        panel.rows.map(() => 0),
      ),
    ).toThrow(/no group/);
  });
});

describe('synthetic control', () => {
  const draw = random(5);
  const factor = Array.from({ length: 20 }, (_, t) => 10 + t + 3 * Math.sin(t));
  const other = Array.from({ length: 20 }, (_, t) => 5 + 2 * Math.cos(t / 2));
  const donors = Array.from({ length: 8 }, (_, j) =>
    factor.map((f, t) => (f * (j + 1)) / 4 + (other[t] * (8 - j)) / 4 + 0.05 * draw()),
  );
  const mixed = factor.map((_, t) => 0.6 * donors[1][t] + 0.4 * donors[5][t] + (t >= 14 ? 4 : 0));
  const outcomes = matrix([mixed, ...donors]);

  it('finds the mix, fits before, and sees the effect after', () => {
    const { weights, gap, rmspeBefore } = syntheticControl(outcomes, 0, 14);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
    expect(rmspeBefore).toBeLessThan(0.05);
    for (let t = 14; t < 20; t += 1) expect(gap[t]).toBeCloseTo(4, 0);
  });

  it('is the only place with such a ratio, and sees nothing where nothing had happened', () => {
    const { ratios, p } = placebosInPlace(outcomes, 0, 14);
    expect(ratios).toHaveLength(9);
    expect(p).toBeCloseTo(1 / 9, 12);
    expect(placeboInTime(outcomes, 0, 14, 8).rmspeAfter).toBeLessThan(0.05);
  });

  it('refuses too short a time before, and a gap', () => {
    expect(() => syntheticControl(outcomes, 0, 1)).toThrow(RegionalFault);
    expect(() =>
      syntheticControl(
        matrix([
          [1, 2, null],
          [1, 2, 3],
        ]),
        0,
        2,
      ),
    ).toThrow(/is missing/);
  });
});

describe('an interval from placebos', () => {
  it('misses exactly as many of like units as its level says, each taken for the treated in turn', () => {
    for (const n of [9, 39, 79]) {
      const draw = random(n);
      const like = Array.from({ length: n + 1 }, () => draw() ** 3 - 0.2);
      const intervals = like.map((own, i) =>
        placeboInterval(
          own,
          like.filter((_, j) => j !== i),
        ),
      );
      const missed = intervals.filter(({ low, high }) => low > 0 || high < 0).length;
      expect(missed / like.length).toBeCloseTo(1 - intervals[0].level, 12);
      expect(intervals[0].level).toBeCloseTo(n === 9 ? 0.8 : 0.95, 12);
      // By the size of the effect every rank comes once.
      expect(intervals.map(({ p }) => Math.round(p * (n + 1))).sort((a, b) => a - b)).toEqual(
        like.map((_, i) => i + 1),
      );
    }
  });

  it('holds the effect, wherever the placebos lie', () => {
    expect(placeboInterval(5, [1, 1, 2])).toMatchObject({ low: 3, high: 5 });
  });

  it('refuses a placebo that is missing', () => {
    expect(() => placeboInterval(1, [0, Number.NaN])).toThrow(RegionalFault);
  });
});

describe('tails', () => {
  it('agree with tables', () => {
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 9);
    expect(chiSquareTail(11.07049769351635, 5)).toBeCloseTo(0.05, 9);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.05, 9);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(studentTail(2.2281388519649385, 10)).toBeCloseTo(0.05, 9);
    expect(studentTail(0.1, 3)).toBeCloseTo(0.9266523488008059, 9);
    expect(studentTail(0, 3)).toBe(1);
    expect(fisherTail(3.325834529923155, 5, 10)).toBeCloseTo(0.05, 9);
    expect(fisherTail(0.5, 5, 8)).toBeCloseTo(0.769110596374225, 9);
    expect(studentBound(0.95, 1)).toBeCloseTo(12.706204736, 8);
    expect(studentBound(0.95, 1e7)).toBeCloseTo(1.95996, 5);
  });
});

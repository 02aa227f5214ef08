import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, medianWait } from './kaplan-meier.ts';

const come = (...months: number[]) => months.map((one) => ({ months: one, come: true }));
const waiting = (...months: number[]) => months.map((one) => ({ months: one, come: false }));

describe('the part still waiting', () => {
  it('is as worked by hand: 6-MP of Freireich et al. (1963), as printed in textbooks', () => {
    const steps = kaplanMeier([
      ...come(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...waiting(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ]);
    const at = (months: number) => steps.find((step) => step.months === months);
    expect(at(6)).toMatchObject({ atRisk: 21, come: 3, stillWaiting: 1 });
    const survivals = [6, 7, 10, 13, 16, 22, 23].map((months) => at(months)?.survival.toFixed(4));
    expect(survivals).toEqual(['0.8571', '0.8067', '0.7529', '0.6902', '0.6275', '0.5378', '0.4482']);
    expect(at(6)?.error.toFixed(4)).toBe('0.0764');
    expect(at(23)?.error.toFixed(4)).toBe('0.1346');
    expect(medianWait(steps)).toBe(23);
  });

  it('is the plain part where nobody waits any more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 }), (months) => {
        for (const { months: time, survival } of kaplanMeier(come(...months))) {
          const later = months.filter((one) => one > time).length;
          expect(survival).toBeCloseTo(later / months.length, 10);
        }
      }),
    );
  });

  it('never grows, and stays whole where nothing has come', () => {
    const wait = fc.record({ months: fc.integer({ min: 0, max: 60 }), come: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wait), (waits) => {
        const survivals = [1, ...kaplanMeier(waits).map(({ survival }) => survival)];
        expect(survivals).toEqual([...survivals].sort((a, b) => b - a));
      }),
    );
    expect(medianWait(kaplanMeier(waiting(3, 4)))).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterLosses } from './income-tax.ts';

describe('a loss', () => {
  it('lowers the profits that follow, until it is used up', () => {
    expect(afterLosses([-10, 4, 8, 5], 5)).toEqual([0, 0, 2, 5]);
  });

  it('is forgotten after its years', () => {
    expect(afterLosses([-10, 0, 0, 6], 2)).toEqual([0, 0, 0, 6]);
    expect(afterLosses([-10, 0, 6, 6], 2)).toEqual([0, 0, 0, 6]);
  });

  it('is used from the oldest on', () => {
    expect(afterLosses([-4, -4, 5, 5], 2)).toEqual([0, 0, 0, 2]);
  });

  it('takes never more than there was, nor a profit below nothing (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { maxLength: 10 }),
        fc.nat(6),
        (profits, years) => {
          const taxed = afterLosses(profits, years);
          const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
          const gains = sum(profits.filter((one) => one > 0));
          const losses = -sum(profits.filter((one) => one < 0));
          expect(sum(taxed)).toBeGreaterThanOrEqual(gains - losses);
          expect(sum(taxed)).toBeLessThanOrEqual(gains);
          for (const [y, one] of taxed.entries()) {
            expect(one).toBeGreaterThanOrEqual(0);
            expect(one).toBeLessThanOrEqual(Math.max(0, profits[y] as number));
          }
        },
      ),
    );
  });
});

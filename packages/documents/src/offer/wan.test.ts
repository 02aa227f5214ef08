import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printWan, wan } from './wan.ts';

describe('万元', () => {
  it('is told with one digit, half away from zero, thousands apart', () => {
    expect([1234.25, -1234.25, 0, -0.04, 1e6].map(printWan)).toEqual([
      '1,234.3',
      '-1,234.3',
      '0.0',
      '0.0',
      '1,000,000.0',
    ]);
  });

  it('is kept to the fen', () => {
    expect(wan(1_234_567.891)).toBe(123.456789);
    expect(Object.is(wan(-0), 0)).toBe(true);
  });

  it('is never told farther off than half of its last digit (property)', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e8, max: 1e8, noNaN: true }), (value) => {
        expect(Math.abs(Number(printWan(value).replaceAll(',', '')) - value)).toBeLessThanOrEqual(
          0.05 + 1e-6,
        );
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangular } from './uncertainty.ts';

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

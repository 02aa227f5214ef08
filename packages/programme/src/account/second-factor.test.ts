import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newSecondFactor, stepOfCode } from './second-factor.ts';

const rfc = Secret.fromLatin1('12345678901234567890').base32;
const codeAt = (secret: string, now: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now });

describe('a code of the second factor', () => {
  it('is what RFC 6238 computes, in its last six digits', () => {
    expect(stepOfCode(rfc, '287082', 59_000)).toBe(1);
    expect(stepOfCode(rfc, '081804', 1_111_111_109_000)).toBe(37_037_036);
    expect(stepOfCode(rfc, '005924', 1_234_567_890_000)).toBe(41_152_263);
  });

  it('opens once, and none before it opens after it', () => {
    const now = 1_800_000_000_000;
    const step = stepOfCode(rfc, codeAt(rfc, now), now) as number;
    expect(stepOfCode(rfc, codeAt(rfc, now), now, step)).toBeUndefined();
    expect(stepOfCode(rfc, codeAt(rfc, now - 30_000), now, step)).toBeUndefined();
    expect(stepOfCode(rfc, codeAt(rfc, now + 30_000), now, step)).toBe(step + 1);
  });

  it('may be one step early or late, and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 4e12 }), fc.integer({ min: -1, max: 1 }), (now, off) => {
        const step = Math.floor(now / 30_000);
        expect(stepOfCode(rfc, codeAt(rfc, now + off * 30_000), now)).toBe(step + off);
      }),
      { seed: 1 },
    );
    const now = 1_800_000_000_000;
    expect(stepOfCode(rfc, codeAt(rfc, now - 60_000), now)).toBeUndefined();
    expect(stepOfCode(rfc, codeAt(rfc, now + 60_000), now)).toBeUndefined();
  });

  it('may be typed in two groups, and is nothing else than six digits', () => {
    expect(stepOfCode(rfc, ' 287 082', 59_000)).toBe(1);
    for (const code of ['', '28708', '2870820', '28708a', '２８７０８２']) {
      expect(stepOfCode(rfc, code, 59_000)).toBeUndefined();
    }
  });

  it('comes from a secret of 160 bits that the telephone is told with whose it is', () => {
    const { secret, address } = newSecondFactor('wang', '梯度 Tidu');
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(decodeURIComponent(address)).toContain('otpauth://totp/梯度 Tidu:wang?');
    expect(newSecondFactor('wang', 'Tidu').secret).not.toBe(secret);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeFault, creditCodeOf, withCheckDigit } from './credit-code.ts';

describe('a unified social credit code', () => {
  it('is right when its check digit is: codes that stand on public registers', () => {
    for (const code of ['91350100M000100Y43', '9144030071526726XG', '91330100799655058B']) {
      expect(creditCodeFault(code)).toBeUndefined();
    }
  });

  it('is wrong with any one character changed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet), (at, other) => {
        const code = '91350100M000100Y43';
        fc.pre(code[at] !== other);
        expect(creditCodeFault(code.slice(0, at) + other + code.slice(at + 1))).toBeDefined();
      }),
    );
  });

  it('says what is wrong', () => {
    expect(creditCodeFault('91350100M000100Y4')).toBe('length');
    expect(creditCodeFault('91350100M000100O43')).toBe('character');
    expect(creditCodeFault('91350100M000100Y44')).toBe('check digit');
  });

  it('is read in full width, in small letters and with spaces', () => {
    expect(creditCodeOf(' ９１３５0100-m000 100y43')).toBe('91350100M000100Y43');
  });

  it('is completed by its check digit', () => {
    expect(withCheckDigit('91350100M000100Y4')).toBe('91350100M000100Y43');
  });
});

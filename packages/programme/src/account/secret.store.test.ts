import { describe, expect, it } from 'vitest';
import { asRecoveryCode, fingerprint, newRecoveryCodes, newToken } from './secret.store.ts';

describe('a token', () => {
  it('has 256 bits, and is never the same', () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
    expect(new Set(tokens).size).toBe(1000);
  });

  it('is known again by its fingerprint', () => {
    expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('recovery codes', () => {
  it('are ten, each its own, in groups of four that are read aloud without doubt', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
  });

  it('are the same however they are typed', () => {
    expect(asRecoveryCode(' ABCD-efgh-2345 6789-abcd-efgh')).toBe('abcdefgh23456789abcdefgh');
  });
});

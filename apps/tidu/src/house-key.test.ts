import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { houseKey, signedBy } from './house-key.file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the key of the house', () => {
  it('is made once, and read by nobody but its owner', () => {
    const made = houseKey(folder);
    expect(houseKey(folder).publicKey).toBe(made.publicKey);
    expect(statSync(join(folder, 'house-key.pem')).mode & 0o777).toBe(0o600);
  });

  it('signs what others can verify, and nothing else passes', () => {
    const key = houseKey(folder);
    const signature = key.sign('名单');
    expect(signedBy(key.publicKey, '名单', signature)).toBe(true);
    expect(signedBy(key.publicKey, '名单 ', signature)).toBe(false);
    expect(signedBy(key.publicKey, '名单', `A${signature.slice(1)}`)).toBe(signature.startsWith('A'));
    expect(signedBy('no key', '名单', signature)).toBe(false);
  });

  it('is not replaced when its file is damaged', () => {
    const damaged = mkdtempSync(join(tmpdir(), 'tidu-key-'));
    writeFileSync(join(damaged, 'house-key.pem'), 'torn');
    expect(() => houseKey(damaged)).toThrow('is no private key');
    rmSync(damaged, { recursive: true });
  });
});

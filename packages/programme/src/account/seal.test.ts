import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSealed, Seal } from './seal.file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-seal-'));
const path = join(folder, 'data', 'second-factor.key');
const seal = new Seal(path);
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
beforeAll(() => seal.make());
afterAll(() => rmSync(folder, { recursive: true }));

describe('the seal on secrets', () => {
  it('has a key that its owner alone reads, and that is made once', () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const kept = seal.close(secret, 'wang');
    seal.make();
    expect(seal.open(kept, 'wang')).toBe(secret);
  });

  it('shows nothing of the secret, and never the same twice', () => {
    const [one, other] = [seal.close(secret, 'wang'), seal.close(secret, 'wang')];
    expect(isSealed(one)).toBe(true);
    expect(isSealed(secret)).toBe(false);
    expect(one).not.toBe(other);
    expect(one).not.toContain(secret.slice(0, 4));
  });

  it('opens for the account that it was closed for, and as it was closed', () => {
    const kept = seal.close(secret, 'wang');
    expect(() => seal.open(kept, 'zhao')).toThrow('not sealed with the key');
    const bytes = Buffer.from(kept.slice('sealed:'.length), 'base64url');
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(() => seal.open(`sealed:${changed.toString('base64url')}`, 'wang')).toThrow('not sealed');
    }
    expect(() => seal.open('sealed:', 'wang')).toThrow('not sealed');
  });

  it('names the file and the remedy when the key is missing, damaged or another', () => {
    const kept = seal.close(secret, 'wang');
    const elsewhere = join(folder, 'elsewhere.key');
    const other = new Seal(elsewhere);
    const says = (what: string) =>
      expect.objectContaining({
        code: 'second-factor-key',
        message: expect.stringMatching(`${what}.*${elsewhere}`),
        remedy: expect.stringContaining('restore the file from a backup'),
      });
    expect(() => other.open(kept, 'wang')).toThrow(says('missing'));
    writeFileSync(elsewhere, 'torn');
    expect(() => other.close(secret, 'wang')).toThrow(says('damaged'));
    rmSync(elsewhere);
    other.make();
    expect(() => other.open(kept, 'wang')).toThrow(says('not sealed with the key'));
  });
});

import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { isOutdated, passwordHash, passwordHolds } from './password.store.ts';

describe('a password as it is kept', () => {
  it('holds for itself alone, however its characters were typed', async () => {
    const kept = await passwordHash('fjord kelp café');
    expect(await passwordHolds(kept, 'fjord kelp café')).toBe(true);
    expect(await passwordHolds(kept, 'fjord kelp cafe\u0301')).toBe(true);
    expect(await passwordHolds(kept, 'Fjord kelp café')).toBe(false);
  });

  it('is argon2id with its parameters, and another each time', async () => {
    const [one, other] = await Promise.all([passwordHash('fjord kelp wax'), passwordHash('fjord kelp wax')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('never holds where there is none', async () => {
    expect(await passwordHolds(undefined, 'fjord kelp wax')).toBe(false);
  });

  it('is hashed anew when the parameters have changed', async () => {
    expect(isOutdated(await passwordHash('fjord kelp wax'))).toBe(false);
    expect(isOutdated(await hash('fjord kelp wax', { memoryCost: 8_192 }))).toBe(true);
    expect(isOutdated(await hash('fjord kelp wax', { memoryCost: 19_456, timeCost: 3 }))).toBe(true);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentTo, digestOf, draw, type Pool } from './draw.ts';
import { differencesOf, readPool } from './draw-record.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const pool: Pool = {
  experts: [1, 2, 3].map((n) => ({ id: `e${n}`, institution: `i${n}`, fields: ['trade'], region: 'west' })),
  applications: ['a1', 'a2'],
  conflicts: [],
  strata: [{ by: 'any', value: '', seats: 2 }],
  perApplication: 2,
  perInstitution: 1,
};
const seed = 'a seed of some length';
const record = {
  batch: 'batch-1',
  commitment: commitmentTo(seed, sha256),
  poolDigest: digestOf(pool, sha256),
  seed,
  pool,
  drawn: draw(pool, seed, sha256),
};

describe('the record of a draw', () => {
  it('comes out the same when it is run again', () => {
    expect(differencesOf(JSON.parse(JSON.stringify(record)), sha256)).toEqual([]);
    expect(readPool(record)).toEqual(pool);
    expect(readPool(pool)).toEqual(pool);
  });

  it('shows another seed, a pool that was changed, and a member who was put in', () => {
    expect(differencesOf({ ...record, seed: 'another seed, as long' }, sha256)).toContain(
      'the seed is not the one that was committed to',
    );
    const barred = { ...pool, conflicts: [{ expert: 'e9', application: 'a1' }] };
    expect(differencesOf({ ...record, pool: barred }, sha256)).toEqual([
      'the pool is not the one that was committed to',
    ]);
    const members = [{ expert: 'e9', seat: 0 }, ...record.drawn.members.slice(1)];
    expect(differencesOf({ ...record, drawn: { ...record.drawn, members } }, sha256)).toEqual([
      'other experts are drawn',
    ]);
  });

  it('says what is no draw', () => {
    expect(() => differencesOf({ seed }, sha256)).toThrow('commitment');
    expect(() => readPool({ ...pool, perApplication: 'many' })).toThrow('perApplication');
  });
});

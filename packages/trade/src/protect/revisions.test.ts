import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReleaseDimension, ReleasedCell } from './release.ts';
import { telltaleRevisions, type Version } from './revisions.ts';

const policy = { minimumFrequency: 3, dominance: { n: 2, k: 85 }, p: 10, passive: [] };
const named = (code: string, parent?: string) => ({
  code,
  ...(parent && { parent }),
  name: { zh: code, en: code },
});
const dimensions: ReleaseDimension[] = [
  { id: 'place', codes: [named('all'), named('a', 'all'), named('b', 'all')] },
];
const version = (amounts: Record<string, readonly number[]>, hidden: readonly string[] = []): Version => {
  const contributions = Object.entries(amounts).flatMap(([place, firms]) =>
    firms.map((value, n) => ({ key: [place], firm: `${place}${n}`, value })),
  );
  const total = (of: (place: string) => boolean) =>
    contributions.filter(({ key }) => of(key[0] ?? '')).reduce((sum, { value }) => sum + value, 0);
  const told: ReleasedCell[] = ['all', 'a', 'b'].map((code) => ({
    key: [code],
    value: hidden.includes(code) ? null : total((place) => code === 'all' || place === code),
  }));
  return { dimensions, contributions, told };
};

it('names the cell of a firm that was revised alone, and every total that shows it', () => {
  const before = version({ a: [10, 20, 30], b: [5, 5, 5] });
  const now = version({ a: [10, 20, 37], b: [5, 5, 5] });
  expect(telltaleRevisions(before, now, policy)).toEqual([['all'], ['a']]);
});

it('says nothing of a cell that one of the two withholds', () => {
  const before = version({ a: [10, 20, 30], b: [5, 5, 5] }, ['a', 'b']);
  const now = version({ a: [10, 20, 37], b: [6, 7, 8] });
  expect(telltaleRevisions(before, now, policy)).toEqual([]);
});

it('counts a total that both tell by its parts as told', () => {
  const before = version({ a: [10, 20, 30], b: [5, 5, 5] }, ['all']);
  const now = version({ a: [10, 20, 30], b: [5, 5, 9] });
  expect(telltaleRevisions(before, now, policy)).toEqual([['all'], ['b']]);
});

it('lets a revision of many firms pass, unless one of them is nearly all of it', () => {
  const before = version({ a: [10, 20, 30, 40], b: [5] });
  expect(telltaleRevisions(before, version({ a: [12, 22, 32, 42], b: [5] }), policy)).toEqual([]);
  expect(telltaleRevisions(before, version({ a: [11, 21, 90, 40], b: [5] }), policy)).toHaveLength(2);
});

it('finds nothing where nothing was revised, and the same whichever of the two came first', () => {
  const firms = fc.array(fc.nat(50), { maxLength: 5 });
  const tables = fc.record({ a: firms, b: firms });
  fc.assert(
    fc.property(tables, tables, (one, other) => {
      expect(telltaleRevisions(version(one), version(one), policy)).toEqual([]);
      const there = telltaleRevisions(version(one), version(other), policy);
      expect(telltaleRevisions(version(other), version(one), policy)).toEqual(there);
    }),
    { numRuns: 200 },
  );
});

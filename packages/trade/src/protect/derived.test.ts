import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, cellsOf } from './cells.ts';
import { type DerivedMeasure, derived, derivedMeasures } from './derived.ts';
import { keyOf } from './grid.ts';
import { followedBy } from './primary.ts';
import { protect } from './protect.ts';
import type { ReleaseDimension, ReleasedCell } from './release.ts';
import { usualPolicy } from './release-request.ts';
import { standing } from './secondary.ts';

const axis = (id: ReleaseDimension['id'], top: string, leaves: readonly string[]): ReleaseDimension => ({
  id,
  codes: [top, ...leaves].map((code) => ({
    code,
    ...(code !== top && { parent: top }),
    name: { zh: code, en: code },
  })),
});
const places = ['a', 'b'];
const goods = ['x', 'y'];
const months = ['2023-03', '2024-02', '2024-03'];
const dimensions = [
  axis('place', 'all of them', places),
  axis('commodity', 'all', goods),
  axis('month', '2023-03..2024-03', months),
];

/** A table of two places, two goods and three months, of which every sum is told. */
const told = (
  amounts: Readonly<Record<string, number>>,
  hidden: Readonly<Record<string, 'primary' | 'secondary'>> = {},
) => {
  const codes = dimensions.map((dimension) => dimension.codes.map(({ code }) => code));
  const parts = (code: string, d: number) => (code === codes[d]?.[0] ? codes[d].slice(1) : [code]);
  const cells = (codes[0] as string[]).flatMap((p) =>
    (codes[1] as string[]).flatMap((g) =>
      (codes[2] as string[]).map((m): ReleasedCell => {
        const key = [p, g, m];
        const suppressed = hidden[key.join(' ')];
        if (suppressed) return { key, value: null, suppressed };
        const value = parts(p, 0)
          .flatMap((p) => parts(g, 1).flatMap((g) => parts(m, 2).map((m) => amounts[`${p} ${g} ${m}`] ?? 0)))
          .reduce((a, b) => a + b, 0);
        return { key, value };
      }),
    ),
  );
  return { dimensions, cells };
};
const small = {
  'a x 2024-03': 30,
  'a y 2024-03': 10,
  'b x 2024-03': 20,
  'b y 2024-03': 40,
  'a x 2024-02': 20,
  'a x 2023-03': 24,
};
const one = (measure: DerivedMeasure, key: string, hidden = {}) =>
  derived(told(small, hidden), measure).find((cell) => cell.key.join(' ') === key);

describe('derived from what is published', () => {
  it('a share is of the largest place, for the same goods and month', () => {
    expect(one('share', 'a x 2024-03')?.value).toBe(60);
    expect(one('share', 'all of them x 2024-03')?.value).toBe(100);
  });
  it('growth is on the month before, or on the same month a year before', () => {
    expect(one('growth', 'a x 2024-03')?.value).toBeCloseTo(50);
    expect(one('growth-on-year', 'a x 2024-03')?.value).toBeCloseTo(25);
    expect(one('growth', 'a x 2024-02')).toBeUndefined();
    expect(one('growth', 'a x 2023-03..2024-03')).toBeUndefined();
  });
  it('a location quotient compares with the largest place and all goods', () => {
    expect(one('lq', 'a x 2024-03')?.value).toBe((30 * 100) / (40 * 50));
    expect(one('lq', 'a all 2024-03')?.value).toBe(1);
  });
  it('what has nothing to divide by has no value, and is not suppressed', () => {
    expect(one('share', 'a y 2024-02')).toEqual({ key: ['a', 'y', '2024-02'], value: null });
  });
  it('is suppressed with its own cell, its base, and any total', () => {
    const hidden = { 'a x 2024-03': 'primary', 'b all 2024-03': 'secondary' };
    expect(one('share', 'a x 2024-03', hidden)).toMatchObject({ value: null, suppressed: 'primary' });
    expect(one('lq', 'b y 2024-03', hidden)).toMatchObject({ value: null, suppressed: 'secondary' });
    expect(one('growth', 'a x 2024-03', { 'a x 2024-02': 'secondary' })).toMatchObject({
      suppressed: 'secondary',
    });
    expect(one('share', 'b y 2024-03', hidden)?.value).toBe(80);
  });
});

describe('whatever the protected table', () => {
  const firm = fc.record({
    key: fc.tuple(fc.constantFrom(...places), fc.constantFrom(...goods), fc.constantFrom(...months)),
    firm: fc.integer({ min: 1, max: 9 }).map(String),
    value: fc.integer({ min: 1, max: 5000 }),
  });

  it('every derived value is the formula over published cells, and there is none where one of them is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(firm, { minLength: 1, maxLength: 60 }), async (firms: Contribution[]) => {
        const cells = cellsOf(dimensions, firms, followedBy(usualPolicy));
        const { state } = await protect(cells, usualPolicy);
        const all = Array.from(cells.values, (truth, cell) => ({
          key: keyOf(cells.grid, cell),
          truth,
          standing: state[cell],
        }));
        const open = new Map(
          all.flatMap(({ key, truth, standing: is }) =>
            is === standing.primary || is === standing.secondary ? [] : [[key.join(' '), truth] as const],
          ),
        );
        const released = all.map(({ key, truth, standing: is }): ReleasedCell => {
          if (is === standing.primary) return { key, value: null, suppressed: 'primary' };
          if (is === standing.secondary) return { key, value: null, suppressed: 'secondary' };
          return { key, value: truth };
        });
        for (const measure of derivedMeasures) {
          for (const { key, value, suppressed } of derived({ dimensions, cells: released }, measure)) {
            // The formula said a second time, from published amounts alone: where one is missing there is no value.
            const again = bySecondWay(measure, key, (at) => open.get(at.join(' ')));
            if (again === undefined) expect(suppressed).toBeDefined();
            else expect(suppressed).toBeUndefined();
            if (value === null) expect(Number.isFinite(again ?? Number.NaN)).toBe(false);
            else expect(value).toBeCloseTo(again as number, 6);
          }
        }
      }),
      { seed: 11, numRuns: 12 },
    );
  });
});

function bySecondWay(
  measure: DerivedMeasure,
  [p = '', g = '', m = '']: readonly string[],
  open: (key: readonly string[]) => number | undefined,
): number | undefined {
  const before = { '2024-03': { growth: '2024-02', 'growth-on-year': '2023-03' } } as Record<
    string,
    Record<string, string>
  >;
  const keys = {
    share: [
      [p, g, m],
      ['all of them', g, m],
    ],
    growth: [
      [p, g, m],
      [p, g, before[m]?.growth ?? ''],
    ],
    'growth-on-year': [
      [p, g, m],
      [p, g, before[m]?.['growth-on-year'] ?? ''],
    ],
    lq: [
      [p, g, m],
      [p, 'all', m],
      ['all of them', g, m],
      ['all of them', 'all', m],
    ],
  }[measure];
  const [own, second, third = 1, fourth = 1] = keys.map(open);
  if (keys.map(open).includes(undefined) || own === undefined || second === undefined) return undefined;
  if (measure === 'share') return (own / second) * 100;
  if (measure === 'lq') return own / second / (third / fourth);
  return (own / second) * 100 - 100;
}

import { addMonths, type Month } from '@tidu/reference';
import { cellAt, type Grid, gridOf, keyOf } from './grid.ts';
import type { Release, ReleasedCell } from './release.ts';

/**
 * What can be derived from a release, cell by cell:
 *
 * - `share`: part of the largest place, percent; 100 · X[p,g] / X[·,g]
 * - `growth`: on the month before, percent; 100 · (X[t] / X[t−1] − 1)
 * - `growth-on-year`: on the same month a year before, percent
 * - `lq`: location quotient by goods; (X[p,g] / X[p,·]) / (X[·,g] / X[·,·])
 */
export const derivedMeasures = ['share', 'growth', 'growth-on-year', 'lq'] as const;
export type DerivedMeasure = (typeof derivedMeasures)[number];

/**
 * Derived values of a release, by the cells of the release and in their order; cells for which the measure has
 * no base (a first month, a period that is no month) are left out. A cell that is not suppressed and yet without
 * value has nothing to be divided by.
 *
 * They are functions of the published amounts alone: a value of which any input is suppressed is suppressed itself,
 * and says why its own cell is, or else the first such input. So whoever has them has nothing that the published
 * amounts did not give already, and the attack on these stands for both.
 *
 * @example derived({ … two places of 30 and 70 under a country of 100 … }, 'share') // 100, 30, 70
 */
export function derived(
  { dimensions, cells }: Pick<Release, 'dimensions' | 'cells'>,
  measure: DerivedMeasure,
): ReleasedCell[] {
  const grid = gridOf(dimensions);
  const released = new Map(cells.map((cell) => [cellAt(grid, cell.key), cell]));
  const at = (key: readonly string[]): ReleasedCell | undefined => released.get(cellAt(grid, key));
  const inputs = inputsOf(measure, grid);
  return Array.from({ length: grid.size }, (_, cell) => keyOf(grid, cell)).flatMap((key) => {
    const keys = inputs(key);
    const own = at(key);
    if (!keys || !own) return [];
    const used = keys.map(at);
    if (used.includes(undefined)) return [];
    return [derivedCell(key, used as ReleasedCell[], measure)];
  });
}

function derivedCell(
  key: readonly string[],
  used: readonly ReleasedCell[],
  measure: DerivedMeasure,
): ReleasedCell {
  const hidden = used.find(({ suppressed, value }) => suppressed !== undefined || value === null);
  if (hidden) return { key, value: null, ...(hidden.suppressed && { suppressed: hidden.suppressed }) };
  const value = formulas[measure](used.map((cell) => cell.value as number));
  return { key, value: Number.isFinite(value) ? value : null };
}

type Amounts = readonly number[];
const formulas: Readonly<Record<DerivedMeasure, (amounts: Amounts) => number>> = {
  share: ([own = 0, whole = 0]) => (100 * own) / whole,
  growth: ([own = 0, before = 0]) => 100 * (own / before - 1),
  'growth-on-year': ([own = 0, before = 0]) => 100 * (own / before - 1),
  // One division, so that a quotient of exactly 1 comes out as 1.
  lq: ([own = 0, place = 0, goods = 0, all = 0]) => (own * all) / (place * goods),
};

/** The keys of the cells that a value is made of, its own first; none where it has no base. */
function inputsOf(
  measure: DerivedMeasure,
  { axes }: Grid,
): (key: readonly string[]) => readonly (readonly string[])[] | undefined {
  const axisOf = (id: string) => axes.findIndex((axis) => axis.id === id);
  const topOf = (position: number): string | undefined => {
    const axis = axes[position];
    const tops = axis?.codes.filter((_, i) => axis.parent[i] === -1) ?? [];
    return tops.length === 1 ? tops[0] : undefined;
  };
  const [place, goods, month] = [axisOf('place'), axisOf('commodity'), axisOf('month')];
  const [country, all] = [topOf(place), topOf(goods)];
  switch (measure) {
    case 'share':
      return (key) => (country === undefined ? undefined : [key, key.with(place, country)]);
    case 'lq':
      return (key) =>
        country === undefined || all === undefined
          ? undefined
          : [key, key.with(goods, all), key.with(place, country), key.with(place, country).with(goods, all)];
    case 'growth':
    case 'growth-on-year': {
      const back = measure === 'growth' ? -1 : -12;
      return (key) => {
        const now = key[month] ?? '';
        return /^\d{4}-\d{2}$/.test(now) ? [key, key.with(month, addMonths(now as Month, back))] : undefined;
      };
    }
  }
}

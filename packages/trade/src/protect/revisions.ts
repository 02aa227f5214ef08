import type { Contribution } from './cells.ts';
import { type Axis, cellAt, type Grid, gridOf, lineOf, positionOf } from './grid.ts';
import type { ReleaseDimension, ReleasedCell, ReleasePolicy } from './release.ts';

/** A table as somebody was told it: the cells, and what the firms had declared at that time. */
export interface Version {
  readonly dimensions: readonly ReleaseDimension[];
  readonly contributions: readonly Contribution[];
  /** Of one release, or of several made at the same vintage. */
  readonly told: readonly ReleasedCell[];
}

/**
 * Cells whose difference between two vintages tells of too few firms. Whoever has both tables has the
 * difference D = X′ − X of every cell told in both, and D is what the firms d[f] revised:
 *
 *   sensitive when 0 < N < minimum, or Σ|d| − |d₁| − |d₂| < p/100 · |d₁|,   |d₁| ≥ |d₂| ≥ … ≥ |d[N]| > 0
 *
 * Only cells told in both need be looked at, those among them that are sums of cells told: where a
 * table leaves a cell open, some change z that cancels in every sum moves it and no published cell;
 * z moves D by any amount too, because differences, unlike amounts, may be negative.
 *
 * @returns keys in the order of the table
 */
export function telltaleRevisions(before: Version, now: Version, policy: ReleasePolicy): string[][] {
  const grid = gridOf(together(before.dimensions, now.dimensions));
  const changes = changesByCell(grid, before.contributions, now.contributions);
  const toldBefore = toldIn(grid, before.told);
  const toldNow = toldIn(grid, now.told);
  return [...changes]
    .filter(([cell, change]) => isTelltale(change, policy) && toldBefore(cell) && toldNow(cell))
    .map(([cell]) => cell)
    .sort((a, b) => a - b)
    .map((cell) => grid.axes.map((axis, d) => axis.codes[positionOf(grid, cell, d)] as string));
}

interface Change {
  firms: number;
  sum: number;
  first: number;
  second: number;
}

function isTelltale({ firms, sum, first, second }: Change, { minimumFrequency, p }: ReleasePolicy): boolean {
  return firms < minimumFrequency || sum - first - second < (p / 100) * first;
}

/** What firms changed in every cell, margins too, where a firm counts once. */
function changesByCell(
  grid: Grid,
  before: readonly Contribution[],
  now: readonly Contribution[],
): Map<number, Change> {
  const byFirm = new Map<string, Map<number, number>>();
  const add = (contributions: readonly Contribution[], sign: 1 | -1) => {
    for (const { key, firm, value } of contributions) {
      const leaf = cellAt(grid, key);
      if (leaf === undefined) continue;
      const own = byFirm.get(firm) ?? new Map<number, number>();
      byFirm.set(firm, own.set(leaf, (own.get(leaf) ?? 0) + sign * value));
    }
  };
  add(before, -1);
  add(now, 1);
  const changes = new Map<number, Change>();
  for (const leaves of byFirm.values()) {
    const own = new Map<number, number>();
    for (const [leaf, change] of leaves) {
      if (change === 0) continue;
      for (const cell of lineOf(grid, leaf)) own.set(cell, (own.get(cell) ?? 0) + change);
    }
    for (const [cell, change] of own) count(changes, cell, Math.abs(change));
  }
  return changes;
}

function count(changes: Map<number, Change>, cell: number, size: number): void {
  if (size === 0) return;
  const known = changes.get(cell) ?? { firms: 0, sum: 0, first: 0, second: 0 };
  changes.set(cell, {
    firms: known.firms + 1,
    sum: known.sum + size,
    first: Math.max(known.first, size),
    second: Math.max(known.second, Math.min(known.first, size)),
  });
}

/** Whether a cell's amount is published, or is the sum of cells that are. */
function toldIn(grid: Grid, cells: readonly ReleasedCell[]): (cell: number) => boolean {
  const known = new Map<number, boolean>();
  for (const { key, value } of cells) {
    const cell = cellAt(grid, key);
    if (cell !== undefined && value !== null) known.set(cell, true);
  }
  const isTold = (cell: number): boolean => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const told = grid.axes.some((axis, d) => {
      const parts = partsOf(grid, cell, axis, d);
      return parts.length > 0 && parts.every(isTold);
    });
    known.set(cell, told);
    return told;
  };
  return isTold;
}

function partsOf(grid: Grid, cell: number, axis: Axis, d: number): number[] {
  const position = positionOf(grid, cell, d);
  const stride = grid.strides[d] as number;
  return (axis.children[position] ?? []).map((part) => cell + (part - position) * stride);
}

/** Codes of either; one that both have hangs where the later table has it. */
const together = (
  before: readonly ReleaseDimension[],
  now: readonly ReleaseDimension[],
): ReleaseDimension[] =>
  now.map(({ id, codes }, d) => {
    const known = new Set(codes.map(({ code }) => code));
    return { id, codes: [...codes, ...(before[d]?.codes ?? []).filter(({ code }) => !known.has(code))] };
  });

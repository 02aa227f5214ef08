import { CannotProtect } from './cannot-protect.ts';
import { cellAt, type Grid, gridOf, isLeaf, lineOf } from './grid.ts';
import type { ReleaseDimension } from './release.ts';

/** What one firm adds to one cell of the finest codes. */
export interface Contribution {
  readonly key: readonly string[];
  readonly firm: string;
  /** Whole units, not negative. */
  readonly value: number;
}

/**
 * Every cell of a table with what the rules ask of it. In a margin a firm counts once, with all
 * that it adds to the cells below.
 */
export interface Cells {
  readonly grid: Grid;
  readonly values: Float64Array;
  /** Firms that add more than nothing. */
  readonly firms: Int32Array;
  /** The `kept` largest contributions of each cell, largest first. */
  readonly largest: Float64Array;
  readonly kept: number;
  /** The number of the firm that gives the largest contribution; -1 in an empty cell. */
  readonly first: Int32Array;
  /** Cells to which a firm adds, of the firms that were asked for. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

export interface CellsOptions {
  /** How many of the largest contributions to keep; two at least. */
  readonly kept?: number;
  /** Firms whose contributions are kept cell by cell. */
  readonly follow?: readonly string[];
}

/**
 * Adds contributions up into every cell of the table.
 * @throws CannotProtect when a contribution is negative, or is to a cell that is not of the finest codes
 */
export function cellsOf(
  dimensions: readonly ReleaseDimension[],
  contributions: Iterable<Contribution>,
  { kept = 2, follow = [] }: CellsOptions = {},
): Cells {
  const grid = gridOf(dimensions);
  const values = new Float64Array(grid.size);
  const firms = new Int32Array(grid.size);
  const largest = new Float64Array(grid.size * kept);
  const first = new Int32Array(grid.size).fill(-1);
  const shares = new Map<string, ReadonlyMap<number, number>>();
  const followed = new Set(follow);
  const lines = new Map<number, readonly number[]>();

  // Firms in the order of their names, so that the order of the contributions changes nothing.
  const byFirm = [...leavesByFirm(grid, contributions)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [number, [firm, leaves]] of byFirm.entries()) {
    const own = new Map<number, number>();
    for (const [leaf, value] of leaves) {
      if (value === 0) continue;
      const line = lines.get(leaf) ?? lineOf(grid, leaf);
      lines.set(leaf, line);
      for (const cell of line) own.set(cell, (own.get(cell) ?? 0) + value);
    }
    for (const [cell, value] of own) {
      values[cell] = (values[cell] as number) + value;
      firms[cell] = (firms[cell] as number) + 1;
      if (value > (largest[cell * kept] as number)) first[cell] = number;
      insert(largest, cell * kept, kept, value);
    }
    if (followed.has(firm)) shares.set(firm, own);
  }
  const highest = values.reduce((a, b) => Math.max(a, b), 0);
  if (highest > Number.MAX_SAFE_INTEGER) {
    throw new CannotProtect('bad-table', `a cell adds up to ${highest}`, 'give values in a larger unit');
  }
  return { grid, values, firms, largest, kept, first, shares };
}

function leavesByFirm(grid: Grid, contributions: Iterable<Contribution>): Map<string, Map<number, number>> {
  const byFirm = new Map<string, Map<number, number>>();
  for (const { key, firm, value } of contributions) {
    const cell = cellAt(grid, key);
    const where = `${key.join(', ')}, firm ${firm}`;
    if (cell === undefined) {
      throw new CannotProtect('bad-table', `${where}: the table has no such cell`, 'correct the codes');
    }
    if (!isLeaf(grid, cell)) {
      throw new CannotProtect(
        'bad-table',
        `${where}: there are finer codes below this cell`,
        'give contributions by the finest codes',
      );
    }
    if (!(value >= 0) || !Number.isFinite(value)) {
      throw new CannotProtect('bad-table', `${where}: ${value} is no amount`, 'give amounts from 0 up');
    }
    const leaves = byFirm.get(firm) ?? new Map<number, number>();
    byFirm.set(firm, leaves);
    leaves.set(cell, (leaves.get(cell) ?? 0) + value);
  }
  return byFirm;
}

/** Keeps a short list sorted, largest first. */
function insert(list: Float64Array, from: number, length: number, value: number): void {
  let at = from + length - 1;
  if (value <= (list[at] as number)) return;
  for (; at > from && (list[at - 1] as number) < value; at--) list[at] = list[at - 1] as number;
  list[at] = value;
}

/** The number of the only firm in a cell, or -1. */
export const onlyFirm = ({ firms, first }: Cells, cell: number): number =>
  firms[cell] === 1 ? (first[cell] as number) : -1;

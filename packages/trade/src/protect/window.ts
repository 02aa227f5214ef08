import { type Axis, type Grid, positionOf } from './grid.ts';

/** How willingly a cell takes part in hiding another: lower is better, Infinity never. */
export type Rank = (cell: number) => number;

/**
 * Cells among which to look for a way to hide one: the best few of its neighbours in each
 * dimension, and every combination of them. Each neighbour comes with what it takes to move it:
 * its total, unless the two share it, and some of its parts.
 *
 * @param few how many neighbours in each dimension; Infinity for all
 */
export function windowAround(grid: Grid, cell: number, few: number, rank: Rank): number[] {
  let cells = [0];
  for (const [d, axis] of grid.axes.entries()) {
    const stride = grid.strides[d] as number;
    const position = positionOf(grid, cell, d);
    const positions = neighbours(axis, position, few, (other) => rank(cell + (other - position) * stride));
    cells = cells.flatMap((base) => positions.map((one) => base + one * stride));
  }
  return cells;
}

function neighbours(axis: Axis, position: number, few: number, rank: Rank): number[] {
  if (few === Number.POSITIVE_INFINITY) return axis.codes.map((_, i) => i);
  const found = new Set<number>([position]);
  const best = (among: readonly number[], many: number): number[] =>
    among
      .map((one) => [rank(one), one] as const)
      .filter(([value]) => value < Number.POSITIVE_INFINITY)
      .sort(([a, i], [b, j]) => a - b || i - j)
      .slice(0, many)
      .map(([, one]) => one);
  const downFrom = (one: number, many: number): void => {
    found.add(one);
    for (const part of best(axis.children[one] as readonly number[], many)) downFrom(part, 2);
  };
  const above = axis.parent[position] as number;
  const peers = above < 0 ? axis.parent.flatMap((p, i) => (p < 0 ? [i] : [])) : (axis.children[above] as readonly number[]);
  downFrom(position, few);
  for (const peer of best(
    peers.filter((one) => one !== position),
    few,
  )) {
    downFrom(peer, 2);
  }
  if (above >= 0) found.add(above);
  return [...found].sort((a, b) => a - b);
}

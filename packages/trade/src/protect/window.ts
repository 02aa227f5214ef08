import { type Axis, type Grid, positionOf } from './grid.ts';

/** With no more neighbours than this, only those under the same total are looked at. */
const fewest = 6;

/** How willingly a cell takes part in hiding another: lower is better, Infinity never. */
type Rank = (cell: number) => number;

interface Choice {
  readonly rank: Rank;
  readonly value: (cell: number) => number;
}

/**
 * Cells among which to look for a way to hide one: the best few of its neighbours in each
 * dimension, and every combination of them. Each neighbour comes with what it takes to move it:
 * its total, unless the two share it, and some of its parts.
 *
 * @param few how many neighbours in each dimension; Infinity for all
 */
export function windowAround(grid: Grid, cell: number, few: number, { rank, value }: Choice): number[] {
  let cells = [0];
  for (const [d, axis] of grid.axes.entries()) {
    const stride = grid.strides[d] as number;
    const position = positionOf(grid, cell, d);
    const positions = neighbours(axis, position, few, {
      rank: (other) => rank(cell + (other - position) * stride),
      value: (other) => value(cell + (other - position) * stride),
    });
    cells = cells.flatMap((base) => positions.map((one) => base + one * stride));
  }
  return cells;
}

function neighbours(axis: Axis, position: number, few: number, { rank, value }: Choice): number[] {
  if (few === Number.POSITIVE_INFINITY) return axis.codes.map((_, i) => i);
  const found = new Set<number>([position]);
  // Half of them cheap, and half of them large: in a large neighbour the other corners are seldom empty.
  const best = (among: readonly number[], many: number): number[] => {
    const able = among.filter((one) => rank(one) < Number.POSITIVE_INFINITY);
    const cheap = able.toSorted((i, j) => rank(i) - rank(j) || i - j).slice(0, many / 2);
    const large = able.toSorted((i, j) => value(j) - value(i) || i - j).slice(0, many / 2);
    return [...new Set([...cheap, ...large])];
  };
  const downFrom = (one: number, many: number): void => {
    found.add(one);
    for (const part of best(axis.children[one] as readonly number[], many)) downFrom(part, 2);
  };
  const withAllAbove = (one: number): void => {
    for (let up = one; up >= 0; up = axis.parent[up] as number) found.add(up);
  };
  const above = axis.parent[position] as number;
  const depth = depthOf(axis, position);
  const others = axis.codes.flatMap((_, i) => (i !== position && depthOf(axis, i) === depth ? [i] : []));
  const siblings = others.filter((one) => axis.parent[one] === above);
  downFrom(position, few);
  for (const peer of best(siblings, few)) downFrom(peer, 2);
  if (above >= 0) found.add(above);
  if (few > fewest) {
    const cousins = others.filter((one) => axis.parent[one] !== above);
    for (const peer of best(cousins, few)) {
      downFrom(peer, 2);
      withAllAbove(peer);
    }
    withAllAbove(position);
  }
  return [...found].sort((a, b) => a - b);
}

function depthOf({ parent }: Axis, position: number): number {
  let depth = 0;
  for (let up = parent[position] as number; up >= 0; up = parent[up] as number) depth++;
  return depth;
}

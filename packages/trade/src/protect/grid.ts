import { CannotProtect } from './cannot-protect.ts';
import type { ReleaseDimension } from './release.ts';

/** One dimension by position: who is above and below whom. A code without parent has -1. */
export interface Axis {
  readonly id: string;
  readonly codes: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  readonly parent: readonly number[];
  readonly children: readonly (readonly number[])[];
}

/** All cells of a table: every combination of one code of each dimension, numbered in their order. */
export interface Grid {
  readonly axes: readonly Axis[];
  readonly strides: readonly number[];
  readonly size: number;
}

/** What fits in memory and can be attacked in minutes. */
const mostCells = 1_000_000;

/** @throws CannotProtect when a code stands twice, has an unknown parent or lies below itself */
export function gridOf(dimensions: readonly ReleaseDimension[]): Grid {
  if (dimensions.length === 0) {
    throw new CannotProtect('bad-table', 'the table has no dimension', 'give one at least');
  }
  const axes = dimensions.map(axisOf);
  const strides: number[] = [];
  let size = 1;
  for (let d = axes.length - 1; d >= 0; d--) {
    strides[d] = size;
    size *= (axes[d] as Axis).codes.length;
  }
  if (size > mostCells) {
    throw new CannotProtect(
      'table-too-large',
      `the table would have ${size} cells, more than ${mostCells}`,
      'ask for coarser places or goods, or for fewer months',
    );
  }
  return { axes, strides, size };
}

function axisOf({ id, codes }: ReleaseDimension): Axis {
  const wrong = (message: string) =>
    new CannotProtect('bad-table', `${id}: ${message}`, 'correct the list of codes');
  if (codes.length === 0) throw wrong('there is no code');
  const at = new Map(codes.map(({ code }, position) => [code, position]));
  if (at.size < codes.length) {
    const twice = codes.find(({ code }, position) => at.get(code) !== position);
    throw wrong(`code "${twice?.code}" stands twice`);
  }
  const parent = codes.map(({ code, parent }) => {
    if (parent === undefined) return -1;
    const above = at.get(parent);
    if (above === undefined) throw wrong(`"${parent}", above "${code}", is not among the codes`);
    return above;
  });
  const children: number[][] = codes.map(() => []);
  for (const [position, above] of parent.entries()) {
    children[above]?.push(position);
    let steps = 0;
    for (let up = above; up >= 0; up = parent[up] as number) {
      if (steps++ > codes.length) throw wrong(`"${codes[position]?.code}" lies below itself`);
    }
  }
  return { id, codes: codes.map(({ code }) => code), at, parent, children };
}

/** Where a cell lies along dimension `d`. */
export const positionOf = ({ axes, strides }: Grid, cell: number, d: number): number =>
  Math.floor(cell / (strides[d] as number)) % (axes[d] as Axis).codes.length;

export const keyOf = (grid: Grid, cell: number): string[] =>
  grid.axes.map((axis, d) => axis.codes[positionOf(grid, cell, d)] as string);

/** The cell of a key; undefined when a code is unknown. */
export function cellAt({ axes, strides }: Grid, key: readonly string[]): number | undefined {
  if (key.length !== axes.length) return undefined;
  let cell = 0;
  for (const [d, axis] of axes.entries()) {
    const position = axis.at.get(key[d] as string);
    if (position === undefined) return undefined;
    cell += position * (strides[d] as number);
  }
  return cell;
}

/**
 * The sums in which a cell takes part. Sum `d · size + p` says that cell `p` is the total of the cells
 * below it along dimension `d`; the sign is +1 for a part and −1 for the total.
 */
export function eachSum(grid: Grid, cell: number, visit: (sum: number, sign: 1 | -1) => void): void {
  for (const [d, axis] of grid.axes.entries()) {
    const stride = grid.strides[d] as number;
    const position = positionOf(grid, cell, d);
    const above = axis.parent[position] as number;
    if (above >= 0) visit(d * grid.size + cell + (above - position) * stride, 1);
    if ((axis.children[position] as readonly number[]).length > 0) visit(d * grid.size + cell, -1);
  }
}

/** The cells of a sum: its total first, then the parts. */
export function cellsOfSum(grid: Grid, sum: number): number[] {
  const d = Math.floor(sum / grid.size);
  const total = sum % grid.size;
  const axis = grid.axes[d] as Axis;
  const position = positionOf(grid, total, d);
  const stride = grid.strides[d] as number;
  const parts = axis.children[position] as readonly number[];
  return [total, ...parts.map((part) => total + (part - position) * stride)];
}

/** A cell and every total that it is part of, itself first. */
export function lineOf(grid: Grid, cell: number): number[] {
  let line = [cell];
  for (const [d, axis] of grid.axes.entries()) {
    const stride = grid.strides[d] as number;
    const position = positionOf(grid, cell, d);
    const shifts = [0];
    for (let up = axis.parent[position] as number; up >= 0; up = axis.parent[up] as number) {
      shifts.push((up - position) * stride);
    }
    line = shifts.flatMap((shift) => line.map((one) => one + shift));
  }
  return line;
}

/** Whether nothing lies below the cell in any dimension. */
export const isLeaf = (grid: Grid, cell: number): boolean =>
  grid.axes.every((axis, d) => axis.children[positionOf(grid, cell, d)]?.length === 0);

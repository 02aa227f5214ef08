import { boundsBySums } from './bounds.ts';
import type { Cells } from './cells.ts';
import type { Solver } from './solver.ts';
import { sumsAmong } from './sums-among.ts';
import { around, unknownsOf } from './unknowns.ts';

/** What an outsider can compute of a cell that is not published. */
export interface Interval {
  readonly lower: number;
  /** Infinity where nothing that is published bounds it. */
  readonly upper: number;
}

/** So many cells are looked at in turn; the last is everything that hangs together. */
const reaches = [60, 400, Number.POSITIVE_INFINITY];
const sameTo = 1e-9;

/**
 * The attacker's problem: for each suppressed cell the least and the greatest value that it has in
 * any table without negative cells that agrees with everything published.
 *
 *   min, max x[i]   subject to  every sum adds up,  x = value where published,  x ≥ 0
 *
 * Cells that share no unpublished sum are attacked apart. A table found for one cell also shows what
 * others can be; where such a table reaches what the sums alone allow, the bound is exact and no
 * programme is needed; and where moving nearby cells reaches it, none over all cells.
 */
export function attack(
  cells: Cells,
  suppressed: (cell: number) => boolean,
  solver: Solver,
): Map<number, Interval> {
  const { grid, values } = cells;
  const unknowns = unknownsOf(cells, suppressed);
  const outer = boundsBySums(unknowns, values.length);
  const inner = { lower: Float64Array.from(values), upper: Float64Array.from(values) };
  const result = new Map<number, Interval>();

  const reached = (cell: number, up: boolean): boolean => {
    const [from, to] = up
      ? [inner.upper[cell] as number, outer.upper[cell] as number]
      : [inner.lower[cell] as number, outer.lower[cell] as number];
    return Math.abs(to - from) <= sameTo * (values[cell] as number);
  };

  for (const cell of unknowns.cells) {
    const value = values[cell] as number;
    for (const reach of reaches) {
      if (reached(cell, true) && reached(cell, false)) break;
      const near = around(unknowns, cell, reach);
      const all = near.length < reach;
      const { rows, starts, indices, coefficients } = sumsAmong(grid, near);
      // Changes from the true table, in units of the cell's value: the sums of changes are all zero.
      const lower = Float64Array.from(near, (one) => ((outer.lower[one] as number) - (values[one] as number)) / value);
      const upper = Float64Array.from(near, (one) => ((outer.upper[one] as number) - (values[one] as number)) / value);
      let first = true;
      for (const up of [true, false]) {
        if (reached(cell, up)) continue;
        const sign = up ? -1 : 1;
        const cost = new Float64Array(near.length);
        cost[0] = sign;
        const change = first
          ? solver.solve({ rows, starts, indices, coefficients, cost, lower, upper })
          : solver.again(new Map([[0, sign]]));
        first = false;
        if (change === undefined) {
          if (all && up) inner.upper[cell] = outer.upper[cell] = Number.POSITIVE_INFINITY;
          continue;
        }
        for (const [j, one] of near.entries()) {
          const moved = (values[one] as number) + (change[j] as number) * value;
          if (moved > (inner.upper[one] as number)) inner.upper[one] = moved;
          if (moved < (inner.lower[one] as number)) inner.lower[one] = moved;
        }
        if (all && up) outer.upper[cell] = inner.upper[cell] as number;
        if (all && !up) outer.lower[cell] = inner.lower[cell] as number;
      }
      if (all) break;
    }
    result.set(cell, { lower: outer.lower[cell] as number, upper: outer.upper[cell] as number });
  }
  return result;
}

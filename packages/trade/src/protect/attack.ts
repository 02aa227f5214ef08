import { type Bounds, boundsBySums } from './bounds.ts';
import { breather } from './breathe.ts';
import type { Cells } from './cells.ts';
import type { Solver } from './solver.ts';
import { sumsAmong } from './sums-among.ts';
import { around, type Unknowns, unknownsOf } from './unknowns.ts';

/** What an outsider can compute of a cell that is not published. */
export interface Interval {
  readonly lower: number;
  /** Infinity where nothing that is published bounds it. */
  readonly upper: number;
}

/** So many cells are looked at before everything that hangs together is. */
const reaches = [60, 400];
const sameTo = 1e-6;
/** Smaller parts of the unit that all are reckoned in are reckoned in a unit of their own. */
const tooSmall = 1e-3;

/**
 * The attacker's problem: for each suppressed cell the least and the greatest value that it has in
 * any table without negative cells that agrees with everything published.
 *
 *   min, max x[i]   subject to  every sum adds up,  x = value where published,  x ≥ 0
 *
 * Cells that share no unpublished sum are attacked apart. A table found for one cell also shows what
 * others can be; where such a table reaches what the sums alone allow, the bound is exact and no
 * programme is needed; where moving nearby cells reaches it, none over all cells.
 *
 * @returns bounds to about a millionth of the cell's value
 */
export async function attack(
  cells: Cells,
  suppressed: (cell: number) => boolean,
  solver: Solver,
): Promise<Map<number, Interval>> {
  const breathe = breather();
  const unknowns = unknownsOf(cells, suppressed);
  const search = new Search(cells, unknowns, solver);
  for (const reach of reaches) {
    for (const cell of unknowns.cells) {
      if (search.isDone(cell)) continue;
      search.among(around(unknowns, cell, reach), cell, reach);
      await breathe();
    }
  }
  const seen = new Set<number>();
  for (const cell of unknowns.cells) {
    if (seen.has(cell) || search.isDone(cell)) continue;
    const component = around(unknowns, cell, Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    for (const one of component) seen.add(one);
    search.throughout(component);
    await breathe();
  }
  return new Map(unknowns.cells.map((cell) => [cell, search.interval(cell)] as const));
}

/** Values that cells are known to be able to have, and bounds that they cannot pass, drawn together. */
class Search {
  readonly #cells: Cells;
  readonly #solver: Solver;
  readonly #outer: Bounds;
  readonly #inner: Bounds;

  constructor(cells: Cells, unknowns: Unknowns, solver: Solver) {
    this.#cells = cells;
    this.#solver = solver;
    this.#outer = boundsBySums(unknowns, cells.values.length);
    this.#inner = { lower: Float64Array.from(cells.values), upper: Float64Array.from(cells.values) };
  }

  isDone = (cell: number): boolean => this.#reached(cell, 'lower') && this.#reached(cell, 'upper');

  /** Never wider than what was found possible, so that it never promises more than there is. */
  interval(cell: number): Interval {
    const end = (side: keyof Bounds) =>
      (this.#reached(cell, side) ? this.#outer : this.#inner)[side][cell] as number;
    return { lower: end('lower'), upper: end('upper') };
  }

  #reached(cell: number, side: keyof Bounds): boolean {
    const [bound, found] = [this.#outer[side][cell] as number, this.#inner[side][cell] as number];
    return bound === found || Math.abs(bound - found) <= sameTo * (this.#cells.values[cell] as number);
  }

  /** How far one cell can go when only those near it move with it. */
  among(near: readonly number[], cell: number, reach: number): void {
    const unit = this.#cells.values[cell] as number;
    const at = near.indexOf(cell);
    this.#load(near, unit);
    this.#push(near, unit, at, 'upper', near.length < reach);
    this.#push(near, unit, at, 'lower', near.length < reach);
  }

  /** How far every cell can go when all of them move. */
  throughout(component: readonly number[]): void {
    const sizes = component.map((one) => this.#cells.values[one] as number).sort((a, b) => a - b);
    const unit = sizes[Math.floor(sizes.length / 2)] as number;
    const small: number[] = [];
    this.#load(component, unit);
    for (const [at, cell] of component.entries()) {
      if (this.isDone(cell)) continue;
      if ((this.#cells.values[cell] as number) < unit * tooSmall) small.push(cell);
      else {
        this.#push(component, unit, at, 'upper', true);
        this.#push(component, unit, at, 'lower', true);
      }
    }
    for (const cell of small) {
      if (!this.isDone(cell)) this.among(component, cell, Number.POSITIVE_INFINITY);
    }
  }

  /** Changes from the true table, in some unit, are what is looked for: their sums are all zero. */
  #load(near: readonly number[], unit: number): void {
    const { grid, values } = this.#cells;
    const change = (bound: Float64Array) =>
      Float64Array.from(near, (one) => ((bound[one] as number) - (values[one] as number)) / unit);
    this.#solver.solve({
      ...sumsAmong(grid, near),
      cost: new Float64Array(near.length),
      lower: change(this.#outer.lower),
      upper: change(this.#outer.upper),
    });
  }

  #push(near: readonly number[], unit: number, at: number, side: keyof Bounds, all: boolean): void {
    const cell = near[at] as number;
    if (this.#reached(cell, side)) return;
    const change = this.#solver.again(at, side === 'upper' ? -1 : 1);
    if (change === 'unbounded') this.#inner[side][cell] = Number.POSITIVE_INFINITY;
    if (change === undefined || change === 'unbounded') return;
    for (const [j, one] of near.entries()) {
      const moved = (this.#cells.values[one] as number) + (change[j] as number) * unit;
      if (moved > (this.#inner.upper[one] as number)) this.#inner.upper[one] = moved;
      if (moved < (this.#inner.lower[one] as number)) this.#inner.lower[one] = moved;
    }
    if (all) this.#outer[side][cell] = this.#inner[side][cell] as number;
  }
}

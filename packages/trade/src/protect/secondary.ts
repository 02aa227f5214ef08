import { type Cells, onlyFirm } from './cells.ts';
import { isLeaf, lineOf } from './grid.ts';
import type { Telling } from './protect.ts';
import type { Solver } from './solver.ts';
import { sumsAmong } from './sums-among.ts';
import { windowAround } from './window.ts';

/** How each cell stands; `known` was published before, `untold` is neither published before nor now. */
export const standing = { published: 0, primary: 1, secondary: 2, known: 3, untold: 4 } as const;

/** A pattern may rest on changes of up to so many times the distance to be hidden. */
const reach = 1e3;
/** Below this part of the distance a cell is too small to hide anything. */
const tooSmall = 1e-3;
/** The distance is drawn a little wider, so that rounding cannot make it too narrow. */
const slack = 1 + 1e-6;
/** How many neighbours to look among, in turn. */
const wide = 30;
const widths = [6, 12, wide, Number.POSITIVE_INFINITY];

/**
 * Hides sensitive cells by suppressing others, so that what is published admits each of them at a
 * distance of p % above and below its value. For a sensitive cell i of value v:
 *
 *   minimise Σ cost[j] · |z[j]|   subject to  every sum of z cancels,  |z[j]| ≤ value[j],  z[i] = p/100 · v
 *
 * Cells with z ≠ 0 are suppressed. Table + z and table − z are then both possible, so one programme
 * hides both sides. A cell that is suppressed already costs nothing; another the root of its value,
 * between counting cells and counting what they are worth.
 *
 * A firm that is alone in a cell knows it, and must not be able to undo the pattern with what it
 * knows: for each such firm in a pattern there is another pattern without its cells.
 *
 * @see Fischetti & Salazar (2001), Solving the cell suppression problem, Management Science 47;
 *      Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.4
 */
export class Secondary {
  /** By number of the cell, one of `standing`. */
  readonly state: Uint8Array;
  readonly #cells: Cells;
  readonly #p: number;
  readonly #solver: Solver;
  readonly #aloneIn = new Map<number, Set<number>>();

  constructor(cells: Cells, sensitive: Iterable<number>, p: number, solver: Solver, telling: Telling = {}) {
    const { told = () => true, suppressed = [], known = [] } = telling;
    this.#cells = cells;
    this.#p = p;
    this.#solver = solver;
    this.state = new Uint8Array(cells.values.length);
    for (let cell = 0; cell < this.state.length; cell++) if (!told(cell)) this.state[cell] = standing.untold;
    for (const cell of suppressed) this.state[cell] = standing.secondary;
    for (const cell of sensitive) this.state[cell] = standing.primary;
    for (const cell of known) this.state[cell] = standing.known;
    for (let cell = 0; cell < cells.values.length; cell++) {
      const firm = onlyFirm(cells, cell);
      if (firm < 0) continue;
      const own = this.#aloneIn.get(firm) ?? new Set();
      this.#aloneIn.set(firm, own.add(cell));
    }
  }

  /**
   * Hides one cell from outsiders, and from every firm that is alone in another.
   * @returns whether that is possible, given what is published already
   */
  hide(cell: number, from = 0): boolean {
    const value = this.#cells.values[cell] as number;
    const pattern = this.#pattern(cell, (this.#p / 100) * value, undefined, from);
    return (
      pattern.length > 0 &&
      this.#firmsThatKnow(pattern, cell).every((firm) => {
        const known = this.#aloneIn.get(firm) as ReadonlySet<number>;
        const others = value - this.#knownWithin(cell, known);
        return others <= 0 || this.#pattern(cell, (this.#p / 100) * others, known, from).length > 0;
      })
    );
  }

  #firmsThatKnow(pattern: readonly number[], cell: number): number[] {
    const firms = pattern
      .map((one) => onlyFirm(this.#cells, one))
      .filter((firm) => firm >= 0 && firm !== onlyFirm(this.#cells, cell));
    return [...new Set(firms)].sort((a, b) => a - b);
  }

  /** How much of a cell a firm knows that is alone in `known`. */
  #knownWithin(cell: number, known: ReadonlySet<number>): number {
    const { grid, values } = this.#cells;
    let sum = 0;
    for (const one of known) {
      if (isLeaf(grid, one) && lineOf(grid, one).includes(cell)) sum += values[one] as number;
    }
    return sum;
  }

  /** Finds a pattern, suppresses it, and says which cells it rests on; none when there is no pattern. */
  #pattern(
    cell: number,
    distance: number,
    known: ReadonlySet<number> | undefined,
    from: number,
  ): readonly number[] {
    for (const width of widths.slice(from)) {
      let pattern = this.#patternAmong(cell, distance, known, width);
      if (pattern === undefined) continue;
      // What has to be paid for is worth looking for among more cells.
      if (width < wide && this.#isNew(pattern))
        pattern = this.#patternAmong(cell, distance, known, wide) ?? pattern;
      for (const one of pattern) {
        if (this.state[one] === standing.published) this.state[one] = standing.secondary;
      }
      return pattern;
    }
    return [];
  }

  #isNew(pattern: readonly number[]): boolean {
    return pattern.some((one) => this.state[one] === standing.published);
  }

  #patternAmong(
    cell: number,
    distance: number,
    known: ReadonlySet<number> | undefined,
    width: number,
  ): readonly number[] | undefined {
    const { grid, values } = this.#cells;
    const free = (one: number) =>
      (values[one] as number) >= tooSmall * distance &&
      this.state[one] !== standing.known &&
      !known?.has(one);
    const cost = (one: number): number => {
      const root = Math.sqrt(values[one] as number);
      if (this.state[one] === standing.published) return root;
      return onlyFirm(this.#cells, one) >= 0 ? root / 100 : 0;
    };
    const weight = (one: number) => cost(one) / Math.min(1, (values[one] as number) / distance);
    const rank = (one: number) => (free(one) ? weight(one) : Number.POSITIVE_INFINITY);
    const window = windowAround(grid, cell, width, { rank, value: (one) => values[one] as number }).filter(
      (one) => one === cell || free(one),
    );
    const { rows, starts, indices, coefficients } = sumsAmong(grid, window);

    // |z| as z⁺ + z⁻: each cell has two columns, the second with the signs turned.
    const n = window.length;
    const entries = indices.length;
    const twice = {
      starts: new Int32Array(2 * n + 1),
      indices: new Int32Array(2 * entries),
      coefficients: new Float64Array(2 * entries),
    };
    const costs = new Float64Array(2 * n);
    const lower = new Float64Array(2 * n);
    const upper = new Float64Array(2 * n);
    const dearest = Math.max(...window.map(cost), 1);
    for (let column = 0; column < n; column++) {
      const one = window[column] as number;
      const most = Math.min((values[one] as number) / (distance * slack), reach);
      for (const [side, sign] of [1, -1].entries()) {
        const at = column + side * n;
        costs[at] = one === cell ? 0 : weight(one) / dearest;
        upper[at] = one === cell ? (sign > 0 ? 1 : 0) : most;
        lower[at] = one === cell && sign > 0 ? 1 : 0;
        for (let e = starts[column] as number; e < (starts[column + 1] as number); e++) {
          twice.indices[e + side * entries] = indices[e] as number;
          twice.coefficients[e + side * entries] = sign * (coefficients[e] as number);
        }
        twice.starts[at + 1] = (starts[column + 1] as number) + side * entries;
      }
    }
    const z = this.#solver.solve({ rows, ...twice, cost: costs, lower, upper });
    return z && window.filter((_, j) => Math.abs((z[j] as number) - (z[j + n] as number)) > 1e-9);
  }
}

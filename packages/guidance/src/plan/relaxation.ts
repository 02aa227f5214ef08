import type { Basis, Solver } from './linear-program.ts';
import { type PlacementProgram, some } from './placement-program.ts';

/** A solution without lots, with what it says of every column, also of those that it was found without. */
export interface Priced {
  readonly objective: number;
  /** Of all columns, 亿元. */
  readonly primal: Float64Array;
  /** Of all rules: what one unit more of its bound is worth. */
  readonly duals: Float64Array;
  /** Of all columns: value − what is paid for the rules that it meets. */
  readonly reduced: Float64Array;
  /** No solution of the whole is better, whatever columns it was found with. */
  readonly bound: number;
}

/** Pairs that mattered, and where the simplex method stood among them. */
export interface Prepared {
  readonly columns: readonly number[];
  readonly basis: Basis;
}

/** The relaxation of a program, solved with few of its columns; others enter where their price says that they help. */
export interface Relaxation {
  /**
   * @param until as long as a column outside has a reduced value above this, it enters
   * @param rounds of entering, at most
   * @returns nothing where it has no solution
   */
  solve(until?: number, rounds?: number): Priced | undefined;
  /** Bounds a column, which enters if it is not in. */
  hold(column: number, lower: number, upper: number): void;
  entered(): number;
  /** From where a program with other values can go on. */
  prepared(): Prepared;
  close(): void;
}

const bestOfGoods = 5;
const bestOfPark = 20;
const enteringAtOnce = 3;

/**
 * Prices every column by the duals and bounds the whole by them (Lagrange): for duals of the right sign
 *
 *   z ≤ Σ_r λ_r b_r + Σ_j max(0, v_j − Σ_r a_rj λ_r) · u_j          u_j what fits at most
 *
 * whatever the solver's tolerances; reckoned here and not taken from the solver.
 */
export function price(
  program: PlacementProgram,
  duals: Float64Array,
): Pick<Priced, 'reduced' | 'bound' | 'duals'> {
  const { fits, whole } = program;
  const { starts, rows, coefficients, value } = whole.columns;
  const signed = Float64Array.from(duals, (dual, r) =>
    program.rules[r]?.sense === 'at-most' ? Math.max(0, dual) : Math.min(0, dual),
  );
  let bound = 0;
  program.rules.forEach((rule, r) => {
    bound += (signed[r] as number) * rule.bound;
  });
  const reduced = new Float64Array(value.length);
  for (let j = 0; j < value.length; j++) {
    let worth = value[j] as number;
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++)
      worth -= (signed[rows[e] as number] as number) * (coefficients[e] as number);
    reduced[j] = worth;
    if (worth > 0) bound += worth * (fits[j] as number);
  }
  return { reduced, bound, duals: signed };
}

/** The best columns of all goods and of all parks, and every one that a park or a pairing must not be without. */
function firstColumns(program: PlacementProgram): number[] {
  const { movable, park, rules, whole } = program;
  const { starts, rows, value } = whole.columns;
  const all = Array.from(value, (_, j) => j);
  const byValue = all.toSorted((a, b) => (value[b] as number) - (value[a] as number) || a - b);
  const first = new Set<number>();
  const fill = (of: Int32Array, most: number) => {
    const filled = new Map<number, number>();
    for (const j of byValue) {
      const own = of[j] as number;
      const so = filled.get(own) ?? 0;
      if (so >= most) continue;
      filled.set(own, so + 1);
      first.add(j);
    }
  };
  fill(movable, bestOfGoods);
  fill(park, bestOfPark);
  const must = (row: number) => ['pairing', 'required'].includes(rules[row]?.says.rule ?? '');
  for (const j of all) if (rows.subarray(starts[j], starts[j + 1]).some(must)) first.add(j);
  return [...first].sort((a, b) => a - b);
}

/**
 * Opens the relaxation of a program; the same program gives the same solutions in the same order of asking.
 * @param from  of a program with the same pairs and rules and other values
 */
export function relaxationOf(program: PlacementProgram, solver: Solver, from?: Prepared): Relaxation {
  const { columns } = program.whole;
  const inside = new Int32Array(columns.value.length).fill(-1);
  const order: number[] = [];
  const enter = (chosen: readonly number[]) => {
    for (const j of chosen) {
      inside[j] = order.length;
      order.push(j);
    }
    return some(columns, Int32Array.from(chosen));
  };
  const outside = () => Array.from(inside.keys()).filter((j) => inside[j] === -1);
  const first = from?.columns ?? firstColumns(program);
  const open = solver.open({ ...program.whole, columns: enter(first) }, from?.basis);

  function answer() {
    const found = open.solve();
    if (found.status === 'optimal') return found;
    // Few columns may have no solution where all have one.
    const rest = outside();
    if (rest.length === 0) return undefined;
    open.add(enter(rest));
    const again = open.solve();
    return again.status === 'optimal' ? again : undefined;
  }

  /** The best columns outside, few of each of the goods, so that not all of one park enter at once. */
  function helpful(reduced: Float64Array, until: number): number[] {
    const better = outside().filter((j) => (reduced[j] as number) > until);
    better.sort((a, b) => (reduced[b] as number) - (reduced[a] as number) || a - b);
    const taken = new Map<number, number>();
    return better.filter((j) => {
      const goods = program.movable[j] as number;
      const so = taken.get(goods) ?? 0;
      taken.set(goods, so + 1);
      return so < enteringAtOnce;
    });
  }

  return {
    solve: (until = 1e-9, rounds = Number.POSITIVE_INFINITY) => {
      for (let round = 0; ; round++) {
        const found = answer();
        if (!found) return undefined;
        const priced = price(program, found.duals);
        const entering = round < rounds ? helpful(priced.reduced, until) : [];
        if (entering.length > 0) {
          open.add(enter(entering));
          continue;
        }
        const primal = new Float64Array(inside.length);
        order.forEach((j, at) => {
          primal[j] = found.primal[at] as number;
        });
        return { ...priced, objective: found.objective, primal };
      }
    },
    hold: (column, lower, upper) => {
      if (inside[column] === -1) open.add(enter([column]));
      open.bound(inside[column] as number, lower, upper);
    },
    entered: () => order.length,
    prepared: () => ({ columns: [...order], basis: open.basis() }),
    close: () => open.close(),
  };
}

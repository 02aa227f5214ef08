import { RegionalFault, requireNonNegative, requireSameLength, sum } from '../fault.ts';
import { type Matrix, matrixOf } from '../matrix/matrix.ts';
import { cheapest } from '../transfer/cheapest.ts';

export interface TransportPlan {
  /** Suppliers × takers. */
  readonly flow: Matrix;
  readonly cost: number;
  /** What is left with each supplier, where supply exceeds demand. */
  readonly left: readonly number[];
}

/**
 * Transport problem: the cheapest way to bring what is supplied to where it is wanted.
 *
 *   min Σ K[s,t] T[s,t],  Σ_t T[s,t] ≤ supply[s],  Σ_s T[s,t] = demand[t],  T ≥ 0
 *
 * Solved exactly by successive shortest paths; no solver is loaded.
 *
 * @param cost  suppliers × takers, in cost per unit; may be negative
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `not-computable` (less supplied than wanted, or a cost
 *           missing)
 * @see      Hitchcock (1941); Ahuja, Magnanti & Orlin (1993), Network Flows
 * @example  transport([3, 2], [2, 2], matrix([[1, 5], [4, 1]])).cost // 4
 */
export function transport(supply: readonly number[], demand: readonly number[], cost: Matrix): TransportPlan {
  requireSameLength('suppliers', supply.length, 'rows of cost', cost.rows.length);
  requireSameLength('takers', demand.length, 'columns of cost', cost.columns.length);
  requireNonNegative(supply, (s) => `supply of "${cost.rows[s]}"`);
  requireNonNegative(demand, (t) => `demand of "${cost.columns[t]}"`);
  const over = sum(supply) - sum(demand);
  if (!(over >= -1e-9 * sum(supply))) {
    throw new RegionalFault('not-computable', `${sum(supply)} is supplied and ${sum(demand)} wanted`);
  }
  const missing = cost.cells.findIndex(Number.isNaN);
  if (missing >= 0) throw new RegionalFault('not-computable', `cost ${missing} is missing`);
  // What stays where it is goes to a taker of its own, at no cost.
  const width = demand.length + 1;
  const cells = new Float64Array(supply.length * width);
  for (const s of supply.keys()) {
    cells.set(cost.cells.subarray(s * demand.length, (s + 1) * demand.length), s * width);
  }
  const flow = cheapest({
    give: Float64Array.from(supply),
    take: Float64Array.from([...demand, Math.max(0, over)]),
    cost: cells,
  });
  const brought = new Float64Array(cost.cells.length);
  for (const s of supply.keys()) {
    brought.set(flow.subarray(s * width, (s + 1) * width - 1), s * demand.length);
  }
  return {
    flow: matrixOf(cost.rows, cost.columns, brought),
    cost: brought.reduce((all, value, k) => all + value * cost.cells[k], 0),
    left: supply.map((_, s) => flow[(s + 1) * width - 1]),
  };
}

/**
 * Assignment problem: each row to one column, each column to at most one row, at least cost.
 *
 * @param cost  no more rows than columns
 * @returns  the column of each row
 * @throws   RegionalFault as `transport`
 * @see      Kuhn (1955), The Hungarian method
 * @example  assignment(matrix([[4, 1, 3], [2, 0, 5], [3, 2, 2]])) // [1, 0, 2]
 */
export function assignment(cost: Matrix): number[] {
  const { rows, columns } = cost;
  if (rows.length > columns.length) {
    throw new RegionalFault('not-computable', `${rows.length} rows for ${columns.length} columns`);
  }
  // Columns supply one each, and rows want one: then columns may be left over.
  const turned = new Float64Array(cost.cells.length);
  for (const r of rows.keys()) {
    for (const c of columns.keys()) turned[c * rows.length + r] = cost.cells[r * columns.length + c];
  }
  const { flow } = transport(
    columns.map(() => 1),
    rows.map(() => 1),
    matrixOf(columns, rows, turned),
  );
  return rows.map((_, r) => columns.findIndex((_, c) => flow.at(c, r) > 0.5));
}

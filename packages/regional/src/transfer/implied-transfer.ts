import { RegionalFault, requireSameLength } from '../fault.ts';
import { type Matrix, matrixOf } from '../matrix/matrix.ts';
import { cheapest } from './cheapest.ts';
import { type Exchange, sinkhorn } from './sinkhorn.ts';

export interface ImpliedTransfer {
  /** Origin × destination: what each region lost, by who gained it. */
  readonly flow: Matrix;
  /** All that moved, Σ max(C, 0). */
  readonly moved: number;
  /** Industries that 20 000 scalings left more than 1e-7 from their margins; rounding still makes them exact. */
  readonly unsettled: readonly string[];
}

/**
 * Implied transfer: from the competitive components of a shift-share to who may have taken from whom.
 *
 *   a[r] = max(−C[r], 0), b[s] = max(C[s], 0), per industry;  T ≥ 0 with margins a, b that minimises
 *   ⟨K, T⟩ + ε KL(T ‖ a ⊗ b / Σa);  summed over industries
 *
 * It is *implied*, not observed: statistics do not name who moved, and a loss here with a gain there need be no
 * move at all. ε → ∞ attributes in proportion, ε → 0 finds the cheapest transport: show a flow with its interval
 * (`impliedTransferInterval`). Derivation: docs/methods/implied-transfer.md.
 *
 * @param components  regions × industries, the competitive components (new industries added), which sum to 0
 *                    over the regions in each industry
 * @param cost        regions × regions, K ≥ 0: distance, or the lack of affinity; any one unit
 * @param epsilon     in the unit of cost, above 0; a tenth of the mean cost is a sober choice
 * @returns  regions × regions in the unit of the components; memory does not grow with industries
 * @throws   RegionalFault `wrong-shape`, `not-computable` (components that do not balance to 1e-6, a missing
 *           component or cost, ε not above 0)
 * @example  impliedTransfer(matrix([[-3], [1], [2]]), matrix([[0, 1, 1], [1, 0, 1], [1, 1, 0]]), 1).flow.at(0, 2) // 2
 */
export function impliedTransfer(components: Matrix, cost: Matrix, epsilon: number): ImpliedTransfer {
  const asked = emptySquare(components.rows);
  const unsettled: string[] = [];
  let moved = 0;
  for (const part of exchanges(components, cost, epsilon)) {
    const plan = sinkhorn(part.exchange, epsilon);
    if (!plan.converged) unsettled.push(part.industry);
    addTo(asked, plan.flow, part);
    moved += part.all;
  }
  return { flow: asked, moved, unsettled };
}

export interface ImpliedTransferInterval extends ImpliedTransfer {
  /** The least and the most of each cell between proportional attribution, ε, and the cheapest transport. */
  readonly lower: Matrix;
  readonly upper: Matrix;
  /** Of a unit moved: cheapest, at ε, in proportion. */
  readonly meanCost: { readonly cheapest: number; readonly asked: number; readonly proportional: number };
}

/**
 * An implied transfer with the interval of each cell over the regularisation: between proportional attribution
 * (ε → ∞) and the cheapest transport (ε → 0), which is found exactly.
 *
 * @example  impliedTransferInterval(matrix([[-3], [1], [2]]), matrix([[0, 1, 1], [1, 0, 1], [1, 1, 0]]), 1).lower.at(0, 2) // 2
 */
export function impliedTransferInterval(
  components: Matrix,
  cost: Matrix,
  epsilon: number,
): ImpliedTransferInterval {
  const { rows } = components;
  const [asked, least, even] = [emptySquare(rows), emptySquare(rows), emptySquare(rows)];
  const unsettled: string[] = [];
  let moved = 0;
  for (const part of exchanges(components, cost, epsilon)) {
    const { exchange, all } = part;
    const plan = sinkhorn(exchange, epsilon);
    if (!plan.converged) unsettled.push(part.industry);
    addTo(asked, plan.flow, part);
    addTo(least, cheapest(exchange, plan.prices), part);
    addTo(even, proportional(exchange, all), part);
    moved += all;
  }
  const between = (pick: (...values: number[]) => number) =>
    matrixOf(
      rows,
      rows,
      asked.cells.map((value, k) => pick(value, least.cells[k], even.cells[k])),
    );
  const meanCost = ({ cells }: Matrix) =>
    cells.reduce((sum, value, k) => (value > 0 ? sum + value * cost.cells[k] : sum), 0) / moved;
  return {
    flow: asked,
    moved,
    unsettled,
    lower: between(Math.min),
    upper: between(Math.max),
    meanCost: { cheapest: meanCost(least), asked: meanCost(asked), proportional: meanCost(even) },
  };
}

interface Part {
  readonly industry: string;
  readonly exchange: Exchange;
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
  readonly all: number;
}

function* exchanges(components: Matrix, cost: Matrix, epsilon: number): Generator<Part> {
  const n = components.rows.length;
  requireSameLength('rows of cost', cost.rows.length, 'regions', n);
  requireSameLength('columns of cost', cost.columns.length, 'regions', n);
  if (!(epsilon > 0)) throw new RegionalFault('not-computable', `epsilon is ${epsilon}; it must be above 0`);
  for (const i of components.columns.keys()) {
    const part = exchangeOf(components, cost, i);
    if (part) yield part;
  }
}

const emptySquare = (labels: readonly string[]): Matrix =>
  matrixOf(labels, labels, new Float64Array(labels.length ** 2));

function addTo(sum: Matrix, flow: Float64Array, { origins, destinations }: Part): void {
  for (let o = 0, k = 0; o < origins.length; o += 1) {
    for (let d = 0; d < destinations.length; d += 1, k += 1) {
      sum.cells[origins[o] * sum.columns.length + destinations[d]] += flow[k];
    }
  }
}

function proportional({ give, take }: Exchange, all: number): Float64Array {
  const flow = new Float64Array(give.length * take.length);
  for (let o = 0, k = 0; o < give.length; o += 1) {
    for (let d = 0; d < take.length; d += 1, k += 1) flow[k] = (give[o] * take[d]) / all;
  }
  return flow;
}

/** Who gives and who takes in one industry; nothing where nobody does. */
function exchangeOf({ rows, columns, cells }: Matrix, cost: Matrix, i: number): Part | undefined {
  const component = rows.map((_, r) => cells[r * columns.length + i]);
  const origins = [...component.keys()].filter((r) => component[r] < 0);
  const destinations = [...component.keys()].filter((r) => component[r] > 0);
  const unknown = component.findIndex(Number.isNaN);
  if (unknown >= 0) {
    throw new RegionalFault(
      'not-computable',
      `industry "${columns[i]}": the component of "${rows[unknown]}" is missing`,
    );
  }
  const give = Float64Array.from(origins, (r) => -component[r]);
  const take = Float64Array.from(destinations, (r) => component[r]);
  const [lost, gained] = [give.reduce((a, b) => a + b, 0), take.reduce((a, b) => a + b, 0)];
  if (lost === 0 && gained === 0) return undefined;
  if (Math.abs(lost - gained) > 1e-6 * Math.max(lost, gained)) {
    throw new RegionalFault(
      'not-computable',
      `industry "${columns[i]}": losses of ${lost} and gains of ${gained} do not balance; measure against the sum of the regions`,
    );
  }
  // Rounding alone is left between the two sums: the gains take up the last digits.
  for (let d = 0; d < take.length; d += 1) take[d] *= lost / gained;
  const block = new Float64Array(give.length * take.length);
  for (let o = 0, k = 0; o < origins.length; o += 1) {
    for (let d = 0; d < destinations.length; d += 1, k += 1) {
      block[k] = cost.cells[origins[o] * rows.length + destinations[d]];
      if (!(block[k] >= 0)) {
        throw new RegionalFault(
          'not-computable',
          `the cost from "${rows[origins[o]]}" to "${rows[destinations[d]]}" is ${block[k]}`,
        );
      }
    }
  }
  return { industry: columns[i], exchange: { give, take, cost: block }, origins, destinations, all: lost };
}

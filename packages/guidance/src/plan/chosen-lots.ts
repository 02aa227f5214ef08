import { betteredLots, type Lots, openChosen } from './bettered-lots.ts';
import type { Solver } from './linear-program.ts';
import { type PlacementProgram, some } from './placement-program.ts';
import type { Priced, Relaxation } from './relaxation.ts';
import { negligible, roundedLots } from './rounded-lots.ts';

export interface Chosen extends Lots {
  /** No choice of lots is better. */
  readonly bound: number;
  readonly nodes: number;
}

/** As good as asked: one per cent below what no plan can be better than. */
const enough = 0.01;
const fewPairs = 400;
const nodesOfFew = 20_000;
const pairsSearched = 800;
const nodesOfMany = 20;

/** Searches some of the columns for the best choice of lots. */
function searched(
  program: PlacementProgram,
  solver: Solver,
  columns: Int32Array,
  gap: number,
  nodes: number,
  start?: Lots,
): Chosen | 'none' | undefined {
  const chosen = some(program.whole.columns, columns);
  const from = start && Float64Array.from(columns, (j) => start.amounts[start.columns.indexOf(j)] ?? 0);
  const found = solver.solveLots(
    { ...program.whole, columns: { ...chosen, lower: chosen.lower.fill(program.lot) } },
    { gap, nodes, start: from },
  );
  if (found.status === 'infeasible') return 'none';
  if (found.status === 'nothing-found') return undefined;
  const own = Array.from(columns).filter((_, k) => (found.primal[k] as number) > program.lot / 2);
  if (own.length === 0)
    return {
      columns: [],
      amounts: new Float64Array(0),
      objective: 0,
      bound: found.bound,
      nodes: found.nodes,
    };
  // Once more with the choice held, to the tolerance of linear programs.
  const open = openChosen(program, solver, own);
  const exact = open.solve();
  open.close();
  if (exact.status !== 'optimal') return undefined;
  return {
    columns: own,
    amounts: exact.primal,
    objective: exact.objective,
    bound: found.bound,
    nodes: found.nodes,
  };
}

/**
 * Lots from a relaxation: of few pairs the best, searched to the end; of many first rounded and bettered, and searched
 * among the promising pairs where that leaves more than one per cent to the bound.
 *
 * @returns nothing where no choice of lots keeps every rule, or none was found
 */
export function chooseLots(
  program: PlacementProgram,
  relaxation: Relaxation,
  solver: Solver,
  first: Priced,
): Chosen | undefined {
  const { lot } = program;
  const all = Array.from(first.primal.keys());
  const used = all.filter((j) => (first.primal[j] as number) > negligible);
  if (used.every((j) => (first.primal[j] as number) >= lot - negligible))
    return {
      columns: used,
      amounts: Float64Array.from(used, (j) => first.primal[j] as number),
      objective: first.objective,
      bound: first.bound,
      nodes: 0,
    };
  if (all.length <= fewPairs) {
    const found = searched(program, solver, Int32Array.from(all), 0, nodesOfFew);
    return found === 'none' ? undefined : found;
  }
  const rounded = betteredLots(program, solver, roundedLots(program, relaxation, first));
  if (rounded && first.bound - rounded.objective <= enough * first.bound)
    return { ...rounded, bound: first.bound, nodes: 0 };
  const inside = new Set([
    ...(rounded?.columns ?? []),
    ...all
      .toSorted((a, b) => (first.reduced[b] as number) - (first.reduced[a] as number) || a - b)
      .slice(0, pairsSearched),
  ]);
  const promising = Int32Array.from([...inside].sort((a, b) => a - b));
  const found = searched(program, solver, promising, enough / 2, nodesOfMany, rounded);
  if (found && found !== 'none' && found.objective > (rounded?.objective ?? Number.NEGATIVE_INFINITY))
    return { ...found, bound: first.bound };
  return rounded && { ...rounded, bound: first.bound, nodes: 0 };
}

import { betteredLots, type Lots } from './bettered-lots.ts';
import { openChosen } from './held-lots.ts';
import type { Solver } from './linear-program.ts';
import type { PlacementProgram } from './placement-program.ts';
import type { Priced, Relaxation } from './relaxation.ts';
import { negligible, roundedLots } from './rounded-lots.ts';

export interface Chosen extends Lots {
  /** No choice of lots is better. */
  readonly bound: number;
  readonly nodes: number;
}

/** Near enough to the bound to stop. */
const contented = 0.002;
const fewPairs = 400;
const nodesOfFew = 20_000;

export interface Effort {
  /** Rounds of rounding and of bettering. */
  readonly rounding: number;
  readonly bettering: number;
}
export const thorough: Effort = { rounding: 8, bettering: 30 };
export const quick: Effort = { rounding: 0, bettering: 1 };

/** The best choice of lots, searched to the end. */
function searched(program: PlacementProgram, solver: Solver): Chosen | undefined {
  const { columns } = program.whole;
  const found = solver.solveLots(
    {
      ...program.whole,
      columns: { ...columns, lower: columns.lower.map(() => program.lot), upper: program.fits },
    },
    { gap: 0, nodes: nodesOfFew },
  );
  if (found.status !== 'found') return undefined;
  const own = Array.from(columns.value.keys()).filter((j) => (found.primal[j] as number) > program.lot / 2);
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
 * Lots from a relaxation: of few pairs the best; of many those that rounding and bettering give.
 *
 * @param first  the solution of the relaxation, with the bound
 * @returns nothing where no choice of lots keeps every rule, or none was found
 */
export function chooseLots(
  program: PlacementProgram,
  relaxation: Relaxation,
  solver: Solver,
  first: Priced,
  effort: Effort,
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
  if (all.length <= fewPairs && effort === thorough) return searched(program, solver);
  const rounded = roundedLots(program, relaxation, first, effort.rounding);
  const found = betteredLots(program, solver, rounded, {
    content: first.bound * (1 - contented),
    rounds: effort.bettering,
  });
  return found && { ...found, bound: first.bound, nodes: 0 };
}

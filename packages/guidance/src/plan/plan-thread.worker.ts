import { answering } from '../ground/thread-apart.worker.ts';
import { openHighs } from './highs-solver.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { planPlacement, preparePlacement } from './plan-placement.ts';
import type { PlanAsked } from './plans-apart.worker.ts';

const solver = await openHighs();

type Prepared = ReturnType<typeof preparePlacement>;
/** The last that quick plans went on from: sliders ask the same again and again. It changes no answer. */
let last: { readonly of: string; readonly prepared: Prepared } | undefined;

function preparedFor(problem: PlacementProblem): Prepared {
  const of = JSON.stringify(problem);
  if (last?.of !== of) last = { of, prepared: preparePlacement(problem, solver) };
  return last.prepared;
}

answering(({ problem, from }: PlanAsked) => planPlacement(problem, solver, from && preparedFor(from)));

import { parentPort } from 'node:worker_threads';
import { GuidanceRefused } from '../ground/guidance.ts';
import { openHighs } from './highs-solver.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { planPlacement, preparePlacement } from './plan-placement.ts';
import type { PlanAnswered, PlanAsked } from './plans-apart.worker.ts';

const solver = await openHighs();

type Prepared = ReturnType<typeof preparePlacement>;
/** The last that quick plans went on from: sliders ask the same again and again. It changes no answer. */
let last: { readonly of: string; readonly prepared: Prepared } | undefined;

function preparedFor(problem: PlacementProblem): Prepared {
  const of = JSON.stringify(problem);
  if (last?.of !== of) last = { of, prepared: preparePlacement(problem, solver) };
  return last.prepared;
}

const answer = (answered: PlanAnswered) => parentPort?.postMessage(answered);

parentPort?.on('message', ({ id, problem, from }: PlanAsked) => {
  try {
    answer({ id, plan: planPlacement(problem, solver, from && preparedFor(from)) });
  } catch (error) {
    // Whatever else is thrown ends the thread, and with it a solver that may have run out of memory.
    if (!(error instanceof GuidanceRefused)) throw error;
    const { code, message, remedy } = error;
    answer({ id, refused: { code, message: message.slice(0, -`; ${remedy}`.length), remedy } });
  }
});

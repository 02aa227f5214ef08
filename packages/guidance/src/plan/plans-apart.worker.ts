import { Worker } from 'node:worker_threads';
import { GuidanceRefused } from '../ground/guidance.ts';
import type { PlacementPlan } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';

export interface PlanAsked {
  readonly id: number;
  readonly problem: PlacementProblem;
  readonly from: PlacementProblem | undefined;
}

export type PlanAnswered =
  | { readonly id: number; readonly plan: PlacementPlan }
  | { readonly id: number; readonly refused: Pick<GuidanceRefused, 'code' | 'message' | 'remedy'> };

interface Waiting {
  readonly resolve: (plan: PlacementPlan) => void;
  readonly reject: (error: Error) => void;
}

let thread: Worker | undefined;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** The thread that plans: begun when first asked, and anew where it came to an end. It keeps no process alive that waits for nothing. */
function planning(): Worker {
  if (thread) return thread;
  const begun = new Worker(new URL('./plan-thread.worker.ts', import.meta.url));
  const settle = (id: number, how: (one: Waiting) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) begun.unref();
    if (one) how(one);
  };
  const end = (error: Error) => {
    if (thread === begun) thread = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  begun.on('message', (answered: PlanAnswered) =>
    settle(answered.id, ({ resolve, reject }) => {
      if ('plan' in answered) return resolve(answered.plan);
      const { code, message, remedy } = answered.refused;
      reject(new GuidanceRefused(code, message, remedy));
    }),
  );
  begun.on('error', end);
  begun.on('exit', () => end(new Error('the thread that plans came to an end')));
  thread = begun;
  return begun;
}

/**
 * Plans in a thread of its own, one plan after the other, so that a server answers meanwhile.
 * @param from  the same problem with other weights: an approximation that goes on from its plan
 * @throws GuidanceRefused as planPlacement does
 */
export function planApart(problem: PlacementProblem, from?: PlacementProblem): Promise<PlacementPlan> {
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    const at = planning();
    at.ref();
    at.postMessage({ id: asked, problem, from } satisfies PlanAsked);
  });
}

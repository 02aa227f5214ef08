import { threadApart } from '../ground/thread-apart.worker.ts';
import type { PlacementPlan } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';

export interface PlanAsked {
  readonly problem: PlacementProblem;
  readonly from: PlacementProblem | undefined;
}

const ask = threadApart<PlanAsked, PlacementPlan>(new URL('./plan-thread.worker.ts', import.meta.url));

/**
 * Plans in a thread of its own, one plan after the other, so that a server answers meanwhile.
 * @param from  the same problem with other weights: an approximation that goes on from its plan
 * @throws GuidanceRefused as planPlacement does
 */
export const planApart = (problem: PlacementProblem, from?: PlacementProblem): Promise<PlacementPlan> =>
  ask({ problem, from });

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHighs } from './highs-solver.ts';
import type { Solver } from './linear-program.ts';
import { placementPlan } from './placement-plan.ts';
import { type PlacementProblem, placementProblem } from './placement-problem.ts';
import { inOrder, programOf, some } from './placement-program.ts';
import { planPlacement } from './plan-placement.ts';
import { yi } from './rules.ts';
import { smallProblem } from './small-problems.cases.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

/** The best of all choices of lots, each tried; nothing where none keeps every rule. */
function enumerated(problem: PlacementProblem): number | undefined {
  const program = programOf(inOrder(problem));
  const count = program.movable.length;
  let best: number | undefined;
  for (let choice = 0; choice < 2 ** count; choice++) {
    const columns = Array.from({ length: count }, (_, j) => j).filter((j) => (choice >> j) & 1);
    const chosen = some(program.whole.columns, Int32Array.from(columns));
    const open = solver.open({
      ...program.whole,
      columns: { ...chosen, lower: chosen.lower.fill(program.lot) },
    });
    const found = open.solve();
    open.close();
    if (found.status === 'optimal') best = Math.max(best ?? Number.NEGATIVE_INFINITY, found.objective);
  }
  return best;
}

describe('a plan of small problems', () => {
  it('is the best of all choices of lots, or there is none', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const problem = placementProblem.parse(given);
        const plan = planPlacement(problem, solver);
        const best = enumerated(problem);
        expect(plan.status).toBe(best === undefined ? 'impossible' : 'planned');
        if (best === undefined) return;
        expect(plan.objective / yi).toBeCloseTo(best, 6);
        expect(plan.bound / yi).toBeGreaterThan(best - 1e-6);
        expect(placementPlan.safeParse(plan).error).toBeUndefined();
      }),
      { numRuns: 150, seed: 1 },
    );
  });
});

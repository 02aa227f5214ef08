import { z } from 'zod';
import type { Guidance } from '../ground/guidance.ts';
import { tradeOf } from '../ground/trade-of.ts';
import { limitKinds } from './limit-kinds.ts';
import { placementPlan } from './placement-plan.ts';
import { type PlacementScenario, placementScenario, suitabilityTerms } from './placement-scenario.ts';
import { planApart } from './plans-apart.worker.ts';
import { powerOfMva, problemFromGround, sampleLimits } from './problem-from-ground.ts';

const planOfGround = placementPlan.extend({
  measured: z.enum(['processing', 'all']),
  synthetic: z.boolean(),
  periods: z.array(z.string()),
  weights: z.array(z.strictObject({ term: z.enum(suitabilityTerms), weight: z.number() })),
  sampleLimits: z
    .array(z.strictObject({ park: z.string(), kind: z.enum(limitKinds) }))
    .describe('Limits that rest on a statement made up for the demonstration'),
  powerOfMva: z.number().describe('万千瓦时 a year taken for each megavolt-ampere that a park states'),
});
export type PlanOfGround = z.infer<typeof planOfGround>;

/** What should go where: the goods that are likely to move, placed in the parks as well as their limits and rules allow. */
export const plan: Guidance<PlacementScenario, PlanOfGround> = {
  name: 'plan',
  method: {
    text: 'max Σ v x over amounts x of goods in parks, each nothing or at least a lot, under volumes, limits of parks, fairness, agreed shares; linear relaxation by column generation with a bound from its duals, lots by rounding or branch and bound (HiGHS)',
    source: 'docs/methods/placement.md; Gilmore & Gomory (1961); Huangfu & Hall (2018)',
  },
  request: placementScenario,
  result: planOfGround,
  large: true,
  async compute(ground, scenario) {
    const { exports, measured, synthetic } = tradeOf(ground);
    const { quickFrom } = scenario;
    const from = quickFrom && problemFromGround(ground, { ...scenario, weights: quickFrom });
    return {
      ...(await planApart(problemFromGround(ground, scenario), from)),
      measured,
      synthetic,
      periods: [...exports.periods],
      weights: suitabilityTerms.map((term) => ({ term, weight: scenario.weights[term] })),
      sampleLimits: sampleLimits(ground, scenario),
      powerOfMva,
    };
  },
};

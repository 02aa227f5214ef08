import type { PlanRequest, PlanResult } from '../../api/scenario.client.ts';

export type Weights = Record<PlanResult['weights'][number]['term'], number>;

/** What is asked where nothing is set: as the plan itself has it. */
const usualWeights: Weights = { relatedness: 0.4, cost: 0.25, distance: 0.15, links: 0.1, ties: 0.1 };
const usual = { least: 0.1, most: 3, lot: 1e7, bonus: 0.1, movable: 'mid' } as const;

export const weightsOf = ({ weights }: PlanRequest): Weights => ({ ...usualWeights, ...weights });
export const rulesOf = ({ least, most, lot, bonus, movable }: PlanRequest) => ({
  least: least ?? usual.least,
  most: most === undefined ? usual.most : most,
  lot: lot ?? usual.lot,
  bonus: bonus ?? usual.bonus,
  movable: movable ?? usual.movable,
});

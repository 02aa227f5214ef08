import type { paths } from './paths.ts';

/** The questions that guidance answers, each a page, in the order in which they follow from one another. */
export const guidancePages = [
  'guidance',
  'guidanceLeaving',
  'guidanceCapacity',
  'guidancePrediction',
  'guidancePlan',
  'guidancePairing',
  'guidanceEffect',
  'guidanceParks',
  'guidanceNext',
] as const satisfies readonly (keyof typeof paths)[];
export type GuidancePage = (typeof guidancePages)[number];

import type { Matrix } from '../matrix/matrix.ts';
import {
  emptyLike,
  regionBase,
  type ShiftShareBase,
  shiftShareBase,
  type TwoPeriods,
  total,
} from './shift-share.ts';

/** `nationalShare + industrialMix + regionalShare + newIndustries` is the change. */
export interface DunnComponents<Shape> {
  /** N: had it grown as the whole did. */
  readonly nationalShare: Shape;
  /** M: for having industries that grow faster or slower than the whole. */
  readonly industrialMix: Shape;
  /** C, the competitive component: for growing otherwise than the same industry elsewhere. */
  readonly regionalShare: Shape;
  /** What stands at t1 where nothing stood at t0: no rate describes it, so it enters no other component. */
  readonly newIndustries: Shape;
}

/**
 * Shift-share after Dunn: why each industry of each region changed.
 *
 *   N = X[r,i] g,  M = X[r,i] (g[i] − g),  C = X[r,i] (g[r,i] − g[i])
 *
 * X at t0; g the growth of the reference, g[i] of its industry, g[r,i] of the region's own.
 *
 * @param t0         regions × industries, non-negative, one unit
 * @param t1         the same later
 * @param reference  per industry; the sum of the regions when absent, and then C + new sum to 0 over the
 *                   regions in every industry that the reference had at t0
 * @returns  regions × industries, in the unit of X, adding up to X1 − X0; NaN where a cell, or what it is
 *           measured against, is missing, and where a region has what its reference had not
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Dunn (1960), A statistical and analytical technique for regional analysis. REAT divides by
 *           X[r,i] and gives NaN for a region with a new industry; we report it separately
 * @example  shiftShareDunn(matrix([[90, 10], [10, 90]]), matrix([[99, 10], [11, 120]])).regionalShare.at(0, 1) // -3
 */
export function shiftShareDunn(t0: Matrix, t1: Matrix, reference?: TwoPeriods): DunnComponents<Matrix> {
  const components = emptyComponents(t0);
  addDunn(shiftShareBase(t0, t1, reference), components);
  return components;
}

export interface RegionDunn extends DunnComponents<number> {
  readonly totalChange: number;
  /** All that is not `nationalShare`. */
  readonly netTotalShift: number;
}

/**
 * Dunn's components of one region, summed over its industries; see `shiftShareDunn`.
 *
 * @example  shiftShareDunnOfRegion({ t0: [90, 10], t1: [99, 10] }, { t0: [100, 100], t1: [110, 130] }).regionalShare // -3
 */
export function shiftShareDunnOfRegion(region: TwoPeriods, reference: TwoPeriods): RegionDunn {
  const base = regionBase(region, reference);
  const components = emptyComponents(base.t0);
  addDunn(base, components);
  return dunnTotals(components, total(base.t1) - total(base.t0));
}

export const emptyComponents = (like: Matrix): DunnComponents<Matrix> => ({
  nationalShare: emptyLike(like),
  industrialMix: emptyLike(like),
  regionalShare: emptyLike(like),
  newIndustries: emptyLike(like),
});

/** Adds the components of one pair of periods to those that are there. */
export function addDunn(
  { t0, t1, growth, growthOf }: ShiftShareBase,
  { nationalShare, industrialMix, regionalShare, newIndustries }: DunnComponents<Matrix>,
): void {
  const [national, mix, regional, fresh] = [nationalShare, industrialMix, regionalShare, newIndustries].map(
    ({ cells }) => cells,
  );
  const [before, after, industries] = [t0.cells, t1.cells, growthOf.length];
  for (let k = 0; k < before.length; ) {
    for (let i = 0; i < industries; i += 1, k += 1) {
      const x = before[k];
      if (x === 0) {
        fresh[k] += after[k];
        continue;
      }
      const expected = x * growthOf[i];
      national[k] += x * growth;
      mix[k] += expected - x * growth;
      regional[k] += after[k] - x - expected;
    }
  }
}

function dunnTotals(components: DunnComponents<Matrix>, totalChange: number): RegionDunn {
  const nationalShare = total(components.nationalShare);
  return {
    totalChange,
    nationalShare,
    industrialMix: total(components.industrialMix),
    regionalShare: total(components.regionalShare),
    netTotalShift: totalChange - nationalShare,
    newIndustries: total(components.newIndustries),
  };
}

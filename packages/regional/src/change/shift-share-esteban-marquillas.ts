import { type Matrix, rowSums } from '../matrix/matrix.ts';
import {
  emptyLike,
  forEachStanding,
  regionBase,
  type ShiftShareBase,
  shiftShareBase,
  type TwoPeriods,
  total,
} from './shift-share.ts';

/** `nationalShare + industrialMix + regionalShare + allocationEffect + newIndustries` is the change. */
export interface EstebanComponents<Shape> {
  readonly nationalShare: Shape;
  readonly industrialMix: Shape;
  /** The competitive component of a region that had the structure of the reference. */
  readonly regionalShare: Shape;
  /** For being specialised where the region is quick (or in what it is not, where it is slow). */
  readonly allocationEffect: Shape;
  readonly newIndustries: Shape;
}

/**
 * Shift-share after Esteban-Marquillas, who frees the competitive component from the region's mix.
 *
 *   X′[r,i] = X[r,·] X[·,i] / X,  C′ = X′ (g[r,i] − g[i]),  A = (X − X′)(g[r,i] − g[i])
 *
 * N and M as Dunn's; X[·,i]/X the structure of the reference at t0.
 *
 * @param t0         regions × industries, non-negative, one unit
 * @param t1         the same later
 * @param reference  per industry; the sum of the regions when absent
 * @returns  regions × industries, adding up to X1 − X0; an industry that the region did not have stands in
 *           `newIndustries` alone
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Esteban-Marquillas (1972), A reinterpretation of shift-share analysis
 * @example  shiftShareEsteban(matrix([[90, 10], [10, 90]]), matrix([[99, 10], [11, 120]])).regionalShare.at(0, 1) // -15
 */
export function shiftShareEsteban(t0: Matrix, t1: Matrix, reference?: TwoPeriods): EstebanComponents<Matrix> {
  return decompose(shiftShareBase(t0, t1, reference));
}

function decompose(base: ShiftShareBase): EstebanComponents<Matrix> {
  const { t0, t1, growth, growthOf } = base;
  const [nationalShare, industrialMix, regionalShare, allocationEffect, newIndustries] = Array.from(
    { length: 5 },
    () => emptyLike(t0),
  );
  const regions = rowSums(t0);
  const whole = base.reference.t0.reduce((a, b) => a + b, 0);
  forEachStanding(base, newIndustries, (k, r, i, x) => {
    const ahead = t1.cells[k] / x - 1 - growthOf[i];
    const homothetic = (regions[r] * base.reference.t0[i]) / whole;
    nationalShare.cells[k] = x * growth;
    industrialMix.cells[k] = x * (growthOf[i] - growth);
    regionalShare.cells[k] = homothetic * ahead;
    allocationEffect.cells[k] = (x - homothetic) * ahead;
  });
  return { nationalShare, industrialMix, regionalShare, allocationEffect, newIndustries };
}

/**
 * The components of one region, summed over its industries; see `shiftShareEsteban`.
 *
 * @example  shiftShareEstebanOfRegion({ t0: [90, 10], t1: [99, 10] }, { t0: [100, 100], t1: [110, 130] }).allocationEffect // 12
 */
export function shiftShareEstebanOfRegion(
  region: TwoPeriods,
  reference: TwoPeriods,
): EstebanComponents<number> & { readonly totalChange: number } {
  const base = regionBase(region, reference);
  const components = decompose(base);
  return {
    totalChange: total(base.t1) - total(base.t0),
    nationalShare: total(components.nationalShare),
    industrialMix: total(components.industrialMix),
    regionalShare: total(components.regionalShare),
    allocationEffect: total(components.allocationEffect),
    newIndustries: total(components.newIndustries),
  };
}

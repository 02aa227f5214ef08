import { requireSameLength } from '../fault.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { emptyLike, forEachStanding, rate, shiftShareBase, type TwoPeriods } from './shift-share.ts';

/** `nationalShare + industrialMix + neighbourhood + regionalShare + newIndustries` is the change. */
export interface SpatialComponents {
  readonly nationalShare: Matrix;
  readonly industrialMix: Matrix;
  /** For lying among neighbours whose industry grows otherwise than the whole's. */
  readonly neighbourhood: Matrix;
  /** For growing otherwise than the neighbours. */
  readonly regionalShare: Matrix;
  readonly newIndustries: Matrix;
}

/**
 * Spatial shift-share after Nazara and Hewings: the neighbours stand between the whole and the region.
 *
 *   g[r,i] = g + (g[i] − g) + (ğ[r,i] − g[i]) + (g[r,i] − ğ[r,i]),  ğ[r,i] = Σ_s W[r,s] X1[s,i] / Σ_s W[r,s] X0[s,i] − 1
 *
 * @param t0         regions × industries, non-negative, one unit
 * @param t1         the same later
 * @param neighbours regions × regions, non-negative weights; the diagonal is not used
 * @param reference  per industry; the sum of the regions when absent
 * @returns  amounts; NaN where no neighbour had the industry
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Nazara & Hewings (2004), Spatial structure and taxonomy of decomposition in shift-share analysis
 * @example  shiftShareSpatial(matrix([[10], [10]]), matrix([[11], [12]]), matrix([[0, 1], [1, 0]])).regionalShare.at(0, 0) // -1
 */
export function shiftShareSpatial(
  t0: Matrix,
  t1: Matrix,
  neighbours: Matrix,
  reference?: TwoPeriods,
): SpatialComponents {
  requireSameLength('rows of neighbours', neighbours.rows.length, 'regions', t0.rows.length);
  requireSameLength('columns of neighbours', neighbours.columns.length, 'regions', t0.rows.length);
  const base = shiftShareBase(t0, t1, reference);
  const { growth, growthOf } = base;
  const around = growthAround(t0, t1, neighbours);
  const [nationalShare, industrialMix, neighbourhood, regionalShare, newIndustries] = Array.from(
    { length: 5 },
    () => emptyLike(t0),
  );
  forEachStanding(base, newIndustries, (k, _, i, x) => {
    nationalShare.cells[k] = x * growth;
    industrialMix.cells[k] = x * (growthOf[i] - growth);
    neighbourhood.cells[k] = x * (around[k] - growthOf[i]);
    regionalShare.cells[k] = t1.cells[k] - x - x * around[k];
  });
  return { nationalShare, industrialMix, neighbourhood, regionalShare, newIndustries };
}

function growthAround(t0: Matrix, t1: Matrix, neighbours: Matrix): Float64Array {
  const [regions, width] = [t0.rows.length, t0.columns.length];
  const around = new Float64Array(t0.cells.length);
  for (let r = 0; r < regions; r += 1) {
    const before = new Float64Array(width);
    const after = new Float64Array(width);
    for (let s = 0; s < regions; s += 1) {
      const weight = neighbours.cells[r * regions + s];
      if (s === r || weight === 0) continue;
      for (let i = 0, k = s * width; i < width; i += 1, k += 1) {
        before[i] += weight * t0.cells[k];
        after[i] += weight * t1.cells[k];
      }
    }
    for (let i = 0; i < width; i += 1) around[r * width + i] = rate(before[i], after[i]);
  }
  return around;
}

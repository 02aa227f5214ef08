import { requireSameLength, sum } from '../fault.ts';
import {
  columnSums,
  type Matrix,
  matrixOf,
  requireNonNegativeCells,
  requireSameShape,
} from '../matrix/matrix.ts';

/** The same industries in two periods, in one unit. */
export interface TwoPeriods {
  readonly t0: readonly number[];
  readonly t1: readonly number[];
}

/** What every shift-share starts from: two periods of the regions, and how the reference grew. */
export interface ShiftShareBase {
  readonly t0: Matrix;
  readonly t1: Matrix;
  readonly reference: TwoPeriods;
  /** g, of the reference as a whole. */
  readonly growth: number;
  /** g[i], of each industry of the reference; NaN where it starts from nothing. */
  readonly growthOf: Float64Array;
}

/**
 * @param reference  what regions are measured against; their own sum when absent
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 */
export function shiftShareBase(
  t0: Matrix,
  t1: Matrix,
  reference: TwoPeriods = { t0: columnSums(t0), t1: columnSums(t1) },
): ShiftShareBase {
  requireSameShape('t1', t1, 't0', t0);
  requireSameLength('reference t0', reference.t0.length, 'industries', t0.columns.length);
  requireSameLength('reference t1', reference.t1.length, 'industries', t0.columns.length);
  requireNonNegativeCells(t0);
  requireNonNegativeCells(t1);
  return {
    t0,
    t1,
    reference,
    growth: rate(sum(reference.t0), sum(reference.t1)),
    growthOf: Float64Array.from(reference.t0, (base, i) => rate(base, reference.t1[i])),
  };
}

/** One region as a matrix of one row, against its reference. */
export function regionBase(region: TwoPeriods, reference: TwoPeriods): ShiftShareBase {
  requireSameLength('region t1', region.t1.length, 'region t0', region.t0.length);
  const industries = region.t0.map((_, i) => String(i));
  const row = (values: readonly number[]) => matrixOf(['region'], industries, Float64Array.from(values));
  return shiftShareBase(row(region.t0), row(region.t1), reference);
}

/** A zeroed matrix of the same labels. */
export const emptyLike = ({ rows, columns, cells }: Matrix): Matrix =>
  matrixOf(rows, columns, new Float64Array(cells.length));

/** The sum of all cells. */
export const total = ({ cells }: Matrix): number => cells.reduce((all, value) => all + value, 0);

/** x1/x0 − 1; from nothing there is no rate. */
export const rate = (base: number, current: number): number => (base === 0 ? Number.NaN : current / base - 1);

/** Calls for every cell that stood at t0, and with what is new for every other: `fresh` gets it. */
export function forEachStanding(
  { t0, t1 }: ShiftShareBase,
  fresh: Matrix,
  standing: (k: number, r: number, i: number, x: number) => void,
): void {
  const [before, width] = [t0.cells, t0.columns.length];
  for (let r = 0, k = 0; r < t0.rows.length; r += 1) {
    for (let i = 0; i < width; i += 1, k += 1) {
      if (before[k] === 0) fresh.cells[k] += t1.cells[k];
      else standing(k, r, i, before[k]);
    }
  }
}

import { RegionalFault } from '../fault.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { nearestMix } from './nearest-mix.ts';

export interface SyntheticControl {
  /** Of the donors, in order, without the treated one: none negative, summing to 1. */
  readonly weights: readonly number[];
  readonly synthetic: readonly number[];
  /** Outcome − synthetic, per period. */
  readonly gap: readonly number[];
  readonly rmspeBefore: number;
  readonly rmspeAfter: number;
  /** After over before: how much worse the fit became; NaN where neither misses anything. */
  readonly ratio: number;
}

/**
 * Synthetic control: the mix of untreated places that followed the treated one before, and what it did after.
 *
 *   min_w Σ_{t < start} (y[treated,t] − Σ_j w[j] y[j,t])²,  w ≥ 0, Σw = 1
 *
 * Outcomes of the time before are the predictors. `nearestMix` finds the weights.
 *
 * @param outcomes  places × periods, none missing
 * @param treated   row of the treated place
 * @param start     column of its first treated period
 * @throws   RegionalFault `not-computable` (fewer than two periods before, no donors, a missing outcome)
 * @see      Abadie, Diamond & Hainmueller (2010)
 * @example  syntheticControl(matrix([[2, 2, 9], [1, 1, 1], [3, 3, 3]]), 0, 2).gap[2] // 7
 */
export function syntheticControl(outcomes: Matrix, treated: number, start: number): SyntheticControl {
  const { rows, columns, cells } = outcomes;
  const width = columns.length;
  const donors = [...rows.keys()].filter((r) => r !== treated);
  if (start < 2 || start >= width || donors.length === 0) {
    throw new RegionalFault('not-computable', `${start} of ${width} periods before, ${donors.length} donors`);
  }
  const missing = cells.findIndex(Number.isNaN);
  if (missing >= 0) {
    const at = `"${rows[Math.floor(missing / width)]}" in "${columns[missing % width]}"`;
    throw new RegionalFault('not-computable', `the outcome of ${at} is missing`);
  }
  const series = (r: number) => cells.subarray(r * width, (r + 1) * width);
  const own = series(treated);
  const weights = nearestMix(
    donors.map((r) => series(r).subarray(0, start)),
    own.subarray(0, start),
  );
  const synthetic = Array.from(columns, (_, t) =>
    donors.reduce((sum, r, j) => sum + weights[j] * series(r)[t], 0),
  );
  const gap = synthetic.map((value, t) => own[t] - value);
  const rmspe = (part: readonly number[]) => Math.sqrt(part.reduce((sum, g) => sum + g * g, 0) / part.length);
  const [rmspeBefore, rmspeAfter] = [rmspe(gap.slice(0, start)), rmspe(gap.slice(start))];
  return { weights, synthetic, gap, rmspeBefore, rmspeAfter, ratio: rmspeAfter / rmspeBefore };
}

export interface Placebos {
  /** The ratio of every place as if it had been treated, in order. */
  readonly ratios: readonly number[];
  /** Part of the places whose ratio is at least the treated one's: the chance of it without an effect. */
  readonly p: number;
}

/**
 * Placebo in place: everybody takes the part of the treated in turn.
 *
 * @throws   RegionalFault as `syntheticControl`
 * @example  placebosInPlace(matrix([[2, 2, 9], [1, 1, 1], [3, 3, 3]]), 0, 2).ratios.length // 3
 */
export function placebosInPlace(outcomes: Matrix, treated: number, start: number): Placebos {
  const ratios = outcomes.rows.map((_, r) => syntheticControl(outcomes, r, start).ratio);
  const own = ratios[treated];
  return { ratios, p: ratios.filter((ratio) => !(ratio < own)).length / ratios.length };
}

/**
 * Placebo in time: as if it had started earlier, when nothing had happened; later periods are left out.
 *
 * @param earlier  column of the pretended start, below `start`
 * @returns  the fit; a ratio much above 1 speaks against the method here
 * @example  placeboInTime(matrix([[2, 2, 2, 9], [1, 1, 1, 1], [3, 3, 3, 3]]), 0, 3, 2).gap[2] // 0
 */
export function placeboInTime(
  outcomes: Matrix,
  treated: number,
  start: number,
  earlier: number,
): SyntheticControl {
  const columns = outcomes.columns.slice(0, start);
  const cells = new Float64Array(outcomes.rows.length * start);
  for (const r of outcomes.rows.keys()) {
    cells.set(
      outcomes.cells.subarray(r * outcomes.columns.length, r * outcomes.columns.length + start),
      r * start,
    );
  }
  return syntheticControl({ ...outcomes, columns, cells }, treated, earlier);
}

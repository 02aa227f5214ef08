import { RegionalFault } from '../fault.ts';

export interface PlaceboInterval {
  readonly low: number;
  readonly high: number;
  /** How sure it is: at most as asked, and less where the placebos are too few for it. */
  readonly level: number;
  /** Part of all, the treated one among them, whose estimate is at least as far from 0. */
  readonly p: number;
}

/**
 * Interval of the effect on one treated unit, from what the same estimate gives for units where nothing happened: with
 * one treated unit there is no error to be told from its own residuals.
 *
 *   [ e − z(n+1−k), e − z(k) ],  z the placebos in order, k = ⌊(n + 1)(1 − level)/2⌋, at least 1;  level = 1 − 2k/(n + 1)
 *   p = (1 + #{ |z| ≥ |e| }) / (n + 1)
 *
 * Right in finite samples where the treated unit is one like the others. Where all placebos between the two lie on one side
 * of 0 it is widened to hold the effect itself.
 *
 * @param placebos  the estimate of each untreated unit in the part of the treated
 * @throws   RegionalFault `not-computable` (fewer than two placebos, a missing one)
 * @see      Conley & Taber (2011), Inference with "difference in differences" with a small number of policy changes
 * @example  placeboInterval(5, [-1, 0, 2, 1]).low // 3
 */
export function placeboInterval(effect: number, placebos: readonly number[], level = 0.95): PlaceboInterval {
  const n = placebos.length;
  if (n < 2 || Number.isNaN(effect) || placebos.some(Number.isNaN)) {
    throw new RegionalFault('not-computable', `${n} placebos, or one of them or the effect missing`);
  }
  const z = placebos.toSorted((a, b) => a - b);
  // What rounding takes off a whole number must not lower k.
  const k = Math.max(1, Math.floor(((n + 1) * (1 - level)) / 2 + 1e-9));
  const further = placebos.filter((one) => Math.abs(one) >= Math.abs(effect)).length;
  return {
    low: effect - Math.max(0, z[n - k]),
    high: effect - Math.min(0, z[k - 1]),
    level: 1 - (2 * k) / (n + 1),
    p: (1 + further) / (n + 1),
  };
}

import { requireNonNegative, requireSameLength, sum } from '../fault.ts';
import type { TwoPeriods } from './shift-share.ts';

/** Factors, not amounts: `industrialMix · regionalShare = netTotalShift`. */
export interface GerfinFactors {
  /** Above 1: the region had industries that grew faster than the whole. */
  readonly industrialMix: number;
  /** Above 1: its industries grew faster than elsewhere. */
  readonly regionalShare: number;
  /** Above 1: the region grew faster than the reference. */
  readonly netTotalShift: number;
}

/**
 * Shift-share as indices, after Gerfin: how many times as much a region grew as the reference, and why.
 *
 *   expected = Σ_i x0[i] R1[i]/R0[i],  mix = (expected/Σx0) / (ΣR1/ΣR0),  share = Σx1 / expected
 *
 * @param region     its industries at t0 and t1, non-negative
 * @param reference  the same industries of the reference
 * @returns  NaN where the region had nothing, or an industry that the reference had not
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Gerfin (1964), Gesamtwirtschaftliches Wachstum und regionale Entwicklung
 * @example  shiftShareGerfin({ t0: [50, 50], t1: [60, 60] }, { t0: [100, 100], t1: [110, 110] }).industrialMix // 1
 */
export function shiftShareGerfin(region: TwoPeriods, reference: TwoPeriods): GerfinFactors {
  requireSameLength('region t1', region.t1.length, 'region t0', region.t0.length);
  requireSameLength('reference t0', reference.t0.length, 'region t0', region.t0.length);
  requireSameLength('reference t1', reference.t1.length, 'region t0', region.t0.length);
  for (const values of [region.t0, region.t1, reference.t0, reference.t1]) requireNonNegative(values);
  const [before, after] = [sum(region.t0), sum(region.t1)];
  const whole = sum(reference.t1) / sum(reference.t0);
  const expected = sum(
    region.t0.map((x, i) => (x === 0 ? 0 : (x * reference.t1[i]) / (reference.t0[i] || Number.NaN))),
  );
  return {
    industrialMix: expected / before / whole,
    regionalShare: after / expected,
    netTotalShift: after / before / whole,
  };
}

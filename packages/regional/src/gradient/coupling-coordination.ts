import { RegionalFault, requireNonNegative, requireSameLength, sum } from '../fault.ts';
import { shares } from '../specialisation/share.ts';

export interface CouplingCoordination {
  /** C: how alike the systems stand, 0 to 1. */
  readonly coupling: number;
  /** T: how high they stand together, 0 to 1. */
  readonly level: number;
  /** D = √(C T). */
  readonly coordination: number;
}

/**
 * Coupling coordination degree: whether systems (industry and environment, transfer and undertaking …) stand
 * high and evenly.
 *
 *   C = ( Π U / (ΣU/n)ⁿ )^{1/n},  T = Σ w U,  D = √(C T)
 *
 * @param systems  one evaluation per system, 0 to 1
 * @param weights  per system; equal when absent
 * @returns  C is 0 where a system is at 0; NaN where all are, or one is unknown
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `not-computable` (a system above 1)
 * @see      Liao Chongbin (1999); in the form with the n-th root, whose values fill 0 to 1
 * @example  couplingCoordination([0.5, 0.5]).coupling // 1
 */
export function couplingCoordination(
  systems: readonly number[],
  weights: readonly number[] = systems.map(() => 1),
): CouplingCoordination {
  requireSameLength('weights', weights.length, 'systems', systems.length);
  requireNonNegative(systems, (i) => `system ${i}`);
  const above = systems.findIndex((u) => u > 1);
  if (above >= 0) {
    throw new RegionalFault(
      'not-computable',
      `system ${above} is ${systems[above]}; evaluations run from 0 to 1`,
    );
  }
  const n = systems.length;
  const mean = sum(systems) / n || Number.NaN;
  const coupling = Math.exp(sum(systems.map((u) => Math.log(u / mean))) / n);
  const w = shares(weights);
  const level = sum(systems.map((u, i) => w[i] * u));
  return { coupling, level, coordination: Math.sqrt(coupling * level) };
}

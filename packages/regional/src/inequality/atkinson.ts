import { RegionalFault, requireNonNegative, sum } from '../fault.ts';

/**
 * Atkinson's index: the part of the whole that could be given up without loss if the rest were equal.
 *
 *   A = 1 − ( Σ x^(1−ε) / n )^(1/(1−ε)) / mean;  ε = 1: 1 − geometric mean / mean
 *
 * @param x        one amount per place, non-negative; for ε ≥ 1 a place with nothing makes it 1
 * @param epsilon  aversion to inequality, above 0
 * @returns  0 (all alike) to 1; NaN where nobody has anything or an amount is unknown
 * @throws   RegionalFault `negative-value`, `not-computable` (ε not above 0)
 * @see      Atkinson (1970), On the measurement of inequality
 * @example  atkinson([0, 4], 0.5) // 0.5
 * @example  atkinson([1, 4], 1) // 0.2
 */
export function atkinson(x: readonly number[], epsilon: number): number {
  requireNonNegative(x);
  if (!(epsilon > 0)) throw new RegionalFault('not-computable', `epsilon is ${epsilon}; it must be above 0`);
  const n = x.length;
  const mean = sum(x) / n || Number.NaN;
  if (epsilon === 1) return 1 - Math.exp(sum(x.map(Math.log)) / n) / mean;
  const power = 1 - epsilon;
  return 1 - (sum(x.map((value) => value ** power)) / n) ** (1 / power) / mean;
}

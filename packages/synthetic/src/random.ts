/**
 * Draws that depend on a seed and on what they are for, never on what was drawn before: any cell
 * of the nation can be drawn again without drawing the others. Only the four operations of IEEE 754
 * are used, so the same seed gives the same bytes on every machine.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of numbers in [0, 1). */
export type Draw = () => number;

/** @example drawer(42, 7, 1)() // the first number of the stream "7, 1" of seed 42 */
export function drawer(seed: number, ...stream: readonly number[]): Draw {
  let mixed = seed | 0;
  for (const key of stream) {
    mixed = Math.imul(mixed ^ key, 0x9e3779b1);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
  }
  const generator = xoroshiro128plus(mixed);
  // The first numbers still show the seed itself.
  for (let i = 0; i < 4; i++) generator.next();
  return () => (generator.next() >>> 0) / 2 ** 32;
}

/** A size with a long tail, between 1 and 50: few are large, most are small. */
export const size = (u: number): number => 1 / (u + 0.02) + 0.02;

export const pick = <T>(list: readonly T[], u: number): T => list[Math.floor(u * list.length)] as T;

/**
 * Splits a whole amount by weights into whole parts that add up to it exactly.
 *
 *   part[i] = floor(total · W[i] / W[n]) − floor(total · W[i−1] / W[n]),  W = running sum of weights
 *
 * @param total   a whole number up to 2⁵³
 * @param weights not negative, not all zero
 * @param least   what each part has at least
 * @returns parts in the order of the weights
 * @example apportion(10, [1, 1, 1]) // [3, 3, 4]
 */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const rest = total - least * weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  let running = 0;
  let given = 0;
  return weights.map((weight, i) => {
    running += weight;
    const upTo = i === weights.length - 1 ? rest : Math.floor(rest * (running / sum));
    const part = upTo - given;
    given = upTo;
    return part + least;
  });
}

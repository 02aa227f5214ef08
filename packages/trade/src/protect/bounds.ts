import type { Unknowns } from './unknowns.ts';

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Chains of sums tighten bounds a little with every round; the linear programmes do the rest. */
const mostRounds = 60;

/**
 * What each sum alone says of its cells, handed on from sum to sum: bounds that hold, though not always
 * the closest. No amount is negative.
 */
export function boundsBySums({ sums }: Unknowns, size: number): Bounds {
  const lower = new Float64Array(size);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false;
    for (const { cells, signs, known } of sums) {
      // Σ sign · x between `least` and `most`, were `known` not told; infinite terms are counted apart.
      let least = 0;
      let most = 0;
      let leastOpen = 0;
      let mostOpen = 0;
      for (let i = 0; i < cells.length; i++) {
        const [low, high] = term(lower, upper, cells[i] as number, signs[i] as number);
        if (low === Number.NEGATIVE_INFINITY) leastOpen++;
        else least += low;
        if (high === Number.POSITIVE_INFINITY) mostOpen++;
        else most += high;
      }
      for (let i = 0; i < cells.length; i++) {
        const cell = cells[i] as number;
        const sign = signs[i] as number;
        const [low, high] = term(lower, upper, cell, sign);
        const othersOpen = leastOpen - (low === Number.NEGATIVE_INFINITY ? 1 : 0);
        const othersLeast =
          othersOpen > 0 ? Number.NEGATIVE_INFINITY : least - (Number.isFinite(low) ? low : 0);
        const othersOpenAbove = mostOpen - (high === Number.POSITIVE_INFINITY ? 1 : 0);
        const othersMost =
          othersOpenAbove > 0 ? Number.POSITIVE_INFINITY : most - (Number.isFinite(high) ? high : 0);
        const ends = [sign * (known - othersMost), sign * (known - othersLeast)];
        const newLower = Math.min(...ends);
        const newUpper = Math.max(...ends);
        if (newLower > (lower[cell] as number) || newUpper < (upper[cell] as number)) {
          lower[cell] = Math.max(lower[cell] as number, newLower);
          upper[cell] = Math.min(upper[cell] as number, newUpper);
          changed = true;
          const [lowNow, highNow] = term(lower, upper, cell, sign);
          if (low === Number.NEGATIVE_INFINITY && lowNow > low) {
            leastOpen--;
            least += lowNow;
          } else if (Number.isFinite(low)) least += lowNow - low;
          if (high === Number.POSITIVE_INFINITY && highNow < high) {
            mostOpen--;
            most += highNow;
          } else if (Number.isFinite(high)) most += highNow - high;
        }
      }
    }
  }
  return { lower, upper };
}

function term(lower: Float64Array, upper: Float64Array, cell: number, sign: number): [number, number] {
  const low = lower[cell] as number;
  const high = upper[cell] as number;
  return sign > 0 ? [low, high] : [-high, -low];
}

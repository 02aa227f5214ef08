/**
 * The unit in which a table prints its amounts: the largest power of ten, up to a hundred million
 * (亿), of which all are multiples. One unit is how far rounding can put a printed figure off twice over.
 *
 * @returns  1 where there are none
 * @example  printedUnit([120_000, 30_000]) // 10000
 */
export function printedUnit(amounts: Iterable<number | null>): number {
  let unit = 100_000_000;
  let any = false;
  for (const amount of amounts) {
    if (!amount) continue;
    any = true;
    while (unit > 1 && amount % unit !== 0) unit /= 10;
  }
  return any ? unit : 1;
}

/**
 * How far a printed sum of `parts` printed numbers can be off by rounding alone: half a unit each,
 * and half for the sum.
 */
export const roundingOf = (parts: number, unit: number): number => ((parts + 1) * unit) / 2;

import { RegionalFault } from '../fault.ts';

/**
 * Mean growth per step between the ends of a series.
 *
 *   g = (x[n]/x[0])^(1/n) − 1
 *
 * @returns  a fraction per step; NaN where an end is missing or not above 0
 * @throws   RegionalFault `not-computable` (fewer than two amounts)
 * @example  compoundGrowth([100, 90, 121]) // 0.1
 */
export function compoundGrowth(x: readonly number[]): number {
  if (x.length < 2) throw new RegionalFault('not-computable', `${x.length} amounts; growth needs two`);
  const [first, last] = [x[0], x[x.length - 1]];
  return first > 0 && last > 0 ? (last / first) ** (1 / (x.length - 1)) - 1 : Number.NaN;
}

/**
 * A chain of growth rates as an index: what is left when only rates are published.
 *
 *   I[t] = I[t−1] (1 + g[t]),  I[0] = base
 *
 * @param rates  fractions; one that is missing breaks the chain for good
 * @returns  one longer than the rates
 * @example  chainIndex([0.1, -0.5]) // [100, 110, 55]
 */
export function chainIndex(rates: readonly number[], base = 100): number[] {
  let index = base;
  return [
    base,
    ...rates.map((rate) => {
      index *= 1 + rate;
      return index;
    }),
  ];
}

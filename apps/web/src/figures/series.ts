/** A named row of values over the same points: what lines, bars and tables are drawn from. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/**
 * Index of a series: 100 · value / mean of its first `count` known values.
 * Unknown stays unknown; a series without a base has no index.
 * @example indexed([2, 4, null], 2) // [66.7, 133.3, null]
 */
export function indexed(values: readonly (number | null)[], count: number): (number | null)[] {
  const known = values.slice(0, count).filter((value) => value !== null);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (value === null || !(mean > 0) ? null : (100 * value) / mean));
}

/** The `count` series with the largest sums, in the order they came in. */
export function largest(series: readonly Series[], count: number): Series[] {
  const size = ({ values }: Series) => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  const kept = new Set([...series].sort((a, b) => size(b) - size(a)).slice(0, count));
  return series.filter((one) => kept.has(one));
}

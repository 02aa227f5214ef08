/** The middle of the known values; NaN of none. @example median([3, 1, 2]) // 2 */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = known.length / 2;
  return known.length % 2 === 1 ? known[Math.floor(middle)] : (known[middle - 1] + known[middle]) / 2;
}

/**
 * Median absolute deviation, on the scale of a standard deviation where errors are normal.
 *
 *   MAD = 1.4826 median |x − median x|
 *
 * @see      Hampel (1974)
 * @example  medianDeviation([1, 2, 3, 4, 100]) // 1.4826
 */
export function medianDeviation(values: readonly number[]): number {
  const centre = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - centre)));
}

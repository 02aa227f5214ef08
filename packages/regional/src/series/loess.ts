/**
 * Locally weighted regression over equally spaced points.
 *
 *   ŷ(x) = a + b x by least squares with weights ρ[j] (1 − (|j − x| / h)³)³ on the q nearest points
 *
 * @param y       values at 0, 1, 2, …
 * @param q       points in the window; above the number of points the window is widened in proportion
 * @param degree  0 or 1
 * @param at      where the curve is asked for; may lie beside the points
 * @param rho     robustness weights of the points
 * @see      Cleveland (1979), Robust locally weighted regression
 */
export function loess(
  y: ArrayLike<number>,
  q: number,
  degree: 0 | 1,
  at: readonly number[],
  rho?: ArrayLike<number>,
): number[] {
  const n = y.length;
  const length = Math.min(q, n);
  return at.map((x) => {
    const left = Math.min(Math.max(0, Math.round(x) - (length >> 1)), n - length);
    const from = nearest(x, left, length, n);
    const reach = Math.max(x - from, from + length - 1 - x) + (q > n ? Math.floor((q - n) / 2) : 0);
    let [sum, first] = [0, 0];
    const weights = new Float64Array(length);
    for (let k = 0; k < length; k += 1) {
      const distance = Math.abs(from + k - x);
      if (distance > 0.999 * reach) continue;
      const near = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
      weights[k] = near * (rho ? rho[from + k] : 1);
      sum += weights[k];
      first += weights[k] * (from + k);
    }
    // All about it weighed down to nothing: the point itself is all there is.
    if (!(sum > 0)) return y[Math.min(n - 1, Math.max(0, Math.round(x)))];
    const mean = first / sum;
    let spread = 0;
    for (let k = 0; k < length; k += 1) spread += (weights[k] / sum) * (from + k - mean) ** 2;
    const slope = degree === 1 && Math.sqrt(spread) > 0.001 * (n - 1) ? (x - mean) / spread : 0;
    let fitted = 0;
    for (let k = 0; k < length; k += 1) {
      fitted += (weights[k] / sum) * (1 + slope * (from + k - mean)) * y[from + k];
    }
    return fitted;
  });
}

/** Where the window of so many points nearest to x begins. */
function nearest(x: number, guess: number, length: number, n: number): number {
  let from = guess;
  while (from > 0 && x - (from - 1) < from + length - 1 - x) from -= 1;
  while (from + length < n && from + length - x < x - from) from += 1;
  return from;
}

/**
 * Probability that a chi-square value with k degrees of freedom exceeds x.
 *
 * @see Press et al., Numerical Recipes, section 6.2 (incomplete gamma function)
 */
export function chiSquareTail(x: number, k: number): number {
  if (!(x > 0)) return x === 0 ? 1 : Number.NaN;
  const [a, z] = [k / 2, x / 2];
  const scale = Math.exp(-z + a * Math.log(z) - logGamma(a));
  if (z < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 1000 && term > sum * 1e-16; n += 1) {
      term *= z / (a + n);
      sum += term;
    }
    return 1 - sum * scale;
  }
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return scale * h;
}

/** Two-sided probability of a normal value beyond |z|. */
export const normalTail = (z: number): number => chiSquareTail(z * z, 1);

/** Lanczos's series. */
function logGamma(x: number): number {
  const c = [
    76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
    -0.000005395239384953,
  ];
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const series = c.reduce((sum, value, i) => sum + value / (x + 1 + i), 1.000000000190015);
  return -t + Math.log((2.5066282746310007 * series) / x);
}

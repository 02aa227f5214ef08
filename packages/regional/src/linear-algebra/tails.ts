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

/**
 * Regularised incomplete beta function by its continued fraction.
 *
 * @see Press et al., Numerical Recipes, section 6.4
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0 && x < 1)) return x === 0 || x === 1 ? x : Number.NaN;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * Two-sided probability of Student's t with n degrees of freedom beyond |t|.
 *
 * @example  studentTail(2.178812829667228, 12) // 0.05
 */
export const studentTail = (t: number, n: number): number => incompleteBeta(n / (n + t * t), n / 2, 0.5);

/**
 * Probability that Fisher's F with m and n degrees of freedom exceeds f.
 *
 * @example  fisherTail(4.747225346722510, 1, 12) // 0.05
 */
export const fisherTail = (f: number, m: number, n: number): number =>
  f >= 0 ? incompleteBeta(n / (n + m * f), n / 2, m / 2) : Number.NaN;

function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

/**
 * Where Student's t with n degrees of freedom leaves 1 − level outside, both sides together; by halving.
 *
 * @returns  1.96 for many degrees and a level of 0.95
 * @example  studentBound(0.95, 12) // 2.17881282967
 */
export function studentBound(level: number, n: number): number {
  if (!(n > 0 && level > 0 && level < 1)) return Number.NaN;
  let [low, high] = [0, 1];
  while (studentTail(high, n) > 1 - level) high *= 2;
  for (let turn = 0; turn < 200 && high - low > 1e-14 * high; turn += 1) {
    const middle = (low + high) / 2;
    if (studentTail(middle, n) > 1 - level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

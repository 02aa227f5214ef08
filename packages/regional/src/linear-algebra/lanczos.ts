import { RegionalFault } from '../fault.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

const tolerance = 1e-13;

/**
 * The largest eigenvalue of a symmetric operator, and its vector, among what is orthogonal to a known
 * eigenvector: Lanczos with full reorthogonalisation, from a start that is the same every time.
 *
 * @param apply   y = A x, of n numbers; must not keep x
 * @param known   an eigenvector to leave out, of length 1
 * @returns  the pair, to 1e-13 of the value, and the next eigenvalue found below it
 * @throws   RegionalFault `not-computable` where n is below 2
 * @see      Lanczos (1950); Golub & Van Loan, Matrix Computations, chapter 10
 */
export function largestBeside(
  apply: (x: Float64Array) => Float64Array,
  known: Float64Array,
): { value: number; next: number; vector: Float64Array } {
  const n = known.length;
  if (n < 2) throw new RegionalFault('not-computable', `${n} things have no second eigenvector`);
  const basis: Float64Array[] = [];
  const [diagonal, beside]: [number[], number[]] = [[], []];
  let v = unit(orthogonal(start(n), [known]));
  for (let step = 1; ; step += 1) {
    basis.push(v);
    const w = apply(v);
    diagonal.push(dot(v, w));
    const rest = orthogonal(orthogonal(w, [known, ...basis]), [known, ...basis]);
    const length = Math.sqrt(dot(rest, rest));
    const exhausted = step >= n - 1 || length < 1e-14;
    if (exhausted || step % 10 === 0) {
      const { values, vectors } = tridiagonalEigen(diagonal, beside);
      const last = values.length - 1;
      const residual = length * Math.abs(vectors[last][step - 1]);
      if (exhausted || residual < tolerance * Math.abs(values[last])) {
        return {
          value: values[last],
          next: last > 0 ? values[last - 1] : 0,
          vector: combination(basis, vectors[last]),
        };
      }
    }
    beside.push(length);
    v = unit(rest);
  }
}

/** Numbers without a pattern that a matrix could share: a linear congruence from a fixed seed. */
function start(n: number): Float64Array {
  let seed = 20_210_910;
  return Float64Array.from({ length: n }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  });
}

function orthogonal(x: Float64Array, to: readonly Float64Array[]): Float64Array {
  for (const v of to) {
    const along = dot(x, v);
    for (let i = 0; i < x.length; i += 1) x[i] -= along * v[i];
  }
  return x;
}

function combination(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0].length);
  basis.forEach((v, k) => {
    for (let i = 0; i < sum.length; i += 1) sum[i] += weights[k] * v[i];
  });
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
}

function unit(x: Float64Array): Float64Array {
  const length = Math.sqrt(dot(x, x));
  return x.map((value) => value / length);
}

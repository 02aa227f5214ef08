import { RegionalFault } from '../fault.ts';

export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** One eigenvector of length 1 per value. */
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and vectors of a symmetric tridiagonal matrix by QL with implicit shifts.
 *
 * @param diagonal  n of them
 * @param beside    n − 1, beside the diagonal
 * @throws   RegionalFault `not-computable` where 60 sweeps do not settle a value
 * @see      Bowdler, Martin, Reinsch & Wilkinson (1968)
 */
export function tridiagonalEigen(diagonal: ArrayLike<number>, beside: ArrayLike<number>): Eigen {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(n);
  e.set(Array.from({ length: n - 1 }, (_, i) => beside[i]));
  const z = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  for (let l = 0; l < n; l += 1) {
    for (let sweep = 0; ; sweep += 1) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m += 1;
      if (m === l) break;
      if (sweep === 60) throw new RegionalFault('not-computable', 'the eigenvalues do not settle');
      sweepOnce(d, e, z, l, m);
    }
  }
  const order = Array.from(d.keys()).sort((a, b) => d[a] - d[b]);
  return {
    values: Float64Array.from(order, (i) => d[i]),
    vectors: order.map((i) => Float64Array.from(z, (row) => row[i])),
  };
}

/** One QL sweep from m down to l, with Wilkinson's shift; the rotations are carried into z. */
function sweepOnce(d: Float64Array, e: Float64Array, z: readonly Float64Array[], l: number, m: number): void {
  let g = (d[l + 1] - d[l]) / (2 * e[l]);
  let r = Math.hypot(g, 1);
  g = d[m] - d[l] + e[l] / (g + (g < 0 ? -r : r));
  let [s, c, p] = [1, 1, 0];
  for (let i = m - 1; i >= l; i -= 1) {
    const f = s * e[i];
    const b = c * e[i];
    r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    r = (d[i] - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (const row of z) {
      const [above, below] = [row[i + 1], row[i]];
      row[i + 1] = s * below + c * above;
      row[i] = c * below - s * above;
    }
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}

import { RegionalFault } from '../fault.ts';

/** A symmetric positive definite matrix, row by row. */
export type Square = readonly Float64Array[];

/**
 * The inverse of a symmetric positive definite matrix by Cholesky's factor.
 *
 * @param names  of its rows, for the fault
 * @throws   RegionalFault `not-computable` naming the first row that the ones before it determine
 * @see      Golub & Van Loan, Matrix Computations, section 4.2
 */
export function inverseOf(a: Square, names: readonly string[]): Float64Array[] {
  const n = a.length;
  const l = a.map((row) => row.slice());
  for (let j = 0; j < n; j += 1) {
    let pivot = l[j][j];
    for (let k = 0; k < j; k += 1) pivot -= l[j][k] ** 2;
    if (!(pivot > 1e-11 * a[j][j])) {
      throw new RegionalFault('not-computable', `"${names[j]}" is determined by what stands before it`);
    }
    l[j][j] = Math.sqrt(pivot);
    for (let i = j + 1; i < n; i += 1) {
      let sum = l[i][j];
      for (let k = 0; k < j; k += 1) sum -= l[i][k] * l[j][k];
      l[i][j] = sum / l[j][j];
    }
  }
  const inverse = a.map(() => new Float64Array(n));
  for (let c = 0; c < n; c += 1) {
    const x = new Float64Array(n);
    for (let i = 0; i < n; i += 1) {
      let sum = i === c ? 1 : 0;
      for (let k = 0; k < i; k += 1) sum -= l[i][k] * x[k];
      x[i] = sum / l[i][i];
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      for (let k = i + 1; k < n; k += 1) x[i] -= l[k][i] * x[k];
      x[i] /= l[i][i];
    }
    for (let i = 0; i < n; i += 1) inverse[i][c] = x[i];
  }
  return inverse;
}

/** Σ_t w[t] x[t] x[t]ᵀ */
export function crossProduct(
  rows: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): Float64Array[] {
  const k = rows[0]?.length ?? 0;
  const product = Array.from({ length: k }, () => new Float64Array(k));
  rows.forEach((x, t) => {
    const w = weights ? weights[t] : 1;
    for (let i = 0; i < k; i += 1) {
      for (let j = 0; j <= i; j += 1) product[i][j] += w * x[i] * x[j];
    }
  });
  for (let i = 0; i < k; i += 1) for (let j = i + 1; j < k; j += 1) product[i][j] = product[j][i];
  return product;
}

export const times = (a: readonly ArrayLike<number>[], x: ArrayLike<number>): number[] =>
  a.map((row) => {
    let sum = 0;
    for (let j = 0; j < x.length; j += 1) sum += row[j] * x[j];
    return sum;
  });

/** A B A for symmetric A: the sandwich of robust errors. */
export function sandwich(bread: Square, meat: Square): Float64Array[] {
  const half = bread.map((row) =>
    Float64Array.from(
      meat,
      (_, j) =>
        times(
          [row],
          meat.map((m) => m[j]),
        )[0],
    ),
  );
  return half.map((row) => Float64Array.from(bread, (_, j) => times([row], bread[j])[0]));
}

/** Scores added up within clusters, then their cross product: errors within a cluster may depend on each other. */
export function clusteredMeat(
  scores: readonly ArrayLike<number>[],
  clusters: readonly (string | number)[],
): { meat: Float64Array[]; clusters: number } {
  const sums = new Map<string | number, Float64Array>();
  scores.forEach((score, t) => {
    const sum = sums.get(clusters[t]) ?? new Float64Array(score.length);
    for (let i = 0; i < score.length; i += 1) sum[i] += score[i];
    sums.set(clusters[t], sum);
  });
  return { meat: crossProduct([...sums.values()]), clusters: sums.size };
}

import { columnOf, type Matrix, mapCells, margins, matrixOf } from '../matrix/matrix.ts';

/**
 * Location quotient: how specialised each region is in each industry.
 *
 *   LQ[r,i] = (X[r,i] / X[r,·]) / (X[·,i] / X[·,·])
 *
 * An industry that nobody has (0/0) counts as 0.
 *
 * @param x  regions × industries, any non-negative additive measure in one unit
 * @returns  the same shape; 1 = as in the whole, NaN where the region is empty or a cell unknown
 * @throws   RegionalFault `negative-value` with the labels of the cell
 * @see      Hoover (1936), The measurement of industrial localization
 * @example  locationQuotient(matrix([[8, 2], [2, 8]])).at(0, 0) // 1.6
 * @example  locationQuotient(matrix([[4, 0], [4, 0]])).at(0, 1) // 0
 */
export function locationQuotient(x: Matrix): Matrix {
  const { rows: regions, columns: industries, whole } = margins(x);
  const totals = industries.map((industry) => industry || Number.POSITIVE_INFINITY);
  const { cells } = x;
  const quotients = new Float64Array(cells.length);
  for (let r = 0, k = 0; r < regions.length; r += 1) {
    const region = regions[r] || Number.NaN;
    // One division, so that a quotient of exactly 1 comes out as 1.
    for (let i = 0; i < totals.length; i += 1, k += 1)
      quotients[k] = (cells[k] * whole) / (region * totals[i]);
  }
  return matrixOf(x.rows, x.columns, quotients);
}

/**
 * Symmetric quotient: as far below the whole as above it.
 *
 *   (LQ − 1) / (LQ + 1)
 *
 * @returns  from −1 (none) by 0 (as in the whole) to 1
 * @see      Dalum, Laursen & Villumsen (1998)
 * @example  symmetricLocationQuotient(matrix([[8, 2], [2, 8]])).at(0, 1) // -0.42857142857142855
 */
export function symmetricLocationQuotient(x: Matrix): Matrix {
  const { rows, columns, cells } = locationQuotient(x);
  return matrixOf(
    rows,
    columns,
    cells.map((quotient) => (quotient - 1) / (quotient + 1)),
  );
}

/**
 * Standardised quotient: how unusual a region is among the regions, per industry.
 *
 *   z[r,i] = (LQ[r,i] − mean over r) / standard deviation over r
 *
 * The deviation divides by n: these are all regions, not a sample. Empty regions stay out.
 *
 * @returns  the same shape; 0 where all regions are alike
 * @see      O'Donoghue & Gleave (2004)
 * @example  standardisedLocationQuotient(matrix([[8, 2], [2, 8]])).at(0, 0) // 1
 */
export function standardisedLocationQuotient(x: Matrix): Matrix {
  const quotients = locationQuotient(x);
  const spread = quotients.columns.map((_, i) => {
    const known = columnOf(quotients, i).filter((quotient) => !Number.isNaN(quotient));
    const mean = known.reduce((a, b) => a + b, 0) / known.length;
    const variance = known.reduce((v, quotient) => v + (quotient - mean) ** 2, 0) / known.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return mapCells(quotients, (quotient, _, i) => {
    const { mean, deviation } = spread[i];
    return deviation > 0 ? (quotient - mean) / deviation : quotient - mean;
  });
}

/**
 * Where a quotient is large or small by chance: the region or the industry is a small part of the whole.
 *
 *   flag[r,i] = [ X[r,·]/X < share  or  X[·,i]/X < share ]
 *
 * @param share  a fraction of the whole
 * @returns  the same shape; 1 where the base is small
 * @example  toArrays(smallBase(matrix([[999, 999], [1, 0]]), 0.01)) // [[0, 0], [1, 1]]
 */
export function smallBase(x: Matrix, share = 0.001): Matrix {
  const { rows: regions, columns: industries, whole } = margins(x);
  const least = share * whole;
  return mapCells(x, (_, r, i) => (regions[r] < least || industries[i] < least ? 1 : 0));
}

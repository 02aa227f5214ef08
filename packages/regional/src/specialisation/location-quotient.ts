import {
  columnOf,
  columnSums,
  type Matrix,
  mapCells,
  requireNonNegativeCells,
  rowSums,
} from '../matrix/matrix.ts';

/**
 * Location quotient: how specialised each region is in each industry.
 *
 *   LQ[r,i] = (X[r,i] / X[r,·]) / (X[·,i] / X[·,·])
 *
 * An industry that nobody has (0/0) counts as 0. On exports this is Balassa's revealed
 * comparative advantage.
 *
 * @param x  regions × industries, any non-negative additive measure in one unit
 * @returns  the same shape; 1 = as in the whole, NaN where the region is empty or a cell unknown
 * @throws   RegionalFault `negative-value` with the labels of the cell
 * @see      Hoover (1936), The measurement of industrial localization
 * @example  locationQuotient(matrix([[8, 2], [2, 8]])).at(0, 0) // 1.6
 * @example  locationQuotient(matrix([[4, 0], [4, 0]])).at(0, 1) // 0
 */
export function locationQuotient(x: Matrix): Matrix {
  requireNonNegativeCells(x);
  const regions = rowSums(x);
  const industries = columnSums(x);
  const whole = regions.reduce((a, b) => a + b, 0);
  return mapCells(x, (value, r, i) => {
    const region = regions[r];
    const industry = industries[i];
    if (region === 0) return Number.NaN;
    return industry === 0 ? 0 : value / region / (industry / whole);
  });
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
export const symmetricLocationQuotient = (x: Matrix): Matrix =>
  mapCells(locationQuotient(x), (quotient) => (quotient - 1) / (quotient + 1));

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
    const { mean, deviation } = spread[i] as { mean: number; deviation: number };
    return deviation > 0 ? (quotient - mean) / deviation : quotient - mean;
  });
}

import { type Matrix, requireNonNegativeCells, rowSums, transpose } from '../matrix/matrix.ts';
import { krugmanIndex } from './krugman.ts';
import { locationQuotient } from './location-quotient.ts';

/**
 * Hoover's coefficient of localisation: the part of an industry that stands in other regions than all
 * activity does.
 *
 *   L[i] = ½ Σ_r | X[r,i]/X[·,i] − X[r,·]/X |
 *
 * @param x  regions × industries, non-negative
 * @returns  one coefficient per industry, 0 (as all activity) to 1; NaN where nobody has the industry
 * @throws   RegionalFault `negative-value`
 * @see      Hoover (1936), The measurement of industrial localization
 * @example  localisationCoefficient(matrix([[1, 1], [1, 0]])) // [0.16666666666666666, 0.3333333333333333]
 */
export const localisationCoefficient = (x: Matrix): number[] => krugmanIndex(transpose(x)).map((k) => k / 2);

/**
 * Locational Gini as an area: between the diagonal and the curve of an industry's regions ranked by location
 * quotient, activity along, the industry up.
 *
 *   A[i] = ½ − Σ_r w[r] (C[r−1] + C[r]) / 2,  w the region's part of all activity, C the industry cumulated
 *
 * @param x  regions × industries, non-negative
 * @returns  one area per industry, from 0 (as all activity) towards ½; NaN where nobody has the industry
 * @throws   RegionalFault `negative-value`
 * @see      Krugman (1991). EconGeo's `locational.Gini` is this area; the usual coefficient is twice as much:
 *           `locationalGini`
 * @example  locationalGiniArea(matrix([[1, 3], [1, 3]])) // [0, 0]
 */
export function locationalGiniArea(x: Matrix): number[] {
  requireNonNegativeCells(x);
  const quotients = locationQuotient(x);
  const regions = rowSums(x);
  const whole = regions.reduce((a, b) => a + b, 0);
  return x.columns.map((_, i) => {
    const ranked = x.rows
      .map((_, r) => ({ quotient: quotients.at(r, i), weight: regions[r] / whole, part: x.at(r, i) }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => a.quotient - b.quotient);
    const industry = ranked.reduce((sum, { part }) => sum + part, 0);
    let cumulated = 0;
    let under = 0;
    for (const { weight, part } of ranked) {
      const before = cumulated;
      cumulated += part / (industry || Number.NaN);
      under += (weight * (before + cumulated)) / 2;
    }
    return 0.5 - under;
  });
}

/**
 * Locational Gini coefficient, 0 to 1: twice `locationalGiniArea`.
 * @example  locationalGini(matrix([[1, 0], [0, 1]])) // [0.5, 0.5]
 */
export const locationalGini = (x: Matrix): number[] => locationalGiniArea(x).map((area) => 2 * area);

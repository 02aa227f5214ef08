import { columnSums, type Matrix, rowSums } from '../matrix/matrix.ts';
import { locationQuotient } from '../specialisation/location-quotient.ts';
import { presence } from '../specialisation/presence.ts';

/**
 * How many industries each region has: those with a quotient of 1 or more.
 *
 *   k[r] = Σ_i M[r,i]
 *
 * @param x  regions × industries, non-negative, one unit
 * @throws   RegionalFault `negative-value`
 * @see      Hidalgo & Hausmann (2009), The building blocks of economic complexity
 * @example  diversity(matrix([[8, 2], [2, 8]])) // [1, 1]
 */
export const diversity = (x: Matrix): number[] => rowSums(presence(x));

/**
 * How many regions have each industry.
 *
 *   k[i] = Σ_r M[r,i]
 *
 * @example  ubiquity(matrix([[8, 2], [2, 8]])) // [1, 1]
 */
export const ubiquity = (x: Matrix): number[] => columnSums(presence(x));

/**
 * PRODY: the income of the regions that are specialised in an industry.
 *
 *   PRODY[i] = Σ_r income[r] LQ[r,i] / Σ_r LQ[r,i]
 *
 * @param x       regions × industries
 * @param income  per head, one per region
 * @returns  in the unit of income, one per industry; NaN where nobody has it
 * @throws   RegionalFault `negative-value`
 * @see      Hausmann, Hwang & Rodrik (2007), What you export matters. Their weights are shares over their sum,
 *           which is the same; EconGeo rounds the quotient, we do not
 * @example  prody(matrix([[8, 2], [2, 8]]), [10, 20]) // [12, 18]
 */
export function prody(x: Matrix, income: readonly number[]): number[] {
  const quotients = locationQuotient(x);
  return x.columns.map((_, i) => {
    let [weighted, weights] = [0, 0];
    for (const r of x.rows.keys()) {
      weighted += income[r] * quotients.at(r, i);
      weights += quotients.at(r, i);
    }
    return weighted / (weights || Number.NaN);
  });
}

import { median, medianDeviation } from './median.ts';
import { stl } from './stl.ts';

/**
 * Values far from the middle of all.
 *
 *   flag[t] = |x[t] − median| > k MAD
 *
 * @param k  3.5 after Iglewicz & Hoaglin
 * @returns  true where far; never where missing, nor where more than half are equal (MAD is 0)
 * @see      Iglewicz & Hoaglin (1993), How to detect and handle outliers
 * @example  madOutliers([1, 2, 3, 2, 100]) // [false, false, false, false, true]
 */
export function madOutliers(x: readonly number[], k = 3.5): boolean[] {
  const [centre, deviation] = [median(x), medianDeviation(x)];
  return x.map((value) => deviation > 0 && Math.abs(value - centre) > k * deviation);
}

/**
 * Hampel's filter: values far from the middle of their neighbours, so that a trend is no outlier.
 *
 * @param half  neighbours on each side
 * @see      Hampel (1974)
 * @example  hampelOutliers([1, 2, 3, 40, 5, 6, 7], 3) // [false, false, false, true, false, false, false]
 */
export const hampelOutliers = (x: readonly number[], half = 6, k = 3): boolean[] =>
  x.map((value, t) => {
    const around = x.slice(Math.max(0, t - half), t + half + 1);
    const deviation = medianDeviation(around);
    return deviation > 0 && Math.abs(value - median(around)) > k * deviation;
  });

/**
 * Values far from what trend and season explain: MAD flags of the remainder of a robust STL.
 *
 * @param period  observations in a season, 12 for months
 * @throws   RegionalFault as `stl`
 * @see      Cleveland et al. (1990)
 * @example  stlOutliers([1, 2, 1, 2, 1, 2, 9, 2, 1, 2, 1, 2], 2).indexOf(true) // 6
 */
export const stlOutliers = (x: readonly number[], period = 12, k = 3.5): boolean[] =>
  madOutliers(stl(x, { period, robust: true }).remainder, k);

/**
 * Growth of one amount over another.
 *
 *   g = x1 / x0 − 1
 *
 * What starts from nothing has no rate: it is missing, not infinite.
 *
 * @returns  a fraction (0.05 = five percent); NaN where the base is unknown, zero or negative
 * @example  growth(105, 100) // 0.05
 * @example  growth(5, 0) // NaN
 */
export function growth(current: number, base: number): number {
  return base > 0 ? current / base - 1 : Number.NaN;
}

/**
 * Year on year (同比): each month against the same month a year before.
 *
 *   g[t] = x[t] / x[t−12] − 1
 *
 * @param x       consecutive months; a month that was not published is NaN
 * @param season  months in a year; 4 for quarters
 * @returns  the same length; the first year is NaN
 * @example  yearOnYear([100, 110, 120, 121], 2) // [NaN, NaN, 0.2, 0.1]
 */
export const yearOnYear = (x: readonly number[], season = 12): number[] =>
  x.map((value, t) => growth(value, x[t - season] ?? Number.NaN));

/**
 * Month on month (环比): each month against the one before, not seasonally adjusted.
 *
 *   g[t] = x[t] / x[t−1] − 1
 *
 * @example  monthOnMonth([100, 110, 99]) // [NaN, 0.1, -0.1]
 */
export const monthOnMonth = (x: readonly number[]): number[] =>
  x.map((value, t) => growth(value, x[t - 1] ?? Number.NaN));

/**
 * Growth of the year to date (累计同比): January to the month, against the same months of the year before.
 *
 *   g[t] = Σ x[Jan..t] / Σ x[Jan..t of the year before] − 1
 *
 * @param x            consecutive months
 * @param firstMonth   calendar month of `x[0]`, 1–12
 * @returns  the same length; NaN until a whole pair of years to date is known
 * @example  yearToDate([1, 1, 2, 3], 1, 2) // [NaN, NaN, 1, 1.5]
 */
export function yearToDate(x: readonly number[], firstMonth = 1, season = 12): number[] {
  const sums = cumulated(x, firstMonth, season);
  return yearOnYear(sums, season);
}

/**
 * Running sums that start again each January.
 * @returns  NaN until the first January, because what came before it is not known
 * @example  cumulated([1, 2, 3], 12) // [NaN, 2, 5]
 */
export function cumulated(x: readonly number[], firstMonth = 1, season = 12): number[] {
  let running = Number.NaN;
  return x.map((value, t) => {
    const january = (firstMonth - 1 + t) % season === 0;
    running = january ? value : running + value;
    return running;
  });
}

/**
 * Months out of years to date, which the customs revise while they leave the months as first printed.
 *
 *   x[t] = Y[t] − Y[t−1], in January Y[t]
 *
 * Where January and February were published jointly, January and February are unknown and
 * March is not.
 *
 * @param ytd         consecutive years to date
 * @param firstMonth  calendar month of `ytd[0]`, 1–12
 * @example  fromYearToDate([10, 25, 45]) // [10, 15, 20]
 * @example  fromYearToDate([NaN, 25, 45]) // [NaN, NaN, 20]
 */
export const fromYearToDate = (ytd: readonly number[], firstMonth = 1): number[] =>
  ytd.map((value, t) => ((firstMonth - 1 + t) % 12 === 0 ? value : value - (ytd[t - 1] ?? Number.NaN)));

/**
 * The base that a printed growth implies.
 *
 *   x0 = x1 / (1 + g)
 *
 * It carries the rounding of the printed rate (half a unit of its last digit) and whatever
 * revision of the base went into it.
 *
 * @param g  growth as a fraction
 * @returns  NaN where nothing was left to grow from (g = −1)
 * @example  impliedBase(105, 0.05) // 100
 */
export const impliedBase = (current: number, g: number): number => (g > -1 ? current / (1 + g) : Number.NaN);

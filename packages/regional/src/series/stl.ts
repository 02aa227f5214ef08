import { RegionalFault, requireSameLength } from '../fault.ts';
import { loess } from './loess.ts';
import { median } from './median.ts';

export interface Decomposition {
  readonly trend: number[];
  readonly seasonal: number[];
  readonly remainder: number[];
  /** What one unit of the regressor adds, where there is one. */
  readonly effect?: number;
}

export interface StlOptions {
  /** Observations in a season, 12 for months. */
  readonly period: number;
  /** Window of the seasonal smoother, odd; `periodic` keeps one season for all years. */
  readonly seasonal?: number | 'periodic';
  /** Of the seasonal smoother: 1 as in the paper (where not `periodic`), 0 as R has it unless told. */
  readonly degree?: 0 | 1;
  /** Window of the trend smoother, odd; 1.5 period / (1 − 1.5/seasonal) when absent. */
  readonly trend?: number;
  /** Weigh down what the first fit cannot explain. */
  readonly robust?: boolean;
  /** How many turns inside and outside; 2 and 0, or 1 and 15 when robust. */
  readonly inner?: number;
  readonly outer?: number;
  /**
   * Something that moves through the season, as the standstill about Chinese New Year (`newYearStandstill`): its
   * effect is taken out before the rest is parted, and added to the season.
   */
  readonly regressor?: readonly number[];
}

/**
 * Seasonal–trend decomposition by loess.
 *
 *   x = trend + seasonal + remainder
 *
 * @param x  equally spaced, none missing, two seasons at least
 * @returns  three series that add up to x exactly
 * @throws   RegionalFault `not-computable` (too short; a value missing: interpolate it first and say so; a
 *           regressor that is all trend and season), `wrong-shape` (a regressor of another length)
 * @see      Cleveland, Cleveland, McRae & Terpenning (1990), STL. We do what the paper says. R's `stl` computes
 *           every tenth point of its curves and interpolates, unless its jumps are 1; then we agree to 1e-12 but
 *           for one thing: of an even number of remainders, its robustness weights do not take the median
 * @example  stl([1, 3, 1, 3, 1, 3, 1, 3], { period: 2, seasonal: 'periodic' }).seasonal[1] > 0.9 // true
 */
export function stl(x: readonly number[], options: StlOptions): Decomposition {
  const { period, regressor } = options;
  if (x.length < 2 * period || period < 2) {
    throw new RegionalFault('not-computable', `${x.length} values; two seasons of ${period} are needed`);
  }
  requireKnown('value', x);
  if (!regressor) return decompose(x, options);
  requireSameLength('regressor', regressor.length, 'values', x.length);
  requireKnown('regressor', regressor);
  const effect = effectOf(regressor, x, options);
  const centre = mean(regressor);
  const moved = regressor.map((value) => effect * (value - centre));
  const rest = decompose(less(x, moved), options);
  return { ...rest, seasonal: rest.seasonal.map((value, t) => value + moved[t]), effect };
}

function decompose(x: readonly number[], options: StlOptions): Decomposition {
  const { period, seasonal = 7, robust = false, inner = robust ? 1 : 2, outer = robust ? 15 : 0 } = options;
  const n = x.length;
  const window = seasonal === 'periodic' ? 10 * n + 1 : odd(seasonal);
  const degree = seasonal === 'periodic' ? 0 : (options.degree ?? 1);
  const trendWindow = odd(options.trend ?? (1.5 * period) / (1 - 1.5 / window));
  const lowPass = odd(period);
  const everywhere = Array.from({ length: n }, (_, t) => t);
  let trend = new Array<number>(n).fill(0);
  let season = new Array<number>(n).fill(0);
  let rho: Float64Array | undefined;
  for (let turn = 0; turn <= outer; turn += 1) {
    for (let k = 0; k < inner; k += 1) {
      const detrended = x.map((value, t) => value - trend[t]);
      const cycle = cycleSubseries(detrended, period, window, degree, rho);
      const smooth = movingAverage(movingAverage(movingAverage(cycle, period), period), 3);
      const low = loess(smooth, lowPass, 1, everywhere);
      season = everywhere.map((t) => cycle[t + period] - low[t]);
      trend = loess(
        x.map((value, t) => value - season[t]),
        trendWindow,
        1,
        everywhere,
        rho,
      );
    }
    if (turn < outer) rho = bisquare(x.map((value, t) => value - trend[t] - season[t]));
  }
  if (seasonal === 'periodic') {
    const each = Array.from({ length: period }, (_, k) => mean(season.filter((_, t) => t % period === k)));
    season = season.map((_, t) => each[t % period]);
  }
  return { trend, seasonal: season, remainder: x.map((value, t) => value - trend[t] - season[t]) };
}

/** Each month's own series smoothed, and carried a season beyond both ends: n + 2 period values. */
function cycleSubseries(
  x: readonly number[],
  period: number,
  window: number,
  degree: 0 | 1,
  rho?: Float64Array,
): number[] {
  const cycle = new Array<number>(x.length + 2 * period).fill(0);
  for (let k = 0; k < period; k += 1) {
    const own = x.filter((_, t) => t % period === k);
    const weights = rho?.filter((_, t) => t % period === k);
    const at = Array.from({ length: own.length + 2 }, (_, year) => year - 1);
    loess(own, window, degree, at, weights).forEach((value, year) => {
      cycle[k + year * period] = value;
    });
  }
  return cycle;
}

function movingAverage(x: readonly number[], length: number): number[] {
  let sum = 0;
  const means: number[] = [];
  x.forEach((value, t) => {
    sum += value;
    if (t >= length) sum -= x[t - length];
    if (t >= length - 1) means.push(sum / length);
  });
  return means;
}

/** Weights that fall to 0 at six times the median of what is left unexplained. */
function bisquare(remainder: readonly number[]): Float64Array {
  const h = 6 * median(remainder.map(Math.abs));
  return Float64Array.from(remainder, (value) => {
    const u = Math.abs(value) / h;
    if (!(h > 0) || u <= 0.001) return 1;
    return u < 0.999 ? (1 - u * u) ** 2 : 0;
  });
}

/**
 * What the regressor adds, by least squares of what trend and season leave of the series on what they leave of the
 * regressor (Frisch & Waugh 1933): on the series' remainder alone it would come out too small, as the season has
 * already taken its part. A robust fit goes on with robustness weights.
 */
function effectOf(regressor: readonly number[], x: readonly number[], options: StlOptions): number {
  const plain = { ...options, robust: false, inner: 2, outer: 0 };
  const own = decompose(regressor, plain).remainder;
  const centre = mean(regressor);
  if (sumOf(own, own) <= 1e-12 * sumOf(regressor, regressor)) {
    throw new RegionalFault(
      'not-computable',
      'the regressor is all trend and season: its effect cannot be told',
    );
  }
  let effect = sumOf(own, decompose(x, plain).remainder) / sumOf(own, own);
  if (!options.robust) return effect;
  for (let turn = 0; turn < 5; turn += 1) {
    const moved = regressor.map((value) => effect * (value - centre));
    const { remainder } = decompose(less(x, moved), options);
    const weighed = bisquare(remainder).map((rho, t) => rho * own[t]);
    effect += sumOf(weighed, remainder) / (sumOf(weighed, own) || 1);
  }
  return effect;
}

function requireKnown(what: string, values: readonly number[]): void {
  const missing = values.findIndex(Number.isNaN);
  if (missing >= 0) throw new RegionalFault('not-computable', `${what} ${missing} is missing`);
}

const less = (x: readonly number[], y: readonly number[]): number[] => x.map((value, t) => value - y[t]);
function sumOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let t = 0; t < a.length; t += 1) sum += a[t] * b[t];
  return sum;
}
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const odd = (value: number): number => {
  const whole = Math.ceil(value);
  return whole % 2 === 1 ? whole : whole + 1;
};

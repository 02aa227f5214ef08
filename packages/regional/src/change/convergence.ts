import { RegionalFault, requireSameLength, sum } from '../fault.ts';

export interface BetaConvergence {
  /** Slope of growth on the logarithm of the start: below 0, poorer places grow faster. */
  readonly beta: number;
  readonly intercept: number;
  readonly standardError: number;
  readonly t: number;
  readonly rSquared: number;
  /** Speed, per period: λ = −ln(1 + βT)/T; NaN where places diverge too fast for it. */
  readonly speed: number;
  /** Periods until half of the gap is closed, ln 2 / λ. */
  readonly halfLife: number;
  /** Places that were used: both amounts above 0. */
  readonly n: number;
}

/**
 * β-convergence: whether places that start lower grow faster, by least squares.
 *
 *   (1/T) ln(y1/y0) = a + β ln y0 + u
 *
 * @param y0       one figure per place at the start
 * @param y1       the same places at the end
 * @param periods  T, years between them
 * @returns  places with a figure that is missing or not above 0 stay out
 * @throws   RegionalFault `wrong-shape`, `not-computable` (fewer than three places, or all start alike)
 * @see      Barro & Sala-i-Martin (1992), Convergence
 * @example  betaConvergence([1, 2, 4], [2, 3, 5], 1).n // 3
 */
export function betaConvergence(
  y0: readonly number[],
  y1: readonly number[],
  periods: number,
): BetaConvergence {
  requireSameLength('end', y1.length, 'start', y0.length);
  const places = y0.map((_, i) => i).filter((i) => y0[i] > 0 && y1[i] > 0);
  const x = places.map((i) => Math.log(y0[i]));
  const g = places.map((i) => Math.log(y1[i] / y0[i]) / periods);
  const n = places.length;
  const [meanX, meanG] = [sum(x) / n, sum(g) / n];
  const sxx = sum(x.map((value) => (value - meanX) ** 2));
  if (n < 3 || !(sxx > 0)) {
    throw new RegionalFault(
      'not-computable',
      `${n} places with a figure above 0, that must start differently`,
    );
  }
  const sxg = sum(x.map((value, i) => (value - meanX) * (g[i] - meanG)));
  const beta = sxg / sxx;
  const intercept = meanG - beta * meanX;
  const residual = sum(g.map((value, i) => (value - intercept - beta * x[i]) ** 2));
  const standardError = Math.sqrt(residual / (n - 2) / sxx);
  const speed = beta * periods > -1 ? -Math.log(1 + beta * periods) / periods : Number.NaN;
  return {
    beta,
    intercept,
    standardError,
    t: beta / standardError,
    rSquared: 1 - residual / sum(g.map((value) => (value - meanG) ** 2)),
    speed,
    halfLife: Math.LN2 / speed,
    n,
  };
}

/**
 * σ-convergence: how far places lie apart, period by period.
 *
 *   σ[t] = standard deviation of ln y[·,t]
 *
 * @param panel  one list of figures per period, the same places in each; figures not above 0 stay out
 * @returns  one deviation (dividing by n) per period: falling is convergence
 * @throws   RegionalFault `wrong-shape`
 * @example  sigmaConvergence([[1, 1], [1, 1]]) // [0, 0]
 */
export function sigmaConvergence(panel: readonly (readonly number[])[]): number[] {
  return panel.map((figures, t) => {
    requireSameLength(`period ${t}`, figures.length, 'places', panel[0].length);
    const logs = figures.filter((value) => value > 0).map(Math.log);
    const mean = sum(logs) / logs.length;
    return Math.sqrt(sum(logs.map((value) => (value - mean) ** 2)) / logs.length);
  });
}

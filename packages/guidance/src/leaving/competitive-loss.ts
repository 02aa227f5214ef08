import { type Matrix, matrixOf, type Panel, rowOf, rowSums, shiftShareDunn } from '@tidu/regional';

/** Most steps that a trend is looked at over: older losses say little of what comes. */
const longest = 3;

/** Over how many steps back from the last period losses can be told, 1 to 3. */
export const windowsOf = ({ periods }: Panel): number[] =>
  Array.from({ length: longest }, (_, i) => i + 1).filter((steps) => steps < periods.length);

/** All groups added up, as one. */
export const goodsTogether = (x: Panel): Panel => ({
  ...x,
  columns: ['all'],
  at: x.at.map((at) => matrixOf(at.rows, ['all'], Float64Array.from(rowSums(at)))),
});

/**
 * What each place lost a year of each group because it grew slower in it than the whole did: the competitive component
 * of the shift-share, with its sign turned.
 *
 *   L[r,i] = −(C[r,i] + new[r,i]) / steps,  C = X[r,i] (g[r,i] − g[i])
 *
 * The whole is the sum of the places that both periods tell of, so that losses and gains of a group balance.
 *
 * @param steps  years between the two periods
 * @param until  position of the later period; the last where absent
 * @returns  yuan of a period, a year; negative where the place gained, NaN for a place that one of the periods does not
 *           tell of
 * @see      Dunn (1960); docs/methods/leaving.md
 */
export function competitiveLoss(x: Panel, steps: number, until = x.periods.length - 1): Matrix {
  const [before, after] = [x.at[until - steps] as Matrix, x.at[until] as Matrix];
  const told = x.rows.flatMap((_, r) =>
    [...rowOf(before, r), ...rowOf(after, r)].some(Number.isNaN) ? [] : [r],
  );
  const of = (from: Matrix) =>
    matrixOf(
      told.map((r) => x.rows[r] as string),
      x.columns,
      Float64Array.from(told.flatMap((r) => rowOf(from, r))),
    );
  const { regionalShare, newIndustries } = shiftShareDunn(of(before), of(after));
  const width = x.columns.length;
  const lost = new Float64Array(x.rows.length * width).fill(Number.NaN);
  told.forEach((r, k) => {
    for (let i = 0; i < width; i += 1)
      lost[r * width + i] = -(regionalShare.at(k, i) + newIndustries.at(k, i)) / steps;
  });
  return matrixOf(x.rows, x.columns, lost);
}

export interface FallingRun {
  /** In how many periods in a row, up to the last, the place's part of the group fell. */
  readonly periods: number;
  /** It fell in every period that is told: it may have begun before. */
  readonly sinceBeginning: boolean;
}

/** For how long each place has been losing of a group; nothing where the last step is not told. */
export function fallingRuns(x: Panel, column: number): (FallingRun | undefined)[] {
  const steps = Array.from({ length: x.periods.length - 1 }, (_, i) =>
    competitiveLoss(x, 1, x.periods.length - 1 - i),
  );
  return x.rows.map((_, r) => {
    // What rounding leaves of nothing is no fall.
    const fell = steps.map((lost, i) => {
      const base = (x.at[x.periods.length - 2 - i] as Matrix).at(r, column);
      const loss = lost.at(r, column);
      return Number.isNaN(loss) ? undefined : loss > 1e-9 * base;
    });
    if (fell[0] === undefined) return undefined;
    const end = fell.findIndex((one) => one !== true);
    return { periods: end < 0 ? fell.length : end, sinceBeginning: end < 0 || fell[end] === undefined };
  });
}

import { median, medianDeviation } from '@tidu/regional';

export interface StepTolerance {
  /** Deviations of the series' own noise. */
  readonly z: number;
  /** Smallest noise that is assumed, in logarithms. */
  readonly noise: number;
  /** Smallest factor of a single month. */
  readonly outlier: number;
  /** Smallest factor between before and after. */
  readonly shift: number;
}

export interface Step {
  readonly kind: 'outlier' | 'shift';
  readonly at: number;
  /** Logarithm by which it is off. */
  readonly off: number;
  readonly z: number;
}

const side = 4;
const least = 3;

/**
 * Where a series, in logarithms, leaps for one month or steps to another level.
 *
 *   s = max(MAD of the differences / √2, least noise)
 *   outlier  |x[t] − median of its ±3 neighbours| > z s, and by the factor at least
 *   shift    |median of t … t+3 − median of t−4 … t−1| > z s, and by the factor at least
 *
 * Of neighbouring shifts the greatest stands; an outlier beside a shift is part of it.
 *
 * @param x  NaN where unknown
 * @see   Hampel (1974), The influence curve; a step test on medians, which one outlier does not move
 */
export function steps(x: readonly number[], tolerance: StepTolerance): Step[] {
  const differences = x.slice(1).flatMap((value, i) => {
    const difference = value - (x[i] as number);
    return Number.isNaN(difference) ? [] : [difference];
  });
  if (differences.length < 2 * least) return [];
  const noise = Math.max(medianDeviation(differences) / Math.SQRT2, tolerance.noise);
  const shifts = greatest(
    x
      .map((_, t) => shiftAt(x, t))
      .map((off) => (isFar(off, noise, tolerance.z, tolerance.shift) ? off : Number.NaN)),
  );
  const stepped = new Set(shifts.flatMap((t) => [t - 1, t, t + 1]));
  const leaps = x.flatMap((value, t) => {
    const around = known([...x.slice(Math.max(0, t - least), t), ...x.slice(t + 1, t + 1 + least)]);
    const off = around.length < least ? Number.NaN : value - median(around);
    return !stepped.has(t) && isFar(off, noise, tolerance.z, tolerance.outlier) ? [{ t, off }] : [];
  });
  return [
    ...shifts.map((t): Step => ({ kind: 'shift', at: t, off: shiftAt(x, t), z: shiftAt(x, t) / noise })),
    ...leaps.map(({ t, off }): Step => ({ kind: 'outlier', at: t, off, z: off / noise })),
  ];
}

function shiftAt(x: readonly number[], t: number): number {
  const before = known(x.slice(Math.max(0, t - side), t));
  const after = known(x.slice(t, t + side));
  return before.length < least || after.length < least ? Number.NaN : median(after) - median(before);
}

const isFar = (off: number, noise: number, z: number, factor: number): boolean =>
  Math.abs(off) > z * noise && Math.abs(off) > Math.log(factor);

const known = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));

/** Where each run of values that are not NaN is farthest from zero. */
function greatest(offs: readonly number[]): number[] {
  const peaks: number[] = [];
  let peak: number | undefined;
  for (const [t, off] of [...offs, Number.NaN].entries()) {
    if (Number.isNaN(off)) {
      if (peak !== undefined) peaks.push(peak);
      peak = undefined;
    } else if (peak === undefined || Math.abs(off) > Math.abs(offs[peak] as number)) peak = t;
  }
  return peaks;
}

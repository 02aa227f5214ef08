import { RegionalFault, requireSameLength } from '../fault.ts';

/** One row per unit and period: what was observed. */
export interface Observations {
  readonly outcome: readonly number[];
  readonly unit: readonly (string | number)[];
  readonly period: readonly number[];
}

/** @throws RegionalFault `wrong-shape`, `not-computable` (an outcome missing) */
export function requireObservations({ outcome, unit, period }: Observations): void {
  requireSameLength('units', unit.length, 'outcomes', outcome.length);
  requireSameLength('periods', period.length, 'outcomes', outcome.length);
  const missing = outcome.findIndex(Number.isNaN);
  if (missing >= 0) {
    throw new RegionalFault(
      'not-computable',
      `the outcome of unit "${unit[missing]}" in period ${period[missing]} is missing: leave the row out`,
    );
  }
}

/**
 * What is left of a variable after the means of units and of periods, by sweeping them out in turn until
 * nothing changes (exact for panels with gaps too).
 */
export function withinUnitsAndPeriods(
  values: readonly number[],
  { unit, period }: Pick<Observations, 'unit' | 'period'>,
): Float64Array {
  const rest = Float64Array.from(values);
  const [units, periods] = [indexed(unit), indexed(period)];
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let turn = 0; turn < 10_000; turn += 1) {
    const moved = Math.max(sweep(rest, units), sweep(rest, periods));
    if (moved <= 1e-14 * scale) return rest;
  }
  throw new RegionalFault('not-computable', 'units and periods cannot be told apart in this panel');
}

const indexed = (labels: readonly (string | number)[]) => {
  const known = new Map([...new Set(labels)].map((label, i) => [label, i]));
  return { of: labels.map((label) => known.get(label) ?? 0), count: known.size };
};

function sweep(rest: Float64Array, { of, count }: { of: readonly number[]; count: number }): number {
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  of.forEach((g, t) => {
    sums[g] += rest[t];
    sizes[g] += 1;
  });
  for (let g = 0; g < count; g += 1) sums[g] /= sizes[g];
  of.forEach((g, t) => {
    rest[t] -= sums[g];
  });
  return sums.reduce((most, mean) => Math.max(most, Math.abs(mean)), 0);
}

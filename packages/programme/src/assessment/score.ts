import { type Framework, indicatorsOf } from './framework.ts';
import { countUpTo, type Known, type Peers, pointsOf, type ScoringRule } from './scoring-rule.ts';

/** A park with what is known of it, by indicator; what is not named is not known. */
export interface Entry {
  readonly park: string;
  /** Region of the country, in which percentiles are taken and the lowest are found. */
  readonly region: string;
  readonly known: Readonly<Record<string, Known>>;
}

/** Points of parks by indicator, row by row; NaN where not known. */
export interface PointTable {
  readonly parks: readonly string[];
  readonly width: number;
  readonly points: Float64Array;
}

export interface Scored {
  readonly park: string;
  readonly region: string;
  /** Per indicator, 0 to 100; `null` where not known. */
  readonly points: readonly (number | null)[];
  /** The same with what the framework says of unknown values filled in: what is added up. */
  readonly counted: readonly number[];
  /** Per group, 0 to 100. */
  readonly groups: readonly number[];
  /** 0 to 100. */
  readonly total: number;
  /** 1 is best; those level share a rank. */
  readonly rank: number;
  /** Per cent of the weight of which nothing is known. */
  readonly unknown: number;
}

/**
 * Scores parks by a framework.
 *
 *   total = Σ weight · points / 100,  group = Σ weight · points / Σ weight of its indicators
 *
 * @returns in the order of the entries
 * @see docs/methods/assessment.md
 */
export function score(framework: Framework, entries: readonly Entry[]): Scored[] {
  const indicators = indicatorsOf(framework);
  const table = pointTable(framework, entries);
  const counted = fillUnknown(framework, table);
  const weights = indicators.map(({ weight }) => weight);
  const totals = totalsOf(table, counted, weights);
  const ranks = ranksOf(totals);
  const width = table.width;
  return entries.map(({ park, region }, row) => {
    const at = (cells: Float64Array) => cells.subarray(row * width, (row + 1) * width);
    const points = [...at(table.points)].map((x) => (Number.isNaN(x) ? null : x));
    const inside = at(counted);
    return {
      park,
      region,
      points,
      counted: [...inside],
      groups: groupScores(framework, inside),
      total: totals[row] as number,
      rank: ranks[row] as number,
      unknown: weights.reduce((sum, weight, i) => sum + (points[i] === null ? weight : 0), 0),
    };
  });
}

/** Points of every park by every indicator, in the framework's order. */
export function pointTable(framework: Framework, entries: readonly Entry[]): PointTable {
  const indicators = indicatorsOf(framework);
  const width = indicators.length;
  const points = new Float64Array(entries.length * width).fill(Number.NaN);
  indicators.forEach(({ id, scoring, direction }, i) => {
    const peers = peersOf(scoring, entries, id, direction === 'more');
    entries.forEach(({ region, known }, row) => {
      const found = known[id];
      const worth = found ? pointsOf(scoring, found, peers(region)) : null;
      if (worth !== null) points[row * width + i] = worth;
    });
  });
  return { parks: entries.map(({ park }) => park), width, points };
}

/** Whom a value is compared with: those of its region where the rule says so and there are others. */
function peersOf(rule: ScoringRule, entries: readonly Entry[], id: string, more: boolean) {
  if (rule.rule !== 'rank-percentile') return () => undefined;
  const values = new Map<string, number[]>();
  const all: number[] = [];
  for (const { region, known } of entries) {
    const value = known[id]?.value;
    if (value === undefined || value === null || !Number.isFinite(value)) continue;
    all.push(value);
    values.set(region, [...(values.get(region) ?? []), value]);
  }
  const whole: Peers = { sorted: Float64Array.from(all).sort(), more };
  const regions = new Map(
    [...values].map(([region, inside]) => [region, { sorted: Float64Array.from(inside).sort(), more }]),
  );
  return (region: string): Peers => {
    const near = rule.within === 'region' ? regions.get(region) : undefined;
    return near && near.sorted.length > 1 ? near : whole;
  };
}

/**
 * What is added up: unknown points replaced as each indicator says. `middle` where nobody's value is known is 50;
 * `left-out` where nothing else of the group is known takes the mean of all that is counted, and 0 without any.
 */
export function fillUnknown(framework: Framework, { width, points }: PointTable): Float64Array {
  const indicators = indicatorsOf(framework);
  const filled = points.slice();
  indicators.forEach(({ unknown }, i) => {
    if (unknown === 'left-out') return;
    const other = unknown === 'worst' ? 0 : meanOf(points, width, i);
    for (let k = i; k < filled.length; k += width) if (Number.isNaN(filled[k])) filled[k] = other;
  });
  const weights = indicators.map(({ weight }) => weight);
  let from = 0;
  const spans = framework.groups.map(({ indicators: inside }) => {
    const span = [from, from + inside.length] as const;
    from += inside.length;
    return span;
  });
  for (let row = 0; row < filled.length; row += width) {
    const cells = filled.subarray(row, row + width);
    if (!cells.some(Number.isNaN)) continue;
    const overall = weighted(cells, weights, 0, width) ?? 0;
    for (const [start, end] of spans) {
      const mean = weighted(cells, weights, start, end) ?? overall;
      for (let i = start; i < end; i++) if (Number.isNaN(cells[i])) cells[i] = mean;
    }
  }
  return filled;
}

/** Σ weight · points / Σ weight per park, 0 to 100. */
export function totalsOf(
  { parks, width }: PointTable,
  counted: Float64Array,
  weights: ArrayLike<number>,
): Float64Array {
  const totals = new Float64Array(parks.length);
  let whole = 0;
  for (let i = 0; i < width; i++) whole += weights[i] as number;
  for (let row = 0, k = 0; row < totals.length; row++) {
    let sum = 0;
    for (let i = 0; i < width; i++, k++) sum += (weights[i] as number) * (counted[k] as number);
    totals[row] = sum / whole;
  }
  return totals;
}

/**
 * Ranks from the best, 1; those level share the better one.
 * @example [...ranksOf(Float64Array.of(50, 70, 50))] // [2, 1, 2]
 */
export function ranksOf(totals: Float64Array): Uint32Array {
  // Sums of the same points in another order differ in their last digits, and are level all the same.
  const steady = totals.map((total) => Math.round(total * 1e9) / 1e9);
  const sorted = steady.slice().sort();
  return Uint32Array.from(steady, (total) => sorted.length - countUpTo(sorted, total) + 1);
}

function groupScores({ groups }: Framework, counted: Float64Array): number[] {
  let from = 0;
  return groups.map(({ indicators }) => {
    const weights = indicators.map(({ weight }) => weight);
    const inside = counted.subarray(from, from + indicators.length);
    from += indicators.length;
    return weighted(inside, weights, 0, inside.length) ?? 0;
  });
}

/** Weighted mean of what is known; `undefined` where nothing is, or nothing that weighs. */
function weighted(
  cells: Float64Array,
  weights: readonly number[],
  start: number,
  end: number,
): number | undefined {
  let [sum, whole] = [0, 0];
  for (let i = start; i < end; i++) {
    const [cell, weight] = [cells[i] as number, weights[i] as number];
    if (Number.isNaN(cell)) continue;
    sum += weight * cell;
    whole += weight;
  }
  return whole > 0 ? sum / whole : undefined;
}

function meanOf(points: Float64Array, width: number, i: number): number {
  let [sum, count] = [0, 0];
  for (let k = i; k < points.length; k += width) {
    if (Number.isNaN(points[k])) continue;
    sum += points[k] as number;
    count += 1;
  }
  return count > 0 ? sum / count : 50;
}

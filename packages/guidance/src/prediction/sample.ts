import { columnSums, density, locationQuotient, type Matrix, mapCells, rowSums } from '@tidu/regional';
import { type Feature, features } from './feature.ts';
import { type Observed, yearOf } from './observed.ts';

export interface Cell {
  /** Period, place and group, as they stand in the panel. */
  readonly origin: number;
  readonly row: number;
  readonly column: number;
}

/** Places × groups at origins: what was known of each at its origin, and whether its share rose afterwards. */
export interface Sample {
  readonly cells: readonly Cell[];
  /** NaN where it was not known. */
  readonly known: Readonly<Record<Feature, ArrayLike<number>>>;
  /** 1 where the share was higher `horizon` periods later, else 0; NaN where that is not known. */
  readonly outcome: readonly number[];
}

/**
 * Every place × group that trades at the origins. What is known at an origin is computed from it and the periods before.
 * @param horizon periods after which it is asked whether the share has risen
 */
export function sampleAt(observed: Observed, origins: readonly number[], horizon: number): Sample {
  const told = observed.exports.at.map((x) => mapCells(x, (value) => (Number.isNaN(value) ? 0 : value)));
  const shares = observed.exports.at.map((x, t) => sharesOf(x, told[t] as Matrix));
  const wholes = observed.exports.at.map((x, t) => wholeShares(x, told[t] as Matrix));
  const cells: Cell[] = [];
  const known = Object.fromEntries(features.map((feature) => [feature, [] as number[]])) as Record<
    Feature,
    number[]
  >;
  const outcome: number[] = [];
  for (const origin of origins) {
    const of = knownAt(observed, told, shares, wholes, origin);
    const now = observed.exports.at[origin] as Matrix;
    const width = now.columns.length;
    for (const [k, value] of now.cells.entries()) {
      if (!(value > 0)) continue;
      const [row, column] = [Math.floor(k / width), k % width];
      cells.push({ origin, row, column });
      const all = of(row, k);
      for (const feature of features) known[feature].push(all[feature]);
      const [then, later] = [shares[origin]?.[k] as number, shares[origin + horizon]?.[k] ?? Number.NaN];
      outcome.push(Number.isNaN(later) ? Number.NaN : later > then ? 1 : 0);
    }
  }
  return { cells, known, outcome };
}

/** Those of a sample whose outcome is known. */
export const withOutcome = (sample: Sample): Sample => those(sample, (_, outcome) => !Number.isNaN(outcome));

/** Those of a sample that are asked for. */
export function those(
  { cells, known, outcome }: Sample,
  asked: (cell: Cell, outcome: number) => boolean,
): Sample {
  const rows = cells.flatMap((cell, t) => (asked(cell, outcome[t] as number) ? [t] : []));
  return {
    cells: rows.map((t) => cells[t] as Cell),
    known: Object.fromEntries(
      features.map((feature) => [feature, Float64Array.from(rows, (t) => known[feature][t] as number)]),
    ) as unknown as Sample['known'],
    outcome: rows.map((t) => outcome[t] as number),
  };
}

/** A cell's share of the nation's exports of the group; NaN where the cell is not known, or nobody exports any. */
function sharesOf({ cells }: Matrix, told: Matrix): Float64Array {
  const nation = columnSums(told);
  return cells.map((value, k) => value / (nation[k % nation.length] || Number.NaN));
}

/** A place's share of all exports of the nation, of what is told; NaN where nothing is told of it. */
function wholeShares({ cells }: Matrix, told: Matrix): number[] {
  const nation = columnSums(told).reduce((a, b) => a + b, 0) || Number.NaN;
  const width = told.columns.length;
  return rowSums(told).map((sum, row) => {
    const silent = cells.subarray(row * width, (row + 1) * width).every(Number.isNaN);
    return silent ? Number.NaN : sum / nation;
  });
}

/** Change about the middle, 2(b − a)/(b + a) from −2 to 2: starting and ending from nothing have one too. */
function change(now: number, then: number): number {
  const middle = (now + then) / 2;
  return middle > 0 ? (now - then) / middle : Number.NaN;
}

function knownAt(
  { exports, imports, places, wageGap }: Observed,
  told: readonly Matrix[],
  shares: readonly Float64Array[],
  wholes: readonly (readonly number[])[],
  origin: number,
): (row: number, k: number) => Record<Feature, number> {
  const now = told[origin] as Matrix;
  const quotients = locationQuotient(now).cells;
  const near = density(now).cells;
  const year = yearOf(exports.periods[origin] as string);
  const gaps = exports.rows.map((code) => wageGap(code, year));
  const bought = imports?.at[origin]?.cells;
  const at = (t: number, k: number) => shares[t]?.[k] ?? Number.NaN;
  const whole = (t: number, row: number) => wholes[t]?.[row] ?? Number.NaN;
  return (row, k) => {
    const { region, parkSince } = places[row] as Observed['places'][number];
    const sold = now.cells[k] as number;
    const before = shares.slice(0, origin).flatMap((x) => (Number.isNaN(x[k]) ? [] : [x[k] as number]));
    const usual = before.reduce((a, b) => a + b, 0) / before.length;
    return {
      'trend-1': change(at(origin, k), at(origin - 1, k)),
      'trend-3': change(at(origin, k), at(origin - 3, k)),
      usual: change(at(origin, k), usual),
      'place-trend-1': change(whole(origin, row), whole(origin - 1, row)),
      'place-trend-3': change(whole(origin, row), whole(origin - 3, row)),
      specialisation: Math.log(quotients[k] as number),
      density: near[k] as number,
      share: Math.log(at(origin, k)),
      // Below −1 the imports of a place are those of a port, not of its own making.
      'value-added': Math.max(-1, (sold - (bought?.[k] ?? Number.NaN)) / sold),
      'wage-gap': gaps[row] as number,
      park: parkSince !== undefined && parkSince <= year ? 1 : 0,
      central: region === 'central' ? 1 : 0,
      west: region === 'west' ? 1 : 0,
      northeast: region === 'northeast' ? 1 : 0,
    };
  };
}

import type { Columns, LinearProgram } from './linear-program.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { type Rule, rulesOf, yi } from './rules.ts';
import { type Values, valuesOf } from './value-of-pair.ts';

/** A problem as rows and columns: a column is what goes from one movable volume to one park, 亿元 a year. */
export interface PlacementProgram {
  readonly problem: PlacementProblem;
  readonly values: Values;
  readonly rules: readonly Rule[];
  /** The least that a placement is, 亿元. */
  readonly lot: number;
  readonly movable: Int32Array;
  readonly park: Int32Array;
  /** What fits at most by any one rule, 亿元. */
  readonly fits: Float64Array;
  /** Without lots: from 0 to the volume. */
  readonly whole: LinearProgram;
}

/** The same whatever the order in which movable volumes and parks are given. */
export function inOrder(problem: PlacementProblem): PlacementProblem {
  const rank = <T>(all: readonly T[], key: (one: T) => string) =>
    all.map((_, i) => i).sort((a, b) => (key(all[a] as T) < key(all[b] as T) ? -1 : 1));
  const movable = rank(problem.movable, ({ origin, group }) => `${origin} ${group}`);
  const parks = rank(problem.parks, ({ id }) => id);
  const by = <T>(all: readonly T[], order: readonly number[]) => order.map((i) => all[i] as T);
  return {
    ...problem,
    movable: by(problem.movable, movable),
    parks: by(problem.parks, parks),
    terms: by(
      problem.terms,
      rank(problem.terms, ({ id }) => id),
    ).map((term) => ({
      ...term,
      values: by(term.values, movable).map((row) => by(row, parks)),
    })),
    pairings: by(
      problem.pairings,
      rank(problem.pairings, ({ origin, park }) => `${origin} ${park}`),
    ),
    required: by(
      problem.required,
      rank(problem.required, ({ origin, group, park }) => `${origin} ${group} ${park}`),
    ),
  };
}

/** Rules by park, so that a column meets only those of its own. */
const byPark = (rules: readonly Rule[], parks: number): number[][] => {
  const rows: number[][] = Array.from({ length: parks }, () => []);
  rules.forEach(({ park }, row) => {
    if (park !== undefined) rows[park]?.push(row);
  });
  return rows;
};

/** Whether a pair is excluded, by the places of its goods and park. */
function shut({ movable, parks, excluded }: PlacementProblem): (i: number, p: number) => boolean {
  const wholly = excluded.filter(({ origin, group }) => origin === undefined && group === undefined);
  const closed = new Set(wholly.map(({ park }) => park));
  const partly = movable.map((goods) =>
    excluded.filter(
      ({ origin, group }) =>
        (origin !== undefined || group !== undefined) &&
        (origin ?? goods.origin) === goods.origin &&
        (group ?? goods.group) === goods.group,
    ),
  );
  return (i, p) => {
    const id = parks[p]?.id;
    return closed.has(id) || (partly[i] ?? []).some(({ park }) => (park ?? id) === id);
  };
}

/** Columns written one after the other. */
function growing() {
  const starts = [0];
  const rows: number[] = [];
  const coefficients: number[] = [];
  const value: number[] = [];
  const upper: number[] = [];
  return {
    entry: (row: number, coefficient: number) => {
      rows.push(row);
      coefficients.push(coefficient);
    },
    column: (worth: number, most: number) => {
      starts.push(rows.length);
      value.push(worth);
      upper.push(most);
    },
    taken: (): Columns => ({
      starts: new Int32Array(starts),
      rows: new Int32Array(rows),
      coefficients: new Float64Array(coefficients),
      value: new Float64Array(value),
      lower: new Float64Array(value.length),
      upper: new Float64Array(upper),
    }),
  };
}

/**
 * The program of a problem in order. A pair of which no value is known, that is excluded, or in which not even one
 * lot fits has no column.
 * @param unfit  keep what does not fit, so that it can be asked why
 */
export function programOf(problem: PlacementProblem, unfit = false): PlacementProgram {
  const values = valuesOf(problem);
  const rules = rulesOf(problem);
  const rulesOfPark = byPark(rules, problem.parks.length);
  const lot = problem.lot / yi;
  const isShut = shut(problem);
  const columns = growing();
  const movable: number[] = [];
  const park: number[] = [];
  const fits: number[] = [];
  problem.movable.forEach(({ volume }, i) => {
    if (volume === 0) return;
    const counted = rules.map(({ counts, park: own }) => (own === undefined ? 0 : counts(i)));
    problem.parks.forEach((_, p) => {
      const worth = values.of(i, p);
      if (Number.isNaN(worth) || isShut(i, p)) return;
      const own = rulesOfPark[p] as number[];
      let most = volume / yi;
      if (!unfit)
        for (const row of own) {
          const counts = counted[row] as number;
          const { sense, bound } = rules[row] as Rule;
          if (counts > 0 && sense === 'at-most') most = Math.min(most, bound / counts);
        }
      if (!unfit && most < lot) return;
      columns.entry(i, 1);
      for (const row of own) if ((counted[row] as number) > 0) columns.entry(row, counted[row] as number);
      // Held by the volume alone: what a limit holds back is to show in the price of the limit.
      columns.column(worth, volume / yi);
      fits.push(most);
      movable.push(i);
      park.push(p);
    });
  });
  return {
    problem,
    values,
    rules,
    lot,
    movable: new Int32Array(movable),
    park: new Int32Array(park),
    fits: new Float64Array(fits),
    whole: {
      columns: columns.taken(),
      rowLower: Float64Array.from(rules, ({ sense, bound }) => (sense === 'at-least' ? bound : -Infinity)),
      rowUpper: Float64Array.from(rules, ({ sense, bound }) => (sense === 'at-most' ? bound : Infinity)),
    },
  };
}

/** Some of the columns, in the order given. */
export function some(
  { starts, rows, coefficients, value, lower, upper }: Columns,
  chosen: Int32Array,
): Columns {
  const begins = new Int32Array(chosen.length + 1);
  chosen.forEach((j, at) => {
    begins[at + 1] = (begins[at] as number) + (starts[j + 1] as number) - (starts[j] as number);
  });
  const entries = begins[chosen.length] as number;
  const ofRows = new Int32Array(entries);
  const ofCoefficients = new Float64Array(entries);
  chosen.forEach((j, at) => {
    ofRows.set(rows.subarray(starts[j], starts[j + 1]), begins[at]);
    ofCoefficients.set(coefficients.subarray(starts[j], starts[j + 1]), begins[at]);
  });
  const pick = (of: Float64Array) => Float64Array.from(chosen, (j) => of[j] as number);
  return {
    starts: begins,
    rows: ofRows,
    coefficients: ofCoefficients,
    value: pick(value),
    lower: pick(lower),
    upper: pick(upper),
  };
}

import type { Period } from '@tidu/reference';
import type { Cells } from './cells.ts';
import { cellAt, type Grid, positionOf } from './grid.ts';
import { overlap, withMonths } from './period-tree.ts';
import type { Telling } from './protect.ts';
import type { ReleaseCode, ReleaseDimension, ReleasedCell } from './release.ts';
import { type Detail, details } from './release-request.ts';

/** What was told before, as far as it bears on a new table. */
export interface Told {
  readonly id: string;
  readonly detail: Detail;
  readonly period: Period;
  readonly cells: readonly ReleasedCell[];
}

/** Releases that overlap a period, or overlap one that does: together they can tell what none tells alone. */
export function bearingOn<T extends { readonly period: Period }>(period: Period, earlier: readonly T[]): T[] {
  const found = new Set<T>();
  for (let reached = [period]; reached.length > 0; ) {
    const next = earlier.filter((one) => !found.has(one) && reached.some((at) => overlap(at, one.period)));
    for (const one of next) found.add(one);
    reached = next.map((one) => one.period);
  }
  return earlier.filter((one) => found.has(one));
}

/** The finest detail that any of several tables has. */
export function finest(tables: readonly Detail[]): Detail {
  const pick = <Name extends keyof Detail>(name: Name): Detail[Name] => {
    const order: readonly string[] = details[name];
    const [first, ...rest] = tables.map((table) => table[name]);
    return rest.reduce<Detail[Name]>(
      (a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a),
      first as Detail[Name],
    );
  };
  return { place: pick('place'), commodity: pick('commodity'), mode: pick('mode'), month: pick('month') };
}

/** The periods of which a table tells the amounts. */
export const periodsOf = ({ month, period }: { readonly month: Detail['month']; readonly period: Period }) =>
  month === 'month' ? withMonths(period) : [period];

/** How many steps below the sum of all a table goes; regions and provinces lie one and two below the country. */
const depths = {
  country: 0,
  province: 2,
  prefecture: Number.POSITIVE_INFINITY,
  all: 0,
  chapter: 1,
  heading: Number.POSITIVE_INFINITY,
  processing: 1,
  mode: Number.POSITIVE_INFINITY,
} as const;

/** The codes of the joint table that a table of some detail has itself. */
export function codesTold(
  dimensions: readonly ReleaseDimension[],
  detail: Detail,
  periods: ReadonlySet<string>,
): ReleaseDimension[] {
  return dimensions.map(({ id, codes }) => {
    const above = new Map(codes.map(({ code, parent }) => [code, parent]));
    const depth = (code: string): number => {
      const parent = above.get(code);
      return parent === undefined ? 0 : 1 + depth(parent);
    };
    const isTold = ({ code }: ReleaseCode) =>
      id === 'month' ? periods.has(code) : id === 'flow' || depth(code) <= depths[detail[id]];
    const told = codes.filter(isTold);
    const kept = new Set(told.map(({ code }) => code));
    return {
      id,
      codes: told.map(({ code, parent, name }) => ({
        code,
        ...(parent !== undefined && kept.has(parent) && { parent }),
        name,
      })),
    };
  });
}

/** What a new table tells of the joint one, and what earlier ones have told of it. */
export function tellingOf(
  { grid }: Cells,
  own: readonly ReleaseDimension[],
  earlier: readonly Told[],
): Telling {
  const sets = own.map(({ codes }) => new Set(codes.map(({ code }) => code)));
  const byAxis = grid.axes.map((axis, d) => axis.codes.map((code) => sets[d]?.has(code) === true));
  const known = new Set<number>();
  const sensitive = new Set<number>();
  const suppressed = new Set<number>();
  for (const { cells } of earlier) {
    for (const { key, value, suppressed: why } of cells) {
      const cell = cellAt(grid, key);
      if (cell === undefined) continue;
      if (value !== null) known.add(cell);
      else (why === 'primary' ? sensitive : suppressed).add(cell);
    }
  }
  return { told: (cell) => isOwn(grid, cell, byAxis), known, sensitive, suppressed };
}

const isOwn = (grid: Grid, cell: number, byAxis: readonly (readonly boolean[])[]): boolean =>
  byAxis.every((told, d) => told[positionOf(grid, cell, d)]);

import type { Answer, OpenProgram, Solver } from './linear-program.ts';
import { type PlacementProgram, some } from './placement-program.ts';
import { price } from './relaxation.ts';
import { negligible, roomFor } from './rounded-lots.ts';

/** Columns with lots: every other is nothing, and each of these is at least a lot. */
export interface Lots {
  readonly columns: readonly number[];
  /** Of these columns, 亿元. */
  readonly amounts: Float64Array;
  readonly objective: number;
}

const rounds = 40;
const clearly = 1e-7;

type Optimal = Extract<Answer, { status: 'optimal' }>;

/** What is lacking of a rule that wants at least so much costs this many times the best value. */
const penalty = 20;

/** The chosen columns alone, each a lot or more; with `lacking`, rules may be missed at a price. */
export function openChosen(
  program: PlacementProgram,
  solver: Solver,
  columns: readonly number[],
  lacking: readonly number[] = [],
): OpenProgram {
  const chosen = some(program.whole.columns, Int32Array.from(columns));
  const open = solver.open({
    ...program.whole,
    columns: { ...chosen, lower: chosen.lower.fill(program.lot) },
  });
  const worth = program.whole.columns.value.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  if (lacking.length > 0)
    open.add({
      starts: Int32Array.from({ length: lacking.length + 1 }, (_, k) => k),
      rows: Int32Array.from(lacking),
      coefficients: new Float64Array(lacking.length).fill(1),
      value: new Float64Array(lacking.length).fill(-penalty * worth),
      lower: new Float64Array(lacking.length),
      upper: Float64Array.from(lacking, (row) => program.rules[row]?.bound ?? 0),
    });
  return open;
}

/**
 * Starts from lots that keep every rule of at most; adds such as are worth more than what they displace, and gives up
 * such as are not worth their place, as long as that helps. What rules of at least lack is filled on the way.
 *
 * @returns nothing where a rule still lacks something
 */
export function betteredLots(
  program: PlacementProgram,
  solver: Solver,
  first: readonly number[],
): Lots | undefined {
  const lacking = program.rules.flatMap(({ sense }, row) => (sense === 'at-least' ? [row] : []));
  const open = openChosen(program, solver, first, lacking);
  /** Where a column stands in the open program; those that are given up stay there, held at nothing. */
  const place = new Map(first.map((j, at) => [j, at]));
  let next = first.length + lacking.length;
  const inside = new Set(first);
  const tried = new Set<number>();

  const enter = (chosen: readonly number[]) => {
    const fresh = chosen.filter((j) => !place.has(j));
    if (fresh.length > 0) {
      const more = some(program.whole.columns, Int32Array.from(fresh));
      open.add({ ...more, lower: more.lower.fill(program.lot) });
      for (const j of fresh) place.set(j, next++);
    }
    for (const j of chosen) {
      open.bound(place.get(j) as number, program.lot, program.whole.columns.upper[j] as number);
      inside.add(j);
    }
  };
  const leave = (chosen: readonly number[]) => {
    for (const j of chosen) {
      open.bound(place.get(j) as number, 0, 0);
      inside.delete(j);
    }
  };
  /** A few at once that do not meet in goods or park, so that one does not undo the other. */
  const apart = (columns: readonly number[], allowed: (j: number) => boolean) => {
    const met = new Set<string>();
    return columns.filter((j) => {
      const [goods, park] = [`g${program.movable[j]}`, `p${program.park[j]}`];
      if (met.has(goods) || met.has(park) || !allowed(j)) return false;
      met.add(goods).add(park);
      return true;
    });
  };
  const solve = (): Optimal => {
    const found = open.solve();
    if (found.status !== 'optimal') throw new Error('lots that keep every rule of at most no longer do');
    return found;
  };

  try {
    let best = solve();
    /** Does, keeps it where it helps, takes it back and tries the first alone where it does not. */
    const attempt = (columns: readonly number[], act: typeof enter, back: typeof leave): boolean => {
      for (const some of columns.length > 1 ? [columns, columns.slice(0, 1)] : [columns]) {
        if (some.length === 0) return false;
        act(some);
        const found = solve();
        if (found.objective > best.objective + clearly) {
          best = found;
          return true;
        }
        back(some);
        for (const j of some.slice(0, 1)) tried.add(j);
      }
      best = solve();
      return false;
    };
    for (let round = 0; round < rounds; round++) {
      const { reduced } = price(program, best.duals);
      const by = (sign: number) => (a: number, b: number) =>
        sign * ((reduced[b] as number) - (reduced[a] as number)) || a - b;
      const room = roomFor(program);
      for (const j of inside) room.take(j);
      const helping = Array.from(reduced.keys())
        .filter((j) => (reduced[j] as number) > clearly && !inside.has(j) && !tried.has(j))
        .sort(by(1));
      const added = attempt(
        apart(helping, (j) => room.take(j)),
        enter,
        leave,
      );
      const { reduced: then } = price(program, best.duals);
      const idle = [...inside]
        .filter((j) => (then[j] as number) < -clearly && !tried.has(j))
        .sort((a, b) => (then[a] as number) - (then[b] as number) || a - b);
      const gone = attempt(
        apart(idle, () => true),
        leave,
        enter,
      );
      if (!added && !gone && helping.length === 0) break;
    }
    const lack = lacking.some((_, k) => (best.primal[first.length + k] as number) > clearly);
    if (lack) return undefined;
    const columns = [...inside]
      .filter((j) => (best.primal[place.get(j) as number] as number) > negligible)
      .sort((a, b) => a - b);
    return {
      columns,
      amounts: Float64Array.from(columns, (j) => best.primal[place.get(j) as number] as number),
      objective: best.objective,
    };
  } finally {
    open.close();
  }
}

import { holdLots } from './held-lots.ts';
import type { Solver } from './linear-program.ts';
import type { PlacementProgram } from './placement-program.ts';
import { price } from './relaxation.ts';
import { negligible, roomFor } from './rounded-lots.ts';

/** Columns with lots: every other is nothing, and each of these is at least a lot. */
export interface Lots {
  readonly columns: readonly number[];
  /** Of these columns, 亿元. */
  readonly amounts: Float64Array;
  readonly objective: number;
}

interface Move {
  readonly entering: readonly number[];
  readonly leaving: readonly number[];
}

const clearly = 1e-7;
const exchangesOfRound = 4;

/** A few that do not meet in goods or park, so that one does not undo the other. */
function apart(
  { movable, park }: PlacementProgram,
  columns: readonly number[],
  may: (j: number) => boolean,
): number[] {
  const goods = new Set<number>();
  const parks = new Set<number>();
  return columns.filter((j) => {
    const [i, p] = [movable[j] as number, park[j] as number];
    if (goods.has(i) || parks.has(p) || !may(j)) return false;
    goods.add(i);
    parks.add(p);
    return true;
  });
}

/**
 * Starts from lots that keep every rule of at most. Adds such as are worth more than what they displace, gives up such
 * as are not worth their place, and puts one in the place of another, as long as that helps. What rules of at least lack
 * is filled on the way.
 *
 * @param content  stops at a value of this, if nothing is lacking
 * @returns nothing where a rule still lacks something
 */
export function betteredLots(
  program: PlacementProgram,
  solver: Solver,
  first: readonly number[],
  { content, rounds }: { readonly content: number; readonly rounds: number },
): Lots | undefined {
  const held = holdLots(program, solver, first);
  const tried = new Set<number>();
  try {
    let best = held.solve();
    /** Does it and keeps it where it helps; else takes it back. */
    const helps = ({ entering, leaving }: Move): boolean => {
      held.change(entering, leaving);
      const found = held.solve();
      if (found.objective > best.objective + clearly) {
        best = found;
        return true;
      }
      held.change(leaving, entering);
      for (const j of [...entering, ...leaving].slice(0, 1)) tried.add(j);
      return false;
    };
    /** All together, or else the first alone. */
    const someHelp = (columns: readonly number[], move: (some: readonly number[]) => Move): boolean =>
      columns.length > 0 &&
      (helps(move(columns)) || (columns.length > 1 && helps(move(columns.slice(0, 1)))));

    for (let round = 0; round < rounds; round++) {
      if (best.objective >= content && !held.lacks(best)) break;
      const { reduced } = price(program, best.duals);
      const byWorth = (a: number, b: number) => (reduced[b] as number) - (reduced[a] as number) || a - b;
      const room = roomFor(program);
      for (const j of held.inside) room.take(j);
      const helping = Array.from(reduced.keys())
        .filter((j) => (reduced[j] as number) > clearly && !held.inside.has(j) && !tried.has(j))
        .sort(byWorth);
      const idle = [...held.inside]
        .filter((j) => (reduced[j] as number) < -clearly && !tried.has(j))
        .sort(byWorth)
        .reverse();
      const added = someHelp(apart(program, helping, room.take), (entering) => ({ entering, leaving: [] }));
      const left = someHelp(
        apart(program, idle, (j) => held.inside.has(j)),
        (leaving) => ({ entering: [], leaving }),
      );
      let exchanged = false;
      for (const j of helping.slice(0, exchangesOfRound)) {
        if (held.inside.has(j)) continue;
        const out = inTheWay(program, held.inside, j, reduced);
        if (out !== undefined) exchanged = helps({ entering: [j], leaving: [out] }) || exchanged;
        tried.add(j);
      }
      if (!added && !left && !exchanged && helping.length === 0) break;
    }
    best = held.solve();
    if (held.lacks(best)) return undefined;
    const columns = [...held.inside].filter((j) => held.amount(best, j) > negligible).sort((a, b) => a - b);
    return {
      columns,
      amounts: Float64Array.from(columns, (j) => held.amount(best, j)),
      objective: best.objective,
    };
  } finally {
    held.close();
  }
}

/** The least worthy lot of the same park or goods without which there is room for another. */
function inTheWay(
  program: PlacementProgram,
  inside: ReadonlySet<number>,
  entering: number,
  reduced: Float64Array,
): number | undefined {
  const { movable, park } = program;
  return [...inside]
    .filter((j) => park[j] === park[entering] || movable[j] === movable[entering])
    .sort((a, b) => (reduced[a] as number) - (reduced[b] as number) || a - b)
    .find((out) => {
      const room = roomFor(program);
      for (const j of inside) if (j !== out) room.take(j);
      return room.take(entering);
    });
}

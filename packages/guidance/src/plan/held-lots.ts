import type { Answer, OpenProgram, Solver } from './linear-program.ts';
import { type PlacementProgram, some } from './placement-program.ts';

/** What is lacking of a rule that wants at least so much costs this many times the best value. */
const penalty = 20;

/** The chosen columns alone, each a lot or more. */
export function openChosen(
  program: PlacementProgram,
  solver: Solver,
  columns: readonly number[],
): OpenProgram {
  const chosen = some(program.whole.columns, Int32Array.from(columns));
  return solver.open({ ...program.whole, columns: { ...chosen, lower: chosen.lower.fill(program.lot) } });
}

type Optimal = Extract<Answer, { status: 'optimal' }>;

/** Lots that are held while others are tried. What rules of at least lack is allowed, at a price. */
export interface HeldLots {
  readonly inside: ReadonlySet<number>;
  change(entering: readonly number[], leaving: readonly number[]): void;
  solve(): Optimal;
  amount(found: Optimal, column: number): number;
  lacks(found: Optimal): boolean;
  close(): void;
}

export function holdLots(program: PlacementProgram, solver: Solver, first: readonly number[]): HeldLots {
  const { rules, lot, whole } = program;
  const open = openChosen(program, solver, first);
  const wanting = rules.flatMap(({ sense }, row) => (sense === 'at-least' ? [row] : []));
  const worth = whole.columns.value.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  if (wanting.length > 0)
    open.add({
      starts: Int32Array.from({ length: wanting.length + 1 }, (_, k) => k),
      rows: Int32Array.from(wanting),
      coefficients: new Float64Array(wanting.length).fill(1),
      value: new Float64Array(wanting.length).fill(-penalty * worth),
      lower: new Float64Array(wanting.length),
      upper: Float64Array.from(wanting, (row) => rules[row]?.bound ?? 0),
    });
  /** Where a column stands in the open program; what has left stays there, held at nothing. */
  const place = new Map(first.map((j, at) => [j, at]));
  let next = first.length + wanting.length;
  const inside = new Set(first);
  return {
    inside,
    change(entering, leaving) {
      for (const j of leaving) {
        open.bound(place.get(j) as number, 0, 0);
        inside.delete(j);
      }
      const fresh = entering.filter((j) => !place.has(j));
      if (fresh.length > 0) open.add(some(whole.columns, Int32Array.from(fresh)));
      for (const j of fresh) place.set(j, next++);
      for (const j of entering) {
        open.bound(place.get(j) as number, lot, whole.columns.upper[j] as number);
        inside.add(j);
      }
    },
    solve() {
      const found = open.solve();
      if (found.status !== 'optimal') throw new Error('lots that keep every rule of at most no longer do');
      return found;
    },
    amount: ({ primal }, column) => primal[place.get(column) ?? -1] ?? 0,
    lacks: ({ primal }) => wanting.some((_, k) => (primal[first.length + k] as number) > 1e-7),
    close: () => open.close(),
  };
}

import { attack, type Interval } from './attack.ts';
import { breather } from './breathe.ts';
import type { Cells } from './cells.ts';
import { type PrimaryRule, primary } from './primary.ts';
import type { ReleasePolicy } from './release.ts';
import { Secondary, standing } from './secondary.ts';
import { openSolver } from './solver.ts';

/** What was told of a table's cells before, and what it is about to tell. */
export interface Telling {
  /** The cells of the new release; every cell of the table when not given. */
  readonly told?: (cell: number) => boolean;
  /** Cells that an earlier release published: nothing hides them any more. */
  readonly known?: Iterable<number>;
  /** Cells that an earlier release suppressed for their own sake: they are sensitive still. */
  readonly sensitive?: Iterable<number>;
  /** Cells that an earlier release suppressed for the sake of others: to suppress them again costs nothing. */
  readonly suppressed?: Iterable<number>;
}

/** A table ready to be released, with the proof. */
export interface Protection {
  /** By number of the cell, one of `standing`. */
  readonly state: Uint8Array;
  /** The rule that each sensitive cell breaks; `earlier` where only an earlier release says so. */
  readonly rules: ReadonlyMap<number, PrimaryRule | 'earlier'>;
  /** What an outsider can compute of every cell that is not published. */
  readonly intervals: ReadonlyMap<number, Interval>;
  /** Sensitive cells that are told within p %, and cannot be hidden for what is published already. */
  readonly recoverable: readonly number[];
}

/** Each round can only suppress more, so a few are enough; what is open after them is reported. */
const mostRounds = 12;

/**
 * Suppresses what the policy forbids to tell and what it could be computed from, attacks the result,
 * and goes on until the attack finds nothing. The same table and policy give the same answer each time.
 *
 * @throws CannotProtect when the policy is none
 */
export async function protect(
  cells: Cells,
  policy: ReleasePolicy,
  telling: Telling = {},
): Promise<Protection> {
  const rules = new Map<number, PrimaryRule | 'earlier'>(primary(cells, policy));
  for (const cell of telling.sensitive ?? []) if (!rules.has(cell)) rules.set(cell, 'earlier');
  const solver = await openSolver();
  try {
    const secondary = new Secondary(cells, rules.keys(), policy.p, solver, telling);
    const open = [...rules.keys()].filter((cell) => secondary.state[cell] === standing.primary);
    const bySize = open.sort((a, b) => (cells.values[b] as number) - (cells.values[a] as number) || a - b);
    const breathe = breather();
    const unhidden = new Set<number>();
    for (const cell of bySize) {
      if (!secondary.hide(cell)) unhidden.add(cell);
      await breathe();
    }
    for (let round = 0; ; round++) {
      const intervals = await attack(cells, (cell) => isOpen(secondary.state[cell] as number), solver);
      const recoverable = bySize.filter((cell) => !isHidden(cells, cell, intervals.get(cell), policy.p));
      const again = recoverable.filter((cell) => !unhidden.has(cell));
      if (again.length === 0 || round === mostRounds) {
        return { state: secondary.state, rules, intervals, recoverable };
      }
      for (const cell of again) {
        if (!secondary.hide(cell, Math.min(round, 3))) unhidden.add(cell);
        await breathe();
      }
    }
  } finally {
    solver.close();
  }
}

/** Whether an outsider has to compute it. */
const isOpen = (state: number): boolean =>
  state === standing.primary || state === standing.secondary || state === standing.untold;

/** At least p % of its value to either side, where the value is the larger than nothing below. */
const isHidden = (cells: Cells, cell: number, interval: Interval | undefined, p: number): boolean => {
  if (interval === undefined) return false;
  const value = cells.values[cell] as number;
  const distance = (p / 100) * value * (1 - 1e-6);
  return interval.upper - value >= distance && value - interval.lower >= distance;
};

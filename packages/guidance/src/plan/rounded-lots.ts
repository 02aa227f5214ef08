import type { PlacementProgram } from './placement-program.ts';
import type { Priced, Relaxation } from './relaxation.ts';

export const negligible = 1e-9;
/** What lies farthest from the half is decided first, this part of it in each round. */
const decidedInRound = 0.3;

/** How much of every rule is used up by lots that are taken, each at its least. */
export function roomFor(program: PlacementProgram) {
  const { starts, rows, coefficients } = program.whole.columns;
  const used = new Float64Array(program.rules.length);
  return {
    /** Takes a lot where all rules leave room for it. */
    take(j: number): boolean {
      const [from, to] = [starts[j] as number, starts[j + 1] as number];
      for (let e = from; e < to; e++) {
        const row = rows[e] as number;
        const { sense, bound } = program.rules[row] as (typeof program.rules)[number];
        const uses = (used[row] as number) + program.lot * (coefficients[e] as number);
        if (sense === 'at-most' && uses > bound + negligible) return false;
      }
      for (let e = from; e < to; e++)
        used[rows[e] as number] =
          (used[rows[e] as number] as number) + program.lot * (coefficients[e] as number);
      return true;
    },
  };
}

/**
 * Rounds what is less than a lot up or down, solves again and lets other pairs take its place, some rounds long.
 *
 * @param relaxation  is left with the pairs held as they were rounded
 * @returns the columns that have a lot or more
 */
export function roundedLots(
  program: PlacementProgram,
  relaxation: Relaxation,
  first: Priced,
  rounds: number,
): number[] {
  const { lot, whole, rules } = program;
  const { starts, rows, upper } = whole.columns;
  const room = roomFor(program);
  const held = new Set<number>();
  let at = first;
  for (let round = 0; round < rounds; round++) {
    const small: number[] = [];
    const kept = new Float64Array(rules.length);
    const keep = (j: number, amount: number) => {
      for (const row of rows.subarray(starts[j], starts[j + 1])) kept[row] = (kept[row] as number) + amount;
    };
    at.primal.forEach((x, j) => {
      if (x <= negligible) return;
      if (x < lot - negligible) small.push(j);
      else keep(j, x);
    });
    if (small.length === 0) break;
    const wanted = (j: number) =>
      rows
        .subarray(starts[j], starts[j + 1])
        .some((row) => rules[row]?.sense === 'at-least' && (kept[row] as number) < (rules[row]?.bound ?? 0));
    const order = small
      .map((j) => ({ j, x: at.primal[j] as number, first: wanted(j) }))
      .sort((a, b) => Number(b.first) - Number(a.first) || b.x - a.x || a.j - b.j);
    const decided = order.map(({ x }) => Math.abs(x / lot - 0.5)).sort((a, b) => b - a);
    const last = round >= rounds - 2;
    const least = last ? 0 : (decided[Math.floor(decided.length * decidedInRound)] ?? 0);
    for (const { j, x } of order) {
      if (held.has(j) || (Math.abs(x / lot - 0.5) < least && !wanted(j))) continue;
      if ((wanted(j) || x >= lot / 2) && room.take(j)) {
        keep(j, lot);
        relaxation.hold(j, lot, upper[j] as number);
        held.add(j);
      } else relaxation.hold(j, 0, 0);
    }
    const next = relaxation.solve(1e-4, 2);
    if (!next) break;
    at = next;
  }
  return Array.from(at.primal.keys()).filter((j) => (at.primal[j] as number) >= lot - negligible);
}

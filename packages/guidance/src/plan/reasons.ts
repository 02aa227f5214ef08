import type { Placement } from './placement-plan.ts';
import type { PlacementProgram } from './placement-program.ts';
import type { Rule } from './rules.ts';

const sameAs = 1e-9;

/** What a plan leaves of each rule, and what the relaxation has it cost. */
export interface Standing {
  readonly program: PlacementProgram;
  /** Of each rule: how much of it the plan uses. */
  readonly used: Float64Array;
  /** Of each rule, by the relaxation, in which every pair has its price. */
  readonly prices: Float64Array;
  /** Rules of each park. */
  readonly ofPark: readonly (readonly number[])[];
}

export function standing(
  program: PlacementProgram,
  placed: Iterable<readonly [column: number, amount: number]>,
  prices: Float64Array,
): Standing {
  const { starts, rows, coefficients } = program.whole.columns;
  const used = new Float64Array(program.rules.length);
  for (const [j, amount] of placed)
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      const row = rows[e] as number;
      used[row] = (used[row] as number) + amount * (coefficients[e] as number);
    }
  const ofPark: number[][] = program.problem.parks.map(() => []);
  program.rules.forEach(({ park }, row) => {
    if (park !== undefined) ofPark[park]?.push(row);
  });
  return { program, used, prices, ofPark };
}

/** What goods pay in a park for what is full there, per yuan. */
export function paid({ program, prices, ofPark }: Standing, i: number, p: number): number {
  return (ofPark[p] ?? []).reduce(
    (sum, row) => sum + (prices[row] as number) * (program.rules[row] as Rule).counts(i),
    0,
  );
}

/** Rules of a park that leave no room for another lot of goods, or that have a price. */
function full({ program, used, prices, ofPark }: Standing, i: number, p: number) {
  return (ofPark[p] ?? []).flatMap((row) => {
    const { says, sense, bound, counts } = program.rules[row] as Rule;
    const counted = counts(i);
    if (sense === 'at-least' || counted === 0) return [];
    const short = Math.max(0, counted * program.lot - (bound - (used[row] as number)));
    const price = (prices[row] as number) * counted;
    return short > sameAs || price > sameAs ? [{ rule: says, price, short }] : [];
  });
}

/** The park of the highest value that the goods did not go to: what it would be worth, and what stands against it. */
export function nextBest(
  at: Standing,
  i: number,
  p: number,
  candidates: readonly number[],
): Placement['next'] {
  const { program } = at;
  const worth = (q: number) => program.values.of(i, q);
  const next = candidates.reduce<number | undefined>(
    (best, q) => (best === undefined || worth(q) > worth(best) ? q : best),
    undefined,
  );
  if (next === undefined) return null;
  const net = (q: number) => worth(q) - paid(at, i, q);
  return {
    park: program.problem.parks[next]?.id ?? '',
    ...program.values.explained(i, next),
    behind: Math.max(0, net(p) - net(next)),
    full: full(at, i, next),
  };
}

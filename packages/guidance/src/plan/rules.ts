import { limitKinds } from './limit-kinds.ts';
import type { RuleOfPlan } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';

/** 亿元, in which a program counts: its numbers stay near one. */
export const yi = 1e8;

/** One row of the program: a sum over placements, in 亿元 or in the unit of the limit, and how it is bounded. */
export interface Rule {
  readonly says: RuleOfPlan;
  readonly sense: 'at-most' | 'at-least';
  readonly bound: number;
  /** Of the one park; nothing: of all parks. */
  readonly park: number | undefined;
  /** What 亿元 of goods i count for; 0 where they do not. */
  readonly counts: (movable: number) => number;
}

/** All that is movable, shared evenly among the parks, 亿元 a year. */
export const evenSplit = ({ movable, parks }: PlacementProblem) =>
  parks.length === 0 ? 0 : movable.reduce((sum, { volume }) => sum + volume, 0) / yi / parks.length;

/** Every rule of a problem that bounds placements, lots apart: first the volumes, in the order of the movable goods. */
export function rulesOf(problem: PlacementProblem): Rule[] {
  const { movable, parks, needs, pairings, required, least, most } = problem;
  const at = new Map(parks.map(({ id }, p) => [id, p]));
  const even = evenSplit(problem);
  const all = () => 1;
  const rules: Rule[] = movable.map(({ origin, group, volume }, i) => ({
    says: { rule: 'volume', origin, group },
    sense: 'at-most',
    bound: volume / yi,
    park: undefined,
    counts: (one) => (one === i ? 1 : 0),
  }));
  parks.forEach(({ id, limits }, park) => {
    for (const kind of limitKinds) {
      const bound = limits[kind];
      const need = movable.map(({ group }) => needs[group]?.[kind] ?? 0);
      if (bound === undefined || need.every((one) => one === 0)) continue;
      const says = { rule: 'limit', park: id, kind } as const;
      rules.push({ says, sense: 'at-most', bound, park, counts: (i) => need[i] ?? 0 });
    }
    if (least > 0)
      rules.push({
        says: { rule: 'least', park: id },
        sense: 'at-least',
        bound: least * even,
        park,
        counts: all,
      });
    if (most !== undefined)
      rules.push({
        says: { rule: 'most', park: id },
        sense: 'at-most',
        bound: most * even,
        park,
        counts: all,
      });
  });
  for (const { origin, park, share } of pairings) {
    if (share === 0) continue;
    const own = movable.map((one) => (one.origin === origin ? one.volume / yi : 0));
    rules.push({
      says: { rule: 'pairing', origin, park },
      sense: 'at-least',
      bound: share * own.reduce((sum, volume) => sum + volume, 0),
      park: at.get(park),
      counts: (i) => (movable[i]?.origin === origin ? 1 : 0),
    });
  }
  for (const { origin, group, park, amount } of required)
    rules.push({
      says: { rule: 'required', origin, group, park },
      sense: 'at-least',
      bound: amount / yi,
      park: at.get(park),
      counts: (i) => (movable[i]?.origin === origin && movable[i]?.group === group ? 1 : 0),
    });
  return rules;
}

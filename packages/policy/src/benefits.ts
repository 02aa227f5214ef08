import { limitOf, type Outcome, outcomeOf, type Prepared, prepared, toFen, trimmed } from './outcome.ts';
import type { Rule, RuleSet } from './rule-set.ts';
import type { Subject } from './subject.ts';

/** What a place gives to a subject. */
export interface Benefits {
  readonly place: string;
  readonly outcomes: readonly Outcome[];
  /** Yuan in the first, second … year, of all that is given with a known amount. */
  readonly years: readonly number[];
  readonly total: number;
}

/**
 * Every measure that holds in the subject's place: what it gives, and what is left when some exclude each other and some share
 * a pool. The order in which measures are kept does not matter; within a pool that which the measures name does.
 *
 * @param horizon in years from the beginning of the project
 */
export function benefits(rules: RuleSet, subject: Subject, horizon?: number): Benefits {
  const asked = prepared(subject, horizon);
  const there = rules.in(subject.place.code);
  return together(
    asked,
    there,
    there.map((rule) => outcomeOf(rule, asked)),
  );
}

/** Settles what excludes each other, then what shares a pool. */
function together(asked: Prepared, rules: readonly Rule[], alone: readonly Outcome[]): Benefits {
  const found = new Map(alone.map((one) => [one.measure, one]));
  for (const group of rivals(rules, found)) settle(group, found);
  fillPools(asked, rules, found);
  const outcomes = [...found.values()];
  const years = new Array<number>(asked.horizon).fill(0);
  for (const { verdict, years: paid } of outcomes) {
    if (verdict !== 'given') continue;
    for (const [i, yuan] of paid?.entries() ?? []) years[i] = (years[i] as number) + yuan;
  }
  const rounded = years.map(toFen);
  return {
    place: asked.subject.place.code,
    outcomes,
    years: rounded,
    total: toFen(rounded.reduce((sum, one) => sum + one, 0)),
  };
}

type Found = Map<string, Outcome>;
interface Rivals {
  readonly members: readonly string[];
  readonly against: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Groups of measures that are given and exclude one another, directly or through others. One side naming the other is enough. */
function rivals(rules: readonly Rule[], found: Found): Rivals[] {
  const given = (id: string) => found.get(id)?.verdict === 'given' && found.get(id)?.total !== undefined;
  const against = new Map<string, Set<string>>();
  const add = (a: string, b: string) => {
    const those = against.get(a);
    if (those) those.add(b);
    else against.set(a, new Set([b]));
  };
  for (const { measure } of rules) {
    if (measure.excludes.length === 0 || !given(measure.id)) continue;
    for (const other of measure.excludes) {
      if (other === measure.id || !given(other)) continue;
      add(measure.id, other);
      add(other, measure.id);
    }
  }
  const seen = new Set<string>();
  return [...against.keys()].sort().flatMap((start) => {
    if (seen.has(start)) return [];
    const members: string[] = [];
    const queue = [start];
    seen.add(start);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      members.push(at);
      for (const next of against.get(at) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return [{ members: members.sort(), against }];
  });
}

/** Up to this many rivals every choice is looked at; beyond, the largest amounts are taken first. */
const exactUpTo = 16;

/** Of rivals those are kept that give most together; of equal choices the one whose measures come first by name. */
function settle({ members, against }: Rivals, found: Found): void {
  const worth = (id: string) => found.get(id)?.total ?? 0;
  const clash = (id: string, chosen: readonly string[]) => chosen.some((one) => against.get(one)?.has(id));
  let best: { chosen: readonly string[]; total: number } = { chosen: [], total: -1 };
  if (members.length <= exactUpTo) {
    const choose = (from: number, chosen: readonly string[], total: number): void => {
      if (total > best.total) best = { chosen, total };
      for (let i = from; i < members.length; i++) {
        const id = members[i] as string;
        if (!clash(id, chosen)) choose(i + 1, [...chosen, id], total + worth(id));
      }
    };
    choose(0, [], 0);
  } else {
    const chosen: string[] = [];
    for (const id of [...members].sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1))) {
      if (!clash(id, chosen)) chosen.push(id);
    }
    best = { chosen, total: 0 };
  }
  for (const id of members) {
    if (best.chosen.includes(id)) continue;
    const by = best.chosen.find((one) => against.get(one)?.has(id));
    found.set(id, { ...(found.get(id) as Outcome), verdict: 'excluded', ...(by && { by }) });
  }
}

/** Serves the measures of each pool in their order: none takes the sum beyond the limit that it names. */
function fillPools(asked: Prepared, rules: readonly Rule[], found: Found): void {
  const pools = new Map<string, Rule[]>();
  for (const rule of rules) {
    const { within, id } = rule.measure;
    if (!within || found.get(id)?.verdict !== 'given' || found.get(id)?.total === undefined) continue;
    const members = pools.get(within.pool);
    if (members) members.push(rule);
    else pools.set(within.pool, [rule]);
  }
  for (const members of pools.values()) {
    let served = 0;
    const order = (rule: Rule) => rule.measure.within?.order ?? 0;
    for (const rule of members.sort(
      (a, b) => order(a) - order(b) || (a.measure.id < b.measure.id ? -1 : 1),
    )) {
      const outcome = found.get(rule.measure.id) as Outcome;
      const limit = limitOf(rule, asked);
      const steps = [...outcome.steps, { part: 'limit', index: 0, said: limit } as const];
      if (limit === undefined) {
        // How much is left cannot be said: the amount is not known, the right to it is.
        const { years: _, total: __, ...rest } = outcome;
        found.set(rule.measure.id, {
          ...rest,
          steps,
          open: [...new Set([...outcome.open, ...(rule.limit?.open(asked.of(1)) ?? [])])],
        });
        continue;
      }
      const years = trimmed(outcome.years as number[], limit - served);
      const total = toFen(years.reduce((sum, one) => sum + one, 0));
      served += total;
      found.set(rule.measure.id, { ...outcome, steps, years, total });
    }
  }
}

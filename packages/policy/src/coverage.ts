import { exampleOutcome } from './examples.ts';
import type { PlacesKnown } from './place-facts.ts';
import type { Rule } from './rule-set.ts';

/** A condition or branch of a measure, and how far its examples try it. */
interface Tried {
  readonly part: 'eligible' | 'branch';
  readonly index: number;
  /** Examples in which it held, and in which it did not; a branch is never refused where it has no condition. */
  readonly held: number;
  readonly failed: number;
}

export interface Coverage {
  readonly tried: readonly Tried[];
  /** Ways through the measure that an example takes, of all that there are. */
  readonly taken: number;
  readonly ways: number;
}

/**
 * How far the examples of a measure try it: each condition is to hold once and to fail once, each branch to be taken once.
 * @returns coverage = taken / ways, both counted over conditions (2 ways each) and branches (1 way each)
 */
export function coverage(rule: Rule, placeOf: PlacesKnown): Coverage {
  const count = () => ({ held: 0, failed: 0 });
  const conditions = rule.eligible.map(count);
  const branches = rule.branches.map(count);
  for (const example of rule.measure.examples) {
    for (const { part, index, said } of exampleOutcome(rule, example, placeOf).steps) {
      const of =
        part === 'eligible'
          ? conditions[index]
          : part === 'when' || part === 'amount'
            ? branches[index]
            : undefined;
      if (!of || said === undefined) continue;
      if (part === 'amount') of.held++;
      else if (said === false) of.failed++;
      else if (part === 'eligible') of.held++;
    }
  }
  const tried: Tried[] = [
    ...conditions.map((one, index) => ({ part: 'eligible' as const, index, ...one })),
    ...branches.map((one, index) => ({ part: 'branch' as const, index, ...one })),
  ];
  const taken = tried.reduce(
    (sum, { part, held, failed }) => sum + Number(held > 0) + (part === 'eligible' ? Number(failed > 0) : 0),
    0,
  );
  return { tried, taken, ways: 2 * conditions.length + branches.length };
}

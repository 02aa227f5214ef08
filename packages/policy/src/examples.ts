import { benefits } from './benefits.ts';
import type { Example, Measure } from './measure.ts';
import { defaultHorizon, type Outcome } from './outcome.ts';
import type { PlacesKnown } from './place-facts.ts';
import { type Rule, ruleSet } from './rule-set.ts';
import type { Subject } from './subject.ts';

/** A worked example that comes out otherwise than its author reckoned. */
export interface Miss {
  readonly measure: string;
  readonly example: number;
  readonly expected: Example['expect'];
  readonly came: Outcome;
}

const subjectOf = (example: Example, placeOf: PlacesKnown): Subject => ({
  date: example.date,
  place: { ...placeOf(example.place), ...example.there },
  company: example.company,
  project: example.project,
  yearly: example.yearly,
});

/** What a measure's example comes to, the measure taken by itself. */
export function exampleOutcome(rule: Rule, example: Example, placeOf: PlacesKnown): Outcome {
  const outcome = benefits(ruleSet([rule]), subjectOf(example, placeOf), defaultHorizon).outcomes[0];
  // An example in a place where the measure does not hold finds nothing in force there.
  return outcome ?? { measure: rule.measure.id, verdict: 'not-in-force', year: 1, steps: [], open: [] };
}

/** The examples of a measure that do not come out as it says. */
export function misses(rule: Rule, placeOf: PlacesKnown): Miss[] {
  const { measure }: { measure: Measure } = rule;
  return measure.examples.flatMap((example, i) => {
    const came = exampleOutcome(rule, example, placeOf);
    const { verdict, first, total } = example.expect;
    const close = (wanted: number | undefined, got: number | undefined) =>
      wanted === undefined || (got !== undefined && Math.abs(wanted - got) < 0.005);
    const right =
      came.verdict === verdict &&
      close(total, came.total) &&
      close(first, came.years?.find((yuan) => yuan > 0) ?? came.total);
    return right ? [] : [{ measure: measure.id, example: i, expected: example.expect, came }];
  });
}

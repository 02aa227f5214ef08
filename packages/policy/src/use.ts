import { benefits } from './benefits.ts';
import { defaultHorizon, toFen } from './outcome.ts';
import type { RuleSet } from './rule-set.ts';
import type { Subject } from './subject.ts';

/** What a measure costs over a population of companies. */
export interface Use {
  readonly measure: string;
  /** Companies to which it is given, of which it is not known, which have something better. */
  readonly given: number;
  readonly unknown: number;
  readonly excluded: number;
  /** Yuan in the first, second … year. */
  readonly years: readonly number[];
  readonly total: number;
}

/** Use of every measure of a rule set by a population; measures that nobody comes to are there with zeros. */
export function use(rules: RuleSet, population: Iterable<Subject>, horizon = defaultHorizon): Use[] {
  const counted = new Map(
    [...rules.rules.keys()].map((measure) => [
      measure,
      { given: 0, unknown: 0, excluded: 0, years: new Array<number>(horizon).fill(0) },
    ]),
  );
  for (const subject of population) {
    for (const { measure, verdict, years } of benefits(rules, subject, horizon).outcomes) {
      const of = counted.get(measure);
      if (!of) continue;
      if (verdict === 'unknown') of.unknown++;
      else if (verdict === 'excluded') of.excluded++;
      else if (verdict === 'given') {
        of.given++;
        for (const [i, yuan] of years?.entries() ?? []) of.years[i] = (of.years[i] as number) + yuan;
      }
    }
  }
  return [...counted].map(([measure, { years, ...counts }]) => ({
    measure,
    ...counts,
    years: years.map(toFen),
    total: toFen(years.reduce((sum, one) => sum + one, 0)),
  }));
}

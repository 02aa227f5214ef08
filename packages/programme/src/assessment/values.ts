import type { Said } from './agreement.ts';
import type { Assessment } from './assessment.ts';
import { type Framework, type Indicator, indicatorsOf, parties } from './framework.ts';
import type { Known } from './scoring-rule.ts';

export interface ValueUsed {
  readonly known: Known;
  readonly by: 'settled' | 'system' | 'answers' | 'nobody';
}

/**
 * Which value counts, by indicator: what was settled when answers were checked; else what the system found; else
 * what those who were asked said.
 */
export function valuesUsed(
  framework: Framework,
  { prefilled, settled }: Pick<Assessment, 'prefilled' | 'settled'>,
  said: readonly Said[],
): Record<string, ValueUsed> {
  return Object.fromEntries(
    indicatorsOf(framework).map((one): [string, ValueUsed] => {
      const decided = settled[one.id];
      if (decided) return [one.id, { known: decided as Known, by: 'settled' }];
      const found = prefilled[one.id];
      if (found && found.value !== null) return [one.id, { known: found as Known, by: 'system' }];
      const told = toldBy(one, said);
      return [one.id, told ? { known: told, by: 'answers' } : { known: { value: null }, by: 'nobody' }];
    }),
  );
}

/**
 * One value of several answers: the mean of the parties' means, so that many tenants do not outvote the park;
 * of yes and no the no, and evidence only where all have it.
 */
function toldBy({ id, scoring }: Indicator, said: readonly Said[]): Known | undefined {
  const byParty = parties
    .map((party) =>
      said.filter((one) => one.party === party).flatMap(({ values }) => (values[id] ? [values[id]] : [])),
    )
    .map((answers) => answers.filter(({ value }) => value !== null))
    .filter((answers) => answers.length > 0);
  if (byParty.length === 0) return undefined;
  const all = byParty.flat();
  if (scoring.rule === 'yes-no') {
    return {
      value: Math.min(...all.map(({ value }) => value as number)),
      evidence: all.every(({ evidence }) => evidence),
    };
  }
  const previous = all.flatMap((one) => (typeof one.previous === 'number' ? [one.previous] : []));
  return {
    value: mean(byParty.map((answers) => mean(answers.map(({ value }) => value as number)))),
    ...(previous.length > 0 && { previous: mean(previous) }),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

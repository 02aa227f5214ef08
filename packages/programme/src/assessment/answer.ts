import { names } from '@tidu/reference';
import { z } from 'zod';
import { type Framework, indicatorsOf, parties } from './framework.ts';
import type { Prefilled } from './prefilled.ts';
import { prefilled } from './prefilled.ts';

const answered = z.object({
  /** Yes is 1, no is 0; `null` says that it is not known. */
  value: z.number().nullable(),
  previous: z.number().nullable().optional(),
  /** Why it differs from what the system found. */
  reason: z.string().max(2000).optional(),
  /** Where it can be seen: a document, an address. */
  evidence: z.string().max(2000).optional(),
});
export type Answered = z.infer<typeof answered>;

export const answer = z.object({
  assessment: z.string(),
  round: z.string(),
  year: z.int(),
  park: z.object({ id: z.string(), names, territory: z.string() }),
  party: z.enum(parties),
  organisation: z.string(),
  due: z.string(),
  /** Ids of indicators, with what the system found of them. */
  asked: z.array(z.object({ indicator: z.string(), prefilled: prefilled.optional() })),
  values: z.record(z.string(), answered).default({}),
  comment: z.string().max(5000).default(''),
});
export type Answer = z.infer<typeof answer>;

/** What a party fills in. */
export const filled = z.object({
  values: z.record(z.string(), answered),
  comment: z.string().max(5000).default(''),
});

/** What is asked of a party: what the framework asks of it; a park also sees all that was found, to object to it. */
export function askedOf(
  framework: Framework,
  party: Answer['party'],
  found: Readonly<Record<string, Prefilled>>,
): Answer['asked'] {
  return indicatorsOf(framework)
    .filter((one) => one.askedOf.includes(party) || (party === 'park' && one.source.from === 'system'))
    .map(({ id }) => ({ indicator: id, ...(found[id] && { prefilled: found[id] }) }));
}

/** Indicators whose answer is not what the system found; an answer that was not given does not differ. */
export function differing({ asked, values }: Pick<Answer, 'asked' | 'values'>): string[] {
  return asked
    .filter(({ indicator, prefilled: found }) => {
      const own = values[indicator];
      return own !== undefined && found !== undefined && found.value !== null && own.value !== found.value;
    })
    .map(({ indicator }) => indicator);
}

/** Answers that differ from what was found and do not say why. */
export const unexplained = (given: Pick<Answer, 'asked' | 'values'>): string[] =>
  differing(given).filter((indicator) => !given.values[indicator]?.reason?.trim());

/** What is asked and has neither an answer nor a value that the system found. */
export const unanswered = ({ asked, values }: Pick<Answer, 'asked' | 'values'>): string[] =>
  asked
    .filter(({ indicator, prefilled: found }) => values[indicator] === undefined && found === undefined)
    .map(({ indicator }) => indicator);

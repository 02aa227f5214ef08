import { names } from '@tidu/reference';
import { z } from 'zod';
import { benefitClause, side } from '../benefit/clause.ts';

const parameter = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z]*$/),
  name: names,
  kind: z.enum(['number', 'text']),
  least: z.number().optional(),
  most: z.number().optional(),
  default: z.union([z.number(), z.string()]),
});

/** What a clause makes due: once, so many days after the agreement begins, or every year on a day. */
const promise = z.strictObject({
  whose: side,
  what: names,
  due: z.union([
    z.strictObject({ daysAfterStart: z.int().min(1) }),
    z.strictObject({ everyYearOn: z.string().regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/) }),
  ]),
});

const clauseTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    heading: names,
    /** `{parameter}` stands for its value. */
    text: names,
    parameters: z.array(parameter),
    obligations: z.array(promise),
    source: z.string(),
    note: names.optional(),
  })
  .refine(
    ({ text, parameters }) => {
      const known = parameters.map(({ id }) => id);
      return [text.zh, text.en].every((one) => placeholders(one).every((id) => known.includes(id)));
    },
    { path: ['text'], message: 'names a parameter that the clause does not have' },
  );
export type ClauseTemplate = z.infer<typeof clauseTemplate>;

/** The clauses that agreements are put together from: a file of the pack. */
export const agreementTemplates = z.strictObject({
  clauses: z.array(clauseTemplate),
  /** A clause on benefit sharing to start from, as far as its source tells. */
  benefit: z.strictObject({ heading: names, clause: benefitClause, note: names, source: z.string() }),
});
export type AgreementTemplates = z.infer<typeof agreementTemplates>;

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, id]) => id as string);

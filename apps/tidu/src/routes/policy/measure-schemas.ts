import { findingCodes, measureKinds } from '@tidu/policy';
import { z } from 'zod';
import { words } from '../schemas.ts';

const verdict = z.enum(['given', 'not-eligible', 'unknown', 'not-in-force', 'excluded']);
const place = z.object({ code: z.string(), name: words });
const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
const figure = z.object({
  path: z.string(),
  names: words,
  unit: z.string().optional(),
  value: value.optional(),
});

export const measureBrief = z
  .object({
    id: z.string(),
    title: words,
    issuer: words,
    number: z.string().optional(),
    date: z.string().optional(),
    kind: z.enum(measureKinds),
    about: words,
    places: z.array(place),
    from: z.string(),
    to: z.string().optional(),
    wording: z.enum(['paraphrase', 'quoted']),
    /** Of a source that tells no amount. */
    unquantified: z.boolean(),
    /** The record by which an office put it in force; absent where it is of the pack. */
    record: z.object({ id: z.string(), sample: z.boolean() }).optional(),
  })
  .meta({ id: 'MeasureBrief' });

const part = { says: words, clause: words.optional() };

export const finding = z
  .object({
    code: z.enum(findingCodes),
    weight: z.enum(['error', 'look']),
    line: z.int(),
    expression: z.string().optional(),
    message: words,
    remedy: words,
  })
  .meta({ id: 'MeasureFinding' });

export const fieldNamed = z
  .object({
    path: z.string(),
    type: z.enum(['bool', 'string', 'double', 'list<string>']),
    names: words,
    unit: z.string().optional(),
    oneOf: z.array(z.string()).optional(),
  })
  .meta({ id: 'MeasureField' });

const amounts = {
  amounts: z.array(z.object({ when: z.string().optional(), amount: z.string(), ...part })),
  cap: z.string().optional(),
  floor: z.string().optional(),
};

export const measureWhole = measureBrief
  .extend({
    source: z.object({
      id: z.string(),
      title: z.string().optional(),
      issuer: z.string().optional(),
      number: z.string().optional(),
      date: z.string().optional(),
      url: z.string().optional(),
      note: z.string().optional(),
    }),
    parameters: z.array(
      z.object({ name: z.string(), values: z.array(z.object({ from: z.string(), value: z.number() })) }),
    ),
    eligible: z.array(z.object({ when: z.string(), ...part })),
    gives: z.union([
      z.object({ per: z.literal('once'), ...amounts, paid: z.array(z.number()) }),
      z.object({
        per: z.literal('year'),
        ...amounts,
        years: z.object({ from: z.int(), to: z.int() }),
        outlives: z.boolean(),
        inAll: z.string().optional(),
      }),
      z.object({ per: z.literal('unknown'), says: words }),
    ]),
    excludes: z.array(z.object({ id: z.string(), title: words.optional() })),
    within: z.object({ pool: z.string(), limit: z.string(), order: z.int() }).optional(),
    clawback: z.object(part).optional(),
    budget: z.object({ line: words, yearCny: z.number() }).optional(),
    examples: z.array(
      z.object({
        name: words,
        date: z.string(),
        place,
        given: z.array(figure),
        expect: z.object({ verdict, first: z.number().optional(), total: z.number().optional() }),
        came: z.object({ verdict, first: z.number().optional(), total: z.number().optional() }),
        right: z.boolean(),
        open: z.array(words),
      }),
    ),
    coverage: z.object({ taken: z.int(), ways: z.int() }),
    findings: z.array(finding),
    /** What a company is asked, to say whether it may have it. */
    fields: z.array(fieldNamed),
    text: z.string(),
  })
  .meta({ id: 'MeasureWhole' });

export const fault = z
  .object({
    line: z.int(),
    column: z.int(),
    path: z.string(),
    message: words,
    expression: z.string().optional(),
    remedy: words,
  })
  .meta({ id: 'MeasureFault' });

export const outcome = z
  .object({
    measure: z.string(),
    title: words,
    kind: z.enum(measureKinds),
    verdict,
    /** Yuan by year; absent where the amount is not known. */
    years: z.array(z.number()).optional(),
    total: z.number().optional(),
    /** The year that the reasons are of. */
    year: z.int(),
    open: z.array(fieldNamed),
    by: words.optional(),
    reasons: z.array(
      z.object({
        part: z.enum(['eligible', 'when', 'amount', 'cap', 'floor', 'inAll', 'limit']),
        index: z.int(),
        says: words.optional(),
        clause: words.optional(),
        expression: z.string(),
        figures: z.array(figure),
        said: z.union([z.boolean(), z.number()]).optional(),
      }),
    ),
  })
  .meta({ id: 'MeasureOutcome' });

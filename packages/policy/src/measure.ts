import { z } from 'zod';
import { subjectSchema } from './subject.ts';

const names = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
const day = z.iso.date();
const code = z.string().regex(/^\d{6}$/, 'a GB/T 2260 code of six digits');
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters and digits, with hyphens between')
  .max(80);
/** CEL; an int or a boolean that YAML has read is the text that it was. */
const expression = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .pipe(z.string().trim().min(1).max(2000));

export const measureKinds = [
  'land',
  'rent',
  'equipment',
  'investment',
  'logistics',
  'finance',
  'talent',
  'tax',
  'energy',
  'export',
  'research',
  'customs',
  'other',
] as const;

const condition = z.strictObject({ when: expression, says: names, clause: names.optional() });

const branch = z.strictObject({
  /** The first branch whose condition holds gives the amount; without one it always holds. */
  when: expression.optional(),
  amount: expression,
  says: names,
  clause: names.optional(),
});

const amounts = {
  amounts: z.array(branch).min(1).max(40),
  /** At most, at least: yuan; of one year where it is paid by the year, else in all. */
  cap: expression.optional(),
  floor: expression.optional(),
};

const gives = z.union([
  z.strictObject({
    per: z.literal('once'),
    ...amounts,
    /** Shares paid in the first, second … year; they add up to 1. */
    paid: z
      .array(z.number().min(0).max(1))
      .min(1)
      .max(10)
      .default([1])
      .refine((shares) => Math.abs(shares.reduce((sum, one) => sum + one, 0) - 1) < 1e-9, {
        error: 'the shares add up to 1',
      }),
  }),
  z.strictObject({
    per: z.literal('year'),
    ...amounts,
    /** Years of the project in which it is given. */
    years: z
      .strictObject({ from: z.int().min(1).max(30), to: z.int().min(1).max(30) })
      .refine(({ from, to }) => from <= to, { error: 'the first year comes before the last' })
      .default({ from: 1, to: 30 }),
    /** What was granted while the measure was in force is paid to the end of its years. */
    outlives: z.boolean().default(false),
    /** At most over all years, yuan. */
    inAll: expression.optional(),
  }),
  /** The source tells that there is something, and not how much. */
  z.strictObject({ unquantified: z.literal(true), says: names }),
]);

const expectation = z.strictObject({
  verdict: z.enum(['given', 'not-eligible', 'unknown', 'not-in-force', 'excluded']),
  /** Of the first year in which something is paid. */
  first: z.number().min(0).optional(),
  /** Over ten years. */
  total: z.number().min(0).optional(),
});

const example = z.strictObject({ name: names, ...subjectSchema.shape, expect: expectation });

/** A measure as it stands in its file. Its id is the file's name. */
export const measureSchema = z.strictObject({
  title: names,
  issuer: names,
  document: z.strictObject({ number: z.string().min(1).optional(), date: day.optional() }).default({}),
  /** Id of a source of the pack. */
  source: z.string().min(1),
  wording: z.enum(['paraphrase', 'quoted']),
  holds: z.strictObject({
    /** It holds in these places and all below them; `100000` is the whole country. */
    in: z.array(code).min(1).max(400),
    from: day,
    to: day.optional(),
  }),
  kind: z.enum(measureKinds),
  about: names,
  /** Numbers that change with time, each from a day on; an expression names them `p.rate`. */
  parameters: z
    .record(
      z.string().regex(/^[a-z][A-Za-z0-9]*$/),
      z.array(z.strictObject({ from: day, value: z.number() })).min(1),
    )
    .default({}),
  eligible: z.array(condition).max(40).default([]),
  gives,
  /** These cannot be had together with it: a company takes what gives it more. */
  excludes: z.array(id).max(40).default([]),
  /** What measures of one pool give together is at most the limit; they are served by their order. */
  within: z.strictObject({ pool: id, limit: expression, order: z.int().min(1).max(99) }).optional(),
  clawback: z.strictObject({ says: names, clause: names.optional() }).optional(),
  budget: z.strictObject({ line: names, yearCny: z.number().positive() }).optional(),
  examples: z.array(example).max(60).default([]),
});

type MeasureText = z.infer<typeof measureSchema>;
export type Measure = MeasureText & { readonly id: string };
export type Example = MeasureText['examples'][number];
export type MeasureKind = (typeof measureKinds)[number];

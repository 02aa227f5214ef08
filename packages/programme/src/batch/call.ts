import { names, regions } from '@tidu/reference';
import { z } from 'zod';

/** What can be measured of an application; `application/checks.ts` has one rule for each. */
const measures = [
  'applicant-level',
  'applicant-region',
  'zone-count',
  'total-area',
  'zones-apart',
  'zones-inside',
  'leading-industries',
  'industry-share',
  'processing-growth',
  'contribution-growth',
  'pairing',
] as const;
export type Measure = (typeof measures)[number];

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');

/** A condition of a call: what its text asks, and how it is measured. */
const condition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  measure: z.enum(measures),
  title: names,
  /** What the text says, in our words. */
  text: names,
  /** Where it says so. */
  clause: names,
  limit: z.number().positive().optional(),
  /** The text says "in principle" or "mainly": what exceeds the limit is for people to judge. */
  inPrinciple: z.boolean().default(false),
  regions: z.array(z.enum(regions)).optional(),
  source: z.string(),
});
export type Condition = z.infer<typeof condition>;

const requiredDocument = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: names,
  required: z.boolean(),
  clause: names.optional(),
  source: z.string(),
});

const deadline = z.strictObject({
  /** For applying, for the province's report, and for mending what is incomplete. */
  id: z.enum(['application', 'report', 'completion']),
  title: names,
  /** Calendar days: after the call for the first two, after the request for the last. */
  days: z.int().positive().max(3660),
  /** The day itself, once the call is out. */
  date: isoDate.optional(),
  source: z.string(),
});

/** What a batch asks of those who apply: conditions, documents and deadlines as data. */
export const call = z.strictObject({
  title: names,
  /** Document number of the notice: 商办贸函〔2021〕125号. */
  number: z.string().max(60).optional(),
  text: names,
  conditions: z.array(condition).min(1),
  /** Encouraged, not asked. */
  encouraged: z.array(z.strictObject({ text: names, clause: names, source: z.string() })).default([]),
  documents: z.array(requiredDocument).min(1),
  deadlines: z.array(deadline),
  /** The second provincial department that has to countersign the report, where the call asks for one. */
  countersign: names.optional(),
});
export type Call = z.infer<typeof call>;

/** A call of the pack, from which new ones are made. */
export const callTemplate = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  source: z.string(),
  call,
});

type DeadlineId = Call['deadlines'][number]['id'];

/** Days and the day of a deadline; nothing where the call sets none. */
export const deadlineOf = (of: Call, id: DeadlineId) => of.deadlines.find((one) => one.id === id);

/**
 * The day so many calendar days after another.
 * @example daysAfter('2024-02-28', 2) // '2024-03-01'
 */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The call with the days of its deadlines, as it goes out on a date; days that are set stay. */
export const datedFrom = (of: Call, date: string): Call => ({
  ...of,
  deadlines: of.deadlines.map((one) =>
    one.id === 'completion' ? one : { ...one, date: one.date ?? daysAfter(date, one.days) },
  ),
});

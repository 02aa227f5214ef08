import { names } from '@tidu/reference';
import { z } from 'zod';
import { creditCodeFault, creditCodeOf } from './credit-code.ts';

/** A division of manufacturing by GB/T 4754, as the pack tells it. */
export const industry = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: names,
  source: z.string(),
});

/** From lead to first export, in this order; the machine of a project goes along them. */
export const stages = [
  'lead',
  'negotiating',
  'signed',
  'land',
  'building',
  'equipment',
  'production',
  'exporting',
] as const;
export type Stage = (typeof stages)[number];

const text = (longest: number) => z.string().trim().min(1).max(longest);
const yuan = z.number().min(0).max(1e13);
const jobs = z.int().min(0).max(10_000_000);
const year = z.int().min(2000).max(2100);

const creditCode = z
  .string()
  .transform(creditCodeOf)
  .refine((code) => code === '' || creditCodeFault(code) === undefined, {
    error: 'not a unified social credit code (GB 32100): 18 characters, the last of which checks the others',
  });

const promised = z.strictObject({
  /** Fixed investment in all, yuan. */
  investment: yuan,
  jobs,
  /** When production is to begin. */
  production: z.iso.date().optional(),
  years: z
    .array(z.strictObject({ year, output: yuan.default(0), exports: yuan.default(0) }))
    .max(30)
    .default([]),
});

const result = z.strictObject({
  year,
  /** Paid in during the year, yuan. */
  paidIn: yuan.default(0),
  /** People employed at the end of the year. */
  jobs: jobs.default(0),
  output: yuan.default(0),
  exports: yuan.default(0),
});

const reached = z.strictObject({
  stage: z.enum(stages),
  date: z.iso.date(),
  /** What shows it: number of the agreement, of the permit, of the customs declaration. */
  evidence: z.string().max(500),
  /** The file of the project's record that shows it. */
  file: z.string().max(80).optional(),
  note: z.string().max(1000).default(''),
  /** Why stages before it were left out. */
  skipped: z.string().max(1000).optional(),
});

const stall = z.strictObject({
  from: z.enum(stages),
  since: z.iso.date(),
  until: z.iso.date().optional(),
  reason: text(1000),
});

const unique = (years: readonly { year: number }[]) =>
  new Set(years.map((one) => one.year)).size === years.length;
const once = { error: 'a year stands here twice; give each year once' };

/** A transfer project: from a lead to the first export. Amounts in yuan. */
export const project = z.strictObject({
  name: text(120),
  /** Who invests, as on its licence. */
  company: text(120),
  creditCode: creditCode.default(''),
  /** The account organisation of the company, where it has one. */
  companyOrganisation: z.string().optional(),
  /** The record of the park. */
  park: z.string(),
  parkOrganisation: z.string(),
  /** Where the park lies, GB/T 2260. */
  territory: z.string().regex(/^\d{6}$/),
  /** The eastern organisation that claims the project with the park. */
  partner: z.string().optional(),
  /** The city that production comes from, GB/T 2260. */
  origin: z.string().regex(/^\d{6}$/),
  /** GB/T 4754, from the division on. */
  industry: z.string().regex(/^\d{2,4}$/),
  /** Chapters of the Harmonized System. */
  chapters: z
    .array(z.string().regex(/^\d{2}$/))
    .max(10)
    .default([]),
  /** When it became known. */
  found: z.iso.date(),
  promised: promised.refine(({ years }) => unique(years), { ...once, path: ['years'] }),
  /** Changes of what was promised after signing. */
  amendments: z
    .array(z.strictObject({ on: z.iso.date(), document: text(200), reason: text(1000) }))
    .max(30)
    .default([]),
  results: z.array(result).max(30).default([]).refine(unique, once),
  /** Kept by the acts, never by hand: what was reached, when it stood still, who confirmed, how much of it counts. */
  course: z
    .strictObject({
      reached: z.array(reached).default([]),
      stalls: z.array(stall).default([]),
      confirmed: z.strictObject({ by: z.string(), on: z.iso.date() }).optional(),
      /** The part that counts here, 0 to 1: another park may have claimed the same. */
      counted: z.number().min(0).max(1).default(1),
      withdrawn: z.strictObject({ on: z.iso.date(), reason: text(1000) }).optional(),
    })
    .default({ reached: [], stalls: [], counted: 1 }),
});
export type Project = z.infer<typeof project>;

/** The course of a project that has just been entered. */
export const untouched: Project['course'] = { reached: [], stalls: [], counted: 1 };

/** When a stage was reached; nothing where it was not, or was left out. */
export const reachedOn = ({ course, found }: Project, stage: Stage): string | undefined =>
  stage === 'lead' ? found : course.reached.find((one) => one.stage === stage)?.date;

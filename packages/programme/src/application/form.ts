import { z } from 'zod';
import { zone } from '../park/zone.ts';

const text = z.string().max(4000).default('');
const line = z.string().trim().max(200).default('');
const amount = z.number().nonnegative().max(1e9);

const industry = z.strictObject({
  name: line,
  /** Divisions or groups of GB/T 4754, e.g. 39. */
  divisions: z
    .array(z.string().regex(/^\d{2,4}$/))
    .max(20)
    .default([]),
  /** Chapters of the HS, e.g. 85: what the statistics know it by. */
  chapters: z
    .array(z.string().regex(/^\d{2}$/))
    .max(40)
    .default([]),
  /** Of the output of the park, 0 to 1, as the applicant declares. */
  declaredShare: z.number().min(0).max(1).optional(),
});

/** Processing trade of the park in a year, 10 000 CNY, as declared. */
const declaredYear = z.strictObject({
  year: z.int().min(1990).max(2100),
  exports: amount.default(0),
  imports: amount.default(0),
});

const contact = z.strictObject({ name: line, post: line, phone: line, email: line });

/** What a place says of its park. A draft may lack anything; what must not be lacking is asked at submission. */
export const applicationForm = z.strictObject({
  parkName: z.strictObject({ zh: line, en: line }).prefault({}),
  /** The applicant's place, GB/T 2260. */
  place: z
    .string()
    .regex(/^(\d{6})?$/, 'six digits of GB/T 2260')
    .default(''),
  /** The government that applies. */
  applicant: line,
  zones: z.array(zone).max(20).default([]),
  industries: z.array(industry).max(10).default([]),
  processingTrade: z.array(declaredYear).max(12).default([]),
  partner: z
    .strictObject({
      place: z
        .string()
        .regex(/^(\d{6})?$/)
        .default(''),
      name: line,
    })
    .prefault({}),
  /** Which file answers which of the documents that the call asks for. */
  documents: z
    .array(z.strictObject({ document: z.string().max(40), file: z.string().max(80), name: line }))
    .max(60)
    .default([]),
  contacts: z.array(contact).max(10).default([]),
  texts: z.strictObject({ overview: text, advantages: text, plan: text, abroad: text }).prefault({}),
});
export type ApplicationForm = z.infer<typeof applicationForm>;
export type DeclaredYear = z.infer<typeof declaredYear>;

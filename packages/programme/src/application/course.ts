import type { Names } from '@tidu/reference';
import { z } from 'zod';
import type { BatchState } from '../batch/batch.workflow.ts';
import type { Call } from '../batch/call.ts';
import type { Facts } from '../ground/kind.ts';
import type { ApplicationContent } from './application.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The fields of the form, as reasons name them. */
export const fields = {
  parkName: { zh: '产业园名称', en: 'name of the park' },
  place: { zh: '申报地', en: 'place of the applicant' },
  applicant: { zh: '申报主体', en: 'applicant' },
  zones: { zh: '片区', en: 'zones' },
  industries: { zh: '主导产业', en: 'leading industries' },
  processingTrade: { zh: '加工贸易', en: 'processing trade' },
  partner: { zh: '结对方', en: 'partner' },
  documents: { zh: '材料', en: 'documents' },
  contacts: { zh: '联系人', en: 'contacts' },
  texts: { zh: '说明', en: 'statements' },
} as const satisfies Record<string, Names>;
export type Field = keyof typeof fields;
const field = z.enum(Object.keys(fields) as [Field, ...Field[]]);

/** What is asked to be mended, field by field. */
export const remarks = z
  .array(z.strictObject({ field, reason: z.string().trim().min(1, 'say what to mend').max(1000) }))
  .min(1, 'name at least one field and what to mend in it')
  .max(40);

const by = { on: isoDate, by: z.string(), organisation: z.string() };
const opinion = z.strictObject({ ...by, opinion: z.string() });

/** What the procedure has said of an application, in the order in which it says it. */
export const course = z.strictObject({
  submittedOn: isoDate.optional(),
  /** Until when the province has to report. */
  until: isoDate.optional(),
  returned: z.strictObject({ ...by, reasons: remarks }).optional(),
  report: opinion.optional(),
  countersign: opinion.optional(),
  /** Said once: everything that lacks, and until when it may be mended. */
  incomplete: z
    .strictObject({ ...by, due: isoDate, reasons: remarks, answeredOn: isoDate.optional() })
    .optional(),
  acceptedOn: isoDate.optional(),
  /** Accounts of the experts who review it. */
  assigned: z.array(z.string()).default([]),
  review: z
    .strictObject({
      recommended: z.boolean(),
      score: z.number().optional(),
      rank: z.int().positive().optional(),
    })
    .optional(),
  /** Why it was rejected or withdrawn. */
  ended: z.strictObject({ ...by, reason: z.string() }).optional(),
});

/** What the guards of an application look at: the call, and how its batch stands. */
export type ApplicationFacts = Facts<
  ApplicationContent,
  { readonly call: Call; readonly batchState: BatchState }
>;

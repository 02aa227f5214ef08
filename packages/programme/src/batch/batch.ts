import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Kind } from '../ground/kind.ts';
import { type BatchAct, type BatchFacts, type BatchState, batchWorkflow } from './batch.workflow.ts';
import { datedFrom, deadlineOf, call as isCall } from './call.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const batchContent = z.strictObject({
  name: names,
  call: isCall,
  /** The day on which the call went out. */
  calledOn: isoDate.optional(),
  closedOn: isoDate.optional(),
  /** Why it was closed early, or cancelled. */
  reason: z.string().optional(),
});
export type BatchContent = z.infer<typeof batchContent>;

const reason = z.strictObject({ reason: z.string().trim().max(2000).optional() });
const because = ({ given }: { given: Readonly<Record<string, unknown>> }) =>
  typeof given.reason === 'string' && given.reason !== '' ? { reason: given.reason } : {};

/** A batch of recognition: a call, those who apply, and the list that comes of it. */
export const batch: Kind<BatchContent, BatchState, BatchAct, BatchFacts['extra']> = {
  name: 'batch',
  plural: 'batches',
  names: { zh: '批次', en: 'batch' },
  content: batchContent,
  workflow: batchWorkflow,
  face: ({ name, call }, state) => ({
    title: name,
    territory: '100000',
    organisations: ['org-ministry'],
    published: state !== 'draft',
    due: state === 'called' ? deadlineOf(call, 'application')?.date : undefined,
    words: call.number ? [call.number] : [],
  }),
  publicContent: (content) => content,
  doing: {
    publishCall: {
      change: (content, { today }) => ({
        ...content,
        call: datedFrom(content.call, today),
        calledOn: today,
      }),
    },
    closeCall: {
      given: reason,
      change: (content, facts) => ({ ...content, closedOn: facts.today, ...because(facts) }),
    },
    cancel: { given: reason, change: (content, facts) => ({ ...content, ...because(facts) }) },
  },
};

import { names } from '@tidu/reference';
import { z } from 'zod';
import { side } from '../benefit/clause.ts';
import type { Kind } from '../ground/kind.ts';
import { type ObligationAct, type ObligationState, obligationWorkflow } from './obligation.workflow.ts';
import { faceOf, parties, reason, signature } from './parties.ts';

const obligationContent = z.strictObject({
  ...parties,
  pairing: z.string().min(1),
  agreement: z.string().min(1),
  whose: side,
  what: names,
  due: z.iso.date(),
  /** The clause that promises it, by its template. */
  clause: z.string().optional(),
  /** Written by acts: what was shown each time, and what was said against it. */
  claims: z.array(signature.extend({ evidence: z.string(), fulfilledOn: z.iso.date() })).default([]),
  disputes: z.array(signature.extend({ reason })).default([]),
  settled: signature.extend({ reason: reason.optional() }).optional(),
});
export type ObligationContent = z.infer<typeof obligationContent>;

/** What one side of an agreement owes the other. */
export const obligation: Kind<ObligationContent, ObligationState, ObligationAct> = {
  name: 'obligation',
  plural: 'obligations',
  names: { zh: '协议义务', en: 'obligation' },
  content: obligationContent,
  workflow: obligationWorkflow,
  face: (content, state) => ({
    ...faceOf(content),
    title: content.what,
    parent: content.agreement,
    due: isOpen(state) ? content.due : undefined,
    words: [content.name.zh, content.name.en],
  }),
  doing: {
    claim: {
      given: z.strictObject({
        evidence: z.string().trim().min(5, 'say what shows that it was done, and attach the files').max(4000),
        on: z.iso.date(),
      }),
      change: (content, { asker, today, given }) => ({
        ...content,
        claims: [
          ...content.claims,
          {
            by: asker.name,
            on: today,
            evidence: given.evidence as string,
            fulfilledOn: given.on as string,
          },
        ],
      }),
    },
    confirm: {
      change: (content, { asker, today }) => ({ ...content, settled: { by: asker.name, on: today } }),
    },
    dispute: {
      given: z.strictObject({ reason }),
      change: (content, { asker, today, given }) => ({
        ...content,
        disputes: [...content.disputes, { by: asker.name, on: today, reason: given.reason as string }],
      }),
    },
    release: {
      given: z.strictObject({ reason }),
      change: (content, { asker, today, given }) => ({
        ...content,
        settled: { by: asker.name, on: today, reason: given.reason as string },
      }),
    },
  },
};

/** Something is still to be done by somebody. */
const isOpen = (state: string): boolean => ['open', 'claimed', 'disputed'].includes(state);

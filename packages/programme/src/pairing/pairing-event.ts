import { z } from 'zod';
import { fen } from '../benefit/money.ts';
import type { Kind } from '../ground/kind.ts';
import {
  type PairingEventAct,
  type PairingEventState,
  pairingEventWorkflow,
} from './pairing-event.workflow.ts';
import { faceOf, parties, reason } from './parties.ts';

const count = z.int().min(0).max(1_000_000);
/** What came of it, by the kind of event; what is not known is left out. */
const numbers = z.strictObject({
  investorsMet: count.optional(),
  projectsSigned: count.optional(),
  peopleSent: count.optional(),
  peopleReceived: count.optional(),
  fundFen: fen.optional(),
  paidInFen: fen.optional(),
});
const eventKinds = ['investment-event', 'secondment', 'joint-fund', 'visit'] as const;
const numbersOf: Readonly<Record<(typeof eventKinds)[number], readonly (keyof z.infer<typeof numbers>)[]>> = {
  'investment-event': ['investorsMet', 'projectsSigned'],
  secondment: ['peopleSent', 'peopleReceived'],
  'joint-fund': ['fundFen', 'paidInFen'],
  visit: [],
};

const pairingEventContent = z
  .strictObject({
    ...parties,
    pairing: z.string().min(1),
    kind: z.enum(eventKinds),
    title: z.string().trim().min(2).max(200),
    date: z.iso.date(),
    to: z.iso.date().optional(),
    numbers: numbers.default({}),
    note: z.string().max(4000).optional(),
  })
  .superRefine(({ kind, date, to, numbers }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (to !== undefined && to < date) refuse(['to'], 'ends before it begins: give a later day');
    for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
      if (numbers[name] !== undefined && !numbersOf[kind].includes(name)) {
        refuse(['numbers', name], `is no number of this kind of event: leave it out`);
      }
    }
    if ((numbers.paidInFen ?? 0) > (numbers.fundFen ?? Infinity)) {
      refuse(['numbers', 'paidInFen'], 'more is paid in than the fund holds: check both');
    }
  });
export type PairingEventContent = z.infer<typeof pairingEventContent>;

/** A joint investment event, a secondment, a joint fund, a visit. */
export const pairingEvent: Kind<PairingEventContent, PairingEventState, PairingEventAct> = {
  name: 'pairing-event',
  plural: 'pairing-events',
  names: { zh: '共建活动', en: 'joint event' },
  content: pairingEventContent,
  workflow: pairingEventWorkflow,
  face: (content, state) => ({
    ...faceOf(content),
    title: { zh: content.title, en: content.title },
    parent: content.pairing,
    due: state === 'planned' ? content.date : undefined,
  }),
  doing: { cancel: { given: z.strictObject({ reason }) } },
};

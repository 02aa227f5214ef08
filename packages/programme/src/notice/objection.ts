import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { said, saidAs, says, text } from '../ground/said.ts';
import { createWorkflow } from '../ground/workflow.ts';

const isoDate = z.iso.date();

/** What upholding an objection does to the application. */
const consequences = ['none', 'rejected'] as const;

const objectionContent = z.strictObject({
  notice: z.string(),
  /** The application objected to; the whole notice where there is none. */
  application: z.string().max(80).optional(),
  /** Whom to answer: for the ministry's desk and for nobody else. */
  objector: z.strictObject({
    name: z.string().trim().min(1, 'say who objects').max(100),
    organisation: z.string().trim().max(200).default(''),
    contact: z.string().trim().min(1, 'say how you can be reached').max(200),
  }),
  grounds: text,
  /** What supports it, in words; files are attached to the record. */
  evidence: z.string().trim().max(8000).default(''),
  // From here on the procedure writes.
  receivedOn: isoDate.optional(),
  account: z.string().default('public'),
  /** Organisations whose application it is about. */
  concerned: z.array(z.string()).default([]),
  admission: said.optional(),
  statement: said.optional(),
  reply: said.optional(),
  decision: z
    .strictObject({ on: isoDate, by: z.string(), text, consequence: z.enum(consequences) })
    .optional(),
});
export type ObjectionContent = z.infer<typeof objectionContent>;

export type ObjectionState = 'received' | 'admitted' | 'inadmissible' | 'replied' | 'upheld' | 'dismissed';
export type ObjectionAct = 'admit' | 'refuse' | 'state' | 'reply' | 'uphold' | 'dismiss';

/** In these it stands in the way of the list. */
export const openObjection: readonly ObjectionState[] = ['received', 'admitted', 'replied'];
const told: readonly ObjectionState[] = ['inadmissible', 'upheld', 'dismissed'];

type ObjectionFacts = Facts<ObjectionContent, undefined>;

/** What somebody holds against a proposal, as a case: admitted or not, answered, decided, with its effect. */
export const objection: Kind<ObjectionContent, ObjectionState, ObjectionAct, undefined> = {
  name: 'objection',
  plural: 'objections',
  names: { zh: '异议', en: 'objection' },
  content: objectionContent,
  workflow: createWorkflow<ObjectionState, ObjectionAct, ObjectionFacts>({
    name: 'objection',
    states: {
      received: { zh: '已收到', en: 'received' },
      admitted: { zh: '已受理', en: 'admitted' },
      inadmissible: { zh: '不予受理', en: 'inadmissible' },
      replied: { zh: '已答复', en: 'replied to' },
      upheld: { zh: '异议成立', en: 'upheld' },
      dismissed: { zh: '异议不成立', en: 'dismissed' },
    },
    initial: 'received',
    editable: [],
    acts: {
      admit: { name: { zh: '受理', en: 'admit' }, from: ['received'], to: 'admitted' },
      refuse: { name: { zh: '不予受理', en: 'refuse' }, from: ['received'], to: 'inadmissible' },
      state: {
        name: { zh: '当事方说明', en: 'statement of those concerned' },
        from: ['admitted'],
      },
      reply: { name: { zh: '答复', en: 'reply' }, from: ['admitted'], to: 'replied' },
      uphold: { name: { zh: '认定成立', en: 'uphold' }, from: ['replied'], to: 'upheld' },
      dismiss: { name: { zh: '认定不成立', en: 'dismiss' }, from: ['replied'], to: 'dismissed' },
    },
  }),
  face: ({ notice, concerned, account }, state) => ({
    title: { zh: '对公示的异议', en: 'Objection to the notice' },
    territory: '100000',
    organisations: concerned,
    people: account === 'public' ? [] : [account],
    parent: notice,
    published: told.includes(state),
  }),
  publicContent: ({ notice, application, admission, reply, decision }) => ({
    notice,
    ...(application && { application }),
    ...(admission && { admission }),
    ...(reply && { reply }),
    ...(decision && { decision }),
  }),
  shownTo: (content, asker) =>
    asker.role === 'ministry' || (content.account !== 'public' && asker.account === content.account)
      ? content
      : { ...content, objector: { name: '', organisation: '', contact: '' }, account: 'public' },
  // A file tells who handed it in.
  filesShownTo: ({ account }, asker) =>
    asker.role === 'ministry' || (account !== 'public' && asker.account === account),
  doing: {
    admit: saidAs('admission'),
    refuse: saidAs('admission'),
    state: saidAs('statement'),
    reply: saidAs('reply'),
    uphold: {
      given: z.strictObject({ text, consequence: z.enum(consequences) }),
      change: (content, facts) => ({
        ...content,
        decision: { ...says(facts), consequence: z.enum(consequences).parse(facts.given.consequence) },
      }),
    },
    dismiss: {
      given: z.strictObject({ text }),
      change: (content, facts) => ({ ...content, decision: { ...says(facts), consequence: 'none' } }),
    },
  },
};

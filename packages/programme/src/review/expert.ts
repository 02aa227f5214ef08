import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow } from '../ground/workflow.ts';

const line = z.string().trim().min(1).max(200);
/** An organisation by its id where it has one in the programme, and by its name. */
const body = z.strictObject({ id: z.string().max(80).optional(), name: line });

/** Whom the expert is tied to, and how: what conflicts are found from. */
const ties = z.array(z.strictObject({ to: body, what: line })).max(60);

const expertContent = z.strictObject({
  /** The account by which the expert signs in. */
  account: z.string().min(1).max(80),
  name: line,
  employer: body,
  /** GB/T 2260 code of where the expert works. */
  place: z.string().regex(/^\d{6}$/, 'six digits of GB/T 2260'),
  fields: z.array(z.string().max(40)).min(1).max(10),
  ties: ties.default([]),
  reason: z.string().max(2000).optional(),
});
export type ExpertContent = z.infer<typeof expertContent>;

export type ExpertState = 'listed' | 'retired';
export type ExpertAct = 'declare' | 'retire' | 'reinstate';

const reason = z.strictObject({ reason: z.string().trim().min(1, 'give a reason').max(2000) });

/** Somebody who may be drawn for a panel, with what could stand in the way of fairness. */
export const expert: Kind<ExpertContent, ExpertState, ExpertAct, undefined> = {
  name: 'expert',
  plural: 'experts',
  names: { zh: '专家', en: 'expert' },
  content: expertContent,
  workflow: createWorkflow<ExpertState, ExpertAct, Facts<ExpertContent, undefined>>({
    name: 'expert',
    states: { listed: { zh: '在库', en: 'listed' }, retired: { zh: '已出库', en: 'retired' } },
    initial: 'listed',
    editable: ['listed'],
    acts: {
      declare: { name: { zh: '申明关联', en: 'declare ties' }, from: ['listed'] },
      retire: { name: { zh: '出库', en: 'retire' }, from: ['listed'], to: 'retired' },
      reinstate: { name: { zh: '重新入库', en: 'list again' }, from: ['retired'], to: 'listed' },
    },
  }),
  face: ({ name, account, employer }) => ({
    title: { zh: name, en: name },
    territory: '100000',
    organisations: ['org-ministry'],
    people: [account],
    published: false,
    words: [employer.name],
  }),
  doing: {
    declare: {
      given: z.strictObject({ ties }),
      change: (content, { given }) => ({ ...content, ties: ties.parse(given.ties) }),
    },
    retire: { given: reason, change: (content, { given }) => ({ ...content, reason: String(given.reason) }) },
  },
};

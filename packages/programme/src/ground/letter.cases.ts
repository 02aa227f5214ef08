import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Asker } from '../account/asker.ts';
import type { Kind } from './kind.ts';
import type { Registered } from './registered.ts';
import { createWorkflow } from './workflow.ts';
import type { Figures, World } from './world.ts';

/** A kind small enough to try the store with: a letter that is written, sent and answered. */
const content = z.object({
  text: z.string().max(100),
  place: z.string(),
  from: z.string(),
  to: z.string().optional(),
  reader: z.string().optional(),
  answer: z.string().optional(),
});
type Letter = z.infer<typeof content>;
type State = 'draft' | 'sent' | 'answered' | 'lapsed';
type Act = 'send' | 'answer' | 'lapse';

const kind: Kind<Letter, State, Act, { siblings: number }> = {
  name: 'letter',
  plural: 'letters',
  names: words('信', 'letter'),
  content,
  workflow: createWorkflow({
    name: 'letter',
    states: {
      draft: words('草稿', 'draft'),
      sent: words('已发', 'sent'),
      answered: words('已复', 'answered'),
      lapsed: words('失效', 'lapsed'),
    },
    initial: 'draft',
    editable: ['draft'],
    acts: {
      send: {
        name: words('发出', 'send'),
        from: ['draft'],
        to: 'sent',
        guards: [
          {
            name: 'text',
            holds: ({ record }) => record.content.text !== '' || words('尚无内容', 'it says nothing'),
          },
        ],
      },
      answer: { name: words('答复', 'answer'), from: ['sent'], to: 'answered' },
      lapse: { name: words('失效', 'lapse'), from: ['sent'], to: 'lapsed', by: 'clock' },
    },
  }),
  face: ({ text, place, from, to, reader }, state) => ({
    title: { zh: text, en: text },
    territory: place,
    organisations: [from, ...(to ? [to] : [])],
    ...(reader && { people: [reader] }),
    published: state === 'answered',
  }),
  doing: {
    answer: {
      given: z.object({ answer: z.string().min(1) }),
      change: (letter, { given }) => ({ ...letter, answer: String(given.answer) }),
    },
  },
};

export const letter: Registered<Letter, State, Act, { siblings: number }> = {
  kind,
  extra: async (records) => ({ siblings: (await records.list({ kind: 'letter' })).total }),
  effects: {
    answer: async (records, record, { asker, extra }) => {
      await records.create('letter', { ...record.content, text: `copy of ${extra.siblings}` }, asker);
    },
  },
};

export const writer: Asker = {
  account: 'writer',
  name: '写信人',
  role: 'park',
  organisation: 'org-a',
  territory: '140100',
};

export const worldAt = (moment: { now: Date }): World => ({
  pack: undefined as never,
  rules: {} as never,
  plans: { faults: () => [] },
  placements: { faults: () => [], setByHand: () => [] },
  figures: undefined as unknown as Figures,
  measures: undefined as never,
  now: () => moment.now,
});

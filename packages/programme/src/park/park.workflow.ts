import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { stated, statedFact, withdrawn } from './fact.ts';
import type { ParkField } from './field.ts';
import {
  factsToPublish,
  hasNews,
  type ParkProfile,
  parkProfile,
  publicProfile,
  publishedOn,
} from './park.ts';

/** What acts on a park look at beside it: what may be said of parks. */
export interface ParkSurroundings {
  readonly fields: readonly ParkField[];
}
type Told = Facts<ParkProfile, ParkSurroundings>;

const somethingNew: Guard<Told> = {
  name: 'something-new',
  holds: ({ record }) =>
    hasNews(record.content) || words('与已发布的内容相同', 'it says what has been published already'),
};
const somethingToShow: Guard<Told> = {
  name: 'something-to-show',
  holds: ({ record }) =>
    factsToPublish(record.content).length > 0 ||
    words('没有可公开的内容：请先填报公开字段', 'there is nothing to show: state facts of open fields first'),
};

const profileStates = ['candidate', 'recognised', 'warned', 'exiting', 'exited'] as const;
type State = (typeof profileStates)[number];

const parkWorkflow = createWorkflow<
  State,
  | 'state'
  | 'withdraw'
  | 'open'
  | 'publishProfile'
  | 'recognise'
  | 'warn'
  | 'liftWarning'
  | 'beginExit'
  | 'stay'
  | 'exit',
  Told
>({
  name: 'park',
  states: {
    candidate: { zh: '候选', en: 'Candidate' },
    recognised: { zh: '已认定', en: 'Recognised' },
    warned: { zh: '预警', en: 'Warned' },
    exiting: { zh: '退出程序中', en: 'Exiting' },
    exited: { zh: '已退出', en: 'Exited' },
  },
  initial: 'candidate',
  // A profile is not overwritten: facts are stated, and withdrawn.
  editable: [],
  acts: {
    state: { name: { zh: '填报', en: 'State facts' }, from: profileStates },
    withdraw: { name: { zh: '撤回一条', en: 'Withdraw a fact' }, from: profileStates },
    open: { name: { zh: '设定公开字段', en: 'Set what is public' }, from: profileStates },
    publishProfile: {
      name: { zh: '发布档案', en: 'Publish the profile' },
      from: profileStates,
      guards: [somethingToShow, somethingNew],
    },
    recognise: { name: { zh: '认定', en: 'Recognise' }, from: ['candidate'], to: 'recognised' },
    warn: { name: { zh: '预警', en: 'Warn' }, from: ['recognised'], to: 'warned' },
    liftWarning: { name: { zh: '解除预警', en: 'Lift the warning' }, from: ['warned'], to: 'recognised' },
    beginExit: {
      name: { zh: '启动退出', en: 'Begin exit' },
      from: ['recognised', 'warned'],
      to: 'exiting',
    },
    stay: { name: { zh: '终止退出', en: 'Stop the exit' }, from: ['exiting'], to: 'warned' },
    exit: { name: { zh: '退出', en: 'Exit' }, from: ['exiting'], to: 'exited' },
  },
});

/** Where a case says why, it need not be said again. */
const why = z.strictObject({ reason: z.string().trim().min(1).max(2000).optional() });

/** A national processing trade industrial park, or one that would be. */
export const parkKind: Kind<ParkProfile, State, keyof typeof parkWorkflow.acts, ParkSurroundings> = {
  name: 'park',
  plural: 'park-profiles',
  names: { zh: '园区档案', en: 'Park profile' },
  content: parkProfile,
  workflow: parkWorkflow,
  face: ({ name, place, committee, packId, published }) => ({
    title: name,
    territory: place,
    organisations: [committee],
    published: published !== undefined,
    words: packId ? [packId] : [],
  }),
  publicContent: publicProfile,
  doing: {
    state: {
      given: z.strictObject({ facts: z.array(statedFact).min(1).max(100) }),
      change: (park, { given, extra, today }) => ({
        ...park,
        facts: stated(park.facts, statedFact.array().parse(given.facts), extra.fields, today),
      }),
    },
    withdraw: {
      given: z.strictObject({ fact: z.string().max(20), why: z.string().trim().min(1).max(500) }),
      change: (park, { given, today }) => ({
        ...park,
        facts: withdrawn(park.facts, String(given.fact), String(given.why), today),
      }),
    },
    open: {
      given: z.strictObject({ fields: z.array(z.string()).max(100) }),
      change: (park, { given, extra }) => ({
        ...park,
        open: extra.fields.map(({ id }) => id).filter((id) => (given.fields as string[]).includes(id)),
      }),
    },
    publishProfile: {
      change: (park, { today }) => publishedOn(park, today),
    },
    recognise: {
      given: z.strictObject({ batch: z.string().max(80).optional() }),
      change: (park, { given }) => (given.batch ? { ...park, batch: String(given.batch) } : park),
    },
    warn: { given: why },
    liftWarning: { given: why },
    beginExit: { given: why },
    stay: { given: why },
    exit: { given: why },
  },
};

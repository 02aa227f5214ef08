import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import type { ObligationContent } from './obligation.ts';
import { isOtherThan, refusal, sideOf } from './parties.ts';

type F = Facts<ObligationContent>;

const owes: Guard<F> = {
  name: 'owes it',
  holds: ({ record: { content }, asker }) =>
    sideOf(content, asker) === content.whose ||
    refusal('只能由承担义务的一方办理', 'only the side that owes it can do this'),
};
const isOwed = isOtherThan<ObligationContent>(
  ({ whose }) => whose,
  refusal('须由另一方办理', 'the other side has to do this'),
);
const notAhead: Guard<F> = {
  name: 'date of fulfilment',
  holds: ({ given, today }) =>
    given.on === undefined ||
    (given.on as string) <= today ||
    refusal('履行日期不能晚于今天', 'the date of fulfilment lies ahead'),
};

/** One side owes something until a day, says with evidence that it is done, and the other side agrees or not. */
export const obligationWorkflow = createWorkflow({
  name: 'obligation',
  states: {
    open: { zh: '待履行', en: 'open' },
    claimed: { zh: '已申报履行', en: 'claimed fulfilled' },
    confirmed: { zh: '已确认', en: 'confirmed' },
    disputed: { zh: '有争议', en: 'disputed' },
    released: { zh: '已免除', en: 'released' },
  },
  initial: 'open',
  editable: [],
  acts: {
    claim: {
      name: { zh: '申报履行', en: 'claim as fulfilled' },
      from: ['open', 'disputed'],
      to: 'claimed',
      guards: [owes, notAhead],
    },
    confirm: {
      name: { zh: '确认履行', en: 'confirm' },
      from: ['claimed'],
      to: 'confirmed',
      guards: [isOwed],
    },
    dispute: {
      name: { zh: '提出异议', en: 'dispute' },
      from: ['claimed'],
      to: 'disputed',
      guards: [isOwed],
    },
    release: {
      name: { zh: '免除', en: 'release' },
      from: ['open', 'disputed'],
      to: 'released',
      guards: [isOwed],
    },
  },
});

export type ObligationState = keyof typeof obligationWorkflow.states;
export type ObligationAct = keyof typeof obligationWorkflow.acts;

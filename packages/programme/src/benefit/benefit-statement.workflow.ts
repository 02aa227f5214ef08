import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { isConcerned, isOtherThan, refusal, sideOf } from '../pairing/parties.ts';
import type { BenefitStatementContent, StatementOutside } from './benefit-statement.ts';
import type { BenefitEntry } from './clause.ts';
import { whatStandsAgainst } from './unsettled.ts';

type F = Facts<BenefitStatementContent, StatementOutside>;

/** The amounts that would be settled: those given with a correction, else those of the draft. */
export const entriesOf = ({ record, given }: F): readonly BenefitEntry[] =>
  (given.entries as BenefitEntry[] | undefined) ?? record.content.entries;

const agreed: Guard<F> = {
  name: 'clause in force',
  holds: ({ extra }) =>
    extra.clause === undefined
      ? refusal('协议没有权益分配条款', 'the agreement has no clause on benefit sharing')
      : ['in-force', 'expired', 'terminated'].includes(extra.agreementState) ||
        refusal('协议尚未生效', 'the agreement is not in force yet'),
};
const hasAmounts: Guard<F> = {
  name: 'amounts',
  holds: (facts) => entriesOf(facts).length > 0 || refusal('尚未填写金额', 'there are no amounts yet'),
};
const computes: Guard<F> = {
  name: 'computes',
  holds: (facts) => {
    const { clause } = facts.extra;
    const first = clause && whatStandsAgainst(clause, facts.record.content.year, entriesOf(facts))[0];
    return first === undefined || refusal(first.zh, first.en);
  },
};
const ofTheAgreement: Guard<F> = {
  name: 'projects of the agreement',
  holds: (facts) => {
    const strange = entriesOf(facts).find(({ project }) => !facts.extra.projects.includes(project));
    return (
      strange === undefined ||
      refusal(
        `项目“${strange.project}”不在协议的共同项目之列`,
        `the project "${strange.project}" is not among those of the agreement`,
      )
    );
  },
};
const onlyOne: Guard<F> = {
  name: 'one for the year',
  holds: ({ record, extra }) =>
    !extra.otherYears.includes(record.content.year) ||
    refusal('该协议本年已有结算单', 'the agreement has another statement for this year'),
};
const onceInTheCountry: Guard<F> = {
  name: 'counted once',
  holds: (facts) => {
    const twice = entriesOf(facts).find(({ project }) => extraClaims(facts).includes(project));
    return (
      twice === undefined ||
      refusal(
        `项目“${twice.project}”本年已在另一协议的结算单中，不能重复计算`,
        `the project "${twice.project}" is in a statement of another agreement for this year: it is counted once`,
      )
    );
  },
};
const extraClaims = ({ extra }: F): readonly string[] => extra.claimedElsewhere;

const theOtherSide = isOtherThan<BenefitStatementContent>(
  ({ confirmations: { park, partner } }) => (park ? 'park' : partner ? 'partner' : undefined),
  refusal('须由另一方确认', 'the other side has to confirm'),
);
const hasNotConfirmed: Guard<F> = {
  name: 'has not confirmed',
  holds: ({ record: { content }, asker }) => {
    const side = sideOf(content, asker);
    return (
      side === undefined ||
      content.confirmations[side] === undefined ||
      refusal('本方已确认', 'your side has confirmed it')
    );
  },
};
const settles = [isConcerned, agreed, hasAmounts, ofTheAgreement, computes, onlyOne, onceInTheCountry];

/** What a year came to: drafted, stated, confirmed by both sides; or disputed, corrected and stated anew. */
export const benefitStatementWorkflow = createWorkflow({
  name: 'benefit-statement',
  states: {
    draft: { zh: '起草', en: 'draft' },
    stated: { zh: '已出具', en: 'stated' },
    'confirmed-by-one': { zh: '一方已确认', en: 'confirmed by one side' },
    confirmed: { zh: '双方确认', en: 'confirmed by both' },
    disputed: { zh: '有争议', en: 'disputed' },
    dropped: { zh: '作废', en: 'dropped' },
  },
  initial: 'draft',
  editable: ['draft'],
  acts: {
    state: { name: { zh: '出具结算单', en: 'state' }, from: ['draft'], to: 'stated', guards: settles },
    confirm: {
      name: { zh: '确认', en: 'confirm' },
      from: ['stated'],
      to: 'confirmed-by-one',
      guards: [isConcerned],
    },
    'confirm-second': {
      name: { zh: '确认（第二方）', en: 'confirm as the second side' },
      from: ['confirmed-by-one'],
      to: 'confirmed',
      guards: [isConcerned, theOtherSide],
    },
    dispute: {
      name: { zh: '提出异议', en: 'dispute' },
      from: ['stated', 'confirmed-by-one'],
      to: 'disputed',
      guards: [isConcerned, hasNotConfirmed],
    },
    correct: {
      name: { zh: '更正后重新出具', en: 'correct and state anew' },
      from: ['disputed'],
      to: 'stated',
      guards: settles,
    },
    drop: { name: { zh: '作废', en: 'drop' }, from: ['draft'], to: 'dropped', guards: [isConcerned] },
  },
});

export type StatementState = keyof typeof benefitStatementWorkflow.states;
export type StatementAct = keyof typeof benefitStatementWorkflow.acts;

/** Statements that stand: neither drafts nor in dispute. */
export const standing: readonly StatementState[] = ['stated', 'confirmed-by-one', 'confirmed'];

import { z } from 'zod';
import type { Asker } from '../account/asker.ts';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { reweighted } from './framework.ts';
import { type Round, round, roundPlan } from './round.ts';

/** What lies outside of a round: its parks and their assessments. */
export interface RoundSurroundings {
  /** Recognised parks that it would assess. */
  readonly parks: number;
  /** Assessments by state. */
  readonly assessments: Readonly<Record<string, number>>;
  /** Answers that are neither submitted nor given up. */
  readonly waiting: number;
}

type RoundState = 'draft' | 'opened' | 'closed' | 'scored' | 'consultation' | 'published' | 'cancelled';
type RoundAct =
  | 'change'
  | 'reweight'
  | 'open'
  | 'extend'
  | 'close'
  | 'lapse'
  | 'score'
  | 'consult'
  | 'rework'
  | 'publish'
  | 'decide'
  | 'cancel';
type RoundFacts = Facts<Round, RoundSurroundings>;
type RoundGuard = Guard<RoundFacts>;

const hasFramework: RoundGuard = {
  name: 'has-framework',
  holds: ({ record }) =>
    record.content.framework !== undefined || {
      zh: '没有指标体系，请重新建立本轮考核',
      en: 'it has no framework: make the round anew',
    },
};
const hasParks: RoundGuard = {
  name: 'has-parks',
  holds: ({ extra }) =>
    extra.parks > 0 || { zh: '没有已认定的园区可考核', en: 'there is no recognised park to assess' },
};
const deadlineAhead: RoundGuard = {
  name: 'deadline-ahead',
  holds: ({ record, today }) =>
    record.content.deadline >= today || {
      zh: '填报截止日已过，请先改期',
      en: 'the deadline for answers has passed: set another first',
    },
};
/** Nothing is given yet while one only asks what is possible. */
const newDeadlineAhead: RoundGuard = {
  name: 'new-deadline-ahead',
  holds: ({ given: { deadline }, today }) =>
    deadline === undefined ||
    String(deadline) >= today || {
      zh: '新的截止日须不早于今天',
      en: 'the new deadline has to be today or later',
    },
};
const answeredOrDue: RoundGuard = {
  name: 'answered-or-due',
  holds: ({ record, extra, today }) =>
    extra.waiting === 0 ||
    today > record.content.deadline || {
      zh: `尚有${extra.waiting}份未提交，且未到截止日`,
      en: `${extra.waiting} answers have not been submitted, and the deadline has not passed`,
    },
};
const due: RoundGuard = {
  name: 'due',
  holds: ({ record, today }) =>
    today > record.content.deadline || { zh: '未到截止日', en: 'the deadline has not passed' },
};
const allChecked: RoundGuard = {
  name: 'all-checked',
  holds: ({ extra: { assessments } }) => {
    const unchecked = Object.entries(assessments)
      .filter(([state]) => state !== 'checked')
      .reduce((sum, [, count]) => sum + count, 0);
    return (
      (unchecked === 0 && (assessments.checked ?? 0) > 0) || {
        zh: `尚有${unchecked}个园区未审核`,
        en: `${unchecked} parks have not been checked`,
      }
    );
  },
};
const consultationSet: RoundGuard = {
  name: 'consultation-set',
  holds: ({ given: { consultationUntil }, today }) =>
    consultationUntil === undefined ||
    String(consultationUntil) >= today || {
      zh: '征求意见截止日须不早于今天',
      en: 'consultation has to end today or later',
    },
};
const heard: RoundGuard = {
  name: 'heard',
  holds: ({ record, extra, today }) =>
    today > (record.content.consultationUntil ?? '9999') ||
    (extra.assessments.consulted ?? 0) === 0 || {
      zh: `征求意见未结束，尚有${extra.assessments.consulted}个园区未确认`,
      en: `consultation has not ended, and ${extra.assessments.consulted} parks have not confirmed`,
    },
};
const undecided: RoundGuard = {
  name: 'undecided',
  holds: ({ record, given }) =>
    record.content.proposals.some(
      ({ park, rule, decision }) =>
        !decision && (given.park === undefined || (park === given.park && rule === given.rule)),
    ) || { zh: '没有这项待定的建议', en: 'there is no such proposal to decide' },
};

const roundWorkflow = createWorkflow<RoundState, RoundAct, RoundFacts>({
  name: 'assessment-round',
  states: {
    draft: { zh: '起草', en: 'draft' },
    opened: { zh: '填报中', en: 'answering' },
    closed: { zh: '审核中', en: 'being checked' },
    scored: { zh: '已评分', en: 'scored' },
    consultation: { zh: '征求意见', en: 'consultation' },
    published: { zh: '已公布', en: 'published' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  },
  initial: 'draft',
  editable: [],
  acts: {
    change: { name: { zh: '修改安排', en: 'change the plan' }, from: ['draft'], to: 'draft' },
    reweight: {
      name: { zh: '调整权重', en: 'change weights' },
      from: ['draft'],
      to: 'draft',
      guards: [hasFramework],
    },
    open: {
      name: { zh: '启动填报', en: 'open' },
      from: ['draft'],
      to: 'opened',
      guards: [hasFramework, hasParks, deadlineAhead],
    },
    extend: {
      name: { zh: '延期', en: 'extend' },
      from: ['opened'],
      to: 'opened',
      guards: [newDeadlineAhead],
    },
    close: {
      name: { zh: '结束填报', en: 'close answering' },
      from: ['opened'],
      to: 'closed',
      guards: [answeredOrDue],
    },
    lapse: {
      name: { zh: '到期结束填报', en: 'deadline passes' },
      from: ['opened'],
      to: 'closed',
      guards: [due],
      by: 'clock',
    },
    score: { name: { zh: '评分', en: 'score' }, from: ['closed'], to: 'scored', guards: [allChecked] },
    consult: {
      name: { zh: '征求园区意见', en: 'consult the parks' },
      from: ['scored'],
      to: 'consultation',
      guards: [consultationSet],
    },
    rework: {
      name: { zh: '退回审核', en: 'take up again' },
      from: ['scored', 'consultation'],
      to: 'closed',
    },
    publish: {
      name: { zh: '公布', en: 'publish' },
      from: ['consultation'],
      to: 'published',
      guards: [heard],
    },
    decide: {
      name: { zh: '决定预警或退出建议', en: 'decide a proposal' },
      from: ['published'],
      to: 'published',
      guards: [undecided],
    },
    cancel: {
      name: { zh: '取消', en: 'cancel' },
      from: ['draft', 'opened', 'closed', 'scored', 'consultation'],
      to: 'cancelled',
    },
  },
});

const reason = z.string().trim().min(1, 'say why').max(2000);
const kept =
  (act: string) =>
  (content: Round, { given, now }: RoundFacts) => ({
    ...content,
    reasons: [...content.reasons, { act, reason: String(given.reason), at: now }],
  });

export const assessmentRound: Kind<Round, RoundState, RoundAct, RoundSurroundings> = {
  name: 'assessment-round',
  plural: 'assessment-rounds',
  names: { zh: '考核评价', en: 'Assessment round' },
  content: round as z.ZodType<Round>,
  workflow: roundWorkflow,
  face: ({ title, deadline, consultationUntil, year }, state) => ({
    title,
    territory: '100000',
    organisations: ['org-ministry'],
    published: state === 'published',
    due: state === 'opened' ? deadline : state === 'consultation' ? consultationUntil : undefined,
    words: [String(year)],
  }),
  doing: {
    change: {
      given: roundPlan.partial(),
      change: (content, { given }) => ({ ...content, ...(given as Partial<Round>) }),
    },
    reweight: {
      given: z.object({ weights: z.record(z.string(), z.number().min(0).max(100)) }),
      change: (content, { given }) => ({
        ...content,
        framework:
          content.framework && reweighted(content.framework, given.weights as Record<string, number>),
      }),
    },
    extend: {
      given: z.object({ deadline: z.iso.date() }),
      change: (content, { given }) => ({ ...content, deadline: String(given.deadline) }),
    },
    consult: {
      given: z.object({ consultationUntil: z.iso.date() }),
      change: (content, { given }) => ({ ...content, consultationUntil: String(given.consultationUntil) }),
    },
    rework: { given: z.object({ reason }), change: kept('rework') },
    cancel: { given: z.object({ reason }), change: kept('cancel') },
    decide: {
      given: z.object({ park: z.string(), rule: z.string(), followed: z.boolean(), reason }),
      change: (content, { given, asker, now }) => ({
        ...content,
        proposals: content.proposals.map((one) =>
          one.park === given.park && one.rule === given.rule && !one.decision
            ? {
                ...one,
                decision: {
                  followed: given.followed === true,
                  reason: String(given.reason),
                  by: asker.name,
                  at: now,
                },
              }
            : one,
        ),
      }),
    },
  },
  publicContent: (content) => ({ ...content, receipts: {}, standings: [], proposals: [], reasons: [] }),
  shownTo: (content, { role }) =>
    role === 'ministry'
      ? { ...content, receipts: {}, standings: proposedOf(content) }
      : { ...content, receipts: {}, standings: [], proposals: [], reasons: [] },
};

/** Ranks and receipts have addresses of their own: of thousands a page shows fifty. */
const proposedOf = ({ standings, proposals }: Round): Round['standings'] =>
  standings.filter((one) => proposals.some(({ park }) => park === one.park));

/** Ranks are the Ministry's until they are published. */
export const seesRanks = (role: Asker['role'], state: string): boolean =>
  state === 'published' || role === 'ministry';

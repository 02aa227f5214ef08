import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import type { BatchContent } from './batch.ts';
import { daysAfter, deadlineOf } from './call.ts';

export type BatchState = 'draft' | 'called' | 'reviewing' | 'proposed' | 'noticed' | 'listed' | 'cancelled';
export type BatchAct = 'publishCall' | 'closeCall' | 'propose' | 'publishNotice' | 'issueList' | 'cancel';

type Counts = Readonly<Record<string, number>>;
/** What the guards of a batch ask: how many applications, notices and lists it has in each state. */
export type BatchFacts = Facts<
  BatchContent,
  { readonly applications: Counts; readonly notices: Counts; readonly lists: Counts }
>;

const said = ({ given }: BatchFacts) => typeof given.reason === 'string' && given.reason.trim() !== '';

const timeToApply: Guard<BatchFacts> = {
  name: 'time-to-apply',
  holds: ({ record, today }) => {
    const until = deadlineOf(record.content.call, 'application');
    if (!until)
      return { zh: '征集通知没有申报截止日期，请补充', en: 'the call has no deadline for applying; set one' };
    return (
      (until.date ?? daysAfter(today, until.days)) > today || {
        zh: `申报截止日期 ${until.date} 不晚于今天，请改期`,
        en: `the deadline for applying, ${until.date}, is not after today; move it`,
      }
    );
  },
};

const timeIsUp: Guard<BatchFacts> = {
  name: 'time-is-up',
  ofGiven: true,
  holds: (facts) => {
    const until = deadlineOf(facts.record.content.call, 'application')?.date ?? '';
    return (
      (until !== '' && facts.today > until) ||
      said(facts) || {
        zh: `申报截止日期为 ${until}，提前截止须说明理由`,
        en: `applications may come in until ${until}; closing before that needs a reason`,
      }
    );
  },
};

const reasoned: Guard<BatchFacts> = {
  name: 'reasoned',
  ofGiven: true,
  holds: (facts) => said(facts) || { zh: '请说明理由', en: 'give a reason' },
};

/** Those about whom nothing has been said yet. */
const open = ['submitted', 'reported', 'incomplete', 'accepted'] as const;

const everyoneReviewed: Guard<BatchFacts> = {
  name: 'everyone-reviewed',
  holds: ({ extra }) => {
    const waiting = open.reduce((sum, state) => sum + (extra.applications[state] ?? 0), 0);
    return (
      waiting === 0 || {
        zh: `尚有 ${waiting} 份申报未形成评审结果`,
        en: `${waiting} application(s) have no result of the review yet`,
      }
    );
  },
};

const someProposed: Guard<BatchFacts> = {
  name: 'some-proposed',
  holds: ({ extra }) =>
    (extra.applications.proposed ?? 0) > 0 || {
      zh: '没有拟认定的申报，不能公示或印发',
      en: 'no application is proposed: there is nothing to give notice of',
    },
};

/** A batch follows its notice and its list; nobody moves it past them. */
const noticePublished: Guard<BatchFacts> = {
  name: 'notice-published',
  holds: ({ extra }) =>
    (extra.notices.published ?? 0) > 0 || { zh: '尚未发布公示', en: 'no public notice is published' },
};

const listIssued: Guard<BatchFacts> = {
  name: 'list-issued',
  holds: ({ extra }) => (extra.lists.issued ?? 0) > 0 || { zh: '名单尚未印发', en: 'no list is issued' },
};

export const batchWorkflow = createWorkflow<BatchState, BatchAct, BatchFacts>({
  name: 'batch',
  states: {
    draft: { zh: '起草', en: 'draft' },
    called: { zh: '征集申报', en: 'open for applications' },
    reviewing: { zh: '评审', en: 'under review' },
    proposed: { zh: '拟认定', en: 'proposed' },
    noticed: { zh: '公示', en: 'public notice' },
    listed: { zh: '已印发名单', en: 'list issued' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  },
  initial: 'draft',
  editable: ['draft'],
  acts: {
    publishCall: {
      name: { zh: '发布征集通知', en: 'publish the call' },
      from: ['draft'],
      to: 'called',
      guards: [timeToApply],
    },
    closeCall: {
      name: { zh: '截止申报', en: 'close for applications' },
      from: ['called'],
      to: 'reviewing',
      guards: [timeIsUp],
    },
    propose: {
      name: { zh: '提出拟认定名单', en: 'propose' },
      from: ['reviewing'],
      to: 'proposed',
      guards: [everyoneReviewed],
    },
    publishNotice: {
      name: { zh: '公示', en: 'publish the notice' },
      from: ['proposed'],
      to: 'noticed',
      guards: [someProposed, noticePublished],
    },
    issueList: {
      name: { zh: '印发名单', en: 'issue the list' },
      from: ['noticed'],
      to: 'listed',
      guards: [listIssued],
    },
    cancel: {
      name: { zh: '取消批次', en: 'cancel the batch' },
      from: ['draft', 'called', 'reviewing', 'proposed', 'noticed'],
      to: 'cancelled',
      guards: [reasoned],
    },
  },
});

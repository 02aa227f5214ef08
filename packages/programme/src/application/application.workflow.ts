import { createWorkflow } from '../ground/workflow.ts';
import type { ApplicationFacts } from './course.ts';
import * as guard from './guards.ts';

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'reported'
  | 'incomplete'
  | 'accepted'
  | 'reviewed'
  | 'proposed'
  | 'listed'
  | 'rejected'
  | 'withdrawn'
  | 'discarded';
export type ApplicationAct =
  | 'submit'
  | 'return'
  | 'report'
  | 'countersign'
  | 'askToComplete'
  | 'complete'
  | 'accept'
  | 'assign'
  | 'review'
  | 'propose'
  | 'list'
  | 'reject'
  | 'withdraw'
  | 'discard';

export const applicationWorkflow = createWorkflow<ApplicationState, ApplicationAct, ApplicationFacts>({
  name: 'application',
  states: {
    draft: { zh: '填报', en: 'draft' },
    submitted: { zh: '已提交省级', en: 'submitted to the province' },
    returned: { zh: '退回补正', en: 'returned to be mended' },
    reported: { zh: '省级已上报', en: 'reported by the province' },
    incomplete: { zh: '材料不全', en: 'incomplete' },
    accepted: { zh: '已受理', en: 'accepted as complete' },
    reviewed: { zh: '已评审', en: 'reviewed' },
    proposed: { zh: '拟认定', en: 'proposed' },
    listed: { zh: '列入名单', en: 'on the list' },
    rejected: { zh: '未予认定', en: 'not recognised' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
    discarded: { zh: '草稿已作废', en: 'draft discarded' },
  },
  initial: 'draft',
  editable: ['draft', 'returned', 'incomplete'],
  acts: {
    submit: {
      name: { zh: '提交', en: 'submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      guards: [guard.callOpen, guard.formComplete],
    },
    return: {
      name: { zh: '退回补正', en: 'return to be mended' },
      from: ['submitted'],
      to: 'returned',
    },
    report: {
      name: { zh: '同意并上报', en: 'approve and report' },
      from: ['submitted'],
      to: 'reported',
      guards: [guard.timeToReport],
    },
    countersign: {
      name: { zh: '会签', en: 'countersign' },
      from: ['reported'],
      to: 'reported',
      guards: [guard.countersignAsked, guard.byAnother],
    },
    askToComplete: {
      name: { zh: '一次性告知补正', en: 'ask once for what lacks' },
      from: ['reported'],
      to: 'incomplete',
      guards: [guard.notAskedBefore],
    },
    complete: {
      name: { zh: '补齐', en: 'hand in what lacked' },
      from: ['incomplete'],
      to: 'reported',
      guards: [guard.timeToComplete, guard.formComplete],
    },
    accept: {
      name: { zh: '受理', en: 'accept as complete' },
      from: ['reported'],
      to: 'accepted',
      guards: [guard.countersigned, guard.formComplete],
    },
    assign: { name: { zh: '分配专家', en: 'assign experts' }, from: ['accepted'], to: 'accepted' },
    review: {
      name: { zh: '评审完成', en: 'conclude the review' },
      from: ['accepted'],
      to: 'reviewed',
      guards: [guard.callClosed],
    },
    propose: {
      name: { zh: '拟认定', en: 'propose' },
      from: ['reviewed'],
      to: 'proposed',
      guards: [guard.recommended],
    },
    list: {
      name: { zh: '列入名单', en: 'put on the list' },
      from: ['proposed'],
      to: 'listed',
      guards: [guard.noticed],
    },
    reject: {
      name: { zh: '不予认定', en: 'reject' },
      from: ['submitted', 'returned', 'reported', 'incomplete', 'reviewed', 'proposed'],
      to: 'rejected',
      guards: [guard.timeIsUp],
    },
    withdraw: {
      name: { zh: '撤回', en: 'withdraw' },
      from: ['submitted', 'returned', 'reported', 'incomplete', 'accepted', 'reviewed'],
      to: 'withdrawn',
    },
    // What was never handed in stays the applicant's own.
    discard: { name: { zh: '作废草稿', en: 'discard the draft' }, from: ['draft'], to: 'discarded' },
  },
});

import type { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { type Answer, answer, filled, unanswered, unexplained } from './answer.ts';
import { whenRoundIs } from './by-round.ts';

type AnswerState = 'draft' | 'submitted' | 'unsealed' | 'missed' | 'discarded';
type AnswerAct = 'fill' | 'submit' | 'withdraw' | 'unseal' | 'miss' | 'discard';
/** What lies outside of an answer: how far its round is. */
export interface AnswerSurroundings {
  readonly roundState: string;
}
type AnswerGuard = Guard<Facts<Answer, AnswerSurroundings>>;

const inTime: AnswerGuard = {
  name: 'in-time',
  holds: ({ record, today }) =>
    today <= record.content.due || { zh: '填报已截止', en: 'the deadline for answers has passed' },
};
const complete: AnswerGuard = {
  name: 'complete',
  holds: ({ record }) => {
    const open = unanswered(record.content);
    return (
      open.length === 0 || {
        zh: `尚有${open.length}项未填：${open.join('、')}；不掌握的请填“不详”`,
        en: `${open.length} answers are missing: ${open.join(', ')}; say "not known" where it is not known`,
      }
    );
  },
};
const explained: AnswerGuard = {
  name: 'explained',
  holds: ({ record }) => {
    const open = unexplained(record.content);
    return (
      open.length === 0 || {
        zh: `与系统预填值不同而未说明理由：${open.join('、')}`,
        en: `these differ from what the system found and do not say why: ${open.join(', ')}`,
      }
    );
  },
};
export const assessmentAnswer: Kind<Answer, AnswerState, AnswerAct, AnswerSurroundings> = {
  name: 'assessment-answer',
  plural: 'assessment-answers',
  names: { zh: '考核填报', en: 'Answer to an assessment' },
  content: answer as z.ZodType<Answer>,
  workflow: createWorkflow<AnswerState, AnswerAct, Facts<Answer, AnswerSurroundings>>({
    name: 'assessment-answer',
    states: {
      draft: { zh: '填报中', en: 'being filled in' },
      submitted: { zh: '已提交', en: 'submitted' },
      unsealed: { zh: '已启封', en: 'unsealed' },
      missed: { zh: '未提交', en: 'missed' },
      discarded: { zh: '已作废', en: 'discarded' },
    },
    initial: 'draft',
    editable: [],
    acts: {
      fill: { name: { zh: '填写', en: 'fill in' }, from: ['draft'], to: 'draft', guards: [inTime] },
      submit: {
        name: { zh: '提交', en: 'submit' },
        from: ['draft'],
        to: 'submitted',
        guards: [inTime, complete, explained],
      },
      withdraw: {
        name: { zh: '撤回修改', en: 'withdraw' },
        from: ['submitted'],
        to: 'draft',
        guards: [inTime],
      },
      unseal: {
        name: { zh: '启封', en: 'unseal' },
        from: ['submitted'],
        to: 'unsealed',
        guards: [whenRoundIs('closed')],
        by: 'clock',
      },
      miss: {
        name: { zh: '逾期', en: 'deadline missed' },
        from: ['draft'],
        to: 'missed',
        guards: [whenRoundIs('closed')],
        by: 'clock',
      },
      discard: {
        name: { zh: '作废', en: 'discard' },
        from: ['draft', 'submitted', 'unsealed', 'missed'],
        to: 'discarded',
        guards: [whenRoundIs('cancelled')],
        by: 'clock',
      },
    },
  }),
  face: ({ assessment, park, organisation, year, due }, state) => ({
    title: {
      zh: `${park.names.zh}${year}年考核填报`,
      en: `${park.names.en}, assessment ${year}: answer`,
    },
    territory: park.territory,
    organisations: [organisation],
    parent: assessment,
    published: false,
    due: state === 'draft' ? due : undefined,
  }),
  doing: {
    fill: {
      given: filled,
      change: (content, { given }) => ({ ...content, ...(given as z.infer<typeof filled>) }),
    },
  },
  /** Sealed until the round closes: others see that it is there, and nothing of what it says. */
  shownTo: (content, { organisation }, { state }) =>
    organisation === content.organisation || state === 'unsealed'
      ? content
      : { ...content, values: {}, comment: '' },
  filesShownTo: ({ organisation: own }, { organisation }, { state }) =>
    organisation === own || state === 'unsealed',
};

import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { type Answer, differing } from './answer.ts';
import { type Assessment, assessment, characteristics } from './assessment.ts';
import { whenRoundIs } from './by-round.ts';
import { parties } from './framework.ts';

type AssessmentState =
  | 'open'
  | 'answered'
  | 'checked'
  | 'scored'
  | 'consulted'
  | 'confirmed'
  | 'published'
  | 'cancelled';
type AssessmentAct =
  | 'describe'
  | 'invite'
  | 'close'
  | 'settle'
  | 'check'
  | 'recheck'
  | 'score'
  | 'consult'
  | 'respond'
  | 'confirm'
  | 'rework'
  | 'publish'
  | 'cancel';

/** What lies outside of an assessment: the answers of its parties. */
export interface AssessmentSurroundings {
  readonly answers: readonly Pick<Answer, 'party' | 'organisation' | 'asked' | 'values'>[];
  /** How far the round is. */
  readonly roundState: string;
}
type AssessmentFacts = Facts<Assessment, AssessmentSurroundings>;
type AssessmentGuard = Guard<AssessmentFacts>;

const knownIndicator: AssessmentGuard = {
  name: 'known-indicator',
  holds: ({ given, record }) =>
    given.indicator === undefined ||
    record.content.indicators.includes(String(given.indicator)) || {
      zh: `没有“${String(given.indicator)}”这一指标`,
      en: `there is no indicator "${String(given.indicator)}"`,
    },
};
/** Where the park does not agree with what was found, somebody decides which of the two counts. */
const differencesSettled: AssessmentGuard = {
  name: 'differences-settled',
  holds: ({ record, extra }) => {
    const open = new Set(
      extra.answers
        .flatMap((one) => differing(one))
        .filter((indicator) => record.content.settled[indicator] === undefined),
    );
    return (
      open.size === 0 || {
        zh: `填报值与系统值不同，须先核定：${[...open].join('、')}`,
        en: `an answer differs from what the system found; settle first: ${[...open].join(', ')}`,
      }
    );
  },
};
const notInvited: AssessmentGuard = {
  name: 'not-invited',
  holds: ({ given, extra }) =>
    !extra.answers.some(({ organisation }) => organisation === given.organisation) || {
      zh: '该单位已在填报之列',
      en: 'this organisation answers already',
    },
};

const all = ['open', 'answered', 'checked', 'scored', 'consulted', 'confirmed'] as const;
const reason = z.string().trim().min(1, 'say why').max(2000);

export const parkAssessment: Kind<Assessment, AssessmentState, AssessmentAct, AssessmentSurroundings> = {
  name: 'assessment',
  plural: 'assessments',
  names: { zh: '园区考核', en: 'Assessment of a park' },
  content: assessment as z.ZodType<Assessment>,
  workflow: createWorkflow<AssessmentState, AssessmentAct, AssessmentFacts>({
    name: 'assessment',
    states: {
      open: { zh: '填报中', en: 'answering' },
      answered: { zh: '待审核', en: 'to be checked' },
      checked: { zh: '已审核', en: 'checked' },
      scored: { zh: '已评分', en: 'scored' },
      consulted: { zh: '征求意见', en: 'in consultation' },
      confirmed: { zh: '园区已确认', en: 'confirmed by the park' },
      published: { zh: '已公布', en: 'published' },
      cancelled: { zh: '已取消', en: 'cancelled' },
    },
    initial: 'open',
    editable: [],
    acts: {
      describe: {
        name: { zh: '填写特色与成效', en: 'describe characteristics' },
        from: ['open'],
        to: 'open',
      },
      invite: {
        name: { zh: '请一家单位填报', en: 'ask an organisation' },
        from: ['open'],
        to: 'open',
        guards: [notInvited],
      },
      close: {
        name: { zh: '结束填报', en: 'close answering' },
        from: ['open'],
        to: 'answered',
        guards: [whenRoundIs('closed')],
        by: 'clock',
      },
      settle: {
        name: { zh: '核定数值', en: 'settle a value' },
        from: ['answered'],
        to: 'answered',
        guards: [knownIndicator],
      },
      check: {
        name: { zh: '审核通过', en: 'check' },
        from: ['answered'],
        to: 'checked',
        guards: [differencesSettled],
      },
      recheck: { name: { zh: '重新审核', en: 'check again' }, from: ['checked'], to: 'answered' },
      score: {
        name: { zh: '评分', en: 'score' },
        from: ['checked'],
        to: 'scored',
        guards: [whenRoundIs('scored')],
        by: 'clock',
      },
      consult: {
        name: { zh: '征求意见', en: 'consult the park' },
        from: ['scored'],
        to: 'consulted',
        guards: [whenRoundIs('consultation')],
        by: 'clock',
      },
      respond: {
        name: { zh: '反馈意见', en: 'comment on the score' },
        from: ['consulted'],
        to: 'consulted',
      },
      confirm: { name: { zh: '确认得分', en: 'confirm the score' }, from: ['consulted'], to: 'confirmed' },
      rework: {
        name: { zh: '退回审核', en: 'take up again' },
        from: ['scored', 'consulted', 'confirmed'],
        to: 'checked',
        guards: [whenRoundIs('closed')],
        by: 'clock',
      },
      publish: {
        name: { zh: '公布', en: 'publish' },
        from: ['consulted', 'confirmed'],
        to: 'published',
        guards: [whenRoundIs('published')],
        by: 'clock',
      },
      cancel: {
        name: { zh: '取消', en: 'cancel' },
        from: [...all],
        to: 'cancelled',
        guards: [whenRoundIs('cancelled')],
        by: 'clock',
      },
    },
  }),
  face: ({ round, park, organisation, year }, state) => ({
    title: { zh: `${park.names.zh}${year}年考核`, en: `${park.names.en}, assessment ${year}` },
    territory: park.territory,
    organisations: [organisation],
    parent: round,
    published: state === 'published',
    words: [String(year)],
  }),
  doing: {
    describe: {
      given: characteristics,
      change: (content, { given }) => ({ ...content, characteristics: characteristics.parse(given) }),
    },
    invite: { given: z.object({ organisation: z.string().min(1), party: z.enum(parties) }) },
    score: {
      given: z.object({ result: assessment.shape.result.unwrap() }),
      change: (content, { given }) => ({ ...content, result: given.result as Assessment['result'] }),
    },
    settle: {
      given: z.object({
        indicator: z.string(),
        value: z.number().nullable(),
        previous: z.number().nullable().optional(),
        evidence: z.boolean().optional(),
        reason,
      }),
      change: (content, { given, asker, now }) => {
        const { indicator, ...value } = given as { indicator: string; value: number | null; reason: string };
        return {
          ...content,
          settled: { ...content.settled, [indicator]: { ...value, by: asker.name, at: now } },
        };
      },
    },
    respond: {
      given: z.object({ text: z.string().trim().min(1).max(5000) }),
      change: (content, { given, asker, now }) => ({
        ...content,
        response: { text: String(given.text), by: asker.name, at: now },
      }),
    },
  },
  publicContent: publicOf,
  shownTo: (content, { role }, { state }) =>
    role === 'ministry' ? content : forOthers(content, role, state),
};

/** The characteristics and results of a park: what it is good at, and what it says of itself. */
function publicOf({
  round,
  year,
  park,
  region,
  organisation,
  characteristics: text,
  result,
}: Assessment): Partial<Assessment> {
  return {
    round,
    year,
    park,
    region,
    organisation,
    ...(text && { characteristics: text }),
    ...(result && { result: publicResult(result) }),
  };
}

const publicResult = ({ next: _, ...result }: NonNullable<Assessment['result']>) => ({
  ...result,
  agreement: [],
});

/** Below so many a mean tells what one tenant said. */
const fewestTenants = 3;

function forOthers(content: Assessment, role: string, state: AssessmentState): Partial<Assessment> {
  const { result, ...rest } = content;
  // A score is shown when parks are consulted, and not while it may still be taken up again.
  if (!result || !['consulted', 'confirmed', 'published'].includes(state)) return rest;
  if (role !== 'park' && role !== 'province') return state === 'published' ? publicOf(content) : rest;
  return {
    ...rest,
    result: {
      ...result,
      agreement: result.agreement.filter(({ answers }) => (answers.tenant ?? fewestTenants) >= fewestTenants),
    },
  };
}

import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { criteria, faultOf } from './rules.ts';

const scoreContent = z.strictObject({
  application: z.string(),
  panel: z.string(),
  batch: z.string(),
  /** Name and place of the application, so that a list of scores can be read. */
  title: names,
  place: z.string(),
  /** Account of the expert. */
  expert: z.string(),
  criteria,
  marks: z.record(z.string(), z.number()).default({}),
  comment: z.string().max(4000).default(''),
  /** Why the expert stepped back. */
  reason: z.string().max(2000).optional(),
  submittedOn: z.iso.date().optional(),
});
export type ScoreContent = z.infer<typeof scoreContent>;

export type ScoreState = 'draft' | 'submitted' | 'recused' | 'counted';
export type ScoreAct = 'mark' | 'submit' | 'recuse' | 'count';
export type ScoreFacts = Facts<ScoreContent, { readonly panelState: string }>;

const everyMark: Guard<ScoreFacts> = {
  name: 'every-mark',
  holds: ({ record }) => {
    const faults = record.content.criteria.flatMap((one) => faultOf(one, record.content.marks[one.id]) ?? []);
    return (
      faults.length === 0 || {
        zh: faults.map(({ zh }) => zh).join('；'),
        en: faults.map(({ en }) => en).join('; '),
      }
    );
  },
};

const marksInScale: Guard<ScoreFacts> = {
  name: 'marks-in-scale',
  holds: ({ record, given }) => {
    const marks = (given.marks ?? {}) as Record<string, number>;
    const known = new Map(record.content.criteria.map((one) => [one.id, one]));
    for (const [id, mark] of Object.entries(marks)) {
      const one = known.get(id);
      if (!one) return { zh: `没有“${id}”这一评审指标`, en: `there is no criterion "${id}"` };
      const fault = faultOf(one, mark);
      if (fault) return fault;
    }
    return true;
  },
};

const stillScoring: Guard<ScoreFacts> = {
  name: 'still-scoring',
  holds: ({ extra }) => extra.panelState === 'scoring' || { zh: '评分已结束', en: 'the scoring is closed' },
};

const panelClosed: Guard<ScoreFacts> = {
  name: 'panel-closed',
  holds: ({ extra }) =>
    extra.panelState === 'closed' || { zh: '评审尚未结束', en: 'the review is not closed yet' },
};

/** One expert's view of one application: blind until it is counted, then seen beside the others. */
export const score: Kind<ScoreContent, ScoreState, ScoreAct, ScoreFacts['extra']> = {
  name: 'score',
  plural: 'scores',
  names: { zh: '专家评分', en: 'score' },
  content: scoreContent,
  workflow: createWorkflow<ScoreState, ScoreAct, ScoreFacts>({
    name: 'score',
    states: {
      draft: { zh: '待评分', en: 'to be scored' },
      submitted: { zh: '已提交', en: 'submitted' },
      recused: { zh: '已回避', en: 'recused' },
      counted: { zh: '已计入', en: 'counted' },
    },
    initial: 'draft',
    // What is scored and by whom is not the expert's to edit; marks are given by an act.
    editable: [],
    acts: {
      mark: {
        name: { zh: '评分', en: 'mark' },
        from: ['draft'],
        guards: [stillScoring, marksInScale],
      },
      submit: {
        name: { zh: '提交评分', en: 'submit' },
        from: ['draft'],
        to: 'submitted',
        guards: [stillScoring, everyMark],
      },
      recuse: {
        name: { zh: '申请回避', en: 'step back' },
        from: ['draft'],
        to: 'recused',
        guards: [stillScoring],
      },
      count: {
        name: { zh: '计入', en: 'count' },
        from: ['submitted'],
        to: 'counted',
        guards: [panelClosed],
      },
    },
  }),
  face: ({ title, place, expert, application }) => ({
    title,
    territory: place,
    organisations: ['org-ministry'],
    people: [expert],
    parent: application,
    published: false,
  }),
  // Blind: what an expert thinks is nobody else's before the review is closed.
  shownTo: (content, asker, { state }) =>
    asker.account === content.expert || state === 'counted'
      ? content
      : { ...content, marks: {}, comment: '' },
  filesShownTo: ({ expert }, { account }, { state }) => account === expert || state === 'counted',
  doing: {
    mark: {
      given: z.strictObject({
        marks: z.record(z.string(), z.number()),
        comment: z.string().max(4000).default(''),
      }),
      change: (content, { given }) => ({
        ...content,
        marks: given.marks as Record<string, number>,
        comment: String(given.comment ?? ''),
      }),
    },
    submit: { change: (content, { today }) => ({ ...content, submittedOn: today }) },
    recuse: {
      given: z.strictObject({ reason: z.string().trim().min(1, 'give a reason').max(2000) }),
      change: (content, { given }) => ({ ...content, marks: {}, reason: String(given.reason) }),
    },
  },
};

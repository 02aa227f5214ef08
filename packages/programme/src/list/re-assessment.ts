import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { said, saidAs } from '../ground/said.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const isoDate = z.iso.date();

const reAssessmentContent = z.strictObject({
  batch: z.string(),
  /** The record of the park; what it is called, where it lies and whose it is come from there. */
  park: z.string(),
  name: names.default({ zh: '—', en: '—' }),
  place: z
    .string()
    .regex(/^\d{6}$/)
    .default('100000'),
  organisations: z.array(z.string()).max(8).default([]),
  /** A type of the pack: `industrial-park`. */
  type: z.string().max(40).default('industrial-park'),
  /** Until when the park has to report. */
  due: isoDate.optional(),
  report: said.optional(),
  conclusion: said.optional(),
});
export type ReAssessmentContent = z.infer<typeof reAssessmentContent>;

export type ReAssessmentState = 'open' | 'reported' | 'passed' | 'failed';
export type ReAssessmentAct = 'report' | 'pass' | 'fail';
type ReAssessmentFacts = Facts<ReAssessmentContent, undefined>;

/** A park that still has time to report cannot fail for not having reported. */
const reportedOrLate: Guard<ReAssessmentFacts> = {
  name: 'reported-or-late',
  holds: ({ record, today }) => {
    if (record.state === 'reported') return true;
    const due = record.content.due ?? '';
    return (
      (due !== '' && today > due) || {
        zh: `自评报告截止日期 ${due || '未定'} 未到`,
        en: `the park may report until ${due || 'a day that is not set'}`,
      }
    );
  },
};

/** Whether a recognised park still is what it was recognised as; who passes stands in the next list. */
export const reAssessment: Kind<ReAssessmentContent, ReAssessmentState, ReAssessmentAct, undefined> = {
  name: 're-assessment',
  plural: 're-assessments',
  names: { zh: '复核', en: 're-assessment' },
  content: reAssessmentContent,
  workflow: createWorkflow<ReAssessmentState, ReAssessmentAct, ReAssessmentFacts>({
    name: 're-assessment',
    states: {
      open: { zh: '待自评', en: 'awaiting the report' },
      reported: { zh: '已报告', en: 'reported' },
      passed: { zh: '通过', en: 'passed' },
      failed: { zh: '未通过', en: 'failed' },
    },
    initial: 'open',
    editable: ['open'],
    acts: {
      report: { name: { zh: '提交自评报告', en: 'report' }, from: ['open'], to: 'reported' },
      pass: { name: { zh: '通过复核', en: 'pass' }, from: ['reported'], to: 'passed' },
      fail: {
        name: { zh: '不通过', en: 'fail' },
        from: ['open', 'reported'],
        to: 'failed',
        guards: [reportedOrLate],
      },
    },
  }),
  face: ({ batch, name, place, organisations, due }, state) => ({
    title: name,
    territory: place,
    organisations,
    parent: batch,
    published: state === 'passed' || state === 'failed',
    due: state === 'open' ? due : undefined,
  }),
  publicContent: ({ batch, park, name, place, type }) => ({ batch, park, name, place, type }),
  doing: {
    report: saidAs('report'),
    pass: saidAs('conclusion'),
    fail: saidAs('conclusion'),
  },
};

import { paths } from './paths.ts';

/** Kinds of records that have a page of their own. */
const pages = {
  batch: paths.batch,
  application: paths.application,
  'assessment-round': paths.assessmentRound,
  assessment: paths.parkAssessment,
  'assessment-answer': paths.assessmentAnswer,
  pairing: paths.pairing,
  agreement: paths.agreement,
  'benefit-statement': paths.statement,
  score: paths.score,
  notice: paths.notice,
  objection: paths.objection,
  list: paths.listing,
  're-assessment': paths.reAssessment,
  'park-exit': paths.parkExit,
  obligation: paths.obligation,
  'pairing-event': paths.pairingEvent,
  'monthly-report': paths.report,
  project: paths.project,
  claim: paths.claim,
  plan: paths.plan,
  task: paths.task,
  measure: paths.measureEdit,
  'company-plan': paths.companyPlan,
  intent: paths.intent,
  scenario: paths.guidanceScenario,
} as const;

/** Where a record is shown, by its id: `monthly-report-12` at `/reports/monthly-report-12`. */
export function recordPage(id: string): (typeof pages)[keyof typeof pages] | typeof paths.record {
  const kind = id.replace(/-\d+$/, '');
  return pages[kind as keyof typeof pages] ?? paths.record;
}

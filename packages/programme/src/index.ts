export * from './account/accounts.store.ts';
export type { AccountGiven } from './account/administration.store.ts';
export * from './account/asker.ts';
export { type OrganisationKind, organisationKinds } from './account/membership.ts';
export type { Visitor } from './account/sessions.store.ts';
export type { ApplicationContent } from './application/application.ts';
export { tally } from './application/checks.ts';
export { applicationForm } from './application/form.ts';
export { type Boundaries, measureApplication } from './application/measuring.store.ts';
export * from './assessment/agreement.ts';
export * from './assessment/answer.ts';
export * from './assessment/assessment.ts';
export { parkAssessment } from './assessment/assessment.workflow.ts';
export * from './assessment/framework.ts';
export * from './assessment/next-rank.ts';
export * from './assessment/proposals.ts';
export * from './assessment/rank-interval.ts';
export * from './assessment/results.ts';
export * from './assessment/round.ts';
export { assessmentRound } from './assessment/round.workflow.ts';
export * from './assessment/round-reader.store.ts';
export * from './assessment/rule-words.ts';
export * from './assessment/score.ts';
export { type Checkpoint, differsFrom, signedText } from './audit/checkpoint.ts';
export { deedName } from './audit/deed-names.ts';
export { callTemplate } from './batch/call.ts';
export * from './calendar/calendar.ts';
export * from './file/file-type.ts';
export * from './ground/audit.store.ts';
export * from './ground/audit.ts';
export { type Database, openDatabase, ProgrammeStoreFault } from './ground/database.store.ts';
export * from './ground/grant.ts';
export * from './ground/kind.ts';
export * from './ground/records.store.ts';
export * from './ground/refusal.ts';
export type { AnyRegistered, Registered } from './ground/registered.ts';
export type { Listed } from './ground/stored-record.store.ts';
export * from './ground/workflow.ts';
export * from './ground/world.ts';
export { kinds } from './kinds.ts';
export * from './pack.file.ts';
export * from './park/park.ts';
export * from './park/zone.ts';
export * from './park/zones-geojson.ts';
export { planKind } from './plan/plan.kind.ts';
export { curve, overdue, progressOn } from './plan/progress.ts';
export { taskKind } from './plan/task.kind.ts';
export * from './programme.store.ts';
export { claimKind, countedPart } from './project/claim.ts';
export { creditCodeFault, creditCodeOf } from './project/credit-code.ts';
export { projectKind } from './project/project.kind.ts';
export { byYear, promiseAndResult, signingToProduction, stalledFor } from './project/promise.ts';
export { protectedGroups } from './project/protected-groups.ts';
export { letTimePass } from './work/clock.store.ts';
export {
  audiences,
  type Comment,
  comment,
  commentsOn,
  reword,
  takeBack,
} from './work/comments.store.ts';
export { mailText } from './work/mail-text.ts';
export { beginReport, beginReports } from './work/monthly-report.store.ts';
export { figureNames, type MonthlyReport } from './work/monthly-report.ts';
export { differenceWords, figureWords } from './work/monthly-report.workflow.ts';
export { mailWishes, mailWishOf, markRead, noticesOf, unreadOf, wishMail } from './work/notices.store.ts';
export { markFailed, markSent, type Outgoing, putAside, takeDue, tryAgain } from './work/outbox.store.ts';
export { doneLately, WorkQueue } from './work/queue.store.ts';
export { remindOfReports } from './work/reminders.store.ts';
export { monthsUntil, type ReportRow, reportMatrix, reportRows } from './work/report-matrix.store.ts';
export { lastMonthOver, monthAfter, monthPattern } from './work/report-month.ts';
export { search } from './work/search.store.ts';
export { postDigests, telling } from './work/telling.store.ts';
export { addWebhook, removeWebhook, webhooks, webhookTarget } from './work/webhooks.store.ts';
export { whoMay } from './work/who-may.store.ts';

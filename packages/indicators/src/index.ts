export { sharedParameters } from './ask.ts';
export { canonical, sha256 } from './canonical.ts';
export { catalogue, indicatorNamed } from './catalogue.ts';
export { computeFigure } from './compute-figure.ts';
export * from './figure.ts';
export { type FigureRefusal, FigureRefused } from './figure-refused.ts';
export { type NoteCode, noteCodes, notes } from './note.ts';
export { type Check, type CheckName, checkNames, type Ground, reasons } from './quality/check.ts';
export { checks } from './quality/checks.ts';
export {
  changedByTime,
  type Looking,
  type PassedOver,
  type RunProgress,
  runChecks,
} from './quality/run-checks.ts';
export { monthStates, type SourceCalendar, sourceCalendar } from './quality/source-calendar.ts';
export { readReceipt } from './read-receipt.ts';
export { type Verdict, verify } from './verify.ts';

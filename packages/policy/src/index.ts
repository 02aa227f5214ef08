export { type Benefits, benefits } from './benefits.ts';
export { type Coverage, coverage } from './coverage.ts';
export { type Difference, difference } from './difference.ts';
export { exampleOutcome, type Miss, misses } from './examples.ts';
export { type Finding, type FindingCode, findingCodes } from './finding.ts';
export { findings, findingsOf, type LintSurroundings } from './lint.ts';
export {
  type FileFault,
  type MeasureFile,
  type ReadMeasure,
  readMeasure,
  readMeasures,
} from './measure.file.ts';
export { type Example, type Measure, type MeasureKind, measureKinds, measureSchema } from './measure.ts';
export { defaultHorizon, type Outcome, type Step, type Verdict } from './outcome.ts';
export { type PlacesKnown, placesOf } from './place-facts.ts';
export { type Reason, reasons } from './reasons.ts';
export { compiledRule, MeasureFault, placesAround, type Rule, type RuleSet, ruleSet } from './rule-set.ts';
export {
  type Company,
  companySchema,
  type Field,
  fields,
  type PlaceFacts,
  type Project,
  projectSchema,
  type Subject,
  subjectSchema,
  type Yearly,
} from './subject.ts';
export { measuresOfSheets } from './table/measures-from-sheets.ts';
export { sheetsOf } from './table/measures-to-sheets.ts';
export type { TableFault } from './table/sheet.ts';
export { sheetsOfWorkbook, workbookOf } from './table/workbook.file.ts';
export { type Use, use } from './use.ts';

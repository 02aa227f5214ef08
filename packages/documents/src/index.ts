export type { ReportOf } from './assessment/report.ts';
export { assessmentReport } from './assessment/report-docx.ts';
export { assessmentWorkbook } from './assessment/report-xlsx.ts';
export { rowsOfWorkbook } from './read-workbook.file.ts';

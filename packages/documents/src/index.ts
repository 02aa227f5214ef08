export { rowsOfWorkbook } from './read-workbook.file.ts';

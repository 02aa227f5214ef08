import type { Indicator } from '@tidu/programme';
import ExcelJS from 'exceljs';
import {
  agreementTable,
  frameworkTable,
  matrixTable,
  proposalsTable,
  type ReportOf,
  type ReportTable,
  ranksTable,
} from './report.ts';
import { summary } from './summary.ts';

/**
 * The same round as a workbook: numbers are numbers, what is not known is an empty cell, and text is text
 * whatever it begins with.
 * @param rule  an indicator's scoring rule in words
 */
export async function assessmentWorkbook(
  report: ReportOf,
  rule: (indicator: Indicator) => string,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '梯度';
  const add = (table: ReportTable) => sheet(workbook, table);
  add(ranksTable(report));
  add(matrixTable(report, 'points'));
  add(matrixTable(report, 'values'));
  if (report.forDesk) {
    add(agreementTable(report));
    add(proposalsTable(report));
  }
  add(frameworkTable(report, rule));
  add({
    title: '说明',
    columns: [{ title: '说明', wide: 10 }],
    rows: [
      [`${report.round.title.zh}（编制日期：${report.madeOn}）`],
      ...(report.sample ? [['示例数据，仅供演示，不代表任何园区的实际情况']] : []),
      ...summary(report).map((text) => [text]),
      [report.framework.note.zh],
      ['空单元格表示不详。'],
    ],
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function sheet(workbook: ExcelJS.Workbook, { title, columns, rows }: ReportTable): void {
  const made = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  made.columns = columns.map(({ title: header, digits, wide = 1 }) => ({
    header,
    width: Math.min(90, Math.max(wide * 10, header.length * 2)),
    style: {
      ...(digits !== undefined && { numFmt: digits === 0 ? '0' : `0.${'0'.repeat(digits)}` }),
      alignment: { vertical: 'top', wrapText: wide > 2 },
    },
  }));
  made.getRow(1).font = { bold: true };
  made.getRow(1).alignment = { wrapText: true, vertical: 'middle' };
  // A string is written as a string: a cell that begins with = + - or @ is never a formula.
  for (const row of rows) made.addRow([...row]);
}

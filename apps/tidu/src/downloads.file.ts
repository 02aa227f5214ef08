import ExcelJS from 'exceljs';
import { type Cell, defused } from './csv.ts';

/**
 * A workbook: the rows on the first sheet under a frozen header, what they rest on on the second.
 * @param about  pairs of label and text
 */
export async function workbook(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  about: readonly (readonly [string, string])[],
  sheets: readonly [string, string],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheets[0], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell)));
  columns.forEach((name, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = Math.max(12, name.length + 4);
    if (typeof rows[0]?.[i] === 'number') column.numFmt = '#,##0.##';
  });
  const receipt = book.addWorksheet(sheets[1]);
  for (const [label, text] of about) receipt.addRow([label, defused(text)]);
  receipt.getColumn(1).width = 18;
  receipt.getColumn(2).width = 100;
  return Buffer.from(await book.xlsx.writeBuffer());
}

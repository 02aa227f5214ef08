import ExcelJS from 'exceljs';
import type { Cell, Sheet } from './sheet.ts';

/** Sheets as a workbook: headings stay in sight, text is text whatever it begins with, so that none of it runs as a formula. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '梯度 Tidu';
  for (const { title, rows } of sheets) {
    const made = workbook.addWorksheet(title, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    for (const cells of rows) made.addRow([...cells]);
    made.getRow(1).font = { bold: true };
    for (const [i] of (rows[0] ?? []).entries()) {
      const column = made.getColumn(i + 1);
      column.width = 22;
      column.alignment = { vertical: 'top', wrapText: true };
      // What people type over it stays as they type it.
      if (rows.slice(1).every((row) => typeof row[i] !== 'number')) column.numFmt = '@';
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** @throws Error where the bytes are no workbook */
export async function sheetsOfWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook.worksheets.map((sheet) => {
    const rows: Cell[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, at) => {
      const cells: Cell[] = [];
      row.eachCell({ includeEmpty: true }, ({ value, text }, column) => {
        cells[column - 1] = cellOf(value, text);
      });
      rows[at - 1] = Array.from(cells, (cell) => cell ?? null);
    });
    return { title: sheet.name, rows: Array.from(rows, (row) => row ?? []) };
  });
}

function cellOf(value: ExcelJS.CellValue, text: string): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return value;
  if ('formula' in value || 'sharedFormula' in value) {
    return { formula: String('formula' in value ? value.formula : value.sharedFormula) };
  }
  return text;
}

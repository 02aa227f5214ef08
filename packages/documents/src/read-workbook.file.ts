import ExcelJS from 'exceljs';

type Cell = string | number | boolean | Date | null;

/**
 * The first sheet of a workbook as rows of plain values: results of formulas, texts without their looks.
 * @throws Error where the bytes are no workbook
 */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<Cell[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: Cell[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row, at) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: true }, ({ value, result, text }, column) => {
      cells[column - 1] = plain(value) ?? plain(result) ?? text;
    });
    rows[at - 1] = Array.from(cells, (cell) => cell ?? null);
  });
  return Array.from(rows, (row) => row ?? []);
}

function plain(value: unknown): Cell | undefined {
  if (value === null) return null;
  if (value instanceof Date) return value;
  return typeof value === 'object' || value === undefined ? undefined : (value as Cell);
}

import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { unpackedSize } from './archive.file.ts';
import { rowsOf, type SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';
import { encodingOf } from './encoding.ts';

const headBytes = 1 << 18;
/** Workbooks and published tables are small; what is larger is no such table. */
const largestTable = 64 << 20;
/** Unpacked: some 400 000 rows of an export, which take about 2 GB of memory to read; what is larger goes as CSV. */
const largestWorkbook = 1 << 28;
const headRows = 8;

/** The beginning of a file: enough to know it by. */
export interface FileHead {
  readonly bytes: number;
  readonly workbook: boolean;
  readonly encoding: 'utf-8' | 'gb18030';
  readonly rows: readonly SheetRow[];
}

/** @throws CustomsFileError `unreadable`, `encoding` */
export async function readHead(path: string, name: string): Promise<FileHead> {
  const bytes = await sizeOf(path, name);
  const head = await firstBytes(path);
  if (isWorkbook(head)) {
    return {
      bytes,
      workbook: true,
      encoding: 'utf-8',
      rows: (await readTable(path, name, 64)).slice(0, headRows),
    };
  }
  const filled = head.filter((byte) => byte !== 0);
  const encoding = encodingOf(head);
  if (encoding === undefined || filled.length === 0) {
    throw new CustomsFileError(
      'encoding',
      filled.length === 0 ? 'the file is empty or holds only zeros' : 'the file is in UTF-16',
      { file: name, remedy: 'download it again, or save it as CSV in UTF-8' },
    );
  }
  const text = new TextDecoder(encoding).decode(filled, { stream: true });
  return { bytes, workbook: false, encoding, rows: rowsOf(text).slice(0, headRows) };
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const { size } = await stat(path);
    return size;
  } catch (cause) {
    throw new CustomsFileError('unreadable', 'the file cannot be read', {
      file: name,
      remedy: 'check its path and that you may read it',
      cause,
    });
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const buffer = new Uint8Array(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isWorkbook = ([a, b, c, d]: Uint8Array): boolean =>
  (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0);

/**
 * All rows of a small table: a CSV, or the first sheet of a workbook that has rows.
 * @throws CustomsFileError `unreadable` when it is damaged or too large for a table
 */
export async function readTable(path: string, name: string, rows = 0): Promise<readonly SheetRow[]> {
  const [first] = await readSheets(path, name, 1, rows);
  if (first) return first;
  throw new CustomsFileError('unreadable', 'the workbook has no sheet with rows', {
    file: name,
    remedy: 'download it again',
  });
}

/** The rows of each sheet that has any, up to so many sheets and rows (0 for all); a CSV is one sheet. */
export async function readSheets(
  path: string,
  name: string,
  most = Number.POSITIVE_INFINITY,
  rows = 0,
): Promise<(readonly SheetRow[])[]> {
  const bytes = await readFile(path);
  if (bytes.length > largestTable) {
    throw new CustomsFileError(
      'unreadable',
      `the file has ${bytes.length} bytes, too many for such a table`,
      {
        file: name,
        remedy: 'check that it is the table you mean',
      },
    );
  }
  if (!isWorkbook(bytes)) {
    const clean = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
    return [rowsOf(new TextDecoder(encodingOf(clean) ?? 'utf-8').decode(clean))];
  }
  if (bytes[0] === 0x50 && (await unpackedSize(path)) > largestWorkbook) {
    throw new CustomsFileError('unreadable', 'the workbook is too large to be read as one', {
      file: name,
      remedy: 'save the table as CSV',
    });
  }
  try {
    return sheetsOf(read(bytes, { dense: true, sheetRows: rows }), most);
  } catch (cause) {
    throw new CustomsFileError('unreadable', 'the workbook is damaged', {
      file: name,
      remedy: 'open it in a spreadsheet program, save it again, or download it again',
      cause,
    });
  }
}

function sheetsOf(workbook: WorkBook, most: number): SheetRow[][] {
  const sheets: SheetRow[][] = [];
  for (const sheet of workbook.SheetNames) {
    const content = workbook.Sheets[sheet];
    if (content === undefined) continue;
    const cells: unknown[][] = utils.sheet_to_json(content, {
      header: 1,
      raw: true,
      defval: '',
      blankrows: true,
    });
    const rows = cells
      .map((row, i) => ({
        line: i + 1,
        cells: row.map((cell) =>
          String(cell ?? '')
            .replace(/[\0\u00a0]/g, ' ')
            .trim(),
        ),
      }))
      .filter((row) => row.cells.some((cell) => cell !== ''));
    if (rows.length > 0) sheets.push(rows);
    if (sheets.length >= most) break;
  }
  return sheets;
}

/** Writes the rows of a workbook as lines of CSV, each on the line that has the number of its row. */
export async function workbookAsText(path: string, name: string, to: string): Promise<void> {
  const file = await open(to, 'w');
  try {
    let line = 0;
    let text = '';
    for (const row of await readTable(path, name)) {
      text += '\n'.repeat(Math.max(0, row.line - 1 - line));
      text += `${row.cells.map((cell) => `"${cell.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`).join(',')}\n`;
      line = row.line;
      if (text.length < 1 << 20) continue;
      await file.write(text);
      text = '';
    }
    await file.write(text);
  } finally {
    await file.close();
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path);
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

import { rowsOfWorkbook } from '@tidu/documents';
import { parse } from 'csv-parse/sync';
import { Refused } from './errors.ts';

/**
 * The rows of a small table that somebody filled in: a workbook's first sheet, or CSV in UTF-8 or GB18030.
 * @throws Refused `not-understood`
 */
export async function tableRows(
  name: string,
  bytes: Uint8Array,
): Promise<(string | number | boolean | Date | null)[][]> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  try {
    if (isArchive) return await rowsOfWorkbook(bytes);
    return parse(decoded(bytes), { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    throw new Refused(
      'not-understood',
      `${name} cannot be read: ${(error as Error).message}`,
      'save it as XLSX, or as CSV in UTF-8 or GB18030, and choose it again',
    );
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

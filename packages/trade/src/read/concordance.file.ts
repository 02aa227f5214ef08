import { basename } from 'node:path';
import { type ConcordanceTable, concordanceIn } from './concordance-table.ts';
import { readSheets } from './file-bytes.file.ts';

/**
 * A concordance from a workbook or CSV.
 * @throws CustomsFileError when it is none
 */
export async function readConcordance(
  path: string,
  name: string = basename(path),
): Promise<ConcordanceTable> {
  return concordanceIn(await readSheets(path, name), name);
}

import { basename, dirname, resolve } from 'node:path';
import type { Flow, Pack } from '@tidu/reference';
import { CustomsFileError } from '../read/customs-file-error.ts';
import { exportColumns } from '../read/export-columns.ts';
import { type FileHead, readHead, sha256Of } from '../read/file-bytes.file.ts';
import { fileNameSays, type NameSays } from '../read/file-name.ts';
import { type Format, formats, recognise } from '../read/recognise.ts';
import type { ImportOptions } from './summary.ts';

/** A file, known for what it is. */
export interface KnownFile {
  readonly path: string;
  readonly name: string;
  readonly head: FileHead;
  readonly format: Format;
  readonly sha256: string;
  readonly says: NameSays;
}

/** Kinds of file whose rows are read by the million. */
export const isExport = (format: Format): boolean =>
  format === 'query-export' || format === 'declarations' || format === 'comtrade';

/** @throws CustomsFileError when it is no table that is known */
export async function know(path: string): Promise<KnownFile> {
  const name = basename(path);
  const head = await readHead(path, name);
  const format = recogniseHead(name, head);
  return { path, name, head, format, sha256: await sha256Of(path), says: fileNameSays(name) };
}

/** @throws CustomsFileError when it is no table that is known */
export function recogniseHead(name: string, { rows }: FileHead): Format {
  const format = recognise(rows);
  if (format !== undefined) return format;
  throw new CustomsFileError('not-recognised', 'the file is no customs table that is known', {
    file: name,
    ...(rows[0] && { row: rows[0].line, value: rows[0].cells.join(',') }),
    remedy: `the kinds known are: ${Object.values(formats).join('; ')}`,
  });
}

/** Whether each row of an export says its flow. */
export const namesFlow = ({ head }: KnownFile): boolean =>
  exportColumns(head.rows[0]?.cells ?? []).at('flow') !== undefined;

/** From the options, else from the name; an export of cells never says it itself. */
export function flowOf({ name, says }: KnownFile, options: ImportOptions): Flow {
  const flow = options.flow ?? says.flow;
  if (flow !== undefined) return flow;
  throw new CustomsFileError('no-flow', 'the file does not say whether it is about exports or imports', {
    file: name,
    remedy: 'name the flow with --flow export or --flow import',
  });
}

/** A table of "this city" is about the city whose name its folder has. */
export function placeOfFolder(pack: Pack, path: string): string | undefined {
  const folder = basename(dirname(resolve(path))).toLowerCase();
  if (folder === '') return undefined;
  const isIt = ({ zh, en }: { zh: string; en: string }) =>
    zh.startsWith(folder) || en.toLowerCase() === folder;
  return pack.places.find(
    ({ level, name, short }) =>
      (level === 'province' || level === 'prefecture') &&
      (isIt(name) || (short !== undefined && isIt(short))),
  )?.code;
}

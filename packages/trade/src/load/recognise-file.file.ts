import { basename } from 'node:path';
import type { Flow, Period } from '@tidu/reference';
import { comtradeColumns } from '../read/comtrade-columns.ts';
import { exportColumns } from '../read/export-columns.ts';
import { readHead } from '../read/file-bytes.file.ts';
import { fileNameSays } from '../read/file-name.ts';
import { type Format, formats } from '../read/recognise.ts';
import { isExport, recogniseHead } from './known-file.file.ts';

/** What can be told of a file before it is read, and what a person has to add. */
export interface RecognisedFile {
  readonly file: string;
  readonly bytes: number;
  readonly format: Format;
  /** What the format is called to a person. */
  readonly says: string;
  readonly flow?: Flow;
  readonly period?: Period;
  readonly needs: readonly ('flow' | 'period')[];
}

/** @throws CustomsFileError when it is no table that is known */
export async function recogniseFile(path: string): Promise<RecognisedFile> {
  const file = basename(path);
  const head = await readHead(path, file);
  const format = recogniseHead(file, head);
  const { flow, period } = fileNameSays(file);
  const columns = (format === 'comtrade' ? comtradeColumns : exportColumns)(head.rows[0]?.cells ?? []);
  const lacks = (role: 'flow' | 'month') => isExport(format) && columns.at(role) === undefined;
  return {
    file,
    bytes: head.bytes,
    format,
    says: formats[format],
    ...(flow && { flow }),
    ...(period && { period }),
    needs: [
      ...(lacks('flow') && flow === undefined ? (['flow'] as const) : []),
      ...(lacks('month') && period === undefined ? (['period'] as const) : []),
    ],
  };
}

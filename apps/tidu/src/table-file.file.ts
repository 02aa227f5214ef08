import { createReadStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { csvLines } from './csv.ts';
import type { Language } from './names.ts';
import { writeParquet } from './parquet.duckdb.ts';
import type { Cells, ToldTable } from './table.ts';
import { workbook } from './workbook.file.ts';

export const fileFormats = ['csv', 'xlsx', 'parquet'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

export interface FileOptions {
  readonly language: Language;
  /** A folder for what has to wait on disk. */
  readonly scratch: string;
  /** Hears how many rows have been written. */
  readonly at?: (rows: number) => void;
}

/**
 * A table as the bytes of a file, made as they are taken: who takes them slowly makes it slow, and who
 * goes away stops it. What fails on the way ends the bytes with an error, never as if they were all.
 */
export async function tableFile(
  table: ToldTable,
  format: FileFormat,
  options: FileOptions,
): Promise<Readable> {
  const counted = { ...table, batches: counting(table.batches, options.at ?? (() => {})) };
  if (format === 'csv') return Readable.from(csvLines(counted), { objectMode: false });
  if (format === 'xlsx') return workbook(counted, sheetNames[options.language]);
  mkdirSync(options.scratch, { recursive: true });
  const file = join(options.scratch, `${crypto.randomUUID()}.parquet`);
  const discard = () => rmSync(file, { force: true });
  try {
    await writeParquet(counted, file, options.scratch);
  } catch (error) {
    discard();
    throw error;
  }
  const bytes = createReadStream(file);
  bytes.once('close', discard);
  return Object.assign(bytes, { length: statSync(file).size });
}

const sheetNames = { zh: ['数据', '说明'], en: ['Data', 'About'] } as const;

async function* counting(batches: AsyncIterable<Cells>, at: (rows: number) => void): AsyncGenerator<Cells> {
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.size;
    at(rows);
    yield batch;
  }
}

import { join, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pack } from '@tidu/reference';
import { classifierOf } from '../classify/classifier.ts';
import { comtradeColumns } from '../read/comtrade-columns.ts';
import { CustomsFileError } from '../read/customs-file-error.ts';
import { exportColumns } from '../read/export-columns.ts';
import { readTable, workbookAsText } from '../read/file-bytes.file.ts';
import { readSmallTable, type SmallTable } from '../read/small-table.ts';
import { flowOf, isExport, type KnownFile, placeOfFolder } from './known-file.file.ts';
import { type Staged, stageTable } from './stage.duckdb.ts';
import { stageExport } from './stage-export.duckdb.ts';
import type { ImportOptions } from './summary.ts';

/** Reads and classifies a file into the staging tables, with what the options and its name add. */
export async function stageFile(
  connection: DuckDBConnection,
  pack: Pack,
  file: KnownFile,
  scratch: string,
  options: ImportOptions,
): Promise<Staged> {
  const { path, name, head, format, says } = file;
  const classifier = classifierOf(pack);
  const period = options.period ?? says.period;
  if (!isExport(format)) {
    const place = options.place ?? placeOfFolder(pack, path);
    const reading = readSmallTable(format as SmallTable, {
      file: name,
      rows: await readTable(path, name),
      classifier,
      ...(period && { period }),
      ...(place !== undefined && { place }),
    });
    options.progress?.({ bytes: head.bytes, of: head.bytes });
    const shapes = await stageTable(connection, reading);
    const flows = [...new Set(reading.facts.map((fact) => fact.flow))].sort();
    const { rows, skipped, facts } = reading;
    return { shapes, rows, skipped, facts: facts.length, flows, period: reading.period };
  }
  const header = head.rows[0];
  const columns = (format === 'comtrade' ? comtradeColumns : exportColumns)(header?.cells ?? []);
  if (options.currency !== undefined && options.currency !== columns.currency) {
    throw new CustomsFileError(
      'contradiction',
      `the amounts are in ${columns.currency}, not ${options.currency}`,
      {
        file: name,
        remedy: 'leave the currency out: the file says it itself',
      },
    );
  }
  const hasMonth = columns.at('month') !== undefined;
  if (!hasMonth && period === undefined) {
    throw new CustomsFileError('no-period', 'the file does not say which months it is about', {
      file: name,
      remedy: 'name them with --period, e.g. --period 2023 or --period 2023-01..2023-04',
    });
  }
  const text = head.workbook ? join(scratch, 'workbook.csv') : path;
  if (head.workbook) await workbookAsText(path, name, text);
  const bounds = hasMonth ? options.period : period;
  return stageExport(connection, {
    path: text,
    scratch: resolve(scratch),
    encoding: head.encoding,
    headerLine: header?.line ?? 1,
    columns,
    classifier,
    ...(columns.at('flow') === undefined && { flow: flowOf(file, options) }),
    ...(bounds && { period: bounds }),
    ...(pack.iso3 && { reporter: pack.iso3 }),
    ...(options.progress && {
      progress: (bytes: number) => options.progress?.({ bytes, of: head.bytes }),
    }),
  });
}

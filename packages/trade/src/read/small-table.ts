import { readChapterTable } from './chapter-table.ts';
import { readModeTable } from './mode-table.ts';
import { readMonthTable } from './month-table.ts';
import { readProvinceTable } from './province-table.ts';
import type { TableReading, TableSource } from './table-reading.ts';
import { readTidyPlaceTable } from './tidy-place-table.ts';

/** Tables of some hundred rows, read whole. */
const readers = {
  'month-table': readMonthTable,
  'tidy-place-table': readTidyPlaceTable,
  'province-table': readProvinceTable,
  'mode-table': readModeTable,
  'chapter-table': readChapterTable,
} as const;
export type SmallTable = keyof typeof readers;

export const readSmallTable = (
  format: SmallTable,
  source: TableSource & { readonly place?: string },
): TableReading => readers[format](source);

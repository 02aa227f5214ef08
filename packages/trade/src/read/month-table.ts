import { nestedLevels } from '../classify/shape.ts';
import type { SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';
import { monthHeader, monthOfTable, type PrintedMonth, printedMonths, unitOf } from './month-columns.ts';
import {
  type PrintedFact,
  type RowFault,
  Skips,
  type TableReading,
  type TableSource,
} from './table-reading.ts';

const isFootnote = ({ cells }: SheetRow): boolean => /^(注|说明|资料来源|数据来源)/.test(cells[0] ?? '');
const country = '100000';

/**
 * The monthly table by location of consignee and consignor. Rows are nested by their order:
 * a province, some of its cities, the zones inside the city above; a name is looked up inside the
 * province that it stands under.
 *
 * @throws CustomsFileError `totals-do-not-add-up` when a total is not the sum of exports and imports,
 *   or the country imports more than it exports: the columns are then not what their titles say
 */
export function readMonthTable(source: TableSource): TableReading {
  const { file, rows, classifier } = source;
  const header = monthHeader(rows, /^(收发货人|经营单位)所在地/);
  if (header === undefined) {
    throw new CustomsFileError('not-recognised', 'the header has no columns of month and year to date', {
      file,
      remedy: 'save the table as the customs publish it, with its three header rows',
    });
  }
  const { unit, currency } = unitOf(rows.slice(0, header.rows)) ?? { unit: 1e4, currency: 'CNY' as const };
  const month = monthOfTable(header, source.period, file);
  const date = `${month}-28`;
  const skips = new Skips();
  skips.add('header', header.rows);
  const facts: PrintedFact[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, string>();
  let province: string | undefined;

  for (const row of rows.slice(header.rows)) {
    const { line, cells } = row;
    const name = cells[0] ?? '';
    if (isFootnote(row)) {
      skips.add('footnote');
      continue;
    }
    const printed = printedMonths(row, header, unit);
    if (!Array.isArray(printed)) {
      faults.push({ line, ...printed, reason: 'this is no number' });
      continue;
    }
    const found = /^(总值|全国|合计|总计)$/.test(name)
      ? { code: country }
      : classifier.placeByName(name, date, province);
    if ('reason' in found) {
      faults.push({ line, column: '收发货人所在地', value: name, reason: found.reason });
      continue;
    }
    const { code } = found;
    mustAddUp(printed, row, file, unit);
    if (code === country) mustExportMore(printed, row, file);
    if (classifier.levelOf(code) === 'province') province = code;
    const figures = JSON.stringify(printed);
    const before = seen.get(code);
    if (before === figures) skips.add('repeated');
    else if (before !== undefined) {
      const reason = 'the place is in the table before, with other figures';
      faults.push({ line, column: '收发货人所在地', value: name, reason });
    } else {
      seen.set(code, figures);
      for (const one of printed) {
        facts.push({ line, span: 'month', from: month, to: month, place: code, ...one });
      }
    }
  }
  return {
    facts,
    faults,
    skipped: skips.counts,
    rows: rows.length,
    period: { from: month, to: month },
    table: { dimensions: ['place'], levels: nestedLevels, nested: true, currency },
  };
}

/** Each printed number is rounded for itself, so a sum may miss its total by one unit or two. */
function mustAddUp(
  printed: readonly PrintedMonth[],
  { line, cells }: SheetRow,
  file: string,
  unit: number,
): void {
  for (const kind of ['value', 'valueYtd'] as const) {
    const of = (flow: string) => printed.find((one) => one.flow === flow)?.[kind] ?? undefined;
    const [total, exports, imports] = [of('total'), of('export'), of('import')];
    if (total === undefined || exports === undefined || imports === undefined) continue;
    if (Math.abs(total - exports - imports) <= 2 * unit) continue;
    throw new CustomsFileError(
      'totals-do-not-add-up',
      `the total ${total / unit} is not exports ${exports / unit} plus imports ${imports / unit}`,
      {
        file,
        row: line,
        column: kind === 'value' ? 'month' : 'year to date',
        value: cells[0] ?? '',
        remedy:
          'compare the file with the publication: a column is damaged or in another place than its title',
      },
    );
  }
}

function mustExportMore(printed: readonly PrintedMonth[], { line, cells }: SheetRow, file: string): void {
  const of = (flow: string) => printed.find((one) => one.flow === flow)?.valueYtd ?? undefined;
  const [exports, imports] = [of('export'), of('import')];
  if (exports === undefined || imports === undefined || exports > imports) return;
  throw new CustomsFileError(
    'totals-do-not-add-up',
    `the country would export less (${exports}) than it imports (${imports})`,
    {
      file,
      row: line,
      column: 'year to date',
      value: cells[0] ?? '',
      remedy: 'compare the file with the publication: exports and imports are likely swapped',
    },
  );
}

import type { Month } from '@tidu/reference';
import { CustomsFileError } from './customs-file-error.ts';
import { monthHeader, monthOfTable, printedMonths, unitOf } from './month-columns.ts';
import {
  type PrintedFact,
  type RowFault,
  Skips,
  type TableReading,
  type TableSource,
} from './table-reading.ts';

/**
 * The national table by HS section and chapter: exports and imports of the month and the year to
 * date. Sections are sums of chapters and are passed over, as is the total, after checking that the
 * chapters add up to it.
 */
export function readChapterTable(source: TableSource): TableReading {
  const { file, rows, classifier } = source;
  const header = monthHeader(rows, /^类章$/);
  if (header === undefined) {
    throw new CustomsFileError('not-recognised', 'the header has no columns of month and year to date', {
      file,
      remedy: 'save the table as the customs publish it',
    });
  }
  const { unit, currency } = unitOf(rows.slice(0, header.rows)) ?? { unit: 1e4, currency: 'CNY' as const };
  const titled = /(\d{4})年(\d{1,2})月/.exec(rows[0]?.cells[0] ?? '');
  const said = titled ? (`${titled[1]}-${titled[2]?.padStart(2, '0')}` as Month) : undefined;
  const month = monthOfTable(header, said ? { from: said, to: said } : source.period, file);
  const wholeYear = month.endsWith('-12');
  const january = `${month.slice(0, 4)}-01` as Month;
  const skips = new Skips();
  skips.add('header', header.rows);
  const facts: PrintedFact[] = [];
  const faults: RowFault[] = [];
  const sums = new Map<string, number>();
  let total: { line: number; printed: ReturnType<typeof printedMonths> } | undefined;
  for (const row of rows.slice(header.rows)) {
    const { line, cells } = row;
    const label = cells[0] ?? '';
    const chapter = /^(\d{2})章/.exec(label)?.[1];
    if (/^(注|说明)/.test(label)) skips.add('footnote');
    else if (/^第.+类/.test(label)) skips.add('subtotal');
    else if (/^总值$/.test(label)) {
      total = { line, printed: printedMonths(row, header, unit) };
      skips.add('total');
    } else {
      const found = chapter ? classifier.commodity(chapter) : { reason: 'this is no chapter' };
      const printed = printedMonths(row, header, unit);
      if ('reason' in found) faults.push({ line, column: '类章', value: label, reason: found.reason });
      else if (!Array.isArray(printed)) faults.push({ line, ...printed, reason: 'this is no number' });
      else {
        for (const one of printed) {
          const key = { line, commodity: found.code, hsDigits: 2, flow: one.flow };
          facts.push({ ...key, ...one, span: 'month', from: month, to: month });
          if (wholeYear && one.valueYtd !== null) {
            const { valueYtd: value, printedGrowth } = one;
            facts.push({ ...key, span: 'year', from: january, to: month, value, printedGrowth });
          }
          sums.set(one.flow, (sums.get(one.flow) ?? 0) + (one.valueYtd ?? 0));
        }
      }
    }
  }
  if (total && Array.isArray(total.printed) && faults.length === 0) {
    for (const { flow, valueYtd } of total.printed) {
      const sum = sums.get(flow) ?? 0;
      if (valueYtd === null || Math.abs(valueYtd - sum) <= rows.length * unit) continue;
      throw new CustomsFileError(
        'totals-do-not-add-up',
        `the printed total ${valueYtd} yuan of ${flow} is not the sum ${sum} yuan of the chapters`,
        {
          file,
          row: total.line,
          remedy: 'compare the file with the publication: a row is missing or damaged',
        },
      );
    }
  }
  return {
    facts,
    faults,
    skipped: skips.counts,
    rows: rows.length,
    period: { from: wholeYear ? january : month, to: month },
    table: { dimensions: ['commodity'], levels: [], nested: false, currency },
  };
}

import { type Flow, type Month, monthAt, ordinal } from '@tidu/reference';
import { printedNumber, type SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';
import { spanOf } from './file-name.ts';
import { amount, filledForward } from './month-columns.ts';
import {
  type PrintedFact,
  type RowFault,
  Skips,
  type TableReading,
  type TableSource,
} from './table-reading.ts';

interface ModeColumn {
  readonly at: number;
  readonly growthAt: number | undefined;
  readonly flow: Flow;
  readonly from: Month;
  readonly to: Month;
  readonly unit: number;
  readonly title: string;
}

const flowNames: Readonly<Record<string, Flow>> = { 进出口: 'total', 出口: 'export', 进口: 'import' };
const isTotal = (label: string): boolean => /^#?(合计|总值|总计)$/.test(label);
/** Rows that are the sum of the rows set in below them; gone from 2023 on. */
const isParent = (label: string): boolean => /^(加工贸易|保税物流)$/.test(label);
/** Printed to four places after the point. */
const lastDigit = 1e-4;

/**
 * A table by trade mode of one place. Each pair of columns says its flow, its months and its unit
 * (亿 or 万): a single month and January to December become facts of a month and of a year.
 *
 * @throws CustomsFileError `totals-do-not-add-up` when the modes do not sum to the printed total
 */
export function readModeTable(source: TableSource & { readonly place?: string }): TableReading {
  const { file, rows, classifier, place } = source;
  if (place === undefined) {
    throw new CustomsFileError('contradiction', 'the table does not say which place it is about', {
      file,
      remedy: 'name it with --place, such as --place 310000, or put the file in a folder of its name',
    });
  }
  const columns = modeColumns(rows);
  const bodyAt = rows.findIndex(({ cells }) => cells[0] === '贸易方式2位') + 1;
  if (columns.length === 0) {
    throw new CustomsFileError('not-recognised', 'the header has no columns of flow, months and amount', {
      file,
      remedy: 'save the table as the customs publish it, with its four header rows',
    });
  }
  const skips = new Skips();
  skips.add('header', bodyAt);
  const facts: PrintedFact[] = [];
  const faults: RowFault[] = [];
  const seen = new Set<string>();
  const sums = columns.map(() => 0);
  let total: SheetRow | undefined;
  for (const row of rows.slice(bodyAt)) {
    const { line, cells } = row;
    const label = (cells[0] ?? '').replace(/[\s\u3000]/g, '');
    const fault = (column: string, value: string, reason: string) =>
      faults.push({ line, column, value, reason });
    if (/^(注|说明)/.test(label)) skips.add('footnote');
    else if (isTotal(label)) {
      total = row;
      skips.add('total');
    } else if (isParent(label)) skips.add('subtotal');
    else if (label === '')
      fault('贸易方式2位', cells.filter(Boolean).join(' '), 'numbers stand here without a label');
    else {
      const mode = classifier.mode('', label);
      const bad = columns.find(({ at }) => printedNumber(cells[at] ?? '') === undefined);
      if ('reason' in mode) fault('贸易方式2位', label, mode.reason);
      else if (seen.has(mode.code))
        fault('贸易方式2位', label, `the mode ${mode.code} is in the table before`);
      else if (bad) fault(bad.title, cells[bad.at] ?? '', 'this is no number');
      else {
        seen.add(mode.code);
        columns.forEach((column, i) => {
          const value = amount(printedNumber(cells[column.at] ?? '') ?? null, column.unit);
          sums[i] = (sums[i] ?? 0) + (value ?? 0);
        });
        facts.push(...factsOf(row, columns, { line, place, mode: mode.code }));
      }
    }
  }
  if (total && !faults.some(({ column }) => column !== '贸易方式2位')) {
    mustAddUp(total, columns, sums, rows.length, file);
  }
  const months = columns.flatMap(({ from, to }) => [from, to]).sort();
  return {
    facts,
    faults,
    skipped: skips.counts,
    rows: rows.length,
    period: { from: months[0] as Month, to: months.at(-1) as Month },
    table: {
      dimensions: ['mode', 'place'],
      levels: ['province'],
      nested: false,
      within: place,
      currency: 'CNY',
    },
  };
}

function modeColumns(rows: readonly SheetRow[]): ModeColumn[] {
  const at = rows.findIndex(({ cells }) => cells[0] === '贸易方式2位');
  const titles = rows[at]?.cells ?? [];
  const periods = filledForward(rows[at - 1]?.cells ?? []);
  const groups = filledForward(rows[at - 2]?.cells ?? []);
  return titles.flatMap((title, i): ModeColumn[] => {
    const unit = /^人民币\((亿|万)\)$/.exec(title)?.[1];
    const flow = flowNames[groups[i] ?? ''];
    const months = /^(\d{4})年(\d\d)月-(\d{4})年(\d\d)月$/.exec(periods[i] ?? '');
    if (!unit || !flow || !months) return [];
    return [
      {
        at: i,
        growthAt: /同比/.test(titles[i + 1] ?? '') ? i + 1 : undefined,
        flow,
        from: `${months[1]}-${months[2]}` as Month,
        to: `${months[3]}-${months[4]}` as Month,
        unit: unit === '亿' ? 1e8 : 1e4,
        title: `${groups[i]} ${periods[i]} ${title}`,
      },
    ];
  });
}

/** A month takes the year to date that is printed beside it; other spans stand for themselves. */
function factsOf(
  { cells }: SheetRow,
  columns: readonly ModeColumn[],
  key: { line: number; place: string; mode: string },
): PrintedFact[] {
  const value = ({ at, unit }: ModeColumn) => amount(printedNumber(cells[at] ?? '') ?? null, unit);
  const growth = (column: ModeColumn) =>
    column.growthAt === undefined ? null : (printedNumber(cells[column.growthAt] ?? '') ?? null);
  return columns.map((column) => {
    const { flow, from, to } = column;
    const january = monthAt(Math.floor(ordinal(to) / 12) * 12);
    const ytd =
      from === to ? columns.find((c) => c.flow === flow && c.from === january && c.to === to) : undefined;
    return {
      ...key,
      span: spanOf({ from, to }),
      from,
      to,
      flow,
      value: value(column),
      ...(from === to
        ? { valueYtd: ytd ? value(ytd) : null, printedGrowth: ytd ? growth(ytd) : null }
        : { printedGrowth: growth(column) }),
    };
  });
}

function mustAddUp(
  { line, cells }: SheetRow,
  columns: readonly ModeColumn[],
  sums: readonly number[],
  rows: number,
  file: string,
): void {
  columns.forEach(({ at, unit, title }, i) => {
    const printed = amount(printedNumber(cells[at] ?? '') ?? null, unit);
    const sum = sums[i] ?? 0;
    if (printed === null || Math.abs(printed - sum) <= rows * lastDigit * unit) return;
    throw new CustomsFileError(
      'totals-do-not-add-up',
      `the printed total ${printed} yuan is not the sum ${sum} yuan of the modes`,
      {
        file,
        row: line,
        column: title,
        remedy: 'compare the file with the publication: a row is missing, damaged or of an unknown mode',
      },
    );
  });
}

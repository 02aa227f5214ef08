import type { Flow } from '@tidu/reference';
import { printedNumber, type SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';
import {
  type PrintedFact,
  type RowFault,
  Skips,
  type TableReading,
  type TableSource,
} from './table-reading.ts';

const columnsOf: Readonly<Record<Flow, readonly [amount: string, growth: string]>> = {
  total: ['当期进出口', '进出口同比'],
  import: ['当期进口', '进口同比'],
  export: ['当期出口', '出口同比'],
};
const isTotal = (name: string): boolean => /^(合计|总值|总计|全省)$/.test(name);
/** Spreadsheets leave noise after the point; a sum may miss by a yuan per row. */
const noise = 100;

/**
 * A province's own table: its prefectures, the year to date, in yuan whatever the note below the
 * table says, names ending in 地区. The month is the last of the period, told by options or name.
 */
export function readProvinceTable({ file, rows, classifier, period }: TableSource): TableReading {
  if (period === undefined || !period.from.startsWith(period.to.slice(0, 4))) {
    throw new CustomsFileError('no-period', 'the table does not tell its month', {
      file,
      remedy: 'name it with --period YYYY-MM: the last month of the year to date',
    });
  }
  const month = period.to;
  const [header, ...body] = rows;
  const titles = header?.cells ?? [];
  const nameAt = titles.indexOf('收发货人所在地');
  const skips = new Skips();
  skips.add('header');
  const facts: PrintedFact[] = [];
  const faults: RowFault[] = [];
  const sums: Record<Flow, number> = { export: 0, import: 0, total: 0 };
  let total: SheetRow | undefined;
  const amountOf = (cells: readonly string[], flow: Flow) =>
    printedNumber(cells[titles.indexOf(columnsOf[flow][0])] ?? '');

  for (const row of body) {
    const { line, cells } = row;
    const name = cells[nameAt] ?? '';
    if (/^(注|单位)/.test(name) || name === '') skips.add('footnote');
    else if (isTotal(name)) {
      total = row;
      skips.add('total');
    } else {
      const found = cityNamed(name, (text) => classifier.placeByName(text, `${month}-28`));
      if ('reason' in found) {
        faults.push({ line, column: '收发货人所在地', value: name, reason: found.reason });
        continue;
      }
      const read = (['export', 'import', 'total'] as const).map((flow) => ({
        flow,
        value: amountOf(cells, flow),
      }));
      const bad = read.find(({ value }) => value === undefined || value === null);
      if (bad) {
        const column = columnsOf[bad.flow][0];
        faults.push({
          line,
          column,
          value: cells[titles.indexOf(column)] ?? '',
          reason: 'this is no number',
        });
        continue;
      }
      for (const { flow, value } of read) {
        const growth = printedNumber(cells[titles.indexOf(columnsOf[flow][1])] ?? '');
        sums[flow] += Math.round(value ?? 0);
        facts.push({
          line,
          span: 'month',
          from: month,
          to: month,
          flow,
          place: found.code,
          value: null,
          valueYtd: Math.round(value ?? 0),
          printedGrowth: growth ?? null,
        });
      }
    }
  }
  if (total !== undefined && faults.length === 0) mustAddUp(total, sums, amountOf, file);
  const provinces = new Set(facts.map(({ place }) => classifier.parentOf(place ?? '')));
  const [within] = provinces;
  if (within === undefined || provinces.size > 1) {
    throw new CustomsFileError('nothing-understood', 'the places of the table do not lie in one province', {
      file,
      remedy: 'check the names in the column 收发货人所在地',
    });
  }
  return {
    facts,
    faults,
    skipped: skips.counts,
    rows: rows.length,
    period: { from: month, to: month },
    table: { dimensions: ['place'], levels: ['prefecture'], nested: false, within, currency: 'CNY' },
  };
}

function cityNamed<T extends object>(printed: string, look: (name: string) => T): T {
  const stem = printed.replace(/地区$/, '');
  const direct = look(printed);
  return 'reason' in direct ? look(`${stem}市`) : direct;
}

function mustAddUp(
  { line, cells }: SheetRow,
  sums: Readonly<Record<Flow, number>>,
  amountOf: (cells: readonly string[], flow: Flow) => number | null | undefined,
  file: string,
): void {
  for (const flow of ['export', 'import', 'total'] as const) {
    const printed = amountOf(cells, flow);
    if (printed === undefined || printed === null || Math.abs(printed - sums[flow]) <= noise) continue;
    throw new CustomsFileError(
      'totals-do-not-add-up',
      `the printed total ${printed} is not the sum ${sums[flow]} of the rows above`,
      {
        file,
        row: line,
        column: columnsOf[flow][0],
        remedy: 'compare the file with the publication: a row is missing or damaged',
      },
    );
  }
}

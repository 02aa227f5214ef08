import { type Flow, isFlow, isMonth } from '@tidu/reference';
import { nestedLevels } from '../classify/shape.ts';
import { printedNumber } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';
import { amount } from './month-columns.ts';
import {
  type PrintedFact,
  type RowFault,
  Skips,
  type TableReading,
  type TableSource,
} from './table-reading.ts';

const wan = 1e4;

/** The monthly table by location as a pack carries it: one row per month, place and flow, in 万元. */
export function readTidyPlaceTable({ file, rows, classifier }: TableSource): TableReading {
  const [header, ...body] = rows;
  const titles = header?.cells ?? [];
  const skips = new Skips();
  skips.add('header');
  const facts: PrintedFact[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, string>();
  for (const { line, cells } of body) {
    const cell = (title: string) => cells[titles.indexOf(title)] ?? '';
    const fault = (column: string, reason: string) =>
      faults.push({ line, column, value: cell(column), reason });
    const month = cell('period');
    const flow: string = cell('flow');
    const place = cell('place');
    const numbers = (['value_wan', 'value_ytd_wan', 'growth_ytd_percent'] as const).map((column) => ({
      column,
      number: printedNumber(cell(column)),
    }));
    const bad = numbers.find(({ number }) => number === undefined);
    if (!isMonth(month)) fault('period', 'a month is written 2024-01');
    else if (!isFlow(flow)) fault('flow', 'a flow is export, import or total');
    else if (classifier.levelOf(place) === undefined) fault('place', 'the pack has no place of this code');
    else if (bad) fault(bad.column, 'this is no number');
    else {
      const [value, ytd, growth] = numbers.map(({ number }) => number ?? null);
      const fact = {
        line,
        span: 'month' as const,
        from: month,
        to: month,
        flow: flow as Flow,
        place,
        value: amount(value ?? 0, wan),
        valueYtd: amount(ytd ?? 0, wan),
        printedGrowth: cell('growth_ytd_percent') === '-' ? null : (growth ?? null),
      };
      const key = `${month} ${flow} ${place}`;
      const figures = `${fact.value} ${fact.valueYtd} ${fact.printedGrowth}`;
      const before = seen.get(key);
      if (before === figures) skips.add('repeated');
      else if (before !== undefined) fault('place', 'this cell is in the table before, with other figures');
      else {
        seen.set(key, figures);
        facts.push(fact);
      }
    }
  }
  const months = facts.map(({ from }) => from).sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) {
    const [fault] = faults;
    throw new CustomsFileError('nothing-understood', fault?.reason ?? 'the table has no rows', {
      file,
      ...(fault && { row: fault.line, column: fault.column, value: fault.value }),
      remedy: 'compare the file with the columns period, place, flow, value_wan of the pack',
    });
  }
  return {
    facts,
    faults,
    skipped: skips.counts,
    rows: rows.length,
    period: { from: first as `${number}-${number}`, to: last as `${number}-${number}` },
    table: { dimensions: ['place'], levels: nestedLevels, nested: true, currency: 'CNY' },
  };
}

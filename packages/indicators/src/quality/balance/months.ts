import { flows } from '@tidu/reference';
import type { Finding, FindingSeries } from '@tidu/trade';
import { loadsIn } from '../asking.ts';
import { aboutCell, type PrintedTable, unbrokenYears } from './printed-table.ts';

export interface MonthsTolerance {
  /** Part of the year to date. */
  readonly part: number;
  /** In whole units of the currency. */
  readonly amount: number;
}

/**
 * Months as printed sum to the year to date. Officially they do not: months are not revised when
 * the year to date is. So a difference is a doubt only, from the first month of the year in which
 * it is material; how it goes on is told beside it.
 */
export function monthsAndYearToDate(printed: PrintedTable, tolerance: MonthsTolerance): Finding[] {
  if (!printed.table.yearToDate || printed.table.shape.span !== 'month') return [];
  const flowsPrinted = flows.filter((flow) => flow !== 'total' && printed.table.flows.includes(flow));
  return unbrokenYears(printed).flatMap((year) =>
    flowsPrinted.flatMap((flow) =>
      printed.cells.flatMap((cell): Finding[] => {
        let sum = 0;
        const points: { month: string; sum: number; ytd: number }[] = [];
        for (const month of year) {
          const { value = null, ytd = null } = printed.at(flow, cell, month) ?? {};
          if (value === null || ytd === null) break;
          sum += value;
          points.push({ month, sum, ytd });
        }
        const far = ({ sum: added, ytd }: (typeof points)[number]) =>
          Math.abs(added - ytd) > tolerance.amount && Math.abs(added - ytd) > tolerance.part * Math.abs(ytd);
        const first = points.find(far);
        const last = points.at(-1);
        if (!first || !last || !far(last)) return [];
        return [
          {
            check: 'balance',
            reason: 'months',
            severity: Math.abs(first.sum - first.ytd) > 5 * tolerance.part * first.ytd ? 'doubt' : 'note',
            about: {
              shape: printed.table.shape.id,
              month: first.month,
              flow,
              ...aboutCell(printed, cell),
            },
            amounts: { sum: first.sum, ytd: first.ytd },
            judged: {
              share: first.sum / first.ytd - 1,
              last: last.month,
              lastShare: last.sum / last.ytd - 1,
            },
            loads: loadsIn(printed.loads, year[0] ?? first.month, first.month),
            series: seriesOf(points, printed.table.shape.currency),
          },
        ];
      }),
    ),
  );
}

const seriesOf = (
  points: readonly { month: string; sum: number; ytd: number }[],
  unit: string,
): FindingSeries => ({
  points: points.map(({ month }) => month),
  unit,
  lines: [
    { name: 'months-added', values: points.map(({ sum }) => sum) },
    { name: 'year-to-date', values: points.map(({ ytd }) => ytd) },
  ],
});

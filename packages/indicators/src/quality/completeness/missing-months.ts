import { addMonths, type Month } from '@tidu/reference';
import type { Coverage, Finding } from '@tidu/trade';
import type { SourceCalendar } from '../source-calendar.ts';

/** Months that a table lacks between its first and its last, and months of which it lacks a flow. */
export function missingMonths(table: Coverage, { months }: SourceCalendar): Finding[] {
  if (table.shape.span !== 'month') return [];
  const about = { shape: table.shape.id };
  const missing = runs(months.filter(({ state }) => state === 'missing').map(({ month }) => month as Month));
  const gaps = missing.map(({ from, to, count }): Finding => {
    const after = addMonths(to, 1);
    // The year to date after the gap tells the months together, though none of them alone.
    const bridged = table.yearToDate && from.slice(0, 4) === after.slice(0, 4);
    return {
      check: 'completeness',
      reason: bridged ? 'months-bridged' : 'months-missing',
      severity: bridged ? 'note' : 'doubt',
      about: { ...about, month: from, ...(to === from ? {} : { to }) },
      amounts: { months: count },
      judged: {},
      loads: [],
    };
  });
  const lacking = table.flows.flatMap((flow) => {
    const held = new Set(
      table.spans.filter(({ flows }) => flows.includes(flow)).map(({ from }) => from as Month),
    );
    const without = table.spans.map(({ from }) => from as Month).filter((month) => !held.has(month));
    return runs([...new Set(without)].sort()).map(
      ({ from, to, count }): Finding => ({
        check: 'completeness',
        reason: 'flow-missing',
        severity: 'doubt',
        about: { ...about, month: from, ...(to === from ? {} : { to }), flow },
        amounts: { months: count },
        judged: {},
        loads: [],
      }),
    );
  });
  return [...gaps, ...lacking];
}

/** @example runs(['2024-01', '2024-02', '2024-05']) // [{ from: '2024-01', to: '2024-02', count: 2 }, { from: '2024-05', to: '2024-05', count: 1 }] */
function runs(months: readonly Month[]): { from: Month; to: Month; count: number }[] {
  const found: { from: Month; to: Month; count: number }[] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last && addMonths(last.to, 1) === month) {
      last.to = month;
      last.count += 1;
    } else found.push({ from: month, to: month, count: 1 });
  }
  return found;
}

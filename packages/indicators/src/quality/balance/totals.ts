import type { Finding } from '@tidu/trade';
import { loadsIn } from '../asking.ts';
import { roundingOf } from '../printed-unit.ts';
import { type Amount, aboutCell, type PrintedTable } from './printed-table.ts';

/** total = exports + imports, cell by cell, beyond what rounding explains. */
export function totals(printed: PrintedTable): Finding[] {
  const { table } = printed;
  if (!(['export', 'import', 'total'] as const).every((flow) => table.flows.includes(flow))) return [];
  return printed.times.flatMap((time) => {
    const tolerance = roundingOf(2, printed.unitAt(time));
    return printed.cells.flatMap((cell) =>
      (['value', 'ytd'] as const).flatMap((amount): Finding[] => {
        const total = printed.at('total', cell, time)?.[amount] ?? null;
        const exports = printed.at('export', cell, time)?.[amount] ?? null;
        const imports = printed.at('import', cell, time)?.[amount] ?? null;
        if (total === null || exports === null || imports === null) return [];
        const difference = total - exports - imports;
        if (Math.abs(difference) <= tolerance) return [];
        return [
          {
            check: 'balance',
            reason: `total${suffix(amount)}`,
            severity: 'error',
            about: { shape: table.shape.id, month: time, ...aboutCell(printed, cell) },
            amounts: { total, exports, imports },
            judged: { difference, tolerance },
            loads: loadsIn(printed.loads, time),
          },
        ];
      }),
    );
  });
}

export const suffix = (amount: Amount): '' | '-ytd' => (amount === 'ytd' ? '-ytd' : '');

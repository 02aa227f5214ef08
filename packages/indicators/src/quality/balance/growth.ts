import { addMonths, type Flow, flows, type Month } from '@tidu/reference';
import type { AnswerRow, Finding } from '@tidu/trade';
import { asked, loadsIn, periodOf } from '../asking.ts';
import type { Ground } from '../check.ts';
import { aboutCell, cellOf, type PrintedTable } from './printed-table.ts';

export interface GrowthTolerance {
  /** Part of the base. */
  readonly part: number;
  /** In whole units of the currency. */
  readonly amount: number;
}

/** Growth is printed to a tenth of a percent. */
const printedTo = 0.1;

/**
 * Printed growth against growth reckoned from what is loaded. The two imply a base:
 *
 *   base implied = year to date / (1 + printed growth)
 *
 * and where it is not the year to date that was printed a year before, the base was revised since,
 * or one of the three is wrong. Told once a year, from the first month in which it shows.
 */
export async function printedGrowth(
  ground: Ground,
  printed: PrintedTable,
  tolerance: GrowthTolerance,
): Promise<Finding[]> {
  const { table } = printed;
  if (!table.yearToDate || table.shape.span !== 'month') return [];
  const findings: Finding[] = [];
  for (const flow of flows.filter((one) => one !== 'total' && table.flows.includes(one))) {
    const answer = await asked(ground, table, {
      measure: 'printed-growth',
      by: ['month', ...printed.dimensions],
      flow,
      period: periodOf(table),
    });
    const seen = new Map<string, Finding>();
    for (const row of answer?.rows ?? []) {
      const found = judge(printed, flow, row, tolerance);
      if (!found) continue;
      const year = `${cellOf(row, printed.dimensions)} ${found.about.month?.slice(0, 4)}`;
      const first = seen.get(year);
      const { implied, base } = found.amounts as { implied: number; base: number };
      const last = { last: found.about.month ?? '', lastShare: base / implied - 1 };
      seen.set(year, { ...(first ?? found), judged: { ...(first ?? found).judged, ...last } });
    }
    findings.push(...seen.values());
  }
  return findings;
}

function judge(
  printed: PrintedTable,
  flow: Flow,
  row: AnswerRow,
  { part, amount }: GrowthTolerance,
): Finding | undefined {
  const month = row.month as Month;
  const cell = cellOf(row, printed.dimensions);
  const current = printed.at(flow, cell, month)?.ytd ?? null;
  const base = printed.at(flow, cell, addMonths(month, -12))?.ytd ?? null;
  if (row.value === null || current === null || base === null || row.value <= -100) return undefined;
  const implied = current / (1 + row.value / 100);
  const rounding = (implied * printedTo) / (100 + row.value) + printed.unitAt(month);
  const difference = Math.abs(base - implied);
  if (difference <= amount || difference <= part * implied + rounding) return undefined;
  return {
    check: 'balance',
    reason: 'growth',
    severity: difference > 5 * part * implied ? 'doubt' : 'note',
    about: { shape: printed.table.shape.id, month, flow, ...aboutCell(printed, cell) },
    amounts: { ytd: current, base, printedGrowth: row.value, implied: Math.round(implied) },
    judged: { reckonedGrowth: (100 * current) / base - 100, share: base / implied - 1 },
    loads: [...new Set([...loadsIn(printed.loads, addMonths(month, -12)), ...loadsIn(printed.loads, month)])],
  };
}

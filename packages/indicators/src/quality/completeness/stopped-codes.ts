import type { Coverage, Finding, Told } from '@tidu/trade';
import { asked, loadsIn, periodOf } from '../asking.ts';
import type { Ground } from '../check.ts';

export interface StoppedTolerance {
  /** Months of the year before in which the code was traded, at least. */
  readonly traded: number;
  /** Months at the end without it, at least. */
  readonly silent: number;
  /** Whole units of the currency in the year before. */
  readonly amount: number;
}

const named = 10;

/**
 * HS codes traded month after month that are no longer: a new edition of the nomenclature replaces
 * codes in January. All that fell silent in one month are one finding.
 */
export async function stoppedCodes(
  ground: Ground,
  table: Coverage,
  { traded, silent, amount }: StoppedTolerance,
): Promise<Finding[]> {
  const { span, dimensions, hsDigits = 0 } = table.shape;
  if (span !== 'month' || !dimensions.includes('commodity') || hsDigits < 6) return [];
  const findings: Finding[] = [];
  const loaded = table.months;
  for (const flow of (['export', 'import'] as const).filter((one) => table.flows.includes(one))) {
    const question = { measure: 'value-as-printed' as const, flow, period: periodOf(table) };
    const answer = await asked(ground, table, { ...question, by: ['month', 'commodity'] });
    const series = new Map<string, Map<string, number>>();
    for (const { month = '', commodity = '', value } of answer?.rows ?? []) {
      if (value) series.set(commodity, (series.get(commodity) ?? new Map()).set(month, value));
    }
    const byMonth = new Map<string, Told[]>();
    for (const [commodity, own] of series) {
      const last = loaded.findLastIndex((month) => own.has(month));
      const year = loaded.slice(Math.max(0, last - 11), last + 1);
      const value = year.reduce((sum, month) => sum + (own.get(month) ?? 0), 0);
      const month = loaded[last + 1];
      if (
        month === undefined ||
        loaded.length - last - 1 < silent ||
        value < amount ||
        year.filter((one) => own.has(one)).length < traded
      )
        continue;
      byMonth.set(month, [...(byMonth.get(month) ?? []), { commodity, value }]);
    }
    for (const [month, codes] of byMonth) {
      const inOrder = codes.sort((a, b) => Number(b.value) - Number(a.value));
      findings.push({
        check: 'completeness',
        reason: 'codes-stopped',
        severity: 'note',
        about: { shape: table.shape.id, month, flow },
        amounts: {
          codes: codes.length,
          amount: codes.reduce((sum, { value }) => sum + Number(value), 0),
        },
        judged: {},
        loads: loadsIn(answer?.loads ?? [], month),
        cells: inOrder.slice(0, named),
      });
    }
  }
  return findings;
}

import type { Month } from '@tidu/reference';
import type { Coverage, Finding } from '@tidu/trade';
import { asked, type Level, loadsIn, periodOf } from '../asking.ts';
import type { Ground } from '../check.ts';
import { fewOrOne } from '../few-or-one.ts';

const severity = { country: 'error', province: 'error', prefecture: 'doubt', zone: 'note' } as const;

/**
 * Places that a table printed and no longer prints, or left out for some months. A table that mixes
 * levels leaves places out; in any other a place without a row had no trade. Rows are places by then,
 * so a renamed one is the same.
 */
export async function vanishedPlaces(
  ground: Ground,
  table: Coverage,
  levels: readonly Level[],
): Promise<Finding[]> {
  if (!table.shape.nested || table.shape.span !== 'month') return [];
  const flow = table.flows.includes('total') ? 'total' : 'export';
  const findings: Finding[] = [];
  for (const level of levels.filter((one) => one !== 'country')) {
    const question = {
      measure: 'value-as-printed' as const,
      by: ['month' as const, level as Exclude<Level, 'country'>],
      flow: flow as 'total' | 'export',
      period: periodOf(table),
    };
    const answer = await asked(ground, table, question);
    if (!answer) continue;
    const loaded = [...new Set(answer.rows.map(({ month = '' }) => month))].sort();
    const printed = new Map<string, Map<string, number | null>>();
    for (const { month = '', value, ...codes } of answer.rows) {
      const code = codes[level as Exclude<Level, 'country'>] ?? '';
      printed.set(code, (printed.get(code) ?? new Map()).set(month, value));
    }
    for (const [place, own] of printed) {
      for (const { from, to, before, after } of gaps(loaded, own)) {
        findings.push({
          check: 'completeness',
          reason: after ? 'place-left-out' : 'place-vanished',
          severity: severity[level],
          about: { shape: table.shape.id, month: from, place },
          amounts: { last: before, amount: own.get(before) ?? null, ...(after ? { again: after } : {}) },
          judged: { months: loaded.indexOf(to) - loaded.indexOf(from) + 1 },
          loads: loadsIn(answer.loads, before, from),
          series: {
            points: loaded,
            unit: table.shape.currency,
            lines: [{ name: 'amount', values: loaded.map((month) => own.get(month) ?? null) }],
          },
        });
      }
    }
  }
  return fewOrOne(findings, ({ amounts }) => Number(amounts.amount ?? 0));
}

interface Gap {
  readonly from: Month;
  readonly to: Month;
  readonly before: Month;
  readonly after?: Month;
}

/** Stretches of loaded months without the place, after the first with it. */
function gaps(loaded: readonly string[], own: ReadonlyMap<string, unknown>): Gap[] {
  const found: Gap[] = [];
  const first = loaded.findIndex((month) => own.has(month));
  for (let t = first; t < loaded.length; t++) {
    if (own.has(loaded[t] as string)) continue;
    const start = t;
    while (t < loaded.length && !own.has(loaded[t] as string)) t++;
    found.push({
      from: loaded[start] as Month,
      to: loaded[t - 1] as Month,
      before: loaded[start - 1] as Month,
      ...(t < loaded.length ? { after: loaded[t] as Month } : {}),
    });
  }
  return found;
}

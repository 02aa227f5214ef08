import { type Flow, type Month, months } from '@tidu/reference';
import { median } from '@tidu/regional';
import type { Coverage, Dimension, Finding } from '@tidu/trade';
import { asked, levelsOf, loadsIn, periodOf, restingOnTheirLoads } from './asking.ts';
import { aboutCell } from './balance/printed-table.ts';
import { joinedMonths, type Point } from './break/joined-months.ts';
import { steps } from './break/steps.ts';
import { type Check, type Ground, readsItself } from './check.ts';
import { fewOrOne } from './few-or-one.ts';

const tolerances = {
  months: { is: 12, why: 'A shorter series has no level of its own.' },
  z: { is: 6, why: 'Small places leap from month to month; six of their own deviations is more than that.' },
  noise: { is: 0.08, why: 'No series is taken for steadier than eight percent a month.' },
  outlier: {
    is: 3,
    why: 'Threefold for one month: single ships and aircraft do less to places of this size.',
  },
  shift: { is: 2, why: 'A place that doubles or halves and stays there has a reason that can be named.' },
  amount: { is: 200_000_000, why: 'Two hundred million (2 亿) a month.' },
  silent: { is: 3, why: 'One or two months without trade are usual where trade is small.' },
} as const;

/** A series that leaps, steps, stops or starts while the rest of the table does not. */
export const seriesBreak: Check = {
  name: 'break',
  formula: {
    text: 'r = ln(x / (X − x)), x the series and X the whole of the table, January and February together; outlier: |r − median of ±3 neighbours| > 6 s; level shift: |median after − median before| > 6 s; s = MAD of differences / √2',
    source:
      'Hampel (1974); Iglewicz & Hoaglin (1993); the division by the rest of the table takes out what the calendar does to all',
  },
  tolerances,
  reads: readsItself,
  look: async (ground, table) => {
    if (table.shape.span !== 'month' || table.spans.length < tolerances.months.is) return [];
    const findings: Finding[] = [];
    for (const by of cuts(table)) {
      for (const flow of (['export', 'import'] as const).filter((one) => table.flows.includes(one))) {
        findings.push(...(await lookAt(ground, table, by, flow)));
      }
    }
    const told = fewOrOne(findings, ({ judged }) => Math.abs(Number(judged.difference ?? 0)));
    return restingOnTheirLoads(ground, table, told);
  },
};

/** Places by each level but zones, which open and close; headings, else chapters; partners. */
function cuts(table: Coverage): Dimension[] {
  const { dimensions, hsDigits = 0 } = table.shape;
  const levels = levelsOf(table).filter((level) => level === 'province' || level === 'prefecture');
  return [
    ...(levels as Dimension[]),
    ...(dimensions.includes('commodity')
      ? [hsDigits >= 4 ? ('heading' as const) : ('chapter' as const)]
      : []),
    ...(dimensions.includes('partner') ? ['partner' as const] : []),
  ];
}

async function lookAt(ground: Ground, table: Coverage, by: Dimension, flow: Flow): Promise<Finding[]> {
  const period = periodOf(table);
  const question = { measure: 'value-as-printed' as const, flow, period };
  const parts = await asked(ground, table, { ...question, by: ['month', by] });
  const whole = await asked(ground, table, { ...question, by: ['month'] });
  if (!parts || !whole) return [];
  const loaded = months(period).filter((month) => table.months.includes(month));
  const totals = new Map(whole.rows.map(({ month, value }) => [month ?? '', value]));
  const series = new Map<string, Map<string, number | null>>();
  for (const row of parts.rows) {
    const code = row[by] ?? '';
    const own = series.get(code) ?? new Map();
    series.set(code, own.set(row.month ?? '', row.value));
  }
  const everywhere = !table.shape.nested;
  return [...series].flatMap(([code, own]) => {
    // Where every place is printed, none printed is none traded; else it is not known.
    const amounts = loaded.map((month) => ({
      month,
      amount: own.get(month) ?? (everywhere ? 0 : null),
    }));
    const about = {
      shape: table.shape.id,
      flow,
      ...(by === 'heading' || by === 'chapter' ? { commodity: code } : aboutCell({ dimensions: [by] }, code)),
    };
    const found = [...leapsAndSteps(amounts, totals), ...stopsAndStarts(amounts)];
    return found.map(
      ({ month, ...rest }): Finding => ({
        ...rest,
        check: 'break',
        severity: rest.reason === 'shift' || rest.reason === 'starts' ? 'note' : 'doubt',
        about: { ...about, month },
        loads: loadsIn(parts.loads, month),
        series: {
          points: amounts.map((point) => point.month),
          unit: table.shape.currency,
          lines: [{ name: 'amount', values: amounts.map(({ amount }) => amount) }],
        },
      }),
    );
  });
}

type Odd = Pick<Finding, 'reason' | 'amounts' | 'judged'> & { readonly month: string };

function leapsAndSteps(amounts: readonly Point[], totals: ReadonlyMap<string, number | null>): Odd[] {
  const own = joinedMonths(amounts);
  const all = new Map(
    joinedMonths(amounts.map(({ month }) => ({ month, amount: totals.get(month) ?? null }))).map(
      ({ month, amount }) => [month, amount],
    ),
  );
  const rest = own.map(({ month, amount }) => (all.get(month) ?? Number.NaN) - (amount ?? Number.NaN));
  // A series that is nearly the whole is only compared with itself.
  const alone = rest.some((others, t) => others <= (own[t]?.amount ?? 0));
  const x = own.map(({ amount }, t) => {
    if (amount === null || amount <= 0) return Number.NaN;
    return Math.log(amount) - (alone ? 0 : Math.log(rest[t] as number));
  });
  const { z, noise, outlier, shift, amount: least } = tolerances;
  return steps(x, { z: z.is, noise: noise.is, outlier: outlier.is, shift: shift.is }).flatMap(
    (step): Odd[] => {
      const point = own[step.at] as Point;
      const amount = point.amount ?? 0;
      const length = point.month.endsWith('-02') ? 2 : 1;
      const usual = amount / Math.exp(step.off);
      if (Math.abs(amount - usual) < least.is * length) return [];
      const before = own[step.at - 1]?.amount ?? null;
      return [
        {
          month: point.month,
          reason: step.kind,
          amounts: { amount, ...(step.kind === 'shift' ? { before } : {}), months: length },
          judged: { usual, factor: Math.exp(step.off), difference: amount - usual, z: step.z },
        },
      ];
    },
  );
}

/** Trade that was there for half a year and is no more for three months, and the other way round. */
function stopsAndStarts(amounts: readonly Point[]): Odd[] {
  const traded = amounts.map(({ amount }) => amount !== null && amount > 0);
  const silent = amounts.map(({ amount }) => amount === 0);
  const run = (flags: readonly boolean[]) => {
    const end = flags.findIndex((flag) => !flag);
    return end < 0 ? flags.length : end;
  };
  const last = run([...silent].reverse());
  const first = run(silent);
  const usual = (points: readonly Point[]) => median(points.map(({ amount }) => amount ?? Number.NaN));
  const before = amounts.slice(0, amounts.length - last);
  const after = amounts.slice(first);
  const odd: Odd[] = [];
  const { silent: quiet, amount: least } = tolerances;
  if (last >= quiet.is && run(traded.slice(0, -last).reverse()) >= 6 && usual(before) >= least.is) {
    const month = amounts[amounts.length - last] as Point;
    odd.push({
      month: month.month,
      reason: 'stops',
      amounts: { lastAmount: before.at(-1)?.amount ?? null },
      judged: { usual: usual(before), months: last, difference: usual(before) },
    });
  }
  if (first >= 6 && run(traded.slice(first)) >= quiet.is && usual(after) >= least.is) {
    odd.push({
      month: after[0]?.month as Month,
      reason: 'starts',
      amounts: { firstAmount: after[0]?.amount ?? null },
      judged: { usual: usual(after), months: first, difference: usual(after) },
    });
  }
  return odd;
}

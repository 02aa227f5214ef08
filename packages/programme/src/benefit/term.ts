import type { BenefitClause, Trigger } from './clause.ts';

/** The months of one year that count, first to last; nothing where none does. */
export type Months = { readonly from: string; readonly to: string; readonly count: number } | undefined;

/**
 * The months of a year in which the clause shares: within its term, and not before its trigger.
 * The month in which a trigger's date lies counts, unless the clause delays it.
 * @example monthsShared({ from: '2024-07', to: '2026-06' }, 2024) // { from: '2024-07', to: '2024-12', count: 6 }
 */
export function monthsShared(clause: Pick<BenefitClause, 'from' | 'to' | 'trigger'>, year: number): Months {
  return months(year, clause.from, clause.to, clause.trigger);
}

/** The months of a year in which a floor or a cap holds: those that are shared, from its own trigger on. */
export function monthsBound(
  clause: Pick<BenefitClause, 'from' | 'to' | 'trigger'>,
  bound: { readonly trigger?: Trigger | undefined },
  year: number,
): Months {
  const shared = monthsShared(clause, year);
  return shared && months(year, shared.from, shared.to, bound.trigger);
}

/**
 * The first month in which a trigger holds; nothing while what it waits for has not happened.
 * @example firstMonth({ what: { zh: '资金到位', en: 'funds are in' }, date: '2023-11-20', delayMonths: 12 }) // '2024-11'
 */
export function firstMonth({ date, delayMonths }: Trigger): string | undefined {
  if (!date) return undefined;
  const counted = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + delayMonths;
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
}

function months(year: number, from: string, to: string | undefined, trigger: Trigger | undefined): Months {
  const opened = trigger ? firstMonth(trigger) : from;
  if (opened === undefined) return undefined;
  const first = [`${year}-01`, from, opened].reduce((late, other) => (other > late ? other : late));
  const last = to !== undefined && to < `${year}-12` ? to : `${year}-12`;
  if (first > last) return undefined;
  return { from: first, to: last, count: Number(last.slice(5)) - Number(first.slice(5)) + 1 };
}

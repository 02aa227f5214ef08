import type { ReportRules } from './report-rules.ts';

/** A month, `2026-10`. */
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** @example monthAfter('2026-12', 1) // '2027-01' */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The last month that is over on a date. */
export const lastMonthOver = (today: string): string => monthAfter(today.slice(0, 7), -1);

/**
 * When the report of a month is due.
 * @example dueOf('2026-12', { dueDay: 10 }) // '2027-01-10'
 */
export const dueOf = (month: string, { dueDay }: Pick<ReportRules, 'dueDay'>): string =>
  `${monthAfter(month, 1)}-${String(dueDay).padStart(2, '0')}`;

/** Whole days from one date to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * Which reminder of a report falls due on a date: the latest that should have been sent by then, so
 * that a day on which nothing ran is made up for.
 * @returns days to the due date, negative once it has passed; undefined where no reminder is due
 * @example reminderOn('2026-11-11', '2026-11-10', { remindBefore: [5, 1], remindAfter: [1, 5] }) // -1
 */
export function reminderOn(
  today: string,
  due: string,
  { remindBefore, remindAfter }: Pick<ReportRules, 'remindBefore' | 'remindAfter'>,
): number | undefined {
  const left = daysBetween(today, due);
  const moments = [...remindBefore, ...remindAfter.map((days) => -days)].filter((moment) => left <= moment);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

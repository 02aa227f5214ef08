import {
  addDays,
  addWorkingDays,
  type Calendar,
  isWorkingDay,
  workingDaysBetween,
} from '../calendar/calendar.ts';

/** From and to, both included, YYYY-MM-DD. */
export interface NoticePeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * When a public notice runs: so many working days, of which the day of publication is the first where it is worked.
 * The notice of the first batch, published on Wednesday 1 September 2021 for five working days, ran to the 7th.
 * @throws NotArranged where the calendar does not reach so far
 */
export function noticePeriod(calendar: Calendar, published: string, workingDays: number): NoticePeriod {
  const before = isWorkingDay(calendar, published) ? addDays(published, -1) : published;
  return { from: published, to: addWorkingDays(calendar, before, workingDays) };
}

/** How far a notice has run: working days that have begun, and those still to come, today's included in the first. */
export function noticeClock(
  calendar: Calendar,
  { from, to }: NoticePeriod,
  today: string,
): { readonly passed: number; readonly left: number; readonly over: boolean } {
  const until = today < to ? today : to;
  return {
    passed: workingDaysBetween(calendar, from, until),
    left:
      today < to ? workingDaysBetween(calendar, addDays(today < from ? addDays(from, -1) : today, 1), to) : 0,
    over: today > to,
  };
}

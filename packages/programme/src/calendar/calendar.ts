import { z } from 'zod';

const day = z.iso.date();

/** What the State Council arranged for one year: days off beside weekends, and weekend days that are worked. */
export const yearArrangement = z.object({
  year: z.number().int(),
  source: z.string(),
  holidays: z.array(z.object({ name: z.object({ zh: z.string(), en: z.string() }), from: day, to: day })),
  /** Days of a weekend that are worked in exchange (调休上班). */
  workingDays: z.array(day),
});
export type YearArrangement = z.infer<typeof yearArrangement>;

/** Which days are worked, as far as it has been arranged. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

/** Holidays of that year have not been arranged, or the pack does not have them yet. */
export class NotArranged extends Error {
  readonly code = 'calendar-not-arranged';
  readonly remedy: string;
  constructor(year: string) {
    super(`the calendar has no arrangement of holidays for ${year}, so its working days cannot be counted`);
    this.name = 'NotArranged';
    this.remedy = `add ${year} to programme/calendar.json of the pack, after the State Council's notice for that year`;
  }
}

export function calendarOf(arrangements: readonly YearArrangement[]): Calendar {
  const spans = arrangements.flatMap(({ holidays }) => holidays);
  return {
    years: new Set(arrangements.map(({ year }) => year)),
    off: new Set(spans.flatMap(({ from, to }) => daysFrom(from, to))),
    worked: new Set(arrangements.flatMap(({ workingDays }) => workingDays)),
  };
}

/**
 * Whether a day is worked: a weekday that is no holiday, or a day of a weekend that is worked in exchange.
 * @param day  YYYY-MM-DD
 * @throws     NotArranged for a year without an arrangement, which nobody can guess
 */
export function isWorkingDay({ years, off, worked }: Calendar, day: string): boolean {
  if (!years.has(Number(day.slice(0, 4)))) throw new NotArranged(day.slice(0, 4));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return worked.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day));
}

/**
 * The `count`-th working day after a day; the day itself does not count. With 0, the day itself, worked or not.
 * @throws NotArranged; RangeError where `count` is not a whole number from 0 to 1000
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new RangeError(`${count} is not a number of working days: write a whole number from 0 to 1000`);
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left--;
  }
  return at;
}

/** How many days are worked from one day to another, both included; 0 where the second is earlier. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  return daysFrom(from, to).filter((day) => isWorkingDay(calendar, day)).length;
}

/**
 * The day so many days later, weekends and all.
 * @example addDays('2024-02-28', 2) // '2024-03-01'
 */
export function addDays(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

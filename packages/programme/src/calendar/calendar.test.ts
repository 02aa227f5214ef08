import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  addDays,
  addWorkingDays,
  calendarOf,
  isWorkingDay,
  workingDaysBetween,
  yearArrangement,
} from './calendar.ts';

const file = new URL('../../../../packs/cn/programme/calendar.json', import.meta.url);
const arrangements = z.array(yearArrangement).parse(JSON.parse(readFileSync(file, 'utf8')));
const calendar = calendarOf(arrangements);
const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2021-01-01', n));
const counts = fc.integer({ min: 0, max: 60 });

describe('the calendar of working days', () => {
  it('counts five working days from 1 to 7 September 2021, the public notice of the first batch', () => {
    expect(workingDaysBetween(calendar, '2021-09-01', '2021-09-07')).toBe(5);
    expect(addWorkingDays(calendar, '2021-09-01', 4)).toBe('2021-09-07');
  });

  it('counts a weekend day that is worked and no holiday: the week of National Day 2021', () => {
    expect(isWorkingDay(calendar, '2021-09-26')).toBe(true);
    expect(addWorkingDays(calendar, '2021-09-30', 1)).toBe('2021-10-08');
    expect(addWorkingDays(calendar, '2021-09-30', 2)).toBe('2021-10-09');
  });

  it('knows that New Year’s Eve of 2024 was a working day, and of 2025 a holiday', () => {
    expect(isWorkingDay(calendar, '2024-02-09')).toBe(true);
    expect(isWorkingDay(calendar, '2025-01-28')).toBe(false);
  });

  it('says which year is missing instead of guessing', () => {
    expect(() => isWorkingDay(calendar, '2027-01-04')).toThrow('no arrangement of holidays for 2027');
    expect(() => addWorkingDays(calendar, '2026-12-31', 1)).toThrow('2027');
    expect(() => addWorkingDays(calendar, '2026-01-01', 1.5)).toThrow('whole number');
  });

  it('ends on a working day, with as many between as were added', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const end = addWorkingDays(calendar, day, count);
        expect(workingDaysBetween(calendar, addDays(day, 1), end)).toBe(count);
        if (count > 0) expect(isWorkingDay(calendar, end)).toBe(true);
      }),
    );
  });

  it('adds in one go what is added in two', () => {
    fc.assert(
      fc.property(days, counts, counts, (day, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, day, a), b)).toBe(
          addWorkingDays(calendar, day, a + b),
        );
      }),
    );
  });

  it('counts a span as the sum of its parts', () => {
    fc.assert(
      fc.property(days, counts, counts, (from, a, b) => {
        const middle = addDays(from, a);
        const to = addDays(middle, b);
        expect(workingDaysBetween(calendar, from, to)).toBe(
          workingDaysBetween(calendar, from, middle) + workingDaysBetween(calendar, addDays(middle, 1), to),
        );
      }),
    );
  });
});

describe('the arrangements in the pack', () => {
  it.each(arrangements.map((found) => [found.year, found] as const))(
    'of %i work only weekend days, and no day that is off',
    (_, { workingDays }) => {
      for (const day of workingDays) {
        expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
        expect(calendar.off.has(day)).toBe(false);
      }
    },
  );

  it('make years of 247 to 252 working days', () => {
    for (const { year } of arrangements) {
      const worked = workingDaysBetween(calendar, `${year}-01-01`, `${year}-12-31`);
      expect(worked).toBeGreaterThanOrEqual(247);
      expect(worked).toBeLessThanOrEqual(252);
    }
  });
});

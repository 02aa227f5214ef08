import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, calendarOf, workingDaysBetween, yearArrangement } from '../calendar/calendar.ts';
import { noticeClock, noticePeriod } from './period.ts';

const file = new URL('../../../../packs/cn/programme/calendar.json', import.meta.url);
const calendar = calendarOf(z.array(yearArrangement).parse(JSON.parse(readFileSync(file, 'utf8'))));

describe('the period of a public notice', () => {
  it('was 1 to 7 September 2021 for the five working days of the first batch', () => {
    expect(noticePeriod(calendar, '2021-09-01', 5)).toEqual({ from: '2021-09-01', to: '2021-09-07' });
  });

  it('begins on the day of publication, which counts only where it is worked', () => {
    expect(noticePeriod(calendar, '2021-09-04', 5)).toEqual({ from: '2021-09-04', to: '2021-09-10' });
  });

  it('passes over the holidays of National Day', () => {
    expect(noticePeriod(calendar, '2026-09-29', 5)).toEqual({ from: '2026-09-29', to: '2026-10-10' });
  });

  it('is over the day after, and not on its last day', () => {
    const period = noticePeriod(calendar, '2021-09-01', 5);
    expect(noticeClock(calendar, period, '2021-09-01')).toEqual({ passed: 1, left: 4, over: false });
    expect(noticeClock(calendar, period, '2021-09-07')).toEqual({ passed: 5, left: 0, over: false });
    expect(noticeClock(calendar, period, '2021-09-08')).toEqual({ passed: 5, left: 0, over: true });
  });

  it('has as many working days passed and left as it runs, on any day of it', () => {
    fc.assert(
      fc.property(fc.nat(1500), fc.integer({ min: 1, max: 30 }), fc.nat(60), (start, days, at) => {
        const period = noticePeriod(calendar, addDays('2021-01-01', start), days);
        expect(workingDaysBetween(calendar, period.from, period.to)).toBe(days);
        const { passed, left } = noticeClock(calendar, period, addDays(period.from, at));
        expect(passed + left).toBe(days);
      }),
    );
  });
});

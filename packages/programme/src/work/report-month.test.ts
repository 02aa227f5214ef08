import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { daysBetween, dueOf, lastMonthOver, monthAfter, reminderOn } from './report-month.ts';
import { reportRules } from './report-rules.ts';

const rules = { remindBefore: [5, 1], remindAfter: [1, 5] };

describe('the month of a report', () => {
  it('runs over the turn of the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(lastMonthOver('2026-01-03')).toBe('2025-12');
  });

  it('is due on the day that the rules name, in the month after', () => {
    expect(dueOf('2026-12', { dueDay: 10 })).toBe('2027-01-10');
  });
});

describe('the rules of reports', () => {
  it('stand in the pack, and say that they are a proposal', () => {
    const file = new URL('../../../../packs/cn/programme/monthly-report.json', import.meta.url);
    expect(reportRules.parse(JSON.parse(readFileSync(file, 'utf8'))).source).toBe('tidu-proposal');
  });
});

describe('a reminder', () => {
  it('comes before and after the day on which the report is due', () => {
    const on = (today: string) => reminderOn(today, '2026-11-10', rules);
    expect(on('2026-11-04')).toBeUndefined();
    expect(on('2026-11-05')).toBe(5);
    expect(on('2026-11-08')).toBe(5);
    expect(on('2026-11-09')).toBe(1);
    expect(on('2026-11-10')).toBe(1);
    expect(on('2026-11-11')).toBe(-1);
    expect(on('2026-12-31')).toBe(-5);
  });

  it('counts days across a change of month', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  isMonth,
  type Month,
  months,
  ordinal,
  PeriodNotUnderstood,
  parsePeriod,
  printPeriod,
  yearsBefore,
  yearToDate,
} from './period.ts';

const month = fc
  .tuple(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, m]) => `${year}-${String(m).padStart(2, '0')}` as Month);
const period = fc.tuple(month, month).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

describe('a period', () => {
  it('is a year, a month, or a range of either with both ends', () => {
    expect(parsePeriod('2024')).toEqual({ from: '2024-01', to: '2024-12' });
    expect(parsePeriod('2024-03')).toEqual({ from: '2024-03', to: '2024-03' });
    expect(parsePeriod('2024-11..2025')).toEqual({ from: '2024-11', to: '2025-12' });
    expect(months(parsePeriod('2024-11..2025-02'))).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  });

  it.each([
    '',
    '2024-13',
    '2024-00',
    '24',
    '2024..',
    '..2024',
    '2025..2024',
    '2024..2025..2026',
    '2024-1',
    ' 2024',
  ])('is not %j', (text) => {
    expect(() => parsePeriod(text)).toThrow(PeriodNotUnderstood);
    expect(() => parsePeriod(text)).toThrow(JSON.stringify(text));
  });

  it('is printed as short as can be, and read back the same', () =>
    fc.assert(
      fc.property(period, (p) => {
        expect(parsePeriod(printPeriod(p))).toEqual(p);
      }),
    ));

  it('prints whole years as years', () => {
    expect(printPeriod(parsePeriod('2023-01..2024-12'))).toBe('2023..2024');
    expect(printPeriod(parsePeriod('2024-01..2024-06'))).toBe('2024-01..2024-06');
  });

  it('a year earlier has the same months, as many and as far apart', () =>
    fc.assert(
      fc.property(period, (p) => {
        const before = yearsBefore(p);
        expect(months(before)).toHaveLength(months(p).length);
        expect(ordinal(p.from) - ordinal(before.from)).toBe(12);
        expect(p.to.slice(5)).toBe(before.to.slice(5));
      }),
    ));

  it('steps through months over the turn of a year, there and back', () => {
    expect(addMonths('2024-12', 1)).toBe('2025-01');
    expect(addMonths('2024-01', -1)).toBe('2023-12');
    fc.assert(
      fc.property(month, fc.integer({ min: -500, max: 500 }), (m, n) => {
        expect(isMonth(addMonths(m, n))).toBe(true);
        expect(addMonths(addMonths(m, n), -n)).toBe(m);
      }),
    );
  });

  it('to date begins in January', () =>
    expect(yearToDate('2025-06')).toEqual({ from: '2025-01', to: '2025-06' }));
});

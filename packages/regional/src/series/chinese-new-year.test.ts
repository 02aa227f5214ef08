import { describe, expect, it } from 'vitest';
import { chineseNewYear, newYearStandstill } from '../index.ts';

const day = 86_400_000;
const at = (year: number) => chineseNewYear(year).getTime();
const years = Array.from({ length: 41 }, (_, i) => 2000 + i);

describe('Chinese New Year', () => {
  it.each([
    [2008, '2008-02-07'],
    [2020, '2020-01-25'],
    [2024, '2024-02-10'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-03'],
  ])('of %i is on %s', (year, on) => expect(chineseNewYear(year).toISOString().slice(0, 10)).toBe(on));

  it('comes after twelve or thirteen moons, always between 21 January and 20 February', () => {
    const lengths = years.slice(1).map((year) => (at(year) - at(year - 1)) / day);
    for (const length of lengths) expect([353, 354, 355, 383, 384, 385]).toContain(length);
    // Seven leap months in nineteen years.
    expect(lengths.slice(0, 19).filter((length) => length > 380)).toHaveLength(7);
    for (const year of years) {
      const on = chineseNewYear(year).toISOString().slice(5, 10);
      expect(on >= '01-21' && on <= '02-20').toBe(true);
    }
  });

  it('parts its standstill among the months, whatever month the series begins with', () => {
    const standstill = newYearStandstill(24, 2024);
    expect(standstill.slice(0, 12).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(newYearStandstill(12, 2024, 2)).toEqual(newYearStandstill(13, 2024).slice(1));
    expect(standstill[12]).toBeCloseTo(10 / 21, 12);
    expect(newYearStandstill(2, 2025, 1, { before: 0, after: 1 })).toEqual([1, 0]);
  });

  it('beyond its table is not guessed', () => {
    expect(() => newYearStandstill(12, 2041)).toThrow(/2000 to 2040/);
    expect(() => newYearStandstill(24, 2040)).toThrow(/New Year of 2041/);
    expect(() => newYearStandstill(0, 2024)).toThrow(/0 months/);
  });
});

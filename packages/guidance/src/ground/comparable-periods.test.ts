import { describe, expect, it } from 'vitest';
import { comparablePeriods } from './comparable-periods.ts';

const year = (name: number, until = 12): string[] =>
  Array.from({ length: until }, (_, i) => `${name}-${String(i + 1).padStart(2, '0')}`);

describe('periods that can be compared', () => {
  it('are whole years where two follow one another, without the year that has only begun', () => {
    expect(comparablePeriods([...year(2022), ...year(2023), ...year(2024), ...year(2025, 6)])).toEqual([
      '2022',
      '2023',
      '2024',
    ]);
  });
  it('are the same months of each year where only one is whole', () => {
    expect(comparablePeriods([...year(2024), ...year(2025, 6)])).toEqual([
      '2024-01..2024-06',
      '2025-01..2025-06',
    ]);
  });
  it('break where a year is missing', () => {
    expect(comparablePeriods([...year(2019), ...year(2021), ...year(2022)])).toEqual(['2021', '2022']);
  });
  it('are none where nothing stands beside anything', () => {
    expect(comparablePeriods([])).toEqual([]);
    expect(comparablePeriods(year(2024))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { matrix, panel, panelFromRecords, RegionalFault, toArrays } from '../index.ts';

const labels = { rows: ['east', 'west'], columns: ['84'] };
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof RegionalFault) return `${error.code}: ${error.message}`;
  }
  return 'none';
};

describe('a panel', () => {
  it('is one matrix per period over the same labels', () => {
    const years = panel(['2023', '2024'], [matrix([[1], [2]], labels), matrix([[3], [4]], labels)]);
    expect(years.rows).toEqual(['east', 'west']);
    expect(years.at.map(toArrays)).toEqual([
      [[1], [2]],
      [[3], [4]],
    ]);
  });

  it('names the period whose labels differ', () => {
    const turned = matrix([[1], [2]], { rows: ['west', 'east'], columns: ['84'] });
    expect(codeOf(() => panel(['2023', '2024'], [matrix([[1], [2]], labels), turned]))).toMatch(
      /unknown-label: .*"2024".*"west".*"east"/,
    );
    expect(codeOf(() => panel(['2023'], []))).toMatch(/wrong-shape/);
    expect(codeOf(() => panel([], []))).toMatch(/wrong-shape/);
  });

  it('is built from records, with NaN where none speaks', () => {
    const records = [
      { p: '2023', r: 'east', i: '84', v: 1 },
      { p: '2024', r: 'west', i: '84', v: 2 },
    ];
    const built = panelFromRecords(records, ['p', 'r', 'i', 'v']);
    expect(built.at.map(toArrays)).toEqual([
      [[1], [Number.NaN]],
      [[Number.NaN], [2]],
    ]);
    expect(codeOf(() => panelFromRecords([...records, ...records], ['p', 'r', 'i', 'v']))).toMatch(
      /repeated-label: .*"2023".*"east".*"84"/,
    );
  });
});

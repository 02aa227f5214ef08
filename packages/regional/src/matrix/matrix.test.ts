import { describe, expect, it } from 'vitest';
import {
  cell,
  columnSums,
  locationQuotient,
  matrix,
  matrixFromRecords,
  RegionalFault,
  rowSums,
  toArrays,
} from '../index.ts';

const fault = (act: () => unknown): { code: string; message: string } => {
  try {
    act();
  } catch (error) {
    if (error instanceof RegionalFault) return { code: error.code, message: error.message };
  }
  throw new Error('no RegionalFault');
};

describe('a matrix', () => {
  const trade = matrix(
    [
      [1, 2, 3],
      [4, null, 6],
    ],
    { rows: ['east', 'west'], columns: ['84', '85', '87'] },
  );

  it('is read by position and by label', () => {
    expect(trade.at(1, 2)).toBe(6);
    expect(cell(trade, 'west', '87')).toBe(6);
  });

  it('keeps a missing cell missing, and every sum it enters', () => {
    expect(trade.at(1, 1)).toBeNaN();
    expect(rowSums(trade)).toEqual([6, Number.NaN]);
    expect(columnSums(trade)).toEqual([5, Number.NaN, 9]);
  });

  it('is built from records, in order of first appearance or in a given order', () => {
    const records = [
      { place: 'west', goods: '85', value: 2 },
      { place: 'east', goods: '84', value: 1 },
    ];
    const keys = ['place', 'goods', 'value'] as const;
    expect(toArrays(matrixFromRecords(records, keys))).toEqual([
      [2, Number.NaN],
      [Number.NaN, 1],
    ]);
    expect(matrixFromRecords(records, keys, { rows: ['east', 'west'] }).rows).toEqual(['east', 'west']);
  });

  it('names what is wrong with its shape or labels', () => {
    expect(fault(() => matrix([[1, 2], [3]], { rows: ['east', 'west'] }))).toMatchObject({
      code: 'wrong-shape',
      message: expect.stringContaining('"west"'),
    });
    expect(fault(() => matrix([[1]], { columns: ['a', 'b'] })).code).toBe('wrong-shape');
    expect(fault(() => matrix([[1], [2]], { rows: ['east', 'east'] }))).toMatchObject({
      code: 'repeated-label',
      message: expect.stringContaining('"east"'),
    });
    expect(fault(() => cell(trade, 'north', '84'))).toMatchObject({
      code: 'unknown-label',
      message: expect.stringContaining('"north"'),
    });
    expect(fault(() => trade.at(0, 3)).code).toBe('wrong-shape');
    expect(fault(() => trade.at(2, 0)).code).toBe('wrong-shape');
    const twice = [
      { r: 'a', c: 'x', v: 1 },
      { r: 'a', c: 'x', v: 2 },
    ];
    expect(fault(() => matrixFromRecords(twice, ['r', 'c', 'v'])).code).toBe('repeated-label');
    expect(fault(() => matrixFromRecords(twice, ['r', 'c', 'v'], { rows: ['b'] })).code).toBe(
      'unknown-label',
    );
  });

  it('refuses a negative amount with the labels of the cell', () => {
    const negative = matrix([[1, -2]], { rows: ['east'], columns: ['84', '85'] });
    expect(fault(() => locationQuotient(negative))).toMatchObject({
      code: 'negative-value',
      message: expect.stringMatching(/"east".*"85".*-2/),
    });
  });
});

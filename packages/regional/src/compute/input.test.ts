import { describe, expect, it } from 'vitest';
import { RegionalFault } from '../fault.ts';
import { compute } from './index.ts';
import { inputOf } from './input.ts';

const faultOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof RegionalFault) return `${error.code}: ${error.message}`;
  }
  return 'none';
};

describe('the input of a method by name', () => {
  it('reads null as missing', () => {
    expect(inputOf({ values: [1, null] }).numbers('values')).toEqual([1, Number.NaN]);
    expect(
      inputOf({ matrix: [[null]] })
        .matrix('matrix')
        .at(0, 0),
    ).toBeNaN();
  });

  it('reads what may be left out, and a list of one as a number', () => {
    expect(inputOf({}).number('epsilon', 0.5)).toBe(0.5);
    expect(inputOf({ epsilon: [2] }).number('epsilon')).toBe(2);
    expect(inputOf({}).optionalNumbers('weights')).toBeUndefined();
  });

  it('keeps the labels of a matrix', () => {
    const input = inputOf({ matrix: [[1, 2]], rows: ['east'], columns: ['84', '85'] });
    expect(input.matrix('matrix')).toMatchObject({ rows: ['east'], columns: ['84', '85'] });
  });

  it('names the field that is wrong, what it is and what it should be', () => {
    expect(faultOf(() => inputOf([]))).toBe('bad-input: the input is []; it should be an object');
    expect(faultOf(() => inputOf({}).numbers('values'))).toBe(
      'bad-input: values is not given; it should be a list of numbers',
    );
    expect(faultOf(() => inputOf({ matrix: [[1], ['x']] }).matrix('matrix'))).toBe(
      'bad-input: matrix[1][0] is "x"; it should be a number, or null where it is missing',
    );
    expect(
      faultOf(() =>
        inputOf({ region: { t0: 1 } })
          .within('region')
          .numbers('t0'),
      ),
    ).toBe('bad-input: region.t0 is 1; it should be a list of numbers');
    expect(faultOf(() => inputOf({ kind: 'c' }).choice('kind', ['a', 'b']))).toBe(
      'bad-input: kind is "c"; it should be one of a, b',
    );
  });

  it('names the methods there are when asked for another', () => {
    expect(faultOf(() => compute('locaton-quotient', {}))).toMatch(/unknown-method: .*location-quotient/);
  });
});

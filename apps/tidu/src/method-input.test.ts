import { describe, expect, it } from 'vitest';
import { methodInput } from './method-input.ts';

const fields = ['matrix', 'values', 'weights', 'region'];
const faultOf = (text: string, file: string): string => {
  try {
    methodInput(text, file, fields);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('the input of a method', () => {
  it('is JSON as it stands', () => {
    expect(methodInput('{"values":[1,null]}', 'in.json', fields)).toEqual({ values: [1, null] });
  });

  it('is a table of regions × industries with its labels', () => {
    expect(methodInput('\uFEFFregion,84,85\r\neast,"1,200",2\r\nwest,,4\r\n', 'in.csv', fields)).toEqual({
      rows: ['east', 'west'],
      columns: ['84', '85'],
      matrix: [
        [1200, 2],
        [null, 4],
      ],
    });
  });

  it('is a column per field, also of fields within fields, each of its own length', () => {
    expect(methodInput('values,weights\n1,5\n2,\n', 'in.csv', fields)).toEqual({
      values: [1, 2],
      weights: [5],
    });
    expect(methodInput('region.t0,region.t1\n1,2\n3,4\n', 'in.csv', fields)).toEqual({
      region: { t0: [1, 3], t1: [2, 4] },
    });
  });

  it('names file, line, column and value of what is no number', () => {
    expect(faultOf('r,x,y\na,1,2\nb,3,四\n', 'in.csv')).toBe(
      'in.csv, line 3, column "y": "四" is not a number',
    );
  });

  it('names the file that is no table, no JSON, or empty', () => {
    expect(faultOf('a,b\n1\n', 'in.csv')).toMatch(/^in\.csv is not a table/);
    expect(faultOf('{', 'in.json')).toMatch(/^in\.json is not JSON/);
    expect(faultOf('values\n', 'in.csv')).toMatch(/^in\.csv has no row/);
  });
});

import { expect, test } from 'vitest';
import { fileNameSays, spanOf } from './file-name.ts';

test.each([
  ['2023集成电路进口.csv', 'import', '2023-01', '2023-12'],
  ['2023年1-4月电动载人汽车出口.csv', 'export', '2023-01', '2023-04'],
  ['import-2023-44.csv', 'import', '2023-01', '2023-12'],
  ['import-2023-11.csv', 'import', '2023-01', '2023-12'],
  ['2024-01.csv', undefined, '2024-01', '2024-01'],
  ['zhejiang-2024-06.csv', undefined, '2024-06', '2024-06'],
  ['2024年3月进出口.xls', undefined, '2024-03', '2024-03'],
  ['export_202403.csv', 'export', '2024-03', '2024-03'],
])('%s', (name, flow, from, to) => {
  const says = fileNameSays(name);
  expect(says.flow).toBe(flow);
  expect(says.period).toEqual({ from, to });
});

test('what is not plain is not read', () => {
  expect(fileNameSays('download.csv')).toEqual({ synthetic: false });
  expect(fileNameSays('2019-2020.csv').period).toBeUndefined();
  expect(fileNameSays('进口与出口.csv').flow).toBeUndefined();
  expect(fileNameSays('合成-import-2020.csv')).toMatchObject({ synthetic: true, flow: 'import' });
});

test('a period is a month, a year or a range', () => {
  expect(spanOf({ from: '2024-01', to: '2024-12' })).toBe('year');
  expect(spanOf({ from: '2024-02', to: '2024-02' })).toBe('month');
  expect(spanOf({ from: '2024-01', to: '2024-11' })).toBe('range');
});

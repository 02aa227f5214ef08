import { expect, it } from 'vitest';
import { classes, colourOf, growthRamp, shareRamp, unpublished } from '../maps/ramp.ts';
import { pivot } from './pivot.ts';
import { indexed, largest } from './series.ts';

it('an index has 100 at the mean of its base, and keeps gaps as gaps', () => {
  expect(indexed([1, 3, null, 4], 2)).toEqual([50, 150, null, 200]);
  expect(indexed([null, null], 2)).toEqual([null, null]);
});

it('the largest series are kept, in their order', () => {
  const named = largest(
    [
      { name: 'a', values: [2] },
      { name: 'b', values: [1] },
      { name: 'c', values: [-3, null] },
    ],
    2,
  );
  expect(named.map(({ name }) => name)).toEqual(['a', 'c']);
});

const most = { series: 12, points: 2 };

it('rows turn to series along time', () => {
  const rows = [
    { month: '2024-01', region: 'east', value: 5 },
    { month: '2024-02', region: 'east', value: 6 },
    { month: '2024-02', region: 'west', value: 1 },
  ];
  const { points, series } = pivot(rows, ['month', 'region'], (_, code) => code, most);
  expect(points).toEqual(['2024-01', '2024-02']);
  expect(series).toEqual([
    { name: 'east', values: [5, 6] },
    { name: 'west', values: [null, 1] },
  ]);
});

it('without time the largest come first, and what is left out is told', () => {
  const rows = ['a', 'b', 'c'].map((province, i) => ({ province, value: i }));
  const { points, series, left } = pivot(rows, ['province'], (_, code) => code, most);
  expect(points).toEqual(['c', 'b']);
  expect(series).toEqual([{ name: '', values: [2, 1] }]);
  expect(left).toEqual({ shown: 2, all: 3 });
  expect(pivot(rows.slice(1), ['province'], (_, code) => code, most).left).toBeUndefined();
});

it('a colour means the same in every month, and what is not published has its own', () => {
  expect(colourOf(0, growthRamp)).toBe(growthRamp.colours[3]);
  expect(colourOf(8, shareRamp)).toBe(shareRamp.colours.at(-1));
  expect(colourOf(null, shareRamp)).toBe(unpublished);
  expect(classes(shareRamp)).toHaveLength(shareRamp.breaks.length + 1);
});

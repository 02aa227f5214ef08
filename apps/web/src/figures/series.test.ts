import { expect, it } from 'vitest';
import { classes, colourOf, growthRamp, shareRamp, unpublished } from '../maps/ramp.ts';
import { pivot } from './pivot.ts';
import { indexed, largest } from './series.ts';

it('an index has 100 at the mean of its base, and keeps gaps as gaps', () => {
  expect(indexed([1, 3, null, 4], 2)).toEqual([50, 150, null, 200]);
  expect(indexed([null, null], 2)).toEqual([null, null]);
});

it('the largest series come first', () => {
  const named = largest(
    [
      { name: 'a', values: [1] },
      { name: 'b', values: [3, null] },
    ],
    1,
  );
  expect(named.map(({ name }) => name)).toEqual(['b']);
});

it('rows turn to series along time', () => {
  const rows = [
    { month: '2024-01', region: 'east', value: 5 },
    { month: '2024-02', region: 'east', value: 6 },
    { month: '2024-02', region: 'west', value: 1 },
  ];
  const { points, series } = pivot(rows, ['month', 'region'], (_, code) => code, 12);
  expect(points).toEqual(['2024-01', '2024-02']);
  expect(series).toEqual([
    { name: 'east', values: [5, 6] },
    { name: 'west', values: [null, 1] },
  ]);
});

it('a colour means the same in every month, and what is not published has its own', () => {
  expect(colourOf(0, growthRamp)).toBe(growthRamp.colours[3]);
  expect(colourOf(8, shareRamp)).toBe(shareRamp.colours.at(-1));
  expect(colourOf(null, shareRamp)).toBe(unpublished);
  expect(classes(shareRamp)).toHaveLength(shareRamp.breaks.length + 1);
});

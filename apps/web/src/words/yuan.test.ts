import { expect, it } from 'vitest';
import { fenOf, yuan } from './yuan.ts';

it('reads yuan as people type them, to the fen, and nothing else', () => {
  expect(['5,000,000.5', '12', '0.07', ' 1 200 '].map(fenOf)).toEqual([500_000_050, 1200, 7, 120_000]);
  expect(['', '1.234', '-5', '五百万', '1e5'].map(fenOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('writes what it reads', () => {
  for (const fen of [0, 1, 99, 100, 123_456_789_012_345]) expect(fenOf(yuan(fen, 'zh-CN'))).toBe(fen);
});

import { text } from 'node:stream/consumers';
import type { PlacementPlan } from '@tidu/guidance';
import { describe, expect, it } from 'vitest';
import { tableFile } from '../table-file.file.ts';
import { type PlacementTable, placementTable } from './placement-table.ts';

const plan = {
  gap: 0.001,
  placements: [
    { origin: '440300', group: 'clothing', park: 'taiyuan', amount: 1e8, value: 0.5, next: null },
    {
      origin: '310000',
      group: 'clothing',
      park: '=evil',
      amount: 2e8,
      value: 0.6,
      next: { park: 'taiyuan', value: 0.5, behind: 0.1 },
    },
  ],
  limits: [{ park: 'taiyuan', kind: 'land', limit: 30, used: 30, price: null }],
} as unknown as PlacementPlan;

const itself = (code: string) => code;
const csv = async (which: PlacementTable, language: 'zh' | 'en' = 'zh', of = plan) => {
  const about = { name: '收紧', receipt: 'abc', synthetic: true };
  const table = placementTable(which, of, about, { place: itself, group: itself, park: itself }, language);
  const file = await text(await tableFile(table, 'csv', { language, scratch: '' }));
  return { about: table.about, lines: file.replace('\ufeff', '').trim().split(/\r?\n/) };
};

describe('a plan as a file', () => {
  it('has a line for each placement; what there is none of is blank, and no cell runs as a formula', async () => {
    const { lines } = await csv('placements');
    expect(lines).toEqual([
      '转出地代码,转出地,商品组,产业园,安排（元/年）,适合度,其次的产业园,其次的适合度,其次还差',
      '440300,440300,clothing,taiyuan,100000000,0.5,,,',
      "310000,310000,clothing,'=evil,200000000,0.6,taiyuan,0.5,0.1",
    ]);
  });

  it('has a line for each limit with its unit; a price that was not reckoned is blank', async () => {
    expect((await csv('limits', 'en')).lines[1]).toBe('taiyuan,Land,ha,30,30,');
  });

  it('has headings alone where demands cannot be met together', async () => {
    const impossible = { ...plan, placements: [], limits: [] };
    expect((await csv('placements', 'zh', impossible)).lines).toHaveLength(1);
  });

  it('says what it is, that it rests on synthetic data, and its receipt', async () => {
    const said = (await csv('placements')).about.map(([, told]) => told).join(' ');
    expect(said).toMatch(/“收紧”.*合成.*0\.100 %.*abc/);
  });
});

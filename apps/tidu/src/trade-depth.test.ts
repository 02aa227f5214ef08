import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '@tidu/trade';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.store.ts';
import { depthFor } from './trade-depth.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-depth-'));
const months = Array.from({ length: 12 }, (_, i) => `2024${String(i + 1).padStart(2, '0')}`);
/** In every month Taiyuan exports 30 of electronics and 10 of garments, Dongguan 10 and 30. */
const traded = [
  ['85423119', '14019', 30],
  ['61091000', '14019', 10],
  ['85423119', '44199', 10],
  ['61091000', '44199', 30],
] as const;
let house: House;

beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the depth of suppliers', () => {
  it('is nothing where no statistics by goods are loaded', async () => {
    expect((await depthFor(house, ['85']))('140100', '85')).toEqual([]);
  });

  it('is what the city exports of the goods and how specialised its province is, each with a receipt', async () => {
    const rows = months.flatMap((month) =>
      traded.map(([goods, place, value]) => `${month},${goods},10,${place},${value}`),
    );
    const file = join(folder, 'goods.csv');
    writeFileSync(file, ['数据年月,商品编码,贸易方式编码,注册地编码,人民币', ...rows].join('\n'));
    await importFile(house.store, house.pack, file, { flow: 'export', synthetic: true });

    const depth = await depthFor(house, ['85', '61']);
    // (30 / 40) / (40 / 80)
    expect(depth('140100', '85')).toMatchObject([
      { name: 'specialisation', place: '140000', value: 1.5, period: '2024', synthetic: true },
      { name: 'exports', place: '140100', value: 360, unit: 'CNY', period: '2024', synthetic: true },
    ]);
    expect(depth('140100', '85').map(({ receipt }) => receipt)).toMatchObject([
      { request: { figure: 'location-quotient' }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { query: { measure: 'value' }, loads: [{ file: 'goods.csv' }] },
    ]);
    expect(depth('140100', '61').find(({ name }) => name === 'exports')?.value).toBe(120);
    expect(depth('140100', '39')).toEqual([]);
  });
});

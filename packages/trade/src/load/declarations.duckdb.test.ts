import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import type { Query } from '../warehouse.ts';
import { importFile } from './import-file.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-declarations-'));
let store: Store;
beforeEach(async () => {
  await store?.close();
  store = await openStore({ path: join(folder, `${Math.random()}.duckdb`), places: pack.places });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const take = (name: string, lines: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return importFile(store, pack, path);
};
const ask = async (query: Partial<Query>) =>
  (
    await warehouseOver(store).aggregate({
      measure: 'value',
      by: [],
      where: {},
      flow: 'export',
      period: parsePeriod('2024'),
      ...query,
    })
  ).rows;

const header = '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币';
const declared = [
  header,
  '出口,202403,3401000001,0615,84713000,502,34019,700',
  '出口,202403,3401000001,0615,84713000,502,34019,300',
  '出口,202403,3401000002,0110,84713000,502,34019,50',
  'I,2024-03-17,3401000002,0615,85423119,143,34019,400',
  '出口,202403,3401000001,0654,84713000,502,34019,9000',
];

test('declarations of one cell are added up, and each row says its own flow', async () => {
  const { rows, flows, shapes } = await take('declared.csv', declared);
  expect(rows).toMatchObject({ read: 6, loaded: 5, quarantined: 0 });
  expect(flows).toEqual(['export', 'import']);
  expect(shapes[0]).toBe('month,commodity:8,partner,mode,supervision,company,place:district,CNY');
  expect(await ask({ by: ['company'] })).toEqual([
    { company: '3401000001', value: 1000 },
    { company: '3401000002', value: 50 },
  ]);
  expect(await ask({ flow: 'import', where: { processing: ['true'] } })).toEqual([{ value: 400 }]);
});

test('the supervision mode tells the statistics mode; what stays inland is no trade', async () => {
  const { shapes } = await take('declared.csv', declared);
  expect(await ask({ by: ['mode'] })).toEqual([
    { mode: '10', value: 50 },
    { mode: '15', value: 1000 },
  ]);
  const inland = shapes.find((shape) => shape.includes('inland')) ?? '';
  expect(await ask({ by: ['supervision'], shape: inland })).toEqual([{ supervision: '0654', value: 9000 }]);
});

test('reads the two forms in which declarations of 2000 to 2016 go round', async () => {
  const early = [
    'exp_or_imp,hs_id,party_id,company,city,country,shipment,value,quantity,unit,date',
    '0,84713000,3401919001,某厂,34019,美国,进料加工贸易,120.6,4,台,200603',
    '1,85423119,3401919001,某厂,34019,日本,来料加工装配贸易,80,9,个,200603',
  ];
  const late = [
    '_日期,_进口或出口,_税号编码,_企业编码,_经营单位,_消费地进口or生产地出口,_起运国或目的国,_贸易方式,_金额,_数量',
    '20120501,0,84713000,3401919001,某厂,34019,美国,一般贸易,99,4',
  ];
  expect((await take('early.csv', early)).rows).toMatchObject({ loaded: 2, quarantined: 0 });
  expect((await take('late.csv', late)).rows).toMatchObject({ loaded: 1, quarantined: 0 });
  const usd = { currency: 'USD', by: ['mode'] } as const;
  expect(await ask({ ...usd, period: parsePeriod('2006') })).toEqual([{ mode: '15', value: 121 }]);
  expect(await ask({ ...usd, period: parsePeriod('2012') })).toEqual([{ mode: '10', value: 99 }]);
});

test('a row that cannot be understood says which column and why', async () => {
  const { rows, quarantine } = await take('bad.csv', [
    ...declared,
    '左,202403,3401000001,0615,84713000,502,34019,1',
    '出口,2024-3-1,3401000001,0615,84713000,502,34019,1',
    '出口,202403,?,0615,84713000,502,34019,1',
    '出口,202403,3401000001,9998,84713000,502,34019,1',
  ]);
  expect(rows).toMatchObject({ read: 10, loaded: 5, quarantined: 4 });
  expect(quarantine.map(({ line, column }) => [line, column])).toEqual([
    [7, '进出口标志'],
    [8, '数据年月'],
    [9, '企业编码'],
    [10, '监管方式编码'],
  ]);
});

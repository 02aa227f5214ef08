import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import type { Query } from '../warehouse.ts';
import { importFile } from './import-file.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-comtrade-'));
const store = await openStore({ path: ':memory:', places: pack.places });
const warehouse = warehouseOver(store, ['14', '15', 'C06']);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const titles =
  'typeCode,freqCode,period,reporterISO,flowCode,partnerISO,partnerDesc,partner2Code,cmdCode,cmdDesc,customsCode,motCode,qtyUnitAbbr,qty,primaryValue';
interface Row {
  readonly period?: string;
  readonly reporter?: string;
  readonly flow?: string;
  readonly partner?: string;
  readonly name?: string;
  readonly goods?: string;
  readonly customs?: string;
  readonly transport?: string;
  readonly value: string;
}
const line = ({
  period = '2023',
  reporter = 'CHN',
  flow = 'X',
  partner = 'W00',
  name = 'World',
  goods = 'TOTAL',
  customs = 'C00',
  transport = '0',
  value,
}: Row): string =>
  `"C","A","${period}","${reporter}","${flow}","${partner}","${name}","0","${goods}","goods, named","${customs}","${transport}","u","10","${value}"`;
const ask = async (query: Partial<Query>) =>
  (
    await warehouse.aggregate({
      measure: 'value',
      by: [],
      where: {},
      flow: 'export',
      currency: 'USD',
      period: parsePeriod('2023'),
      ...query,
    })
  ).rows;

test('takes a file of UN Comtrade: totals and their parts are facts of different shapes', async () => {
  const path = join(folder, 'TradeData.csv');
  const rows: Row[] = [
    { value: '1000.4' },
    { goods: '85', value: '600' },
    { goods: '8542', value: '500' },
    { goods: '8542', partner: 'VNM', name: 'Viet Nam', value: '300' },
    { goods: '8542', partner: 'S19', name: 'Other Asia, nes', value: '200' },
    { goods: '8542', partner: 'VNM', name: 'Viet Nam', transport: '2100', value: '250' },
    { customs: 'C06', value: '400' },
    { customs: 'C01', value: '600' },
    { flow: 'RX', value: '7' },
    { flow: 'M', period: '202301', value: '90' },
    { reporter: 'VNM', value: '5' },
    { goods: '8542', partner: '', name: '', value: '5' },
  ];
  writeFileSync(path, [titles, ...rows.map(line)].join('\n'));
  const summary = await importFile(store, pack, path);
  expect(summary.rows).toEqual({ read: 13, loaded: 8, unchanged: 0, quarantined: 2, skipped: 3 });
  expect(summary.skipped).toEqual({ header: 1, breakdown: 1, 'other-flow': 1 });
  expect(summary.quarantine.map(({ line, column }) => [line, column])).toEqual([
    [12, 'reporterISO'],
    [13, 'partnerISO'],
  ]);
  expect(await ask({})).toEqual([{ value: 1000 }]);
  expect(await ask({ by: ['chapter'] })).toEqual([{ chapter: '85', value: 600 }]);
  expect(await ask({ by: ['partner'] })).toEqual([
    { partner: '141', value: 300 },
    { partner: '143', value: 200 },
  ]);
  expect(await ask({ where: { processing: ['true'] } })).toEqual([{ value: 400 }]);
  expect(await ask({ flow: 'import', period: parsePeriod('2023-01') })).toEqual([{ value: 90 }]);
  expect(await warehouse.faults()).toEqual([]);
});

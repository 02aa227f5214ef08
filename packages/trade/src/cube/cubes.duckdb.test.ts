import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../load/import-file.duckdb.ts';
import { withdrawLoad } from '../load/withdraw.duckdb.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import type { Dimension, Query } from '../warehouse.ts';
import { cubes } from './cubes.ts';
import { rebuildCubes } from './keep-cubes.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-cubes-'));
let store: Store;

const goods = ['85423119', '84713000', '85171300', '61091000'];
const partners = ['110', '502', '143'];
const modes = ['10', '14', '15', '33'];
const places = ['31019', '34019', '51019'];

/** An export of the query site; `seed` varies the amounts, `every` leaves cells out. */
function exported(name: string, seed: number, every: number): string {
  const path = join(folder, name);
  const lines = ['数据年月,商品编码,贸易伙伴编码,贸易方式编码,注册地编码,人民币'];
  let n = 0;
  for (const month of ['202401', '202402', '202403'])
    for (const hs of goods)
      for (const partner of partners)
        for (const mode of modes)
          for (const place of places)
            if (++n % every === 0)
              lines.push([month, hs, partner, mode, place, ((n * seed) % 997) + 1].join(','));
  writeFileSync(path, lines.join('\n'));
  return path;
}

beforeAll(async () => {
  store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
  for (const [name, seed, every] of [
    ['export-a.csv', 3, 1],
    ['import-a.csv', 5, 2],
    ['export-b.csv', 7, 3],
    ['export-c.csv', 11, 5],
  ] as const)
    await importFile(store, pack, exported(name, seed, every));
  await withdrawLoad(store, 3, 'a wrong draft');
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const values: Partial<Record<Dimension, readonly string[]>> = {
  month: ['2024-02'],
  region: ['west', 'central'],
  province: ['340000', '510000'],
  chapter: ['85'],
  heading: ['8542', '8471'],
  commodity: ['85', '8471'],
  partner: ['502'],
  mode: ['14', '10'],
  processing: ['true'],
};
const asked = fc.subarray(
  [
    'month',
    'flow',
    'region',
    'province',
    'prefecture',
    'chapter',
    'heading',
    'partner',
    'mode',
    'processing',
  ] as Dimension[],
  { maxLength: 3 },
);
const question = fc.record({
  measure: fc.constantFrom('value', 'value-as-printed'),
  by: asked,
  where: fc
    .subarray(Object.keys(values) as Dimension[], { maxLength: 2 })
    .map((names) => Object.fromEntries(names.map((name) => [name, values[name]]))),
  flow: fc.constantFrom('export', 'import', 'total'),
  asKnownAt: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
}) as fc.Arbitrary<Omit<Query, 'period'>>;

const oneForEachCube = (
  [
    ['mode'],
    ['prefecture'],
    ['heading'],
    ['partner'],
    ['province', 'partner'],
    ['prefecture', 'mode'],
    ['chapter', 'partner'],
    ['province', 'chapter'],
  ] as Dimension[][]
).map((by) => [{ measure: 'value', by, where: {}, flow: 'export' }] as [Omit<Query, 'period'>]);

describe('cubes', () => {
  test('answer as the facts do, at every vintage', async () => {
    const warehouse = warehouseOver(store);
    const read = new Set<string>();
    await fc.assert(
      fc.asyncProperty(question, async ({ asKnownAt, ...rest }) => {
        const query = { ...rest, period: parsePeriod('2024-01..2024-03'), ...(asKnownAt && { asKnownAt }) };
        const { sql, rows } = await warehouse.aggregate(query).catch(() => ({ sql: '', rows: [] }));
        const table = /FROM (cube_\w+) f/.exec(sql)?.[1];
        if (table === undefined) return;
        read.add(table);
        const ofFacts = await store.connection.runAndReadAll(sql.replaceAll(table, 'fact'));
        const amounts = ofFacts.getRows().map((row) => Number(row[query.by.length]));
        expect(rows.map(({ value }) => value)).toEqual(amounts);
      }),
      { numRuns: 300, examples: oneForEachCube },
    );
    expect([...read].sort()).toEqual(cubes.map(({ table }) => table).sort());
  });

  test('are at any time what they would be if they were made anew', async () => {
    expect(await warehouseOver(store).faults()).toEqual([]);
    await store.connection.run('UPDATE cube_heading SET value = value + 1 WHERE commodity = $1', ['8542']);
    expect((await warehouseOver(store).faults()).join()).toMatch(/cube_heading are not the sums/);
    await rebuildCubes(store.connection);
    expect(await warehouseOver(store).faults()).toEqual([]);
  });

  test('are made when a store that has none is opened', async () => {
    await store.connection.run('DELETE FROM parcel');
    await store.connection.run('DELETE FROM cube_place_mode');
    await store.close();
    store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
    expect(await warehouseOver(store).faults()).toEqual([]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runChecks } from '../packages/indicators/src/index.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { makeNation } from '../packages/synthetic/src/index.ts';
import { type Finding, importFile, openStore, warehouseOver } from '../packages/trade/src/index.ts';
import { root } from './repository.ts';

/**
 * A nation whose truth is known, printed as the customs print their monthly table: in 万元, each figure
 * rounded by itself. All its sums hold, so that whatever balance finds in it is a fault of the check;
 * and one figure that is changed is found, where it was changed.
 */
const pack = readPack(join(root, 'packs/cn'));
const folder = mkdtempSync(join(tmpdir(), 'tidu-quality-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cell = { place: string; flow: 'export' | 'import' | 'total'; month: string; value: number; ytd: number };

function printedTable(seed: number): Cell[] {
  const nation = makeNation({ seed, pack, years: [2024, 2024], rows: 20_000 });
  const parents = new Map(pack.places.map(({ code, parent }) => [code, parent]));
  const levels = new Map(pack.places.map(({ code, level }) => [code, level]));
  const sums = new Map<string, number>();
  const add = (place: string, flow: string, month: string, value: number) => {
    const key = `${place} ${flow} ${month}`;
    sums.set(key, (sums.get(key) ?? 0) + value);
  };
  for (const flow of ['export', 'import'] as const) {
    for (const { district, month, value } of nation.rows(flow, 2024)) {
      for (let place = parents.get(district); place !== undefined; place = parents.get(place)) {
        if (!['prefecture', 'province', 'country'].includes(levels.get(place) ?? '')) continue;
        add(place, flow, month, value);
        add(place, 'total', month, value);
      }
    }
  }
  const wan = (yuan: number) => Math.round(yuan / 10_000);
  const ytd = new Map<string, number>();
  return [...sums].sort().map(([key, value]) => {
    const [place = '', flow = '', month = ''] = key.split(' ');
    const sum = (ytd.get(`${place} ${flow}`) ?? 0) + value;
    ytd.set(`${place} ${flow}`, sum);
    return { place, flow: flow as Cell['flow'], month, value: wan(value), ytd: wan(sum) };
  });
}

let files = 0;
async function balanceOf(cells: readonly Cell[]): Promise<readonly Finding[]> {
  const file = join(folder, `table-${files++}.csv`);
  const rows = cells.map(({ place, flow, month, value, ytd }, i) =>
    [month, i, place, place, flow, value, ytd, ''].join(),
  );
  writeFileSync(
    file,
    ['period,row,place,name,flow,value_wan,value_ytd_wan,growth_ytd_percent', ...rows].join('\n'),
  );
  const store = await openStore({ path: ':memory:', places: pack.places });
  await importFile(store, pack, file, {});
  const warehouse = warehouseOver(store);
  const ground = {
    warehouse,
    coverage: await warehouse.coverage(),
    loads: await warehouse.loads(),
    pack,
    today: '2025-01-10',
  };
  const { found } = await runChecks(ground);
  await store.close();
  return found.filter(({ check }) => check === 'balance');
}

describe('a nation in which every sum holds', () => {
  it.each([1, 2])('has nothing out of balance, however its figures are rounded (seed %i)', async (seed) => {
    expect(await balanceOf(printedTable(seed))).toEqual([]);
  });

  it('is found out where one figure is changed', async () => {
    const cells = printedTable(3).map((cell) =>
      cell.place === '440000' && cell.flow === 'import' && cell.month === '2024-08'
        ? { ...cell, value: cell.value + 90_000 }
        : cell,
    );
    const found = await balanceOf(cells);
    const said = found.map(({ reason, about: { place, flow, month } }) => [
      reason,
      month,
      flow ?? '',
      place ?? '',
    ]);
    expect(said.sort()).toEqual([
      ['provinces', '2024-08', 'import', ''],
      ['total', '2024-08', '', '440000'],
    ]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { rebuildCubes } from '../cube/keep-cubes.duckdb.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import { importFile } from './import-file.duckdb.ts';
import { withdrawLoad } from './withdraw.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-withdraw-'));
let store: Store;
beforeEach(async () => {
  store = await openStore({ path: ':memory:', places: pack.places });
});
afterEach(() => store.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = Readonly<Record<string, number>>;
let files = 0;
/** A file of 2024-01 exports by chapter, with the amounts given. */
function file(cells: Cells): string {
  const path = join(folder, `${++files}-export.csv`);
  const rows = Object.entries(cells).map(([chapter, value]) => `202401,${chapter},${value}`);
  writeFileSync(path, ['数据年月,商品编码,人民币', ...rows].join('\n'));
  return path;
}
const take = (path: string) => importFile(store, pack, path);
async function current(asKnownAt?: number): Promise<Cells> {
  const { rows } = await warehouseOver(store).aggregate({
    measure: 'value',
    by: ['chapter'],
    where: {},
    flow: 'export',
    period: parsePeriod('2024-01'),
    ...(asKnownAt !== undefined && { asKnownAt }),
  });
  return Object.fromEntries(rows.map(({ chapter, value }) => [chapter ?? '', value ?? 0]));
}

test('a withdrawn load leaves what stood before it, and its own vintage can still be asked', async () => {
  await take(file({ 84: 10, 85: 20 }));
  await take(file({ 85: 21, 90: 5 }));
  expect(await withdrawLoad(store, 2, 'the wrong month')).toEqual({
    load: 3,
    withdraws: 2,
    takenBack: 2,
    restored: 1,
  });
  expect(await current()).toEqual({ 84: 10, 85: 20 });
  expect(await current(2)).toEqual({ 84: 10, 85: 21, 90: 5 });
  const loads = await warehouseOver(store).loads();
  expect(loads.at(-1)).toMatchObject({ id: 3, withdraws: 2, reason: 'the wrong month' });
  expect(await warehouseOver(store).faults()).toEqual([]);
});

test('a withdrawn file can be taken in again', async () => {
  const path = file({ 84: 10 });
  await take(path);
  await withdrawLoad(store, 1, 'by mistake');
  expect(await take(path)).toMatchObject({ status: 'loaded', load: 3 });
  expect(await current()).toEqual({ 84: 10 });
});

test('a later file that had repeated a figure gives it again, and nothing else of its own back', async () => {
  await take(file({ 84: 10 }));
  const repeats = file({ 84: 10, 85: 1 });
  await take(repeats);
  await take(file({ 85: 2 }));
  await withdrawLoad(store, 1, 'void');
  expect(await current()).toEqual({ 85: 2 });
  expect(await take(repeats)).toMatchObject({ status: 'loaded', facts: { loaded: 1 } });
  expect(await current()).toEqual({ 84: 10, 85: 2 });
});

test('refuses what makes no sense, with a remedy', async () => {
  await take(file({ 84: 10 }));
  await expect(withdrawLoad(store, 9, 'x')).rejects.toMatchObject({ code: 'no-such-load' });
  await expect(withdrawLoad(store, 1, ' ')).rejects.toMatchObject({ code: 'no-reason' });
  await withdrawLoad(store, 1, 'x');
  await expect(withdrawLoad(store, 1, 'x')).rejects.toMatchObject({ code: 'withdrawn' });
  await expect(withdrawLoad(store, 2, 'x')).rejects.toMatchObject({ code: 'is-withdrawal' });
});

test('whatever is taken in and withdrawn, each cell has the figure of its last file that counts', async () => {
  const acts = fc.array(
    fc.oneof(
      fc.dictionary(fc.constantFrom('84', '85', '90'), fc.integer({ min: 1, max: 3 }), { minKeys: 1 }),
      fc.nat(5),
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      await store.connection.run('DELETE FROM fact');
      await store.connection.run('DELETE FROM load');
      await rebuildCubes(store.connection);
      const given: { id: number; cells: Cells; text: string; withdrawn: boolean }[] = [];
      const expected = (): Cells =>
        Object.fromEntries(
          given.filter(({ withdrawn }) => !withdrawn).flatMap(({ cells }) => Object.entries(cells)),
        );
      for (const act of sequence) {
        if (typeof act === 'number') {
          const one = given.filter(({ withdrawn }) => !withdrawn)[act];
          if (one === undefined) continue;
          await withdrawLoad(store, one.id, 'tried');
          one.withdrawn = true;
        } else {
          const before = expected();
          const text = JSON.stringify(Object.entries(act).sort());
          // a file that was taken in before fills gaps that a withdrawal has left, and revises nothing
          const again = given.some((one) => one.text === text && !one.withdrawn);
          const news = Object.entries(act).filter(([cell, value]) =>
            again ? before[cell] === undefined : before[cell] !== value,
          );
          const { load, status } = await take(file(Object.fromEntries(Object.entries(act).sort())));
          if (status === 'loaded') {
            given.push({ id: load ?? 0, cells: Object.fromEntries(news), text, withdrawn: false });
          }
        }
      }
      expect(Object.keys(expected()).length === 0 ? expected() : await current()).toEqual(expected());
      expect(await warehouseOver(store).faults()).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

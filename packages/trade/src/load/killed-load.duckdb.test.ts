import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { readPack } from '@tidu/reference/pack';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import { importFile } from './import-file.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = 12_000;
const kills = 36;
const file = join(folder, '2024-export.csv');
const path = join(folder, 'store.duckdb');
// To compile the sources and to read the pack takes longer than the load: what the first has done is handed on.
const compiled = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
const packRead = join(folder, 'pack');
writeFileSync(packRead, serialize(pack));

const child = `
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { openStore } from ${JSON.stringify(new URL('../store.duckdb.ts', import.meta.url).href)};
import { importFile } from ${JSON.stringify(new URL('./import-file.duckdb.ts', import.meta.url).href)};
import { withdrawLoad } from ${JSON.stringify(new URL('./withdraw.duckdb.ts', import.meta.url).href)};
const pack = deserialize(readFileSync(${JSON.stringify(packRead)}));
const store = await openStore({ path: ${JSON.stringify(path)}, places: pack.places });
process.stdout.write('open');
await importFile(store, pack, ${JSON.stringify(file)});
await withdrawLoad(store, 1, 'wrong month');
await store.close();
`;

test('a load or a withdrawal that is killed at any moment has done all or nothing, and can be done again', async () => {
  const text = ['数据年月,商品编码,注册地编码,人民币'];
  for (let i = 0; i < rows; i++) {
    text.push(`2024${String((i % 12) + 1).padStart(2, '0')},${84_000_000 + Math.floor(i / 12)},31,${i}`);
  }
  writeFileSync(file, iconv.encode(text.join('\n'), 'gb18030'));

  // How long the last whole load took decides when to kill the next ones: a machine that is busy at first is not busy for ever.
  let took = 1000;
  let interrupted = 0;
  const seen = new Set<number>();
  for (let i = 0; i < kills; i++) {
    rmSync(path, { force: true });
    rmSync(`${path}.wal`, { force: true });
    const process = spawn(globalThis.process.execPath, ['--input-type=module', '-e', child], {
      env: compiled,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(process.stdout, 'data');
    const began = Date.now();
    const ended = once(process, 'exit');
    const timer = i === 0 ? undefined : setTimeout(() => process.kill('SIGKILL'), Math.random() * took);
    const [code] = await ended;
    clearTimeout(timer);
    if (code === null) interrupted++;
    else took = Date.now() - began;

    const store = await openStore({ path, places: pack.places });
    const current = async () =>
      Number(
        (
          await store.connection.runAndReadAll('SELECT count(*) FROM fact WHERE until IS NULL')
        ).getRows()[0]?.[0],
      );
    const loads = await warehouseOver(store).loads();
    expect(loads.length).toBeLessThanOrEqual(2);
    expect(await current()).toBe(loads.length === 1 ? rows : 0);
    expect(loads[0]?.rows.loaded ?? rows).toBe(rows);
    expect(loads[1]?.withdraws ?? 1).toBe(1);
    expect(await warehouseOver(store).faults()).toEqual([]);
    expect(existsSync(store.scratch) ? readdirSync(store.scratch) : []).toEqual([]);
    const again = await importFile(store, pack, file);
    expect(again.status).toBe(loads.length === 1 ? 'unchanged' : 'loaded');
    expect(await current()).toBe(rows);
    seen.add(loads.length);
    await store.close();
  }
  expect(interrupted).toBeGreaterThan(kills / 2);
  expect(seen.size, 'moments before and after the load was done').toBeGreaterThan(1);
}, 240_000);

test('another process that opens the store in use is told so in one sentence', async () => {
  const store = await openStore({ path: join(folder, 'held.duckdb'), places: pack.places });
  const other = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { openStore } from ${JSON.stringify(new URL('../store.duckdb.ts', import.meta.url).href)};
       await openStore({ path: ${JSON.stringify(join(folder, 'held.duckdb'))}, places: [] }).catch((e) => console.log(e.code, e.message));`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await once(other.stdout, 'data');
  expect(String(said)).toMatch(/^store-in-use the statistics store .* is in use by another process/);
  await store.close();
}, 120_000);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePeriod } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../load/import-file.duckdb.ts';
import { withdrawLoad } from '../load/withdraw.duckdb.ts';
import { usualPolicy } from '../protect/release-request.ts';
import { releasesIn } from '../protect/releases.duckdb.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import { type Cluster, clusterAt } from './cluster.clickhouse.ts';
import { factsIn } from './facts.clickhouse.ts';
import { clickhouseServer, type LoopbackCluster, loopbackCluster, password } from './loopback.cases.ts';

const root = fileURLToPath(new URL('../../../../packs/cn', import.meta.url));
const pack = readPack(root);
const folder = mkdtempSync(join(tmpdir(), 'tidu-sending-'));
const rows = 6000;
const rowsOfBlock = 500;

const exports = {
  measure: 'value',
  by: [],
  where: {},
  flow: 'export',
  period: parsePeriod('2024'),
} as const;

/** An export of one year in which the amounts of all rows add up to `rows * amount`. */
function exportFile(name: string, amount: number, header = '数据年月,商品编码,注册地编码,人民币'): string {
  const lines = Array.from(
    { length: rows },
    (_, i) => `2024${String((i % 12) + 1).padStart(2, '0')},${84_000_000 + Math.floor(i / 12)},31,${amount}`,
  );
  const file = join(folder, name);
  writeFileSync(file, [header, ...lines].join('\n'));
  return file;
}

describe.skipIf(clickhouseServer() === undefined)('facts that are sent to a cluster', () => {
  let loopback: LoopbackCluster;
  let cluster: Cluster;
  let databases = 0;
  let url: string;
  let path: string;
  let store: Store;

  const openHere = (at = path) =>
    openStore({ path: at, places: pack.places, elsewhere: factsIn(url, { rowsOfBlock }) });
  /** A database and a data folder of their own. */
  const anew = async () => {
    url = loopback.url(`sending_${++databases}`);
    path = join(folder, `${databases}.duckdb`);
    cluster = clusterAt(url);
    await cluster.init();
    store = await openHere();
  };
  const total = async (asKnownAt?: number) => {
    const answer = await warehouseOver(store).aggregate({
      ...exports,
      ...(asKnownAt !== undefined && { asKnownAt }),
    });
    return answer.rows[0]?.value;
  };
  const held = async (table: 'fact' | 'superseded') =>
    Number((await cluster.rows(`SELECT count() FROM ${cluster.address.database}.${table}_all`))[0]?.[0]);
  const faults = () => warehouseOver(store).faults();
  const close = async () => {
    await store.close();
    await cluster.close();
  };

  beforeAll(async () => {
    loopback = await loopbackCluster();
  });
  afterAll(async () => {
    await loopback?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lie on both shards, are revised and withdrawn, and every vintage can still be asked', async () => {
    await anew();
    await importFile(store, pack, exportFile('2024-export-1.csv', 5));
    expect(await total()).toBe(5 * rows);
    const revision = await importFile(store, pack, exportFile('2024-export-2.csv', 6));
    expect(revision.facts).toEqual({ loaded: rows, unchanged: 0, superseded: rows });
    expect(await total()).toBe(6 * rows);
    expect(await total(1)).toBe(5 * rows);
    expect(await withdrawLoad(store, 2, 'the wrong month')).toMatchObject({
      takenBack: rows,
      restored: rows,
    });
    expect([await total(), await total(2), await total(1)]).toEqual([5 * rows, 6 * rows, 5 * rows]);
    expect(await faults()).toEqual([]);
    for (const { rows: held = 0 } of await cluster.status()) expect(held).toBeGreaterThan(rows);
    expect((await importFile(store, pack, join(folder, '2024-export-1.csv'))).status).toBe('unchanged');
    expect(await held('superseded')).toBe(2 * rows);
    const [node] = (await cluster.shards()).values();
    const { database } = cluster.address;
    await node?.run(
      `INSERT INTO ${database}.superseded SELECT id, 3, 0, shape, month_from FROM ${database}.fact WHERE load = 3 LIMIT 1`,
    );
    expect((await faults()).join()).toMatch(/superseded another number.*sums of cube_/s);
    await close();
  });

  it('that a killed load has left are not seen, and the same load completes them', async () => {
    await anew();
    await importFile(store, pack, exportFile('2024-export-1.csv', 5));
    await close();
    const file = exportFile('2024-export-3.csv', 7);
    const href = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
    const child = `
import { readPack } from ${href('../../../reference/src/pack.file.ts')};
import { openStore } from ${href('../store.duckdb.ts')};
import { importFile } from ${href('../load/import-file.duckdb.ts')};
import { factsIn } from ${href('./facts.clickhouse.ts')};
const pack = readPack(${JSON.stringify(root)});
const store = await openStore({ path: ${JSON.stringify(path)}, places: pack.places, elsewhere: factsIn(${JSON.stringify(url)}, { rowsOfBlock: 50 }) });
process.stdout.write('open');
await importFile(store, pack, ${JSON.stringify(file)});
`;
    let halfway = 0;
    for (let i = 0; i < 4 && halfway === 0; i++) {
      const process = spawn(globalThis.process.execPath, ['--input-type=module', '-e', child], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(process.stdout, 'data');
      const ended = once(process, 'exit');
      cluster = clusterAt(url);
      // killed when the first blocks have arrived
      while (process.exitCode === null && (await held('superseded')) < rows)
        await new Promise((done) => setTimeout(done, 20));
      while (process.exitCode === null && (await held('fact')) < rows * 1.2)
        await new Promise((done) => setTimeout(done, 5));
      process.kill('SIGKILL');
      await ended;
      store = await openHere();
      const loads = (await warehouseOver(store).loads()).length;
      expect(await total()).toBe((loads === 1 ? 5 : 7) * rows);
      expect(await faults()).toEqual([]);
      if (loads === 1) halfway = await held('fact');
      await store.close();
    }
    expect(halfway, 'some blocks of the second load').toBeGreaterThan(rows);
    expect(halfway).toBeLessThan(2 * rows);
    store = await openStore({ path, places: pack.places, elsewhere: factsIn(url, { rowsOfBlock: 50 }) });
    expect((await importFile(store, pack, file)).status).toBe('loaded');
    expect([await total(), await held('fact'), await held('superseded')]).toEqual([7 * rows, 2 * rows, rows]);
    expect(await faults()).toEqual([]);
    await close();
  });

  it('that an abandoned load has left make room for another file', async () => {
    await anew();
    const abandoned: Store = {
      ...store,
      elsewhere: {
        ...(store.elsewhere as NonNullable<Store['elsewhere']>),
        send: async (...sent) => {
          await store.elsewhere?.send(...sent);
          throw new Error('the process ends here');
        },
      },
    };
    const broken = importFile(abandoned, pack, exportFile('2024-export-4.csv', 5));
    await expect(broken).rejects.toThrow('the process ends here');
    expect([await held('fact'), (await warehouseOver(store).loads()).length]).toEqual([rows, 0]);
    await importFile(store, pack, exportFile('2024-export-5.csv', 8));
    expect([await total(), await held('fact')]).toEqual([8 * rows, rows]);
    expect(await faults()).toEqual([]);
    await close();
  });

  it('are never asked in part: a shard that is down is named, and so is one that has lost its facts', async () => {
    await anew();
    await importFile(store, pack, exportFile('2024-export-6.csv', 5));
    const [, second] = loopback.nodes;
    await second?.stop();
    const named = { code: 'shard-down', message: expect.stringContaining(`127.0.0.1:${second?.tcp}`) };
    await expect(total()).rejects.toMatchObject(named);
    await expect(importFile(store, pack, exportFile('2024-export-7.csv', 6))).rejects.toMatchObject(named);
    expect((await cluster.status()).map(({ answers }) => answers)).toEqual([true, false]);
    const again = await openHere(join(folder, 'other.duckdb')).catch((fault) => fault);
    expect(again.code).toBe('cluster-of-another');
    await second?.start();
    expect(await total()).toBe(5 * rows);
    await importFile(store, pack, join(folder, '2024-export-7.csv'));
    expect(await total()).toBe(6 * rows);

    const { database } = cluster.address;
    const node = (await cluster.shards()).get(2);
    await node?.run(`DROP TABLE ${database}.fact`);
    const byGoods = warehouseOver(store).aggregate({ ...exports, by: ['commodity'] });
    await expect(byGoods).rejects.toMatchObject({
      code: expect.stringMatching('cluster-unready|shard-down'),
    });
    await cluster.init();
    await store.close();
    await expect(openHere()).rejects.toMatchObject({ code: 'cluster-incomplete' });
    await cluster.close();
  });

  it('are protected in releases as those of the embedded store are', async () => {
    await anew();
    const lines = Array.from({ length: 400 }, (_, i) =>
      [
        '出口',
        `2024${String((i % 3) + 1).padStart(2, '0')}`,
        `911100000000000${100 + (i % 17)}`,
        i % 2 ? '0110' : '0615',
        `8${(i % 6) + 1}010000`,
        '502',
        i % 5 ? '31' : '44',
        (i + 1) * 1000,
      ].join(','),
    );
    const file = join(folder, 'declared.csv');
    writeFileSync(
      file,
      ['进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币', ...lines].join(
        '\n',
      ),
    );
    const embedded = await openStore({ path: ':memory:', places: pack.places });
    const drafts = await Promise.all(
      [store, embedded].map(async (one) => {
        await importFile(one, pack, file);
        const releases = await releasesIn(
          one,
          (_, code) => ({ zh: code, en: code }),
          () => new Date(0),
        );
        const { id } = await releases.draft({
          title: { zh: '分省出口', en: 'Exports by province' },
          flow: 'export',
          currency: 'CNY',
          period: '2024-01..2024-03',
          place: 'province',
          commodity: 'chapter',
          mode: 'processing',
          month: 'month',
          policy: usualPolicy,
        });
        const { seconds: _, ...certificate } = await releases.certificate(id);
        return { release: await releases.get(id), certificate };
      }),
    );
    expect(drafts[0]?.certificate.cells).toBeGreaterThan(20);
    expect(drafts[0]).toEqual(drafts[1]);
    await embedded.close();
    await close();
  });

  it('say nothing of the password', async () => {
    const wrong = clusterAt(loopback.url('tidu').replace('tidu:', 'nobody:'));
    const fault = await wrong.members().catch((error) => error);
    expect(fault.code).toBe('cluster-refused');
    expect(`${fault.message} ${fault.remedy} ${fault.stack}`).not.toContain(password);
    await wrong.close();
  });
});

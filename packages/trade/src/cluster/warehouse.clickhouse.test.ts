import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../contract/fill.cases.ts';
import { detail, detailed, everything, gapless, inMonth, nested, tableOf } from '../contract/nation.ts';
import { questions } from '../contract/questions.ts';
import { ask } from '../contract/stage.ts';
import { quoted } from '../query/clickhouse-literal.ts';
import { openStore } from '../store.duckdb.ts';
import { warehouseContract } from '../warehouse.contract.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import type { Query, Warehouse } from '../warehouse.ts';
import { clusterAt } from './cluster.clickhouse.ts';
import { factsIn } from './facts.clickhouse.ts';
import { clickhouseServer, type LoopbackCluster, loopbackCluster } from './loopback.cases.ts';

let cluster: LoopbackCluster;
let databases = 0;

async function open(contents: typeof everything): Promise<Warehouse> {
  const url = cluster.url(`contract_${++databases}`);
  const own = clusterAt(url);
  await own.init();
  await own.close();
  const store = await openStore({ path: ':memory:', places: contents.places, elsewhere: factsIn(url) });
  await fill(store, contents);
  return warehouseOver(store);
}

async function openEmbedded(contents: typeof everything): Promise<Warehouse> {
  const store = await openStore({ path: ':memory:', places: contents.places });
  await fill(store, contents);
  return warehouseOver(store);
}

/** All that a warehouse says to a question, but for the SQL. */
const said = (warehouse: Warehouse, query: Query) =>
  warehouse.aggregate(query).then(
    ({ sql, ...answer }) => answer,
    ({ code, message, remedy }) => ({ code, message, remedy }),
  );

if (clickhouseServer() === undefined) {
  it.skip('a warehouse on a cluster needs the program clickhouse-server, which is not installed here');
} else {
  beforeAll(async () => {
    cluster = await loopbackCluster();
  });
  afterAll(() => cluster?.stop());

  warehouseContract({ name: 'a ClickHouse cluster of two shards', open, share: 0.25 });

  describe('a cluster and the embedded engine', () => {
    const revised = tableOf(2024, 3).map((fact) => ({ ...fact, value: fact.value === null ? null : 7 }));
    const fractions = [0.1, 0.2, 4.8786, 1.39, 115_430_942_993_722.47, 1e-7].map((quantity, i) =>
      inMonth('2024-02', {
        flow: 'export',
        place: '41019',
        commodity: `8542311${i}`,
        partner: "d'Ivoire\\",
        mode: '15',
        value: i,
        quantity,
        unit: '个',
      }),
    );
    const contents = {
      ...everything,
      loads: [
        ...everything.loads,
        { shape: nested, facts: revised },
        { shape: detailed, facts: fractions },
        { shape: nested, facts: gapless.loads[14]?.facts ?? [] },
      ],
    };

    it('give the same answers and the same refusals to questions of every form', async () => {
      const [here, there] = await Promise.all([openEmbedded(contents), open(contents)]);
      expect(await there.coverage()).toEqual(await here.coverage());
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(questions, async (query) => {
          const expected = await said(here, query);
          expect(await said(there, query)).toEqual(expected);
          if ('rows' in expected) answered += 1;
        }),
        { numRuns: 200 },
      );
      expect(answered).toBeGreaterThan(3);
      await Promise.all([here.close(), there.close()]);
    });
  });

  it('a pack with other places is asked by them, and its sums are made anew', async () => {
    const url = cluster.url(`contract_${++databases}`);
    const own = clusterAt(url);
    await own.init();
    const moved = everything.places.map((place) =>
      place.code === '41019' ? { ...place, parent: '500000', region: 'west' as const } : place,
    );
    const folder = mkdtempSync(join(tmpdir(), 'tidu-places-'));
    const revised = detail.map((fact) => ({ ...fact, value: 3 }));
    const loads = [
      { shape: detailed, facts: detail },
      { shape: detailed, facts: revised.slice(0, 3) },
    ];
    const query = ask('2024-01', { by: ['province', 'chapter'], shape: detailed.id });
    const answers = [];
    for (const there of [false, true]) {
      const path = join(folder, `${there}.duckdb`);
      const open = (places: typeof moved) =>
        openStore({ path, places, ...(there && { elsewhere: factsIn(url) }) });
      const store = await open([...everything.places]);
      await fill(store, { places: everything.places, loads });
      const before = await said(warehouseOver(store), query);
      await store.close();
      const again = warehouseOver(await open(moved));
      answers.push({ before, after: await said(again, query), faults: await again.faults() });
      await again.close();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.before).not.toEqual(answers[0]?.after);
    const tables = await own.rows(
      `SELECT count() FROM system.tables WHERE database = '${own.address.database}' AND name LIKE 'place%'`,
    );
    expect(tables).toEqual([[1n]]);
    rmSync(folder, { recursive: true });
    await own.close();
  });

  it('any text that is written as a literal is read as the same text', async () => {
    const own = clusterAt(cluster.url('default'));
    const texts = fc.array(
      fc.string({
        unit: fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('\\', "'", '\0', '\n', '\b', '中', '`', '$1', '%'),
        ),
      }),
      {
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const sent = list.map((text) => Buffer.from(text).toString());
        const [row] = await own.rows(
          `SELECT ${sent.map((text) => `hex(${quoted(text)})`).join(', ')}, 'end'`,
        );
        expect(row?.slice(0, -1).map((hex) => hex ?? '')).toEqual(
          sent.map((text) => Buffer.from(text).toString('hex').toUpperCase()),
        );
      }),
      { numRuns: 60 },
    );
    await own.close();
  });
}

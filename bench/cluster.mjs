/**
 * Facts in a ClickHouse cluster on loopback: what loading and asking cost beside the embedded engine, and
 * beside ClickHouse itself, to which the same rows and the same SQL are sent straight by HTTP.
 */
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { percentile, sideBySide, timed } from './clock.mjs';
import { copyRows, startCluster } from './cluster-rows.mjs';
import { filledStore } from './facts.mjs';
import { questions } from './questions.mjs';
import { clusterStore, importInto, openWarehouse, parsePeriod, writeExport } from './rooms.mjs';

/** Beside the ordinary questions, one that no sum answers: every fact is read. */
const everyFact = {
  name: 'every fact: goods of five years',
  query: { by: ['commodity'], flow: 'total', period: '2020..2024' },
};

export async function benchCluster({ pack, folder, rows, facts, shards, say }) {
  const own = join(folder, 'cluster');
  await mkdir(own, { recursive: true });
  const embeddedAt = join(own, 'embedded.duckdb');
  const filled = await filledStore(embeddedAt, { pack, facts, say });
  const cluster = await startCluster(shards);
  try {
    const store = await clusterStore(cluster.url, { path: join(own, 'cluster.duckdb'), pack });
    const busy = cluster.coreMilliseconds();
    const sent = await timed(() => copyRows(store, embeddedAt));
    const coreOfSending = (cluster.coreMilliseconds() - busy) / filled;
    const perSecond = (n, { ms }) => Math.round(n / (ms / 1000));
    const held = await cluster.held();
    say(
      `sent ${filled.toLocaleString('en')} facts and their sums to ${shards} shards in ${(sent.ms / 1000).toFixed(1)} s; ${(held.fact / filled).toFixed(1)} bytes a fact on disk, all tables ${(held.all / filled).toFixed(1)}`,
    );
    const loading = await benchLoading({ pack, own, rows, cluster, store });
    const embedded = await openWarehouse(embeddedAt, pack);
    const asked = [];
    for (const { name, query } of [...questions, everyFact]) {
      asked.push({
        name,
        ...(await benchQuestion(query, { embedded, warehouse: store.warehouse, cluster })),
      });
      const { ours, raw, embedded: beside } = asked.at(-1);
      say(`  ${name}: ${ours.toFixed(1)} ms, raw ${raw.toFixed(1)} ms, embedded ${beside.toFixed(1)} ms`);
    }
    await embedded.close();
    await store.close();
    const sum = (side) => asked.reduce((total, question) => total + question[side], 0);
    return {
      facts: filled,
      shards,
      sentPerSecond: perSecond(filled, sent),
      coreOfSending,
      bytesPerFact: held.fact / filled,
      loading,
      questions: asked,
      ratio: sum('ours') / sum('raw'),
    };
  } finally {
    await cluster.stop();
    await rm(own, { recursive: true, force: true });
  }
}

/** One export, imported with all checks into the cluster and into the embedded engine, and its facts inserted raw. */
async function benchLoading({ pack, own, rows, cluster, store }) {
  const file = join(own, '合成-export-2019.csv');
  await writeExport(file, { rows, seed: 7, encoding: 'gb18030', pack, year: 2019 });
  const embedded = await timed(() => importInto(join(own, 'beside.duckdb'), file, pack, rows));
  const ours = await timed(() => store.take(file, rows));
  const parts = await cluster.exportLoad(store, own);
  const raw = await timed(() =>
    Promise.all(parts.map((part, shard) => cluster.insert(shard, 'raw_fact', createReadStream(part)))),
  );
  return { rows, ours: ours.ms, embedded: embedded.ms, raw: raw.ms };
}

async function benchQuestion(query, { embedded, warehouse, cluster }) {
  const asked = { measure: 'value', where: {}, ...query, period: parsePeriod(query.period) };
  const { sql, rows } = await warehouse.aggregate(asked);
  const { rows: expected } = await embedded.aggregate(asked);
  if (JSON.stringify(rows) !== JSON.stringify(expected)) throw new Error('the two engines differ');
  const times = await sideBySide(
    () => warehouse.aggregate(asked),
    () => cluster.raw(sql),
    { seconds: 4 },
  );
  const beside = await sideBySide(
    () => embedded.aggregate(asked),
    async () => {},
    { seconds: 2, most: 10 },
  );
  const busy = cluster.coreMilliseconds();
  const runs = 3;
  for (let run = 0; run < runs; run++) await cluster.raw(sql);
  const core = (cluster.coreMilliseconds() - busy) / runs;
  const p50 = (list) => percentile(list, 0.5);
  return {
    rows: rows.length,
    ours: p50(times.ours),
    raw: p50(times.raw),
    core,
    embedded: p50(beside.ours),
    p95: percentile(times.ours, 0.95),
  };
}

export function printCluster(
  { facts, shards, sentPerSecond, coreOfSending, bytesPerFact, loading, questions: asked, ratio },
  say,
) {
  const ms = (n) => n.toFixed(1).padStart(11);
  const rate = (time) =>
    `${Math.round(loading.rows / (time / 1000))
      .toLocaleString('en')
      .padStart(11)} rows/s`;
  say('');
  say(`a cluster of ${shards} shards on this machine, ${facts.toLocaleString('en')} facts`);
  say(
    `  facts sent with their sums ${sentPerSecond.toLocaleString('en')} a second, ${(coreOfSending * 1000).toFixed(1)} core-seconds of the servers a million; ${bytesPerFact.toFixed(1)} bytes a fact on disk`,
  );
  say(
    `  import of ${loading.rows.toLocaleString('en')} rows of GB18030 into the cluster${rate(loading.ours)}`,
  );
  say(`  the same into the embedded engine                 ${rate(loading.embedded)}`);
  say(`  its facts alone, typed, inserted raw by HTTP      ${rate(loading.raw)}`);
  say(
    `  ${'question, ms (p50)'.padEnd(42)}${'cluster'.padStart(11)}${'raw'.padStart(11)}${'embedded'.padStart(11)}${'p95'.padStart(11)}${'core-ms'.padStart(11)}  cluster/raw`,
  );
  for (const { name, ours, raw, embedded, p95, core } of asked) {
    say(
      `  ${name.padEnd(42)}${ms(ours)}${ms(raw)}${ms(embedded)}${ms(p95)}${ms(core)}  ${(ours / raw).toFixed(2)}`,
    );
  }
  say(`  cluster beside raw, ratio of the sums of p50: ${ratio.toFixed(2)}`);
}

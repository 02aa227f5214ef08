/**
 * Twenty questions of the explorer and the overview, asked of a running server over HTTP, one after
 * another; beside each the same question put to the facts themselves, raw, without the sums kept of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { percentile, timed } from './clock.mjs';
import { filledStore } from './facts.mjs';
import { figures, questions } from './questions.mjs';
import { openWarehouse, parsePeriod } from './rooms.mjs';

const port = 46213;
const rounds = 15;
const aim = (facts) => (facts > 50_000_000 ? 500 : 150);

export async function benchHttp({ pack, folder, facts, say }) {
  const data = join(folder, 'http');
  const path = join(data, 'statistics.duckdb');
  const filled = await filledStore(path, { pack, facts, say });
  const raw = await rawTimes(path, pack);
  const server = await serve(data);
  const results = [];
  try {
    const all = [];
    const asked = [
      ...questions.map(({ name, query }) => ({ name, address: `query?${written(query)}` })),
      ...figures.map(({ name, path }) => ({ name, address: `figures/${path}` })),
    ];
    for (const { name, address } of asked) {
      const times = [];
      let bytes = 0;
      for (let i = 0; i < rounds; i++) {
        const { ms, result } = await timed(async () => {
          const response = await fetch(`http://127.0.0.1:${port}/api/${address}`);
          const text = await response.text();
          if (!response.ok) throw new Error(`${name}: ${text}`);
          return text.length;
        });
        times.push(ms);
        bytes = result;
      }
      all.push(...times);
      const result = {
        name,
        bytes,
        first: times[0],
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
      };
      results.push({ ...result, raw: raw.get(name) });
      say(`  ${name}: ${result.p50.toFixed(1)} ms`);
    }
    const p95 = percentile(all, 0.95);
    return { facts: filled, questions: results, p95, aim: aim(filled), met: p95 <= aim(filled) };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

const written = ({ by, where = {}, flow, period }) =>
  new URLSearchParams([
    ['by', by.join(',')],
    ['flow', flow],
    ['period', period],
    ...Object.entries(where).map(([name, values]) => [`where.${name}`, values.join(',')]),
  ]);

/** What the engine takes for the same statement on `fact`. */
async function rawTimes(path, pack) {
  const warehouse = await openWarehouse(path, pack);
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const times = new Map();
  try {
    for (const { name, query } of questions) {
      const asked = { measure: 'value', where: {}, ...query, period: parsePeriod(query.period) };
      const { sql } = await warehouse.aggregate(asked);
      const onFacts = sql.replaceAll(/FROM cube_\w+ f/g, 'FROM fact f');
      const runs = [];
      for (let i = 0; i < 3; i++)
        runs.push((await timed(async () => (await connection.runAndReadAll(onFacts)).getRows())).ms);
      times.set(name, percentile(runs, 0.5));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
    await warehouse.close();
  }
  return times;
}

async function serve(data) {
  const main = join(import.meta.dirname, '../apps/tidu/src/main.ts');
  const server = spawn(process.execPath, [main, 'serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  return server;
}

export function printHttp({ facts, questions, p95, aim, met }, say) {
  const ms = (n) => (n === undefined ? '—' : n.toFixed(1)).padStart(9);
  say('');
  say(`twenty questions through HTTP over ${facts.toLocaleString('en')} facts, ms (${rounds} times each)`);
  say(
    `  ${'question'.padEnd(42)}${'first'.padStart(9)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'raw facts'.padStart(10)}`,
  );
  for (const one of questions)
    say(`  ${one.name.padEnd(42)}${ms(one.first)}${ms(one.p50)}${ms(one.p95)} ${ms(one.raw)}`);
  say(`  p95 of all ${p95.toFixed(1)} ms, aim ≤ ${aim}: ${met ? 'met' : 'missed'}`);
}

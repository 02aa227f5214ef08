/**
 * A table of a million rows and fifty columns taken from a running server as XLSX, CSV and Parquet,
 * each from a server of its own whose peak memory is read; beside them the engine's own COPY of the
 * same rows, from the same statement.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from './clock.mjs';
import { importInto, keepSums, openWarehouse, parsePeriod, writeExport } from './rooms.mjs';

const port = 46217;
const aim = { seconds: 120, megabytes: 512 };
/** What docs/operate/run.md advises where memory is short. */
const sparing = {
  TIDU_MEMORY: '160MB',
  NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=4',
  MALLOC_ARENA_MAX: '1',
};
/** Two heads with their names, and 46 months. */
const months = 46;
const period = '2020-01..2023-10';

export async function benchExport({ pack, folder, rows, say }) {
  const data = join(folder, 'export');
  const path = join(data, 'statistics.duckdb');
  const { ms } = await timed(() => filled(path, { pack, rows }));
  say(`export: generated ${(rows * months).toLocaleString('en')} facts in ${(ms / 1000).toFixed(0)} s`);
  const formats = [];
  for (const format of ['parquet', 'xlsx', 'csv']) {
    const file = join(folder, `taken.${format}`);
    const taken = await take(data, format, file);
    if (taken.rows !== rows) throw new Error(`${format}: ${taken.rows} rows of ${rows}`);
    formats.push({ format, ...taken, megabytes: (await stat(file)).size / 2 ** 20 });
    say(`  ${format}: ${taken.seconds.toFixed(1)} s, peak ${taken.peak.toFixed(0)} MB`);
  }
  const raw = await rawCopies(path, pack, folder);
  return { rows, columns: 4 + months, memory: sparing.TIDU_MEMORY, formats, raw, aim };
}

async function take(data, format, file) {
  const main = join(import.meta.dirname, '../apps/tidu/src/main.ts');
  const server = spawn(process.execPath, [main, 'serve', '--data', data, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...sparing },
  });
  try {
    await once(server.stdout, 'data');
    const before = processorSeconds(server.pid);
    const asked = `by=prefecture,commodity,month&across=month&flow=export&period=${period}&lang=zh`;
    const { ms, result } = await timed(async () => {
      const response = await fetch(`http://127.0.0.1:${port}/api/query.${format}?${asked}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      if (!response.ok) throw new Error(`${format}: ${await response.text()}`);
      await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
      return { rows: Number(response.headers.get('x-tidu-rows')) };
    });
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? [];
    return {
      rows: result.rows,
      seconds: ms / 1000,
      processor: processorSeconds(server.pid) - before,
      peak: Number(kilobytes) / 1024,
    };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Seconds that a process has kept processors busy; what it takes alone on a machine of so many cores is at least its share of them. */
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Facts for so many pairs of prefecture and commodity, in each of the months, in the order in which loads lay them. */
async function filled(path, { pack, rows }) {
  const few = 40_000;
  const seedFile = join(dirname(path), '合成-export-2020.csv');
  await mkdir(dirname(path), { recursive: true });
  await writeExport(seedFile, { rows: few, seed: 1, encoding: 'gb18030', pack, year: 2020 });
  await importInto(path, seedFile, pack, few);
  const codes = pack.commodities.filter(({ code }) => /^\d{6}$/.test(code)).map(({ code }) => `'${code}00'`);
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    await connection.run("SET memory_limit = '2GB'");
    await connection.run(
      `CREATE TEMP TABLE pair AS
       SELECT district, commodity FROM (
         SELECT min(code) AS district FROM place
         WHERE level = 'district' AND prefecture IS NOT NULL GROUP BY prefecture)
       CROSS JOIN (SELECT unnest([${codes.join(', ')}]) AS commodity)
       ORDER BY district, commodity LIMIT ${rows}`,
    );
    await connection.run('CREATE TEMP TABLE shaped AS SELECT any_value(shape) AS shape FROM fact');
    await connection.run('DELETE FROM fact');
    for (let i = 0; i < months; i++) {
      const month = (2020 + Math.floor(i / 12)) * 100 + (i % 12) + 1;
      await connection.run(
        `INSERT INTO fact (load, shape, month_from, month_to, flow, place, commodity, partner, mode, value)
         SELECT 1, (SELECT shape FROM shaped), ${month}, ${month}, 'export', district, commodity, '502', '15',
           1 + (hash(district, commodity, ${month}) % 5000000000)::BIGINT FROM pair`,
      );
    }
    await connection.run('CHECKPOINT');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await keepSums(path, pack);
}

async function rawCopies(path, pack, folder) {
  const warehouse = await openWarehouse(path, pack);
  const stream = await warehouse.stream(
    {
      measure: 'value',
      by: ['prefecture', 'commodity', 'month'],
      where: {},
      flow: 'export',
      period: parsePeriod(period),
    },
    { across: 'month' },
  );
  await stream.close();
  await warehouse.close();
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    await connection.run("SET memory_limit = '4GB'");
    const raw = {};
    for (const format of ['csv', 'parquet']) {
      const file = join(folder, `raw.${format}`);
      raw[format] =
        (await timed(() => connection.run(`COPY (${stream.sql}) TO '${file}' (FORMAT ${format})`))).ms / 1000;
    }
    return raw;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export function printExport({ rows, columns, memory, formats, raw, aim }, say) {
  say('');
  say(
    `a table of ${rows.toLocaleString('en')} rows × ${columns} columns through HTTP, engine limited to ${memory}`,
  );
  for (const { format, seconds, processor, peak, megabytes } of formats) {
    const beside = raw[format]
      ? `, raw COPY ${raw[format].toFixed(1)} s, ratio ${(seconds / raw[format]).toFixed(2)}`
      : '';
    const met = seconds <= aim.seconds && peak <= aim.megabytes ? 'met' : 'MISSED';
    say(
      `  ${format.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  (${processor.toFixed(0)} s of processors)  peak ${peak.toFixed(0).padStart(4)} MB  file ${megabytes.toFixed(0).padStart(4)} MiB${beside}  (aim ≤ ${aim.seconds} s, ≤ ${aim.megabytes} MB: ${met})`,
    );
  }
}

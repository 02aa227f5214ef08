/** Questions asked through the warehouse beside the very SQL that answers them, run raw in the engine. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { percentile, sideBySide } from './clock.mjs';
import { filledStore } from './facts.mjs';
import { questions } from './questions.mjs';
import { openWarehouse, parsePeriod } from './rooms.mjs';

const aim = 1.2;

export async function benchQuery({ pack, folder, facts, say }) {
  const path = join(folder, 'query.duckdb');
  const filled = await filledStore(path, { pack, facts, say });

  const warehouse = await openWarehouse(path, pack);
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const results = [];
  try {
    for (const { name, query } of questions) {
      const asked = { measure: 'value', where: {}, ...query, period: parsePeriod(query.period) };
      const { sql, rows } = await warehouse.aggregate(asked);
      const raw = async () => (await connection.runAndReadAll(sql)).getRows();
      const rawRows = await raw();
      if (rawRows.length !== rows.length)
        throw new Error(`${name}: ${rows.length} rows, raw ${rawRows.length}`);
      const times = await sideBySide(() => warehouse.aggregate(asked), raw);
      const result = {
        name,
        rows: rows.length,
        runs: times.ours.length,
        ours: { p50: percentile(times.ours, 0.5), p95: percentile(times.ours, 0.95) },
        raw: { p50: percentile(times.raw, 0.5), p95: percentile(times.raw, 0.95) },
      };
      results.push({ ...result, ratio: result.ours.p50 / result.raw.p50, sql });
      say(`  ${name}: ${result.ours.p50.toFixed(1)} ms, raw ${result.raw.p50.toFixed(1)} ms`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
    await warehouse.close();
  }
  const sum = (side) => results.reduce((total, result) => total + result[side].p50, 0);
  const ratio = sum('ours') / sum('raw');
  return { facts: filled, questions: results, ratio, aim, met: ratio <= aim };
}

export function printQuery({ facts, questions, ratio, met }, say) {
  const ms = (n) => n.toFixed(1).padStart(8);
  say('');
  say(`questions over ${facts.toLocaleString('en')} facts, ms`);
  say(
    `  ${'question'.padEnd(42)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'raw p50'.padStart(9)}${'raw p95'.padStart(9)}  ratio`,
  );
  for (const { name, ours, raw, ratio: own } of questions) {
    say(
      `  ${name.padEnd(42)}${ms(ours.p50)}${ms(ours.p95)} ${ms(raw.p50)} ${ms(raw.p95)}  ${own.toFixed(2)}${own <= aim ? '' : '  missed'}`,
    );
  }
  say(`  ratio of the sums of p50 ${ratio.toFixed(2)}, aim ≤ ${aim}: ${met ? 'met' : 'missed'}`);
}

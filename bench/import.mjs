/**
 * Import of one GB18030 export beside DuckDB's own `read_csv` on the same rows in UTF-8: the raw
 * engine gets typed columns and the thousands separator told, and neither decodes, classifies,
 * checks nor keeps vintages.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { median, timed } from './clock.mjs';
import { importInto, writeExport } from './rooms.mjs';

const aim = 2;
const times = 3;

const columns = {
  month: 'INTEGER',
  commodity: 'VARCHAR',
  commodity_name: 'VARCHAR',
  partner: 'VARCHAR',
  partner_name: 'VARCHAR',
  mode: 'VARCHAR',
  mode_name: 'VARCHAR',
  place: 'VARCHAR',
  place_name: 'VARCHAR',
  quantity: 'BIGINT',
  unit: 'VARCHAR',
  quantity2: 'BIGINT',
  unit2: 'VARCHAR',
  value: 'BIGINT',
  nothing: 'VARCHAR',
};

export async function benchImport({ pack, folder, rows, say }) {
  const seed = 20200101;
  const gb18030 = join(folder, '合成-export-2024.csv');
  const utf8 = join(folder, 'raw.csv');
  const written = await timed(() => writeExport(gb18030, { rows, seed, encoding: 'gb18030', pack }));
  await writeExport(utf8, { rows, seed, encoding: 'utf-8', pack });
  const bytes = (await stat(gb18030)).size;
  say(
    `generated ${count(rows)} rows, ${Math.round(bytes / 2 ** 20)} MiB of GB18030, in ${seconds(written.ms)}`,
  );

  const ours = [];
  const raw = [];
  for (let turn = 0; turn < times; turn++) {
    raw.push((await timed(() => readRaw(utf8, join(folder, `raw-${turn}.duckdb`), rows))).ms);
    ours.push((await timed(() => importInto(join(folder, `ours-${turn}.duckdb`), gb18030, pack, rows))).ms);
    say(`  ${turn + 1} of ${times}: tidu ${seconds(ours[turn])}, raw ${seconds(raw[turn])}`);
  }
  const ratio = median(ours) / median(raw);
  return {
    rows,
    bytes,
    ours: { ms: median(ours), rowsPerSecond: Math.round(rows / (median(ours) / 1000)), runs: ours },
    raw: { ms: median(raw), rowsPerSecond: Math.round(rows / (median(raw) / 1000)), runs: raw },
    ratio,
    aim,
    met: ratio <= aim,
  };
}

async function readRaw(csv, database, rows) {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  try {
    const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`);
    await connection.run(
      `CREATE TABLE export AS SELECT * FROM read_csv('${csv}', header = true, quote = '"', thousands = ',', columns = {${types.join(', ')}})`,
    );
    const [[read]] = (await connection.runAndReadAll('SELECT count(*) FROM export')).getRows();
    if (Number(read) !== rows) throw new Error(`read_csv read ${read} of ${rows} rows`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export function printImport({ rows, ours, raw, ratio, met }, say) {
  say('');
  say(`import of ${count(rows)} rows (median of ${times})`);
  say(`  tidu, GB18030     ${count(ours.rowsPerSecond).padStart(12)} rows/s  ${seconds(ours.ms)}`);
  say(`  read_csv, UTF-8   ${count(raw.rowsPerSecond).padStart(12)} rows/s  ${seconds(raw.ms)}`);
  say(`  ratio ${ratio.toFixed(2)}, aim ≤ ${aim}: ${met ? 'met' : 'missed'}`);
}

const count = (n) => n.toLocaleString('en');
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { timed } from './clock.mjs';
import { importInto, keepSums, writeExport } from './rooms.mjs';

const years = [2020, 2021, 2022, 2023, 2024];
const flows = ['export', 'import'];

/** A store with so many generated facts and the sums of them; how many there are. */
export async function filledStore(path, { pack, facts, say }) {
  const few = 40_000;
  const seedFile = join(dirname(path), '合成-export-2020.csv');
  await mkdir(dirname(path), { recursive: true });
  await writeExport(seedFile, { rows: few, seed: 1, encoding: 'gb18030', pack, year: 2020 });
  await importInto(path, seedFile, pack, few);
  const filled = await timed(() =>
    fillFacts(path, {
      facts,
      modes: pack.tradeModes.map(({ code }) => code),
      partners: pack.partners.map(({ code }) => code),
      commodities: pack.commodities.filter(({ code }) => /^\d{6}$/.test(code)).map(({ code }) => `${code}00`),
    }),
  );
  const summed = await timed(() => keepSums(path, pack));
  const seconds = ({ ms }) => (ms / 1000).toFixed(1);
  say(
    `generated ${filled.result.toLocaleString('en')} facts in ${seconds(filled)} s, summed them up in ${seconds(summed)} s`,
  );
  return filled.result;
}

/**
 * Fills a store with generated facts, straight in the engine. One small file has been imported
 * before, which gives the shape its number; its facts make room. Facts lie as loads lay them: by
 * load (a flow and year), month, place. Places, partners and modes are skewed as trade is.
 */
async function fillFacts(path, { facts, modes, partners, commodities }) {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const list = (codes) => `[${codes.map((code) => `'${code}'`).join(', ')}]`;
  const [[districts]] = (
    await connection.runAndReadAll(
      `SELECT count(*) FROM place WHERE level = 'district' AND region IS NOT NULL`,
    )
  ).getRows();
  const perLoad = Math.floor(facts / (years.length * flows.length));
  const perMonth = Math.max(1, Math.floor(perLoad / 12));
  const skewed = (n, hash, power) =>
    `1 + CAST(floor(${n} * pow((${hash} % 1000003) / 1000003.0, ${power})) AS INTEGER)`;
  try {
    await connection.run('CREATE TEMP TABLE one AS SELECT * FROM load LIMIT 1');
    await connection.run('CREATE TEMP TABLE shaped AS SELECT any_value(shape) AS shape FROM fact');
    await connection.run(
      `CREATE TEMP TABLE districts AS SELECT row_number() OVER (ORDER BY code) AS n, code
       FROM place WHERE level = 'district' AND region IS NOT NULL`,
    );
    await connection.run('DELETE FROM fact');
    await connection.run('DELETE FROM load');
    let load = 0;
    for (const year of years) {
      for (const flow of flows) {
        load++;
        await connection.run(
          `INSERT INTO load SELECT * REPLACE (
             ${load} AS id, '合成-${flow}-${year}.csv' AS file, ${year}01 AS month_from, ${year}12 AS month_to,
             '${flow}-${year}' AS sha256, ${perMonth * 12} AS rows_read, ${perMonth * 12} AS rows_loaded
           ) FROM one`,
        );
        await connection.run(
          `INSERT INTO fact (load, shape, month_from, month_to, flow, place, commodity, partner, mode, value, quantity, unit)
           SELECT ${load}, (SELECT shape FROM shaped), month, month, '${flow}',
             (SELECT list(code ORDER BY n) FROM districts)[place],
             ${list(commodities)}[${skewed(commodities.length, 'h1', 1.5)}],
             ${list(partners)}[${skewed(partners.length, 'h2', 3)}],
             ${list(modes)}[${skewed(modes.length, 'h3', 2)}],
             1 + (h4 % 5000000)::BIGINT, 1 + (h4 % 10000), '千克'
           FROM (
             SELECT ${year}01 + i // ${perMonth} AS month,
               1 + CAST(floor(${Number(districts)} * pow((i % ${perMonth}) / ${perMonth}.0, 2)) AS INTEGER) AS place,
               hash(i * 4 + ${load} * 100000007) AS h1, hash(i * 4 + 1 + ${load} * 100000007) AS h2,
               hash(i * 4 + 2 + ${load} * 100000007) AS h3, hash(i * 4 + 3 + ${load} * 100000007) AS h4
             FROM range(${perMonth * 12}) t(i)
           )`,
        );
      }
    }
    await connection.run('CHECKPOINT');
    return perMonth * 12 * load;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

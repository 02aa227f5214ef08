import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cubeFaults } from './cube/cube-faults.duckdb.ts';

interface Invariant {
  /** Counts what breaks it, with an example. */
  readonly sql: string;
  readonly says: (count: number, example: string) => string;
}

/** Printed amounts are rounded to 10 000; a total may miss its two parts by that much each. */
export const roundingOfTotals = 20_000;

const restore = 'restore the store from a copy, or delete it and import the files again';

const invariants: readonly Invariant[] = [
  {
    sql: `SELECT count(*), min(f.load) FROM fact f ANTI JOIN load l ON l.id = f.load`,
    says: (n, load) => `${n} facts belong to load ${load}, of which there is no record: ${restore}`,
  },
  {
    sql: `SELECT count(*), min(f.until) FROM (SELECT until FROM fact WHERE until IS NOT NULL) f
          ANTI JOIN load l ON l.id = f.until`,
    says: (n, load) => `${n} facts are superseded by load ${load}, of which there is no record: ${restore}`,
  },
  {
    sql: `SELECT count(*), min(load) FROM fact WHERE until <= load`,
    says: (n, load) => `${n} facts are superseded before they came (first of load ${load}): ${restore}`,
  },
  {
    sql: `SELECT count(*), min(f.shape) FROM fact f ANTI JOIN shape s ON s.id = f.shape`,
    says: (n, shape) => `${n} facts are of shape ${shape}, which is not described: ${restore}`,
  },
  {
    sql: `SELECT count(*), min(month_from) FROM fact
          WHERE month_from > month_to OR month_from % 100 NOT BETWEEN 1 AND 12 OR month_to % 100 NOT BETWEEN 1 AND 12`,
    says: (n, month) => `${n} facts have no proper month (first ${month}): import their files again`,
  },
  {
    sql: `SELECT count(*), min(named) FROM (
            SELECT concat_ws(' ', month_from, flow, place, commodity, partner, mode, supervision, company) AS named
            FROM fact WHERE until IS NULL
            GROUP BY shape, month_from, month_to, flow, place, commodity, partner, mode, supervision, company HAVING count(*) > 1)`,
    says: (n, at) => `${n} cells have more than one current fact (first: ${at}): ${restore}`,
  },
  {
    sql: `SELECT count(*), min(l.id) FROM load l
          LEFT JOIN (SELECT load, count(*) AS facts FROM fact GROUP BY load) f ON f.load = l.id
          WHERE coalesce(f.facts, 0) <> l.rows_loaded`,
    says: (n, load) =>
      `${n} loads hold another number of facts than they recorded (first load ${load}): ${restore}`,
  },
  {
    sql: `SELECT count(*), min(l.id) FROM load l
          LEFT JOIN (SELECT until, count(*) AS facts FROM fact WHERE until IS NOT NULL GROUP BY until) f ON f.until = l.id
          WHERE coalesce(f.facts, 0) <> l.rows_superseded`,
    says: (n, load) =>
      `${n} loads superseded another number of facts than they recorded (first load ${load}): ${restore}`,
  },
  {
    sql: `WITH cell AS (
            SELECT concat_ws(' ', month_from, place, commodity, partner, mode, company) AS named,
              max(value) FILTER (WHERE flow = 'total') - max(value) FILTER (WHERE flow = 'export')
                - max(value) FILTER (WHERE flow = 'import') AS apart
            FROM fact WHERE until IS NULL AND shape IN (SELECT DISTINCT shape FROM fact WHERE flow = 'total')
            GROUP BY shape, month_from, month_to, place, commodity, partner, mode, supervision, company)
          SELECT count(*), min(named) FROM cell WHERE abs(apart) > ${roundingOfTotals}`,
    says: (n, at) =>
      `${n} totals are not the sum of exports and imports (first: ${at}): compare the file with the publication and import it again`,
  },
  {
    sql: `SELECT count(DISTINCT f.place), min(f.place) FROM fact f ANTI JOIN place p ON p.code = f.place
          WHERE f.place IS NOT NULL AND f.until IS NULL`,
    says: (n, place) =>
      `${n} place codes are not in the pack (first ${place}), so their facts roll up to no province: add them to places.csv`,
  },
];

/**
 * Broken invariants of the store in words, each with its remedy; empty when sound.
 * Reads all facts: for `tidu doctor`, not for every start.
 */
export async function faults(connection: DuckDBConnection, path?: string): Promise<string[]> {
  const found: string[] = await cubeFaults(connection);
  for (const { sql, says } of invariants) {
    const [row] = (await connection.runAndReadAll(sql)).getRows();
    const [count, example] = row ?? [];
    if (Number(count) > 0) found.push(says(Number(count), String(example)));
  }
  return [...found, ...(await leftovers(path))];
}

/** Files of an interrupted load beside the store. The engine's own log and spill folder are in use while it is open. */
async function leftovers(path: string | undefined): Promise<string[]> {
  if (!path || path === ':memory:') return [];
  const own = basename(path);
  const beside = await readdir(dirname(path)).catch(() => []);
  return beside
    .filter((name) => name !== own && name !== `${own}.wal` && name !== `${own}.tmp`)
    .filter(
      (name) =>
        (name.startsWith(`${own}.`) || name.startsWith('.tidu-')) &&
        /\.(tmp|part|partial|staging)/.test(name),
    )
    .map((name) => `${name} was left over by an interrupted load: delete it when no import is running`);
}

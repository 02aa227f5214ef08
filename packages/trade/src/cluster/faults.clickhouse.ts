import type { DuckDBConnection } from '@duckdb/node-api';
import { cubes, summarises } from '../cube/cubes.ts';
import { shapesOf } from '../cube/keep-cubes.duckdb.ts';
import { roundingOfTotals } from '../faults.duckdb.ts';
import type { Cluster } from './cluster.clickhouse.ts';

const restore = 'restore the shard from its copy or a backup, or load the files again into a new database';

/**
 * Broken invariants of the facts in a cluster, in words: those of the embedded store (faults.duckdb.ts),
 * with what the file has recorded as the measure. One shape and month at a time, which bounds memory.
 */
export async function clusterFaults(connection: DuckDBConnection, cluster: Cluster): Promise<string[]> {
  const { database } = cluster.address;
  const recorded = async (sql: string) => (await connection.runAndReadAll(sql)).getRows().map(keyed);
  const held = async (sql: string) => (await cluster.rows(sql)).map(keyed);
  const [latest] = await recorded('SELECT coalesce(max(id), 0) FROM load');
  const last = latest?.[0] ?? '0';
  const current = `load <= ${last} AND id NOT IN (SELECT id FROM ${database}.superseded WHERE until <= ${last})`;
  const facts = `${database}.fact_all`;
  const found: string[] = [];

  found.push(
    ...apart(
      await recorded(
        'SELECT load, shape, month_from, month_to, flow, sum(facts)::BIGINT FROM parcel GROUP BY ALL ORDER BY ALL',
      ),
      await held(
        `SELECT load, shape, month_from, month_to, flow, count() FROM ${facts} WHERE load <= ${last}
         GROUP BY load, shape, month_from, month_to, flow`,
      ),
      (n, [load, , month], rows, expected) =>
        `${n} parts of loads hold another number of facts than they recorded (first: load ${load}, ${month}: ${rows} of ${expected}): ${restore}`,
    ),
    ...apart(
      await recorded(
        `SELECT until, shape, month_from, sum(facts)::BIGINT FROM parcel WHERE until IS NOT NULL GROUP BY ALL ORDER BY ALL`,
      ),
      await held(
        `SELECT until, shape, month_from, uniqExact(id) FROM ${database}.superseded_all WHERE until <= ${last}
         GROUP BY until, shape, month_from`,
      ),
      (n, [load], rows, expected) =>
        `${n} loads superseded another number of facts than they recorded (first: load ${load}, ${rows} of ${expected}): ${restore}`,
    ),
  );

  const [early] = await held(
    `SELECT count(), min(until) FROM ${database}.superseded_all WHERE until <= bitShiftRight(id, 36)`,
  );
  if (early?.[0] !== '0')
    found.push(
      `${early?.[0]} facts are superseded before they came (first by load ${early?.[1]}): ${restore}`,
    );

  const parts = await recorded(
    `SELECT shape, month_from, bool_or(flow = 'total') FROM parcel WHERE until IS NULL GROUP BY ALL ORDER BY ALL`,
  );
  const doubled: string[] = [];
  const apartTotals: string[] = [];
  for (const [shape, month, total] of parts) {
    const cell = 'flow, month_to, place, commodity, partner, mode, supervision, company';
    const where = `shape = ${shape} AND month_from = ${month} AND ${current}`;
    const twice = await held(
      `SELECT ${cell} FROM ${facts} WHERE ${where} GROUP BY ${cell} HAVING count() > 1 ORDER BY ${cell} LIMIT 1000`,
    );
    doubled.push(...twice.map((named) => `${month} ${named.filter(Boolean).join(' ')}`));
    if (total !== 'true') continue;
    const whole = cell.replace('flow, ', '');
    const off = await held(
      `SELECT ${whole} FROM ${facts} WHERE ${where} GROUP BY ${whole}
       HAVING countIf(flow = 'total') > 0 AND countIf(flow = 'export') > 0 AND countIf(flow = 'import') > 0
         AND abs(maxIf(value, flow = 'total') - maxIf(value, flow = 'export') - maxIf(value, flow = 'import')) > ${roundingOfTotals}
       ORDER BY ${whole} LIMIT 1000`,
    );
    apartTotals.push(...off.map((named) => `${month} ${named.slice(1).filter(Boolean).join(' ')}`));
  }
  if (doubled.length > 0)
    found.push(`${doubled.length} cells have more than one current fact (first: ${doubled[0]}): ${restore}`);
  if (apartTotals.length > 0) {
    found.push(
      `${apartTotals.length} totals are not the sum of exports and imports (first: ${apartTotals[0]}): compare the file with the publication and import it again`,
    );
  }

  found.push(...(await cubeFaults(connection, held, { database, last, current })));

  const known = new Set((await recorded('SELECT code FROM place')).map(([code]) => code));
  const placed = await held(
    `SELECT DISTINCT place FROM ${facts} WHERE ${current} AND place != '' ORDER BY place`,
  );
  const strange = placed.map(([code]) => code ?? '').filter((code) => !known.has(code));
  if (strange.length > 0) {
    found.push(
      `${strange.length} place codes are not in the pack (first ${strange[0]}), so their facts roll up to no province: add them to places.csv`,
    );
  }
  return found;
}

/** Cubes whose sums are not those of the facts, by shape, month and flow. */
async function cubeFaults(
  connection: DuckDBConnection,
  held: (sql: string) => Promise<string[][]>,
  { database, last, current }: { database: string; last: string; current: string },
): Promise<string[]> {
  const shapes = await shapesOf(connection);
  const by = 'shape, month_from, flow';
  const sums = await held(
    `SELECT ${by}, concat(toString(count()), ' ', toString(ifNull(sum(value), 0))) FROM ${database}.fact_all WHERE ${current} GROUP BY ${by}`,
  );
  const tables = await held(
    `SELECT name FROM system.tables WHERE database = '${database}' AND name LIKE 'cube%all' ORDER BY name`,
  );
  const found: string[] = [];
  for (const cube of cubes) {
    const [table] = tables.flat().filter((name) => new RegExp(`^${cube.table}_[0-9a-f]{12}_all$`).test(name));
    if (table === undefined) continue;
    const summed = await held(
      `SELECT ${by}, concat(toString(sum(facts)), ' ', toString(sum(value))) FROM ${database}.${table} WHERE known <= ${last}
       GROUP BY ${by} HAVING sum(facts) != 0 OR sum(value) != 0`,
    );
    const own = sums.filter(([number]) => {
      const shape = shapes.get(Number(number));
      return shape !== undefined && summarises(cube, shape);
    });
    found.push(
      ...apart(own, summed, (n, [shape, month]) => {
        const first = `shape ${shape}, ${month}`;
        return `${n} sums of ${table} are not those of the facts (first: ${first}): drop the tables place_… of ${database} on every node, then all sums are made anew at the next start`;
      }),
    );
  }
  return found;
}

const keyed = (row: readonly unknown[]): string[] => row.map((value) => String(value ?? ''));

/** Where two counts by the same keys differ; the count comes last in a row. */
function apart(
  recorded: readonly string[][],
  held: readonly string[][],
  says: (n: number, key: readonly string[], held: string, recorded: string) => string,
): string[] {
  const split = (row: readonly string[]) => [row.slice(0, -1).join('|'), row.at(-1) ?? '0'] as const;
  const counts = new Map(held.map(split));
  const expected = new Map(recorded.map(split));
  const wrong = [...new Set([...expected.keys(), ...counts.keys()])].filter(
    (key) => (counts.get(key) ?? '0') !== (expected.get(key) ?? '0'),
  );
  const [first] = wrong;
  if (first === undefined) return [];
  return [says(wrong.length, first.split('|'), counts.get(first) ?? '0', expected.get(first) ?? '0')];
}

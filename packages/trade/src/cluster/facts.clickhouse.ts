import { createHash, randomUUID } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FactsElsewhere } from '../facts-elsewhere.duckdb.ts';
import { type PlaceRow, placeRows } from '../place-row.ts';
import { clickhouse } from '../query/clickhouse.ts';
import { quoted } from '../query/clickhouse-literal.ts';
import { borrow } from './borrow.clickhouse.ts';
import { type Cluster, clusterAt } from './cluster.clickhouse.ts';
import { ClusterFault } from './cluster-fault.ts';
import { clusterFaults } from './faults.clickhouse.ts';
import type { Node } from './node.clickhouse.ts';
import { type Sending, send } from './send.clickhouse.ts';
import { factColumns, placeColumns, realColumns, supersededColumns, textColumns } from './tables.ts';

export interface ClusterOptions {
  /** Its name in `remote_servers`; else the one in the address, else `tidu`. */
  readonly name?: string | undefined;
  /** Rows that are sent at once, over all shards. */
  readonly rowsOfBlock?: number;
}

/** The facts of a store, in the cluster that `CLICKHOUSE_URL` names. */
export function factsIn(url: string, { name, rowsOfBlock = 400_000 }: ClusterOptions = {}): FactsElsewhere {
  const cluster = clusterAt(url, name);
  const { database } = cluster.address;
  let places = 'place';
  return {
    furnish: async (connection, tree) => {
      const members = await cluster.members();
      const nodes = members.flatMap(({ node }) => (node ? [node] : []));
      const rows = placeRows(tree);
      places = `place_${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)}`;
      await claim(connection, cluster, nodes);
      for (const node of nodes) await furnishPlaces(node, database, places, rows);
      // With a shard down the rest of the program works; a question then says which shard it is.
      if (nodes.length === members.length) await mustBeWhole(connection, cluster, await cluster.shards());
    },
    dialect: (latest) => clickhouse({ database, places, latest }),
    rows: (sql) => cluster.rows(sql),
    download: (sql, file) => cluster.first((node) => node.download(sql, file)),
    borrow: (connection, scope, scratch) => borrow(connection, cluster, scope, scratch),
    send: (connection, load, scratch) => sendLoad(connection, cluster, { load, scratch, rowsOfBlock }),
    faults: (connection) => clusterFaults(connection, cluster),
    close: () => cluster.close(),
  };
}

/** Facts are numbered within their load, in 36 bits, and loads within the store. */
const numbered = (load: number): string => `(${load}::UBIGINT << 36) + n::UBIGINT`;

/**
 * What the load changed among the borrowed facts. Whatever order they were written in, they are sent in
 * the order of their cells, so that the same file always gives the same numbers and blocks. All rows of a
 * cell lie on the shard that its code says; what supersedes a fact, on the shard of the fact.
 */
async function sendLoad(
  connection: DuckDBConnection,
  cluster: Cluster,
  { load, ...how }: Sending & { readonly load: number },
): Promise<void> {
  const shards = await cluster.shards();
  const numbers = [...shards.keys()];
  const { database } = cluster.address;
  const cell = [
    'shape',
    'flow',
    'month_from',
    'month_to',
    'place',
    'commodity',
    'partner',
    'mode',
    'supervision',
    'company',
  ];
  const shard = `[${numbers.join(', ')}][1 + (hash(concat_ws('|', place, commodity, partner, mode, supervision, company)) % ${numbers.length})::BIGINT]`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE sent AS SELECT row_number() OVER () - 1 AS n, *
     FROM (SELECT * EXCLUDE (id, shard), ${shard} AS shard FROM fact WHERE load = ${load} ORDER BY ${cell.join(', ')})`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE gone AS SELECT row_number() OVER () - 1 AS n, *
     FROM (SELECT id, until, shape, month_from, shard FROM fact WHERE until = ${load} ORDER BY id)`,
  );
  await send(connection, shards, {
    ...how,
    database,
    load,
    from: 'gone',
    into: 'superseded',
    table: 'superseded',
    columns: supersededColumns,
    written: (column) => column,
    quoted: [],
    by: 'until',
  });
  await send(connection, shards, {
    ...how,
    database,
    load,
    from: 'sent',
    into: 'fact_in',
    table: 'fact',
    columns: factColumns,
    written: (column) => {
      if (column === 'id') return numbered(load);
      if (textColumns.includes(column)) return `coalesce(${column}, '')`;
      return realColumns.includes(column) ? `${column}::BIT::BIGINT` : column;
    },
    quoted: textColumns,
    by: 'load',
  });
  await connection.run('DROP TABLE sent');
  await connection.run('DROP TABLE gone');
}

/** A database of the cluster belongs to one data folder, whose numbers of loads it holds. */
async function claim(connection: DuckDBConnection, cluster: Cluster, nodes: readonly Node[]): Promise<void> {
  const { database, cluster: name } = cluster.address;
  const [own] = (await connection.runAndReadAll('SELECT id FROM elsewhere')).getRows();
  const id = own ? String(own[0]) : randomUUID();
  for (const node of nodes) {
    const [found] = await node.rows(`SELECT id FROM ${database}.house LIMIT 1`);
    if (found && found[0] !== id) {
      throw new ClusterFault(
        'cluster-of-another',
        `the database ${database} of the cluster ${name} holds the facts of another data folder`,
        'name another database in CLICKHOUSE_URL, or use that data folder',
      );
    }
  }
  if (!own) {
    const [held] = (await connection.runAndReadAll('SELECT count(*) FROM load')).getRows();
    if (Number(held?.[0]) > 0) {
      throw new ClusterFault(
        'cluster-of-another',
        'this data folder holds its facts itself',
        'start with a new data folder (TIDU_DATA) and load the customs files again, or leave CLICKHOUSE_URL out',
      );
    }
    await connection.run('INSERT INTO elsewhere VALUES ($1, $2)', [id, database]);
  }
  for (const node of nodes) {
    if ((await node.rows(`SELECT id FROM ${database}.house LIMIT 1`)).length === 0) {
      await node.run(`INSERT INTO ${database}.house VALUES (${quoted(id)}, ${quoted(name)})`);
    }
  }
}

/** The table of a tree is made whole under another name first: where it is found, it is right. */
async function furnishPlaces(
  node: Node,
  database: string,
  table: string,
  rows: readonly PlaceRow[],
): Promise<void> {
  const known = await node.rows(
    `SELECT name FROM system.tables WHERE database = '${database}' AND name LIKE 'place\\\\_%'`,
  );
  if (known.some(([name]) => name === table)) return;
  const making = `${database}.making_${table}`;
  await node.run(`DROP TABLE IF EXISTS ${making}`);
  await node.run(
    `CREATE TABLE ${making} (${placeColumns}) ENGINE = MergeTree PARTITION BY tuple() ORDER BY code`,
  );
  const values = rows.map(
    ([code, level, , , region, province, prefecture]) =>
      `(${[code, level, region, province, prefecture].map((value) => quoted(value ?? '')).join(', ')})`,
  );
  if (values.length > 0) await node.run(`INSERT INTO ${making} VALUES ${values.join(', ')}`);
  await node.run(`RENAME TABLE ${making} TO ${database}.${table}`);
  for (const [name] of known) await node.run(`DROP TABLE IF EXISTS ${database}.${name}`);
}

/** A shard that was lost and made anew answers, but for nothing: what it holds is less than what was recorded. */
async function mustBeWhole(
  connection: DuckDBConnection,
  cluster: Cluster,
  shards: ReadonlyMap<number, Node>,
): Promise<void> {
  const [recorded] = (
    await connection.runAndReadAll('SELECT coalesce(sum(rows_loaded), 0) FROM load')
  ).getRows();
  let held = 0;
  for (const node of shards.values()) {
    const [parts] = await node.rows(
      `SELECT sum(rows) FROM system.parts WHERE active AND database = '${cluster.address.database}' AND table = 'fact'`,
    );
    held += Number(parts?.[0] ?? 0);
  }
  if (held >= Number(recorded?.[0])) return;
  throw new ClusterFault(
    'cluster-incomplete',
    `the cluster holds ${held} facts of ${recorded?.[0]} that are recorded`,
    'tidu doctor tells which loads lack facts; restore that shard from its copy or a backup',
  );
}

import { createHash, randomUUID } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Place } from '@tidu/reference';
import { cubes } from '../cube/cubes.ts';
import { shapesOf } from '../cube/keep-cubes.duckdb.ts';
import { type PlaceRow, placeRows } from '../place-row.ts';
import { quoted } from '../query/clickhouse-literal.ts';
import { type Cluster, copyOf, type Member } from './cluster.clickhouse.ts';
import { ClusterFault } from './cluster-fault.ts';
import { cubeOfShard } from './cubes-of-cluster.ts';
import type { Node } from './node.clickhouse.ts';
import { cubeTables, placeColumns } from './tables.ts';

interface Furnished {
  /** How the names of the tables end that depend on the places. */
  readonly edition: string;
  /** Numbers of loads of which something lies there though they are not recorded; absent where that cannot be told. */
  readonly begun: Set<number> | undefined;
}

/**
 * Makes a cluster ready for a store and the places of its pack: the tree of places and the cubes that
 * depend on it, in tables of their own for each tree, so that a node which missed a change lacks a table
 * rather than answering by another tree.
 */
export async function furnish(
  connection: DuckDBConnection,
  cluster: Cluster,
  tree: readonly Place[],
): Promise<Furnished> {
  const members = await cluster.members();
  const rows = placeRows(tree);
  const edition = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
  await claim(
    connection,
    cluster,
    members.flatMap(({ node }) => (node ? [node] : [])),
  );
  for (const member of members) {
    if (member.node) await furnishNode(connection, cluster, member, member.node, edition, rows);
  }
  // With a shard down the rest of the program works; a question then says which shard it is.
  if (!members.every(({ node }) => node)) return { edition, begun: undefined };
  await mustBeWhole(connection, cluster, await cluster.shards());
  return { edition, begun: await begunIn(connection, cluster) };
}

/** What loads left that were killed, or that came after the copy from which the store was restored. */
async function begunIn(
  connection: DuckDBConnection,
  { address: { database }, rows }: Cluster,
): Promise<Set<number>> {
  const [last] = (await connection.runAndReadAll('SELECT coalesce(max(id), 0) FROM load')).getRows();
  const beyond = await rows(
    `SELECT load FROM ${database}.fact_all WHERE load > ${last?.[0]} GROUP BY load
     UNION ALL SELECT until AS load FROM ${database}.superseded_all WHERE until > ${last?.[0]} GROUP BY until`,
  );
  return new Set(beyond.map(([load]) => Number(load)));
}

/** The table of places is made last, and whole under another name first: where it is found, all is there. */
async function furnishNode(
  connection: DuckDBConnection,
  cluster: Cluster,
  member: Member,
  node: Node,
  edition: string,
  rows: readonly PlaceRow[],
): Promise<void> {
  const { database, cluster: name } = cluster.address;
  const named = await node.rows(`SELECT name FROM system.tables WHERE database = '${database}'`);
  const tables = named.map(([table]) => String(table));
  const places = `place_${edition}`;
  if (tables.includes(places)) return;
  const making = `making_${places}`;
  await node.run(`DROP TABLE IF EXISTS ${database}.${making}`);
  await node.run(
    `CREATE TABLE ${database}.${making} (${placeColumns}) ENGINE = MergeTree PARTITION BY tuple() ORDER BY code`,
  );
  const values = rows.map(
    ([code, level, , , region, province, prefecture]) =>
      `(${[code, level, region, province, prefecture].map((value) => quoted(value ?? '')).join(', ')})`,
  );
  if (values.length > 0) await node.run(`INSERT INTO ${database}.${making} VALUES ${values.join(', ')}`);
  const copy = await copyOf(node, member);
  for (const cube of cubes) {
    for (const statement of cubeTables(cube, { database, cluster: name, edition, ...copy })) {
      await node.run(statement);
    }
  }
  const first = (await cluster.members()).find(({ shard, node: way }) => way && shard === member.shard);
  if (first?.name === member.name) await sumUp(connection, node, { database, places: making, edition });
  await node.run(`RENAME TABLE ${database}.${making} TO ${database}.${places}`);
  const old = tables.filter((table) => /^(place|cube\w*)_[0-9a-f]{12}(_all)?$/.test(table));
  for (const table of old) await node.run(`DROP TABLE IF EXISTS ${database}.${table}`);
}

/** Cubes of the facts that a shard has already. */
async function sumUp(
  connection: DuckDBConnection,
  node: Node,
  { database, places, edition }: { database: string; places: string; edition: string },
): Promise<void> {
  const [last] = (await connection.runAndReadAll('SELECT coalesce(max(id), 0) FROM load')).getRows();
  const latest = Number(last?.[0]);
  if (latest === 0) return;
  const shapes = await shapesOf(connection);
  for (const cube of cubes) {
    const table = `${database}.${cube.table}_${edition}`;
    await node.run(`TRUNCATE TABLE ${table}`);
    for (const rows of cubeOfShard(cube, shapes, { database, places, latest })) {
      await node.run(`INSERT INTO ${table} ${rows}`);
    }
  }
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

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cubes } from '../cube/cubes.ts';
import type { Scope } from '../facts-elsewhere.duckdb.ts';
import type { Cluster } from './cluster.clickhouse.ts';
import { factColumns, realColumns, textColumns } from './tables.ts';

const borrowed = factColumns.filter((column) => column !== 'block');
const typeOf = (column: string): string => {
  if (textColumns.includes(column)) return 'VARCHAR';
  if (realColumns.includes(column)) return 'DOUBLE';
  return column === 'id' ? 'UBIGINT' : 'BIGINT';
};
const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/**
 * Lays facts with their history into a temporary table `fact` with the columns of the file's own, and with
 * their number and shard. The temporary table comes first when a statement says `fact`.
 */
export async function borrow(
  connection: DuckDBConnection,
  cluster: Cluster,
  { shapes, from, to }: Scope,
  scratch: string,
): Promise<void> {
  await connection.run('CREATE TEMP TABLE fact AS FROM fact LIMIT 0');
  await connection.run('ALTER TABLE temp.fact ADD COLUMN id UBIGINT');
  await connection.run('ALTER TABLE temp.fact ADD COLUMN shard INTEGER');
  // sums over facts that are not all here would be wrong: those of the cluster are sent (send-load)
  for (const { table } of cubes) await connection.run(`CREATE TEMP TABLE ${table} AS FROM ${table} LIMIT 0`);
  const scope = `shape IN (${shapes.join(', ') || 'NULL'}) AND month_from BETWEEN ${from} AND ${to}`;
  const [held] = (await connection.runAndReadAll(`SELECT count(*) FROM parcel WHERE ${scope}`)).getRows();
  if (Number(held?.[0]) === 0) return;
  const [last] = (await connection.runAndReadAll('SELECT coalesce(max(id), 0) FROM load')).getRows();
  const { database } = cluster.address;
  await mkdir(scratch, { recursive: true });
  const facts = join(scratch, 'facts.csv');
  const gone = join(scratch, 'superseded.csv');
  for (const [shard, node] of await cluster.shards()) {
    await node.download(
      `SELECT ${borrowed.join(', ')} FROM ${database}.fact WHERE ${scope} AND load <= ${last?.[0]}`,
      facts,
    );
    await node.download(
      `SELECT id, until FROM ${database}.superseded WHERE ${scope} AND until <= ${last?.[0]}`,
      gone,
    );
    const given = borrowed
      .filter((column) => column !== 'id')
      .map((column) =>
        textColumns.includes(column) ? `nullif(f.${column}, '') AS ${column}` : `f.${column}`,
      );
    await connection.run(
      `INSERT INTO temp.fact BY NAME SELECT ${given.join(', ')}, g.until, f.id, ${shard} AS shard
       FROM ${read(facts, borrowed)} f LEFT JOIN ${read(gone, ['id', 'until'])} g ON g.id = f.id`,
    );
  }
  await rm(facts);
  await rm(gone);
}

const read = (file: string, columns: readonly string[]): string =>
  `read_csv(${quotedPath(file)}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
     nullstr = '\\N', columns = {${columns.map((column) => `'${column}': '${typeOf(column)}'`).join(', ')}})`;

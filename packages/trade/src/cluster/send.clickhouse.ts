import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ClusterFault } from './cluster-fault.ts';
import type { Node } from './node.clickhouse.ts';

export interface Sending {
  /** A folder for the block that is being sent. */
  readonly scratch: string;
  /** Rows that are sent at once, over all shards. */
  readonly rowsOfBlock: number;
}

/** Rows for one table of the cluster: in a temporary table, with their `shard`, counted by `n` in an order that is always the same. */
export interface Consignment extends Sending {
  readonly load: number;
  /** The temporary table. */
  readonly from: string;
  readonly database: string;
  /** Where blocks go in, and where they are found again. */
  readonly into: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** How a column is written, where not as it is. */
  readonly written: (column: string) => string;
  readonly quoted: readonly string[];
  /** The column that holds the number of the load. */
  readonly by: 'load' | 'until';
}

interface Block {
  readonly shard: number;
  readonly number: number;
  /** Told from the contents: the same rows give the same block. */
  readonly block: bigint;
  readonly rows: number;
}

/**
 * Sends rows to their shards, block by block. A block that is there already is not sent again, so that a
 * load that broke off is completed by the next; blocks of another attempt under the same number, which
 * nobody has seen, are removed. Ends only when every shard has every block, whole.
 *
 * @throws ClusterFault when a shard cannot be reached, or has not what was sent to it
 */
export async function send(
  connection: DuckDBConnection,
  shards: ReadonlyMap<number, Node>,
  consignment: Consignment,
): Promise<void> {
  const blocks = await blocksOf(connection, consignment);
  await mkdir(consignment.scratch, { recursive: true });
  const sent = await Promise.allSettled(
    [...shards].map(([shard, node]) =>
      sendTo(
        node,
        connection,
        blocks.filter((block) => block.shard === shard),
        consignment,
      ),
    ),
  );
  for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
}

async function sendTo(
  node: Node,
  connection: DuckDBConnection,
  blocks: readonly Block[],
  consignment: Consignment,
): Promise<void> {
  const there = await blocksAt(node, consignment);
  const whole = ([block, rows]: readonly [bigint, number]) =>
    blocks.some((one) => one.block === block && one.rows === rows);
  const wrong = [...there].filter((found) => !whole(found)).map(([block]) => block);
  if (wrong.length > 0) await remove(node, consignment, wrong);
  for (const { shard, number, block, rows } of blocks) {
    if (there.get(block) === rows) continue;
    const file = join(consignment.scratch, `block-${shard}-${number}.csv`);
    await writeBlock(connection, file, { shard, number, block, rows }, consignment);
    await node.insert(`${consignment.database}.${consignment.into}`, consignment.columns, file);
    await rm(file);
  }
  if (blocks.length === 0) return;
  const arrived = await blocksAt(node, consignment);
  const lacking = blocks.find(({ block, rows }) => arrived.get(block) !== rows);
  if (lacking) {
    throw new ClusterFault(
      'cluster-incomplete',
      `shard ${lacking.shard} (${node.host}) has ${arrived.get(lacking.block) ?? 0} of ${lacking.rows} rows of a block that was sent to it`,
      'import the file again: what is missing is sent once more',
    );
  }
}

const number = ({ rowsOfBlock }: Sending): string => `n // ${rowsOfBlock}`;

async function blocksOf(connection: DuckDBConnection, consignment: Consignment): Promise<Block[]> {
  const { from, columns, written } = consignment;
  const contents = columns.filter((column) => column !== 'block').map(written);
  const found = await connection.runAndReadAll(
    `SELECT shard, ${number(consignment)}, bit_xor(hash(${contents.join(', ')})), count(*) FROM ${from} GROUP BY ALL ORDER BY ALL`,
  );
  return found.getRows().map(([shard, at, block, rows]) => ({
    shard: Number(shard),
    number: Number(at),
    block: BigInt(block as bigint),
    rows: Number(rows),
  }));
}

async function blocksAt(
  node: Node,
  { database, table, load, by }: Consignment,
): Promise<Map<bigint, number>> {
  const rows = await node.rows(
    `SELECT block, count() FROM ${database}.${table} WHERE ${by} = ${load} GROUP BY block`,
  );
  return new Map(rows.map(([block, count]) => [BigInt(block as bigint), Number(count)]));
}

/** Rows are otherwise never taken out: these belong to a load of which there is no record. */
async function remove(
  node: Node,
  { database, table, load, by }: Consignment,
  blocks: readonly bigint[],
): Promise<void> {
  await node.run(
    `ALTER TABLE ${database}.${table} DELETE WHERE ${by} = ${load} AND block IN (${blocks.join(', ')})`,
  );
  const pending = `SELECT count() FROM system.mutations WHERE database = '${database}' AND table = '${table}' AND NOT is_done`;
  for (let waited = 0; Number((await node.rows(pending))[0]?.[0] ?? 0) > 0; waited++) {
    if (waited > 6000) {
      throw new ClusterFault(
        'cluster-incomplete',
        `${node.host} has not removed what an interrupted load left in ${table} within ten minutes`,
        'wait until system.mutations of that node shows it done, then import the file again',
      );
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function writeBlock(
  connection: DuckDBConnection,
  file: string,
  { shard, number: at, block }: Block,
  consignment: Consignment,
): Promise<void> {
  const { from, columns, written, quoted } = consignment;
  const select = columns.map((column) =>
    column === 'block' ? `${block}::UBIGINT AS block` : `${written(column)} AS ${column}`,
  );
  const force = quoted.length > 0 ? `, FORCE_QUOTE (${quoted.join(', ')})` : '';
  await connection.run(
    `COPY (SELECT ${select.join(', ')} FROM ${from} WHERE shard = ${shard} AND ${number(consignment)} = ${at})
     TO '${file.replaceAll("'", "''")}' (FORMAT csv, HEADER false, NULLSTR '\\N'${force})`,
  );
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ClusterFault } from './cluster-fault.ts';
import type { Node } from './node.clickhouse.ts';
import { textColumns } from './tables.ts';

/** Rows for one table of the cluster: in a temporary table, with their `shard`, counted by `n` in an order that is always the same. */
export interface Consignment {
  /** Absent where the load has nothing for the table. */
  readonly from?: string;
  readonly into: string;
  /** Another table through which they go in. */
  readonly through?: string;
  readonly columns: readonly string[];
  /** How a column is written. */
  readonly written: (column: string) => string;
  /** The column that holds the number of the load. */
  readonly by: string;
}

interface Sending {
  readonly load: number;
  readonly database: string;
  readonly scratch: string;
  /** Rows that are cut into a block for each shard. */
  readonly rowsAtOnce: number;
  readonly begunBefore: boolean;
}

interface Block extends Consignment {
  readonly from: string;
  readonly shard: number;
  readonly number: number;
  /** Told from the contents: the same rows give the same block. */
  readonly block: bigint;
  readonly rows: number;
}

/**
 * Sends rows to their shards, block by block. A block that is there already is not sent again, so that a
 * load that broke off is completed by the next; blocks of another attempt under the same number, which
 * nobody has seen, are removed. Ends only when every shard has every block, whole, and no other.
 *
 * @throws ClusterFault when a shard cannot be reached, or has not what was sent to it
 */
export async function send(
  connection: DuckDBConnection,
  shards: ReadonlyMap<number, Node>,
  consignments: readonly Consignment[],
  how: Sending,
): Promise<void> {
  const blocks: Block[] = [];
  for (const consignment of consignments) blocks.push(...(await blocksOf(connection, consignment, how)));
  await mkdir(how.scratch, { recursive: true });
  const sent = await Promise.allSettled(
    [...shards].map(async ([shard, node]) => {
      const own = blocks.filter((block) => block.shard === shard);
      const there = how.begunBefore ? await blocksAt(node, consignments, how) : new Map();
      await removeOthers(node, own, there, consignments, how);
      for (const block of own) if (!there.has(nameOf(block))) await sendBlock(node, connection, block, how);
      const into = consignments.filter((one) => own.some((block) => block.into === one.into));
      const arrived = await blocksAt(node, into, how);
      const lacking = own.find((block) => !arrived.has(nameOf(block)));
      if (lacking) {
        throw new ClusterFault(
          'cluster-incomplete',
          `shard ${shard} (${node.host}) has not all of a block of ${lacking.rows} rows of ${lacking.into} that was sent to it`,
          'import the file again: what is missing is sent once more',
        );
      }
    }),
  );
  for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Table, block and how many rows there are of it: a block that is there in part is another. */
const nameOf = ({ into, block, rows }: Pick<Block, 'into' | 'block' | 'rows'>): string =>
  `${into} ${block} ${rows}`;

const number = ({ rowsAtOnce }: Sending): string => `n // ${rowsAtOnce}`;

async function blocksOf(
  connection: DuckDBConnection,
  consignment: Consignment,
  how: Sending,
): Promise<Block[]> {
  const { from, columns, written } = consignment;
  if (from === undefined) return [];
  const contents = columns.filter((column) => column !== 'block').map(written);
  const found = await connection.runAndReadAll(
    `SELECT shard, ${number(how)}, bit_xor(hash(n, ${contents.join(', ')})), count(*) FROM ${from} GROUP BY ALL ORDER BY ALL`,
  );
  return found.getRows().map(([shard, at, block, rows]) => ({
    ...consignment,
    from,
    shard: Number(shard),
    number: Number(at),
    block: BigInt(block as bigint),
    rows: Number(rows),
  }));
}

/** Blocks of a load that a shard has, by name. */
async function blocksAt(
  node: Node,
  consignments: readonly Consignment[],
  { load, database }: Sending,
): Promise<Map<string, { readonly into: string; readonly block: bigint }>> {
  if (consignments.length === 0) return new Map();
  const selects = consignments.map(
    ({ into, by }) =>
      `SELECT '${into}' AS into_table, block, count() AS held FROM ${database}.${into} WHERE ${by} = ${load} GROUP BY block`,
  );
  const rows = await node.rows(selects.join('\nUNION ALL\n'));
  return new Map(
    rows.map(([table, found, held]) => {
      const at = { into: String(table), block: BigInt(found as bigint) };
      return [nameOf({ ...at, rows: Number(held) }), at];
    }),
  );
}

/** Rows are otherwise never taken out: these belong to a load of which there is no record. */
async function removeOthers(
  node: Node,
  own: readonly Block[],
  there: ReadonlyMap<string, { readonly into: string; readonly block: bigint }>,
  consignments: readonly Consignment[],
  { load, database }: Sending,
): Promise<void> {
  const wanted = new Set(own.map(nameOf));
  for (const { into, by } of consignments) {
    const others = [...there].filter(([name, at]) => at.into === into && !wanted.has(name));
    if (others.length === 0) continue;
    const list = others.map(([, { block }]) => block).join(', ');
    await node.run(`ALTER TABLE ${database}.${into} DELETE WHERE ${by} = ${load} AND block IN (${list})`);
    await done(node, database, into);
  }
}

async function done(node: Node, database: string, table: string): Promise<void> {
  const pending = `SELECT count() FROM system.mutations WHERE database = '${database}' AND table = '${table}' AND NOT is_done`;
  for (let waited = 0; Number((await node.rows(pending))[0]?.[0] ?? 0) > 0; waited++) {
    if (waited > 6000) {
      throw new ClusterFault(
        'cluster-incomplete',
        `${node.host} has not removed what an interrupted load left in ${table} within ten minutes`,
        'wait until system.mutations of that node shows it done, then import the file again',
      );
    }
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function sendBlock(
  node: Node,
  connection: DuckDBConnection,
  { into, through = into, from, columns, written, shard, number: at, block }: Block,
  how: Sending,
): Promise<void> {
  const file = join(how.scratch, `${into}-${shard}-${at}.csv`);
  const select = columns.map((column) =>
    column === 'block' ? `${block}::UBIGINT AS block` : `${written(column)} AS ${column}`,
  );
  const quoted = columns.filter((column) => textColumns.includes(column)).join(', ');
  await connection.run(
    `COPY (SELECT ${select.join(', ')} FROM ${from} WHERE shard = ${shard} AND n >= ${at * how.rowsAtOnce} AND n < ${(at + 1) * how.rowsAtOnce} ORDER BY n)
     TO '${file.replaceAll("'", "''")}' (FORMAT csv, HEADER false, NULLSTR '\\N'${quoted && `, FORCE_QUOTE (${quoted})`})`,
  );
  await node.insert(`${how.database}.${through}`, columns, file);
  await rm(file);
}

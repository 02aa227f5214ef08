import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { type ClusterAddress, hostOf } from './address.ts';
import { ClusterFault } from './cluster-fault.ts';

/** What a row is made of. */
export type Stored = string | number | bigint | null;

/** One server of a cluster, by HTTP. */
export interface Node {
  /** e.g. `node-1:8123`. */
  readonly host: string;
  rows(sql: string): Promise<Stored[][]>;
  run(sql: string): Promise<void>;
  /** Writes what a query gives into a file, as CSV without a header. */
  download(sql: string, file: string): Promise<void>;
  /** Inserts a file of CSV as one block, which is there wholly or not. */
  insert(table: string, columns: readonly string[], file: string): Promise<void>;
  close(): Promise<void>;
}

const hours = 3_600_000;

/**
 * No answer leaves a server before it is complete: an error half-way would come after a part of the rows.
 * A shard that cannot be asked is an error, whatever the server's own settings say, and so is one whose
 * copies all lag behind what was sent.
 */
const settings = {
  wait_end_of_query: 1,
  skip_unavailable_shards: 0,
  max_replica_delay_for_distributed_queries: '1',
  fallback_to_stale_replicas_for_distributed_queries: 0,
} as const;

export function nodeAt(address: string, { user, password }: ClusterAddress): Node {
  const host = hostOf(address);
  const client = createClient({
    url: address,
    username: user,
    password,
    request_timeout: 2 * hours,
    keep_alive: { enabled: true, idle_socket_ttl: 2000 },
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: settings,
  });
  const tried = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw faultOf(cause, host, password);
    }
  };
  return {
    host,
    rows: (query) =>
      tried(async () => {
        const answer = await client.query({ query, format: 'JSONCompact' });
        const { meta = [], data } = await answer.json<(string | number | null)[]>();
        return (data as unknown as (string | number | null)[][]).map((row) =>
          row.map((value, i) => storedOf(value, meta[i]?.type ?? '')),
        );
      }),
    run: (query) => tried(async () => void (await client.command({ query }))),
    download: (query, file) =>
      tried(async () => {
        const { stream } = await client.exec({ query: `${query}\nFORMAT CSV` });
        await pipeline(stream, createWriteStream(file));
      }),
    insert: (table, [first = '', ...others], file) =>
      tried(
        async () =>
          void (await client.insert({
            table,
            columns: [first, ...others],
            values: createReadStream(file),
            format: 'CSV',
            // What is there already is known (send.clickhouse.ts); a keeper that remembers a block which has
            // been removed since would drop it.
            clickhouse_settings: { max_insert_block_size: '10000000', insert_deduplicate: 0 },
          })),
      ),
    close: () => client.close(),
  };
}

/** Whole numbers of 64 bits come as text. */
function storedOf(value: string | number | null, type: string): Stored {
  if (/^(Nullable\()?U?Int64/.test(type) && value !== null) return BigInt(value);
  return value;
}

const start = 'start clickhouse-server there and see tidu cluster status';

const unreachable = /ECONN|EHOST|ENET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|socket|Timeout/i;

function faultOf(cause: unknown, host: string, password: string): Error {
  if (cause instanceof ClusterFault || !(cause instanceof Error)) return cause as Error;
  const { code = '' } = cause as Error & { code?: string };
  const said = password ? cause.message.replaceAll(password, '…') : cause.message;
  const number = /^\d+$/.test(code) ? Number(code) : Number(/Code: (\d+)/.exec(said)?.[1] ?? 0);
  if (number === 0 && unreachable.test(`${code} ${said}`)) {
    return new ClusterFault('cluster-unreachable', `the node ${host} of the cluster does not answer`, start);
  }
  const shard = [...said.matchAll(/\(([\w.-]+:\d+)[,)]/g)].at(-1)?.[1];
  // all connection tries failed, network error, time-out, end of file from a shard, no address
  if ([32, 198, 209, 210, 279].includes(number)) {
    return new ClusterFault(
      'shard-down',
      `the shard at ${shard ?? 'an address that cannot be found'} does not answer ${host}, so there is no whole answer`,
      start,
    );
  }
  if ([192, 193, 194, 497, 516].includes(number)) {
    return new ClusterFault(
      'cluster-refused',
      `the node ${host} refuses the user that CLICKHOUSE_URL names`,
      'check user, password and rights in CLICKHOUSE_URL',
    );
  }
  if (number === 60 || number === 81) {
    return new ClusterFault(
      'cluster-unready',
      `a node of the cluster lacks a table: ${firstLine(said)}`,
      'tidu cluster init makes what is missing',
    );
  }
  return new ClusterFault('cluster-refused', `${host}: ${firstLine(said)}`, 'see the log of the server');
}

const firstLine = (text: string): string =>
  text
    .replace(/, e\.what\(\).*/s, '')
    .replace(/^.*?DB::\w*Exception: /s, '')
    .split('\n')[0]
    ?.slice(0, 300) ?? '';

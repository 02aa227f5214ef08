import type { DuckDBConnection } from '@duckdb/node-api';
import type { FactsElsewhere } from '../facts-elsewhere.duckdb.ts';
import { clickhouse } from '../query/clickhouse.ts';
import { borrow } from './borrow.clickhouse.ts';
import { clusterAt } from './cluster.clickhouse.ts';
import { clusterFaults } from './faults.clickhouse.ts';
import { furnish } from './furnish.clickhouse.ts';
import { sendLoad } from './send-load.clickhouse.ts';

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
  let edition = '';
  let store: DuckDBConnection | undefined;
  return {
    furnish: async (connection, places) => {
      edition = await furnish(connection, cluster, places);
      store = connection;
    },
    dialect: (latest) => clickhouse({ database, edition, latest }),
    rows: (sql) => cluster.rows(sql),
    download: (sql, file) => cluster.first((node) => node.download(sql, file)),
    borrow: (connection, scope, scratch) => borrow(connection, cluster, scope, scratch),
    send: async (connection, load, scratch) => {
      const begunBefore = await begin(store ?? connection, load);
      await sendLoad(connection, cluster, { load, edition, scratch, rowsOfBlock, begunBefore });
    },
    faults: (connection) => clusterFaults(connection, cluster),
    close: () => cluster.close(),
  };
}

/**
 * Notes, apart from the transaction of the load, that something of it may be in the cluster from now on.
 * @returns whether that was so before: the number was given to a load that has not been recorded
 */
async function begin(store: DuckDBConnection, load: number): Promise<boolean> {
  const begun = await store.runAndReadAll('SELECT count(*) FROM sending WHERE load = $1', [load]);
  if (Number(begun.getRows()[0]?.[0]) > 0) return true;
  await store.run('DELETE FROM sending');
  await store.run('INSERT INTO sending VALUES ($1)', [load]);
  return false;
}

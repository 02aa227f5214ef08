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
  return {
    furnish: async (connection, places) => {
      edition = await furnish(connection, cluster, places);
    },
    dialect: (latest) => clickhouse({ database, edition, latest }),
    rows: (sql) => cluster.rows(sql),
    download: (sql, file) => cluster.first((node) => node.download(sql, file)),
    borrow: (connection, scope, scratch) => borrow(connection, cluster, scope, scratch),
    send: (connection, load, scratch) =>
      sendLoad(connection, cluster, { load, edition, scratch, rowsOfBlock }),
    faults: (connection) => clusterFaults(connection, cluster),
    close: () => cluster.close(),
  };
}

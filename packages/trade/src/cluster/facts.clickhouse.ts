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
  /** Rows of a block, which is sent to a shard at once. */
  readonly rowsOfBlock?: number;
}

/** The facts of a store, in the cluster that `CLICKHOUSE_URL` names. */
export function factsIn(url: string, { name, rowsOfBlock = 200_000 }: ClusterOptions = {}): FactsElsewhere {
  const cluster = clusterAt(url, name);
  const { database } = cluster.address;
  let edition = '';
  /** Numbers under which something may lie there that is not recorded; all of them where that is not known. */
  let begun: Set<number> | undefined;
  return {
    furnish: async (connection, places) => {
      ({ edition, begun } = await furnish(connection, cluster, places));
    },
    dialect: (latest) => clickhouse({ database, edition, latest }),
    rows: (sql) => cluster.rows(sql),
    download: (sql, file) => cluster.first((node) => node.download(sql, file)),
    borrow: (connection, scope, scratch) => borrow(connection, cluster, scope, scratch),
    send: async (connection, load, scratch) => {
      const begunBefore = begun?.has(load) ?? true;
      begun?.add(load);
      await sendLoad(connection, cluster, { load, edition, scratch, rowsOfBlock, begunBefore });
    },
    faults: (connection) => clusterFaults(connection, cluster),
    close: () => cluster.close(),
  };
}

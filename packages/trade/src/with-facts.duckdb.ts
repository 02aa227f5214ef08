import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Scope } from './facts-elsewhere.duckdb.ts';
import type { Store } from './store.duckdb.ts';

/** As much of a store as is needed to read facts by SQL. */
export type FactsAtHand = Pick<Store, 'connection' | 'connect' | 'scratch' | 'elsewhere'>;

let borrowings = 0;

/**
 * Reads facts in the embedded engine's SQL, wherever they lie: those of a cluster are borrowed for as long
 * as the work takes. Its connection sees no facts out of scope, and nothing that it writes to `fact` stays.
 */
export async function withFacts<T>(
  store: FactsAtHand,
  scope: Scope,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  if (!store.elsewhere) return work(store.connection);
  const connection = await store.connect();
  const scratch = join(store.scratch, `read-${process.pid}-${++borrowings}`);
  try {
    await store.elsewhere.borrow(connection, scope, scratch);
    return await work(connection);
  } finally {
    connection.closeSync();
    await rm(scratch, { recursive: true, force: true });
  }
}

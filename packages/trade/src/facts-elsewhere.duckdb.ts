import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Place } from '@tidu/reference';
import type { Dialect } from './query/dialect.ts';

/** Of which facts a load needs to know all that was ever said. */
export interface Scope {
  /** Numbers of the shapes. */
  readonly shapes: readonly number[];
  /** As `yyyymm`. */
  readonly from: number;
  readonly to: number;
}

/**
 * Facts that lie outside of the store's file, in a cluster. The file keeps all else: loads, shapes,
 * quarantine, places, parcels and releases; it alone says which loads there are, so that what a load
 * has sent is seen when the file has recorded it, and not before.
 */
export interface FactsElsewhere {
  /** Makes ready for the places of the pack, and for the store to which the facts belong. */
  furnish(connection: DuckDBConnection, places: readonly Place[]): Promise<void>;
  /** How questions are put, when `latest` is the last load. */
  dialect(latest: number): Dialect;
  rows(sql: string): Promise<DuckDBValue[][]>;
  /** Writes what a question gives into a file, as CSV without a header and with `\\N` for NULL. */
  download(sql: string, file: string): Promise<void>;
  /**
   * Lays the facts in scope, with all their history, into a temporary table `fact`, which hides the file's
   * own from this connection: what is written for the file's table then works on it.
   */
  borrow(connection: DuckDBConnection, scope: Scope, scratch: string): Promise<void>;
  /** Sends what a load has added to the borrowed facts and superseded among them. */
  send(connection: DuckDBConnection, load: number, scratch: string): Promise<void>;
  faults(connection: DuckDBConnection): Promise<string[]>;
  close(): Promise<void>;
}

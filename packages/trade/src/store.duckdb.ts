import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Place } from '@tidu/reference';
import { rebuildCubes } from './cube/keep-cubes.duckdb.ts';
import type { FactsElsewhere } from './facts-elsewhere.duckdb.ts';
import { placeRows } from './place-row.ts';
import { schema } from './schema.duckdb.ts';

/** An open statistics store: one DuckDB file, one process that writes to it. */
export interface Store {
  readonly connection: DuckDBConnection;
  /** The file, or `:memory:`. */
  readonly path: string;
  /** Where a load keeps what it needs only while it runs; emptied whenever the store is opened. */
  readonly scratch: string;
  /** What the engine may hold in memory while no load runs. */
  readonly memoryLimit: string;
  /** Where the facts are, when not in the file. */
  readonly elsewhere?: FactsElsewhere;
  /** Another connection to the same store: a load has its own, so that questions never see half of it. */
  connect(): Promise<DuckDBConnection>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly path: string;
  /** The tree by which facts roll up; written over the one in the store. */
  readonly places: readonly Place[];
  readonly readOnly?: boolean;
  /** As DuckDB writes sizes; 2GB when not given, so that an import leaves the machine to others. */
  readonly memoryLimit?: string;
  /** Where the facts are, when not in the file. */
  readonly elsewhere?: FactsElsewhere;
}

/** The store cannot be opened; `remedy` says what to do. */
export class StoreFault extends Error {
  readonly code: 'store-in-use' | 'store-unreadable' | 'facts-elsewhere';
  readonly remedy: string;
  constructor(code: StoreFault['code'], message: string, remedy: string, cause?: unknown) {
    super(`${message}; ${remedy}`, { cause });
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Opens the store, or makes it, and writes the pack's places into it. What a load that was
 * killed left behind is removed.
 * @throws StoreFault when another process has it, or the file is no store
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path, places, readOnly = false, memoryLimit = '2GB', elsewhere } = options;
  const inMemory = path === ':memory:';
  const scratch = inMemory ? join('.', `.tidu-${process.pid}.tmp`) : `${resolve(path)}.tmp`;
  const spillTo = inMemory || readOnly ? join(tmpdir(), `tidu-${process.pid}.tmp`) : join(scratch, 'spill');
  const instance = await open(path, readOnly);
  const connection = await instance.connect();
  try {
    if (!inMemory && !readOnly) {
      rmSync(scratch, { recursive: true, force: true });
      // The engine makes the folder that it spills to, and not the one above it.
      mkdirSync(scratch, { recursive: true });
    }
    await connection.run(`SET memory_limit = '${memoryLimit}'`);
    await connection.run(`SET temp_directory = '${spillTo.replaceAll("'", "''")}'`);
    await connection.run("SET TimeZone = 'UTC'");
    if (!readOnly) await furnish(connection, places);
    if (!elsewhere) await mustBeHere(connection, path);
    else if (!readOnly) await elsewhere.furnish(connection, places);
  } catch (cause) {
    connection.closeSync();
    instance.closeSync();
    throw cause;
  }
  return {
    connection,
    path,
    scratch,
    memoryLimit,
    ...(elsewhere && { elsewhere }),
    connect: () => instance.connect(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await elsewhere?.close();
      if (!readOnly) rmSync(scratch, { recursive: true, force: true });
    },
  };
}

async function open(path: string, readOnly: boolean): Promise<DuckDBInstance> {
  try {
    if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
    return await DuckDBInstance.create(path, readOnly ? { access_mode: 'READ_ONLY' } : {});
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const holder = /PID (\d+)/.exec(message)?.[1];
    if (/lock/i.test(message)) {
      throw new StoreFault(
        'store-in-use',
        `the statistics store ${path} is in use by another process${holder ? ` (${holder})` : ''}`,
        'stop it, or let it do the import, then try again',
        cause,
      );
    }
    throw new StoreFault(
      'store-unreadable',
      `the statistics store ${path} cannot be opened: ${message.split('\n')[0]}`,
      'check that the folder can be written and the file is a store of this program',
      cause,
    );
  }
}

/** A store whose facts are in a cluster knows nothing without it. */
async function mustBeHere(connection: DuckDBConnection, path: string): Promise<void> {
  const found = await connection.runAndReadAll(
    "SELECT 1 FROM duckdb_tables() WHERE table_name = 'elsewhere' AND estimated_size > 0",
  );
  if (found.currentRowCount === 0) return;
  const [row] = (await connection.runAndReadAll('SELECT "database" FROM elsewhere')).getRows();
  if (!row) return;
  throw new StoreFault(
    'facts-elsewhere',
    `the facts of ${path} lie in the database ${row[0]} of a ClickHouse cluster`,
    'set CLICKHOUSE_URL as when they were loaded (docs/operate/cluster.md)',
  );
}

/** Provinces may have changed with the places; a store made before there were cubes has none. */
async function cubesAreStale(connection: DuckDBConnection, placesChanged: boolean): Promise<boolean> {
  const found = await connection.runAndReadAll(
    'SELECT (SELECT count(*) FROM (FROM fact LIMIT 1)), (SELECT count(*) FROM (FROM parcel LIMIT 1))',
  );
  const [facts, parcels] = (found.getRows()[0] ?? []).map(Number);
  return facts === 1 && (placesChanged || parcels === 0);
}

async function furnish(connection: DuckDBConnection, places: readonly Place[]): Promise<void> {
  await connection.run('BEGIN TRANSACTION');
  try {
    await connection.run(schema);
    await connection.run('CREATE TEMP TABLE place_read AS FROM place LIMIT 0');
    const appender = await connection.createAppender('place_read', undefined, 'temp');
    for (const row of placeRows(places)) {
      for (const cell of row) {
        if (cell === null) appender.appendNull();
        else appender.appendVarchar(cell);
      }
      appender.endRow();
    }
    appender.closeSync();
    const changed = await connection.runAndReadAll(
      `SELECT count(*) FROM ((FROM place EXCEPT FROM place_read) UNION ALL (FROM place_read EXCEPT FROM place))`,
    );
    if (Number(changed.getRows()[0]?.[0]) > 0) {
      await connection.run('DELETE FROM place WHERE code NOT IN (SELECT code FROM place_read)');
      await connection.run('INSERT OR REPLACE INTO place FROM place_read');
    }
    await connection.run('DROP TABLE place_read');
    if (await cubesAreStale(connection, Number(changed.getRows()[0]?.[0]) > 0))
      await rebuildCubes(connection);
    await connection.run('COMMIT');
  } catch (cause) {
    await connection.run('ROLLBACK');
    throw cause;
  }
}

import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PGliteDialect,
  PostgresDialect,
  type Transaction,
} from 'kysely';
import { Migrator } from 'kysely/migration';
import { writeTrail } from './audit.store.ts';
import { openCluster } from './cluster.file.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.store.ts';

/** Reads by a database, or within a transaction. */
export type Reading = Kysely<Tables> | Transaction<Tables>;
export type Writing = Transaction<Tables>;

/** The programme's store. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly reading: Kysely<Tables>;
  /** All or nothing; what it returns has been written to disk. */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The store cannot be opened or reached. */
export class ProgrammeStoreFault extends Error {
  readonly code = 'programme-store';
  readonly remedy: string;
  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProgrammeStoreFault';
    this.remedy = remedy;
  }
}

/**
 * Opens the store and brings its tables up to date: PostgreSQL where `url` names a server, else
 * PostgreSQL in process on a folder (`memory://` for one that is gone afterwards).
 * @throws ProgrammeStoreFault
 */
export async function openDatabase(where: { url: string } | { folder: string }): Promise<Database> {
  const { kind, reading } = 'url' in where ? await served(where.url) : await embedded(where.folder);
  try {
    await migrate(reading);
  } catch (error) {
    await reading.destroy();
    throw new ProgrammeStoreFault(
      `the programme's tables cannot be brought up to date: ${(error as Error).message}`,
      kind === 'postgres'
        ? 'check DATABASE_URL, and that its user may create tables; PostgreSQL 15 or later is needed'
        : 'free the disk or restore the folder from a backup; nothing was changed',
      { cause: error },
    );
  }
  return {
    kind,
    reading,
    write: (work) =>
      reading.transaction().execute(async (writing) => {
        const result = await work(writing);
        await writeTrail(writing);
        return result;
      }),
    close: () => reading.destroy(),
  };
}

async function embedded(folder: string): Promise<Pick<Database, 'kind' | 'reading'>> {
  try {
    const pglite = await openCluster(folder);
    return { kind: 'pglite', reading: new Kysely<Tables>({ dialect: new OneAtATime({ pglite }) }) };
  } catch (error) {
    throw new ProgrammeStoreFault(
      `the programme's folder ${folder} cannot be opened: ${(error as Error).message}`,
      'see that no other program has it open, and that the disk is not full; else restore it from a backup',
      { cause: error },
    );
  }
}

async function served(url: string): Promise<Pick<Database, 'kind' | 'reading'>> {
  const { default: pg } = await import('pg');
  // Counts and money come as bigint; all of ours stay below 2⁵³, and what does not must fail loudly.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, (text) => {
    const number = Number(text);
    if (Number.isSafeInteger(number)) return number;
    throw new RangeError(`${text} is past 2^53`);
  });
  const pool = new pg.Pool({ connectionString: url, max: 10, types, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return { kind: 'postgres', reading: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * PGlite has one connection. Kysely's driver hands it to everybody at once, so that what one request
 * reads could be another's uncommitted transaction: here each waits for its turn.
 */
class OneAtATime extends PGliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    let turn = Promise.resolve();
    const done = new WeakMap<DatabaseConnection, () => void>();
    return new Proxy<Driver>(driver, {
      get(target, name) {
        if (name === 'acquireConnection') {
          return async (): Promise<DatabaseConnection> => {
            const before = turn;
            let end = () => {};
            turn = new Promise((resolve) => {
              end = resolve;
            });
            await before;
            const connection = await driver.acquireConnection();
            done.set(connection, end);
            return connection;
          };
        }
        if (name === 'releaseConnection') {
          return async (connection: DatabaseConnection): Promise<void> => done.get(connection)?.();
        }
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
}

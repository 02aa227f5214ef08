import { describe } from 'vitest';
import { type Database, openDatabase } from './database.store.ts';
import { findPostgres } from './loopback-postgres.cases.ts';
import { dropDatabase, emptyDatabase } from './server-of-the-run.cases.ts';

/** One of the two engines that the programme's store runs on. */
export interface Engine {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** An empty store of its own, with all tables. */
  open(): Promise<Database>;
}

const engines: readonly Engine[] = [
  { name: 'PGlite', open: () => openDatabase({ folder: 'memory://' }) },
  {
    name: 'PostgreSQL',
    async open() {
      const url = await emptyDatabase();
      const database = await openDatabase({ url });
      return {
        ...database,
        close: async () => {
          await database.close();
          await dropDatabase(url);
        },
      };
    },
  },
];

/** The same tests on PGlite and on PostgreSQL: everything that looks into the store is proved so. */
export function onBothEngines(about: string, suite: (engine: Engine) => void): void {
  for (const engine of engines) {
    const here = engine.name === 'PGlite' || findPostgres() !== undefined;
    describe.skipIf(!here)(`${about} (${engine.name})`, () => suite(engine));
  }
}

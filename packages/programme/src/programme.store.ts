import { type Accounts, accountsIn } from './account/accounts.store.ts';
import { Seal } from './account/seal.file.ts';
import { seedDemonstration } from './demonstration/demonstration.store.ts';
import { Bytes } from './file/bytes.store.ts';
import { Files } from './file/files.store.ts';
import { type Database, openDatabase } from './ground/database.store.ts';
import { Records } from './ground/records.store.ts';
import type { AnyRegistered } from './ground/registered.ts';
import type { World } from './ground/world.ts';
import { kinds } from './kinds.ts';
import { enterParks } from './park/park.store.ts';
import { indexing, indexMissing } from './work/search.store.ts';

/** How the programme began: with sample activity to look around in, or empty and one's own. */
export type Beginning = 'demonstration' | 'own';

export interface Programme {
  readonly database: Database;
  readonly records: Records;
  readonly accounts: Accounts;
  readonly files: Files;
  readonly kinds: readonly AnyRegistered[];
  readonly beginning: Beginning;
  close(): Promise<void>;
}

/** How the programme of a store began; nothing when it has not. @throws ProgrammeStoreFault */
export async function programmeBegun(where: ProgrammeOptions['where']): Promise<Beginning | undefined> {
  const database = await openDatabase(where);
  try {
    return await beginning(database);
  } finally {
    await database.close();
  }
}

export interface ProgrammeOptions {
  readonly where: { readonly url: string } | { readonly folder: string };
  readonly world: World;
  /** The folder of files on records. */
  readonly files: string;
  /** The file of the key that seals the secrets of second factors. */
  readonly key: string;
  /** What a first start makes. */
  readonly begin?: Beginning;
  /** Hears what takes more than a moment. */
  readonly say?: (line: string) => void;
}

/**
 * Opens the programme; on the first start it makes the demonstration, or nothing.
 * @throws ProgrammeStoreFault, SealFault
 */
export async function openProgramme({
  where,
  world,
  files,
  key,
  begin = 'demonstration',
  say = () => {},
}: ProgrammeOptions): Promise<Programme> {
  const database = await openDatabase(where);
  try {
    const records = new Records(database, kinds, world);
    records.onChange(indexing(records, kinds));
    const begun = await beginning(database);
    await enterParks(records);
    if (begun === undefined) {
      if (begin === 'demonstration') say('making the demonstration programme');
      await records.together(async (within, writing) => {
        if (begin === 'demonstration') await seedDemonstration(within);
        const value = JSON.stringify({ kind: begin, at: world.now().toISOString() });
        await writing.insertInto('setting').values({ name: 'programme', value }).execute();
      });
    }
    await indexMissing(records, kinds);
    const isPlace = (code: string) => world.pack.places.some((place) => place.code === code);
    const accounts = accountsIn(database, new Seal(key), world.now, isPlace);
    await accounts.secondFactors.sealAll();
    return {
      database,
      records,
      accounts,
      files: new Files(records, new Bytes(files)),
      kinds,
      beginning: begun ?? begin,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function beginning({ reading }: Database): Promise<Beginning | undefined> {
  const row = await reading
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'programme')
    .executeTakeFirst();
  return (row?.value as { kind: Beginning } | undefined)?.kind;
}

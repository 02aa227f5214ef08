import type { Database } from '../ground/database.store.ts';
import { fingerprint } from './secret.store.ts';
import { type Door, failedAgain, stillToWait } from './throttle.ts';

/** Somebody tries too often: what they say is not even looked at. */
class TooSoon extends Error {
  readonly code = 'too-soon';
  readonly remedy: string;
  readonly seconds: number;
  constructor(milliseconds: number) {
    const seconds = Math.ceil(milliseconds / 1000);
    super(`too many failed tries: wait ${seconds} s`);
    this.name = 'TooSoon';
    this.seconds = seconds;
    this.remedy = `try again in ${seconds} seconds; nobody is locked out for good`;
  }
}

/** The doors at which tries are counted; a name that is no account's is counted like one that is. */
export class Tries {
  readonly #database: Database;
  readonly #now: () => Date;
  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * Counts a try before it is looked at, so that a thousand at the same moment are counted like a thousand
   * one after another.
   * @throws TooSoon
   */
  async count(door: Door, who: string): Promise<void> {
    const at = fingerprint(who);
    const now = this.#now();
    await this.#database.write(async (writing) => {
      await writing
        .insertInto('tries')
        .values({ door, at, failed: 0, last_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await writing
        .selectFrom('tries')
        .select(['failed', 'last_at'])
        .where('door', '=', door)
        .where('at', '=', at)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const tries = { failed: row.failed, lastAt: row.last_at.getTime() };
      const wait = stillToWait(tries, door, now.getTime());
      if (wait > 0) throw new TooSoon(wait);
      const { failed } = failedAgain(tries, now.getTime());
      await writing
        .updateTable('tries')
        .set({ failed, last_at: now })
        .where('door', '=', door)
        .where('at', '=', at)
        .execute();
    });
  }

  /** The try was good: an account starts anew; an address only takes it back, as a guesser may have an account. */
  async good(account: string, address: string): Promise<void> {
    const { reading } = this.#database;
    await reading
      .deleteFrom('tries')
      .where('door', '=', 'account')
      .where('at', '=', fingerprint(account))
      .execute();
    await reading
      .updateTable('tries')
      .set((tries) => ({ failed: tries('failed', '-', 1) }))
      .where('door', '=', 'address')
      .where('at', '=', fingerprint(address))
      .where('failed', '>', 0)
      .execute();
  }
}

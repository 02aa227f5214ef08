import { record as tell } from '../ground/audit.store.ts';
import type { Database, Reading, Writing } from '../ground/database.store.ts';
import type { Asker } from './asker.ts';
import { fingerprint, newToken } from './secret.store.ts';
import { isUseToBeNoted, sessionHolds } from './session.ts';

/** Where somebody sits: what is shown to them of their own sessions. */
export interface Visitor {
  /** Network address. */
  readonly address: string;
  /** What the browser says of itself. */
  readonly client: string;
}

/** What a session still lacks before it opens anything: a code, or a second factor to be set up. */
export type Awaits = 'code' | 'second-factor';

export interface SessionOf {
  readonly asker: Asker;
  readonly awaits: Awaits | undefined;
}

export interface OwnSession {
  readonly id: string;
  readonly madeAt: string;
  readonly seenAt: string;
  readonly client: string;
  readonly address: string;
  /** The one that asks. */
  readonly current: boolean;
}

/** Sessions: only the fingerprint of a token is kept, and every session that ends is forgotten. */
export class Sessions {
  readonly #database: Database;
  readonly #now: () => Date;
  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Whose session it is, and what it lacks; nothing when it has ended. Notes that it is in use. */
  async find(token: string): Promise<SessionOf | undefined> {
    const { reading } = this.#database;
    const now = this.#now().getTime();
    const row = await reading
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation')
      .select([
        'account.id',
        'account.name',
        'account.role',
        'account.organisation',
        'organisation.territory',
        'session.made_at',
        'session.seen_at',
        'session.awaits',
      ])
      .where('session.token', '=', fingerprint(token))
      .where('account.disabled', '=', false)
      .where('organisation.disabled', '=', false)
      .executeTakeFirst();
    if (!row) return undefined;
    const times = { madeAt: row.made_at.getTime(), usedAt: row.seen_at.getTime() };
    if (!sessionHolds(times, now)) return undefined;
    if (isUseToBeNoted(times, now)) {
      await reading
        .updateTable('session')
        .set({ seen_at: new Date(now) })
        .where('token', '=', fingerprint(token))
        .execute();
    }
    const { id, name, role, organisation, territory, awaits } = row;
    return {
      asker: { account: id, name, role, organisation, territory },
      awaits: (awaits as Awaits) ?? undefined,
    };
  }

  /** Who may act by this token: nobody as long as the session lacks something. */
  async askerOf(token: string): Promise<Asker | undefined> {
    const found = await this.find(token);
    return found?.awaits === undefined ? found?.asker : undefined;
  }

  /** A new session in place of the one that was shown, if any: a token never outlives what it was given for. */
  async open(
    writing: Writing,
    account: string,
    visitor: Visitor,
    { awaits, instead }: { awaits?: Awaits | undefined; instead?: string | undefined } = {},
  ): Promise<string> {
    const token = newToken();
    const now = this.#now();
    if (instead) await writing.deleteFrom('session').where('token', '=', fingerprint(instead)).execute();
    await writing
      .insertInto('session')
      .values({
        token: fingerprint(token),
        account,
        made_at: now,
        seen_at: now,
        awaits: awaits ?? null,
        client: visitor.client.slice(0, 200),
        address: visitor.address,
      })
      .execute();
    return token;
  }

  /** Signs out. */
  async close(token: string): Promise<void> {
    const asker = (await this.find(token))?.asker;
    await this.#database.write(async (writing) => {
      await writing.deleteFrom('session').where('token', '=', fingerprint(token)).execute();
      if (asker) await tell(writing, this.#now().toISOString(), asker, 'session.close');
    });
  }

  async ofAccount(
    account: string,
    token: string,
    reading: Reading = this.#database.reading,
  ): Promise<OwnSession[]> {
    const now = this.#now().getTime();
    const rows = await reading
      .selectFrom('session')
      .select(['token', 'made_at', 'seen_at', 'client', 'address'])
      .where('account', '=', account)
      .orderBy('seen_at', 'desc')
      .execute();
    return rows
      .filter(({ made_at, seen_at }) =>
        sessionHolds({ madeAt: made_at.getTime(), usedAt: seen_at.getTime() }, now),
      )
      .map(({ token: kept, made_at, seen_at, client, address }) => ({
        id: kept.slice(0, 16),
        madeAt: made_at.toISOString(),
        seenAt: seen_at.toISOString(),
        client,
        address,
        current: kept === fingerprint(token),
      }));
  }

  /** Ends one session of an account, or all but the one that is kept. @returns how many ended */
  async end(
    writing: Writing,
    account: string,
    { id, keep }: { id?: string | undefined; keep?: string | undefined } = {},
  ): Promise<number> {
    let query = writing.deleteFrom('session').where('account', '=', account);
    if (id !== undefined)
      query = query.where((where) => where(where.fn('left', ['token', where.val(16)]), '=', id));
    if (keep !== undefined) query = query.where('token', '<>', fingerprint(keep));
    const { numDeletedRows } = await query.executeTakeFirst();
    return Number(numDeletedRows);
  }

  /** Forgets sessions that ended by themselves, and tries of long ago. */
  async sweep(): Promise<void> {
    const before = (hours: number) => new Date(this.#now().getTime() - hours * 3_600_000);
    const { reading } = this.#database;
    await reading.deleteFrom('session').where('made_at', '<=', before(12)).execute();
    await reading.deleteFrom('tries').where('last_at', '<=', before(24)).execute();
  }
}

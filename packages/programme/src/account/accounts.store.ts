import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Names } from '@tidu/reference';
import { record as tell } from '../ground/audit.store.ts';
import type { Database, Writing } from '../ground/database.store.ts';
import type { Asker, Role } from './asker.ts';

export interface Organisation {
  readonly id: string;
  readonly kind: 'ministry' | 'province' | 'park' | 'partner' | 'company' | 'expert' | 'auditor' | 'system';
  readonly name: Names;
  /** The place whose affairs it looks after; of a company, where it is. */
  readonly territory: string;
  readonly sample?: boolean;
}

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly sample: boolean;
}

export class NotSignedIn extends Error {
  readonly code = 'not-signed-in';
  readonly remedy = 'check name and password, or ask the security administrator';
}

const idleMinutes = 30;
const mostHours = 12;
const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex');
/** OWASP's parameters for argon2id. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Organisations, accounts and sessions. */
export class Accounts {
  readonly #database: Database;
  readonly #now: () => Date;
  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async organisations(): Promise<Organisation[]> {
    const rows = await this.#database.reading
      .selectFrom('organisation')
      .selectAll()
      .where('disabled', '=', false)
      .orderBy('id')
      .execute();
    return rows.map(({ id, kind, name_zh, name_en, territory, sample }) => ({
      id,
      kind: kind as Organisation['kind'],
      name: { zh: name_zh, en: name_en },
      territory,
      sample,
    }));
  }

  /** The accounts of the demonstration, by which everybody may look around. */
  async sampleAccounts(): Promise<Account[]> {
    return this.#database.reading
      .selectFrom('account')
      .select(['id', 'login', 'name', 'role', 'organisation', 'sample'])
      .where('sample', '=', true)
      .where('disabled', '=', false)
      .orderBy('id')
      .execute();
  }

  /**
   * @returns the token of a new session, which is stored nowhere
   * @throws NotSignedIn, the same for an unknown name as for a wrong password
   */
  async signIn(login: string, password: string): Promise<string> {
    const found = await this.#database.reading
      .selectFrom('account')
      .selectAll()
      .where('login', '=', login)
      .executeTakeFirst();
    // An unknown name takes as long as a wrong password: which names exist cannot be told by a clock.
    const kept = found?.password ?? (await unknownAccount);
    const right = await verify(kept, password).catch(() => false);
    if (!found?.password || found.disabled || !right) {
      throw new NotSignedIn('name or password is not right');
    }
    return this.#open(found.id);
  }

  /** @throws NotSignedIn unless the account is one of the demonstration */
  async signInAsSample(account: string): Promise<string> {
    const found = (await this.sampleAccounts()).find(({ id }) => id === account);
    if (!found) throw new NotSignedIn(`${account} is no account of the demonstration`);
    return this.#open(found.id);
  }

  async signOut(token: string): Promise<void> {
    await this.#database.write(async (writing) => {
      const asker = await askerOf(writing, token, this.#now());
      await writing.deleteFrom('session').where('token', '=', fingerprint(token)).execute();
      if (asker) await tell(writing, this.#now().toISOString(), asker, 'session.close');
    });
  }

  /** Who shows this token; nobody when the session has ended. */
  async askerOf(token: string): Promise<Asker | undefined> {
    const now = this.#now();
    const asker = await askerOf(this.#database.reading, token, now);
    if (asker && now.getTime() - asker.seenAt.getTime() > 60_000) {
      await this.#database.reading
        .updateTable('session')
        .set({ seen_at: now })
        .where('token', '=', fingerprint(token))
        .execute();
    }
    return asker;
  }

  async #open(account: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    await this.#database.write(async (writing) => {
      await writing
        .insertInto('session')
        .values({ token: fingerprint(token), account, made_at: now, seen_at: now })
        .execute();
      const asker = await askerOf(writing, token, now);
      if (asker) await tell(writing, now.toISOString(), asker, 'session.open');
    });
    return token;
  }
}

async function askerOf(
  reading: Pick<Writing, 'selectFrom'>,
  token: string,
  now: Date,
): Promise<(Asker & { seenAt: Date }) | undefined> {
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
    ])
    .where('session.token', '=', fingerprint(token))
    .where('account.disabled', '=', false)
    .where('organisation.disabled', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const idle = now.getTime() - row.seen_at.getTime();
  const age = now.getTime() - row.made_at.getTime();
  if (idle > idleMinutes * 60_000 || age > mostHours * 3_600_000) return undefined;
  const { id, name, role, organisation, territory } = row;
  return { account: id, name, role, organisation, territory, seenAt: row.seen_at };
}

const unknownAccount = hash(randomBytes(16).toString('hex'), argon2id);

export async function addOrganisation(
  writing: Writing,
  { id, kind, name, territory, sample = false }: Organisation,
) {
  await writing
    .insertInto('organisation')
    .values({ id, kind, name_zh: name.zh, name_en: name.en, territory, sample })
    .execute();
}

export async function addAccount(
  writing: Writing,
  at: Date,
  { password, ...account }: Account & { readonly password?: string },
): Promise<void> {
  const kept = password === undefined ? null : await hash(password, argon2id);
  await writing
    .insertInto('account')
    .values({ ...account, password: kept, made_at: at })
    .execute();
}

import { record as tell } from '../ground/audit.store.ts';
import type { Database, Reading, Writing } from '../ground/database.store.ts';
import { NotAcceptable, NotFound } from '../ground/refusal.ts';
import { NotPossible, type Reason } from '../ground/workflow.ts';
import { type Administered, againstChanging, againstCreating } from './administrators.ts';
import type { Asker, Role } from './asker.ts';
import type { Invitations } from './invitations.store.ts';
import { mayHaveRole, type OrganisationKind } from './membership.ts';
import type { SecondFactors } from './second-factors.store.ts';
import type { Sessions } from './sessions.store.ts';

/** What a person needs to have an account. */
export interface AccountGiven {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
}

/** An account as its administrator sees it: never a password, nor a secret. */
export interface AdministeredAccount extends AccountGiven {
  readonly id: string;
  readonly sample: boolean;
  readonly disabled: boolean;
  /** The person has set a password. */
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly sessions: number;
  /** At which providers the person signs in, and whether they have come once. */
  readonly identities: readonly {
    readonly issuer: string;
    readonly email: string;
    readonly bound: boolean;
  }[];
}

/** What the security administrator does. Every act is told to the audit trail, in the same transaction. */
export class Administration {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #factors: SecondFactors;
  readonly #invitations: Invitations;
  readonly #now: () => Date;
  constructor(
    database: Database,
    parts: { sessions: Sessions; secondFactors: SecondFactors; invitations: Invitations },
    now: () => Date,
  ) {
    this.#database = database;
    this.#sessions = parts.sessions;
    this.#factors = parts.secondFactors;
    this.#invitations = parts.invitations;
    this.#now = now;
  }

  async list(): Promise<AdministeredAccount[]> {
    const { reading } = this.#database;
    const [accounts, factors, sessions, identities] = await Promise.all([
      reading.selectFrom('account').selectAll().orderBy('id').execute(),
      reading.selectFrom('second_factor').select('account').execute(),
      reading
        .selectFrom('session')
        .select(['account', (session) => session.fn.countAll<number>().as('count')])
        .groupBy('account')
        .execute(),
      reading.selectFrom('identity').selectAll().execute(),
    ]);
    const withFactor = new Set(factors.map(({ account }) => account));
    const open = new Map(sessions.map(({ account, count }) => [account, Number(count)]));
    return accounts.map(({ password, made_at: _, ...account }) => ({
      ...account,
      hasPassword: password !== null,
      hasSecondFactor: withFactor.has(account.id),
      sessions: open.get(account.id) ?? 0,
      identities: identities
        .filter((identity) => identity.account === account.id)
        .map(({ issuer, email, subject }) => ({ issuer, email, bound: subject !== null })),
    }));
  }

  /**
   * Makes an account and the link by which its person sets a password.
   * @throws NotAcceptable naming the field; NotPossible where administrators would not be kept apart
   */
  async create(given: AccountGiven, by: Asker): Promise<{ id: string; invitation: string }> {
    return this.#database.write(async (writing) => {
      const all = await everyAccount(writing);
      await mustFit(writing, given);
      refuse('create', againstCreating(given, all));
      const id = await freeId(writing);
      await writing
        .insertInto('account')
        .values({ ...given, id, password: null, made_at: this.#now() })
        .execute();
      await this.#tell(writing, by, 'account.create', id, {
        role: given.role,
        organisation: given.organisation,
      });
      return { id, invitation: await this.#invitations.make(writing, id) };
    });
  }

  /** Another name, address, role or organisation; with another role or organisation, its sessions end. */
  async change(id: string, given: AccountGiven, by: Asker): Promise<void> {
    await this.#database.write(async (writing) => {
      const all = await everyAccount(writing);
      const was = one(all, id);
      await mustFit(writing, given, id);
      const other = given.role !== was.role || given.organisation !== was.organisation;
      refuse(
        'change',
        againstChanging(
          { ...was, email: given.email },
          other ? { role: given.role } : {},
          other ? by.account : '',
          all,
        ),
      );
      await writing
        .updateTable('account')
        .set({ ...given })
        .where('id', '=', id)
        .execute();
      if (other) await this.#sessions.end(writing, id);
      await this.#tell(writing, by, 'account.change', id, {
        role: given.role,
        organisation: given.organisation,
      });
    });
  }

  async disable(id: string, disabled: boolean, by: Asker): Promise<void> {
    await this.#database.write(async (writing) => {
      const all = await everyAccount(writing);
      refuse(disabled ? 'disable' : 'enable', againstChanging(one(all, id), { disabled }, by.account, all));
      await writing.updateTable('account').set({ disabled }).where('id', '=', id).execute();
      if (disabled) await this.#sessions.end(writing, id);
      await this.#tell(writing, by, disabled ? 'account.disable' : 'account.enable', id);
    });
  }

  /** A new link to set a password with; the password that there is holds until the link is used. */
  async invite(id: string, by: Asker): Promise<string> {
    return this.#database.write(async (writing) => {
      one(await everyAccount(writing), id);
      await this.#tell(writing, by, 'account.invite', id);
      return this.#invitations.make(writing, id);
    });
  }

  /**
   * For a password that others may know: it opens nothing from now on. The second factor stays, unless the
   * person has lost it too and the administrator has seen who they are.
   */
  async reset(id: string, { secondFactor }: { secondFactor: boolean }, by: Asker): Promise<string> {
    return this.#database.write(async (writing) => {
      one(await everyAccount(writing), id);
      if (id === by.account) refuse('reset', [notOneself]);
      await writing.updateTable('account').set({ password: null }).where('id', '=', id).execute();
      if (secondFactor) await this.#factors.remove(writing, id);
      await this.#sessions.end(writing, id);
      await this.#tell(writing, by, 'account.reset', id, { secondFactor });
      return this.#invitations.make(writing, id);
    });
  }

  async endSessions(id: string, by: Asker): Promise<void> {
    await this.#database.write(async (writing) => {
      one(await everyAccount(writing), id);
      const ended = await this.#sessions.end(writing, id);
      await this.#tell(writing, by, 'account.end-sessions', id, { ended });
    });
  }

  /** Lets the person with this e-mail at a provider use the account; without an e-mail, no longer. */
  async link(id: string, issuer: string, email: string | undefined, by: Asker): Promise<void> {
    await this.#database.write(async (writing) => {
      one(await everyAccount(writing), id);
      if (id === by.account) refuse('link', [notOneself]);
      await writing.deleteFrom('identity').where('account', '=', id).where('issuer', '=', issuer).execute();
      if (email) {
        await writing.insertInto('identity').values({ account: id, issuer, email, subject: null }).execute();
      } else await this.#sessions.end(writing, id);
      await this.#tell(writing, by, email ? 'account.link' : 'account.unlink', id, { issuer });
    });
  }

  #tell(writing: Writing, by: Asker, deed: string, account: string, about: object = {}): Promise<void> {
    return tell(writing, this.#now().toISOString(), by, deed, { account, ...about });
  }
}

const everyAccount = async (reading: Reading): Promise<(Administered & { organisation: string })[]> =>
  reading
    .selectFrom('account')
    .select(['id', 'role', 'email', 'disabled', 'organisation'])
    .forNoKeyUpdate()
    .execute();

function one<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((account) => account.id === id);
  if (!found) throw new NotFound(`there is no account ${id}`);
  return found;
}

function refuse(act: string, reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new NotPossible(act, 'account', reasons);
}

/** @throws NotAcceptable */
async function mustFit(
  reading: Reading,
  { login, role, organisation }: AccountGiven,
  id = '',
): Promise<void> {
  const of = await reading
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', organisation)
    .where('disabled', '=', false)
    .executeTakeFirst();
  if (!of) {
    throw new NotAcceptable([
      { field: 'organisation', message: `there is no organisation ${organisation}; make it first` },
    ]);
  }
  if (!mayHaveRole(of.kind as OrganisationKind, role)) {
    const message = `nobody of a ${of.kind} has the role ${role}`;
    throw new NotAcceptable([{ field: 'role', message }]);
  }
  const taken = await reading
    .selectFrom('account')
    .select('id')
    .where((where) => where(where.fn('lower', ['login']), '=', login.toLowerCase()))
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken) throw new NotAcceptable([{ field: 'login', message: `${login} is taken; choose another` }]);
}

async function freeId(writing: Writing): Promise<string> {
  const { last } = await writing
    .insertInto('counter')
    .values({ kind: 'account', last: 1 })
    .onConflict((conflict) =>
      conflict.column('kind').doUpdateSet((counter) => ({ last: counter('counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `account-${last}`;
}

const notOneself: Reason = {
  zh: '不能为自己的账户办理；密码请在“我的账户”中更改',
  en: 'nobody does this to their own account; change your password on the page of your account',
};

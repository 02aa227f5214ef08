import { record as tell } from '../ground/audit.store.ts';
import type { Database } from '../ground/database.store.ts';
import { type Asker, everybody, type Role } from './asker.ts';
import type { FactorRules } from './factor-rule.store.ts';
import { needsSecondFactor } from './factor-rule.ts';
import { type Claims, linkOf } from './identity.ts';
import { isOutdated, passwordHash, passwordHolds } from './password.store.ts';
import type { SecondFactors } from './second-factors.store.ts';
import type { Awaits, Sessions, Visitor } from './sessions.store.ts';
import type { Tries } from './tries.store.ts';

/** Who signs in is not let in: the same words whatever it was that did not fit. */
export class NotSignedIn extends Error {
  readonly code = 'not-signed-in';
  readonly remedy: string;
  constructor(
    message: string,
    remedy = 'check them, or ask the security administrator for a new invitation',
  ) {
    super(message);
    this.name = 'NotSignedIn';
    this.remedy = remedy;
  }
}

/** A session has begun; it may lack something still. */
export interface SignedIn {
  /** Kept nowhere: the browser alone has it. */
  readonly token: string;
  readonly awaits: Awaits | undefined;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly sample: boolean;
}

/** The three ways in: password, a provider, and the demonstration's accounts; behind the first two, the second factor. */
export class SignIn {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #factors: SecondFactors;
  readonly #rules: FactorRules;
  readonly #tries: Tries;
  readonly #now: () => Date;
  constructor(
    database: Database,
    parts: { sessions: Sessions; secondFactors: SecondFactors; factorRules: FactorRules; tries: Tries },
    now: () => Date,
  ) {
    this.#database = database;
    this.#sessions = parts.sessions;
    this.#factors = parts.secondFactors;
    this.#rules = parts.factorRules;
    this.#tries = parts.tries;
    this.#now = now;
  }

  /**
   * By name and password. An unknown name, a wrong password and a disabled account cannot be told apart,
   * neither by the words nor by the time they take.
   * @throws NotSignedIn, TooSoon
   */
  async byPassword(login: string, password: string, visitor: Visitor): Promise<SignedIn> {
    const name = login.trim().toLowerCase();
    await this.#tries.count('address', visitor.address);
    await this.#tries.count('account', name);
    const found = await this.#database.reading
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation')
      .select(['account.id', 'account.name', 'account.role', 'account.organisation', 'account.sample'])
      .select(['account.password', 'account.disabled', 'organisation.disabled as closed'])
      .where((where) => where(where.fn('lower', ['account.login']), '=', name))
      .executeTakeFirst();
    const holds = await passwordHolds(found?.password ?? undefined, password);
    if (!found || !holds || found.disabled || found.closed) {
      await this.#refused(found, 'password', visitor);
      throw new NotSignedIn('name or password is not right');
    }
    await this.#tries.good(name, visitor.address);
    if (isOutdated(found.password as string)) {
      const anew = await passwordHash(password);
      await this.#database.reading
        .updateTable('account')
        .set({ password: anew })
        .where('id', '=', found.id)
        .execute();
    }
    return this.#enter(found, 'password', visitor);
  }

  /** The second step. The session that waited ends, another begins. @throws NotSignedIn, TooSoon */
  async bySecondFactor(token: string, code: string, visitor: Visitor): Promise<SignedIn> {
    const session = await this.#sessions.find(token);
    if (session?.awaits !== 'code') throw new NotSignedIn('there is no sign-in under way', 'begin again');
    const account = session.asker.account;
    await this.#tries.count('account', `code of ${account}`);
    const by = await this.#factors.opens(account, code);
    if (!by) {
      await this.#refused({ ...session.asker, id: account }, 'code', visitor);
      throw new NotSignedIn(
        'the code is not right, or was used before',
        'wait for the next one, see that the telephone’s clock is right, or give a recovery code',
      );
    }
    await this.#tries.good(`code of ${account}`, visitor.address);
    return this.#open(session.asker, by, visitor, { instead: token });
  }

  /** @throws NotSignedIn unless an administrator has linked the person of the provider to an account */
  async byIdentity(claims: Claims, visitor: Visitor): Promise<SignedIn> {
    const rows = await this.#database.reading
      .selectFrom('identity')
      .select(['account', 'issuer', 'email', 'subject'])
      .where('issuer', '=', claims.issuer)
      .execute();
    const link = linkOf(
      claims,
      rows.map((row) => ({ ...row, subject: row.subject ?? undefined })),
    );
    const found = link && (await this.#account(link.account));
    if (!link || !found) {
      await this.#refused(found, 'provider', visitor);
      throw new NotSignedIn(
        'no account here is linked to the person who signed in there',
        'ask the security administrator to link your account',
      );
    }
    if (link.subject === undefined) {
      await this.#database.reading
        .updateTable('identity')
        .set({ subject: claims.subject })
        .where('account', '=', link.account)
        .where('issuer', '=', link.issuer)
        .execute();
    }
    return this.#enter(found, 'provider', visitor);
  }

  /** One click, as long as the programme is the demonstration. @throws NotSignedIn unless it is an account of it */
  async asSample(account: string, visitor: Visitor): Promise<SignedIn> {
    const found = await this.#account(account);
    if (!found?.sample)
      throw new NotSignedIn(`${account} is no account of the demonstration`, 'choose one that is shown');
    return this.#open(askerOf(found), 'demonstration', visitor);
  }

  async #enter(found: Known, by: string, visitor: Visitor): Promise<SignedIn> {
    const { since } = await this.#factors.of(found.id);
    const must = needsSecondFactor(found.role, await this.#rules.inForce());
    if (since === undefined && !must) return this.#open(askerOf(found), by, visitor);
    const awaits = since === undefined ? 'second-factor' : 'code';
    const token = await this.#database.write((writing) =>
      this.#sessions.open(writing, found.id, visitor, { awaits }),
    );
    return { token, awaits };
  }

  async #open(
    asker: Asker,
    by: string,
    visitor: Visitor,
    { instead }: { instead?: string } = {},
  ): Promise<SignedIn> {
    const token = await this.#database.write(async (writing) => {
      await tell(writing, this.#now().toISOString(), asker, 'session.open', { by, address: visitor.address });
      return this.#sessions.open(writing, asker.account, visitor, { instead });
    });
    return { token, awaits: undefined };
  }

  /** What was typed as a name is not written down: people type passwords there. */
  async #refused(found: { id: string; name: string; role: Role } | undefined, by: string, visitor: Visitor) {
    const asker = found ? { ...everybody, account: found.id, name: found.name, role: found.role } : everybody;
    await this.#database.write((writing) =>
      tell(writing, this.#now().toISOString(), asker, 'session.refuse', { by, address: visitor.address }),
    );
  }

  #account(id: string): Promise<Known | undefined> {
    return this.#database.reading
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation')
      .select(['account.id', 'account.name', 'account.role', 'account.organisation', 'account.sample'])
      .where('account.id', '=', id)
      .where('account.disabled', '=', false)
      .where('organisation.disabled', '=', false)
      .executeTakeFirst();
  }
}

const askerOf = ({ id, name, role, organisation }: Known): Asker => ({
  account: id,
  name,
  role,
  organisation,
  territory: '',
});

import { record as tell } from '../ground/audit.store.ts';
import type { Database } from '../ground/database.store.ts';
import type { Asker } from './asker.ts';
import { passwordHash, passwordHolds } from './password.store.ts';
import { mustBeGood } from './password-refused.ts';
import type { SecondFactorState, SecondFactors } from './second-factors.store.ts';
import { isFresh } from './session.ts';
import type { OwnSession, Sessions, Visitor } from './sessions.store.ts';
import { NotSignedIn } from './sign-in.store.ts';
import type { Tries } from './tries.store.ts';

export interface OwnAccount {
  readonly login: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly secondFactor: SecondFactorState;
  readonly sessions: readonly OwnSession[];
}

/** What everybody does with their own account. Whatever opens it is changed by who knows the password only. */
export class OwnAccounts {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #factors: SecondFactors;
  readonly #tries: Tries;
  readonly #now: () => Date;
  constructor(
    database: Database,
    parts: { sessions: Sessions; secondFactors: SecondFactors; tries: Tries },
    now: () => Date,
  ) {
    this.#database = database;
    this.#sessions = parts.sessions;
    this.#factors = parts.secondFactors;
    this.#tries = parts.tries;
    this.#now = now;
  }

  async of({ account }: Asker, token: string): Promise<OwnAccount> {
    const { login, email, password } = await this.#database.reading
      .selectFrom('account')
      .select(['login', 'email', 'password'])
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    return {
      login,
      email,
      hasPassword: password !== null,
      secondFactor: await this.#factors.of(account),
      sessions: await this.#sessions.ofAccount(account, token),
    };
  }

  /**
   * Another password. Every session on the account ends, and this one goes on under a new token.
   * @returns the new token
   * @throws NotSignedIn, TooSoon, PasswordRefused
   */
  async changePassword(
    asker: Asker,
    { current, next, token }: { current: string; next: string; token: string },
    visitor: Visitor,
  ): Promise<string> {
    await this.#mustKnow(asker, current);
    const row = await this.#database.reading
      .selectFrom('account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation')
      .select(['account.login', 'account.name', 'organisation.name_zh', 'organisation.name_en'])
      .where('account.id', '=', asker.account)
      .executeTakeFirstOrThrow();
    const organisation = { zh: row.name_zh, en: row.name_en };
    await mustBeGood(next, { login: row.login, name: row.name, organisation });
    const kept = await passwordHash(next);
    return this.#database.write(async (writing) => {
      await writing.updateTable('account').set({ password: kept }).where('id', '=', asker.account).execute();
      await this.#sessions.end(writing, asker.account);
      await tell(writing, this.#now().toISOString(), asker, 'account.password', { by: 'owner' });
      return this.#sessions.open(writing, asker.account, visitor, { instead: token });
    });
  }

  /**
   * The first code of a new second factor. Other sessions end, and this one goes on under a new token.
   * @param given.password  not asked of a session that waits for this alone: it has just shown what opens the account
   * @returns recovery codes, shown this once; nothing when the code is not of the secret
   * @throws NotSignedIn, TooSoon
   */
  async confirmSecondFactor(
    asker: Asker,
    given: { password?: string | undefined; secret: string; code: string; token: string },
    visitor: Visitor,
  ): Promise<{ token: string; recoveryCodes: string[] } | undefined> {
    const session = await this.#sessions.find(given.token);
    if (session?.awaits !== 'second-factor') await this.#mustKnow(asker, given.password ?? '');
    const recoveryCodes = await this.#factors.confirm(asker, given.secret, given.code);
    if (!recoveryCodes) return undefined;
    const token = await this.#database.write(async (writing) => {
      await this.#sessions.end(writing, asker.account);
      return this.#sessions.open(writing, asker.account, visitor, { instead: given.token });
    });
    return { token, recoveryCodes };
  }

  /**
   * Ends a session of one's own, or all but this one.
   * @param proof  the password, or a code of the second factor
   * @throws NotSignedIn, TooSoon
   */
  async endSessions(
    asker: Asker,
    { token, proof, id }: { token: string; proof: string; id?: string | undefined },
  ): Promise<void> {
    await this.#mustProve(asker, token, proof);
    await this.#database.write(async (writing) => {
      const ended = await this.#sessions.end(
        writing,
        asker.account,
        id === undefined ? { keep: token } : { id },
      );
      if (ended > 0) await tell(writing, this.#now().toISOString(), asker, 'session.end', { ended });
    });
  }

  /** That the owner asks, and not who found the browser open: who has nothing to prove it by has signed in just now. */
  async #mustProve(asker: Asker, token: string, proof: string): Promise<void> {
    const { hasPassword, secondFactor, sessions } = await this.of(asker, token);
    if (hasPassword || secondFactor.since !== undefined)
      return this.#mustKnow(asker, proof, { orCode: true });
    const since = sessions.find(({ current }) => current)?.madeAt;
    if (isFresh(Date.parse(since ?? ''), this.#now().getTime())) return;
    throw new NotSignedIn(
      'this is done within five minutes of signing in',
      'sign out, sign in again, and end the other sessions then',
    );
  }

  /** @throws NotSignedIn, TooSoon */
  async #mustKnow({ account }: Asker, given: string, { orCode = false } = {}): Promise<void> {
    const who = `password of ${account}`;
    await this.#tries.count('account', who);
    const row = await this.#database.reading
      .selectFrom('account')
      .select('password')
      .where('id', '=', account)
      .executeTakeFirst();
    const holds =
      (await passwordHolds(row?.password ?? undefined, given)) ||
      (orCode && (await this.#factors.opens(account, given)) !== undefined);
    if (!holds) {
      throw new NotSignedIn(
        orCode ? 'it is neither the password nor a code' : 'the password is not right',
        'give the one that you sign in with now',
      );
    }
    await this.#tries.good(who, '');
  }
}

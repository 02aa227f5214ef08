import { record as tell } from '../ground/audit.store.ts';
import type { Database, Writing } from '../ground/database.store.ts';
import { NotFound } from '../ground/refusal.ts';
import type { Asker, Role } from './asker.ts';
import { invitationHolds } from './invitation.ts';
import { passwordHash } from './password.store.ts';
import type { Owner } from './password.ts';
import { mustBeGood } from './password-refused.ts';
import { fingerprint, newToken } from './secret.store.ts';
import type { Sessions } from './sessions.store.ts';

export interface Invited {
  readonly account: string;
  readonly login: string;
  readonly name: string;
}

/** Links by which a person sets a password of their own: no administrator ever knows one. */
export class Invitations {
  readonly #database: Database;
  readonly #sessions: Sessions;
  readonly #now: () => Date;
  constructor(database: Database, sessions: Sessions, now: () => Date) {
    this.#database = database;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** A new link; those before it open no longer. @returns its token, kept nowhere */
  async make(writing: Writing, account: string): Promise<string> {
    const token = newToken();
    await writing.deleteFrom('invitation').where('account', '=', account).execute();
    await writing
      .insertInto('invitation')
      .values({ token: fingerprint(token), account, made_at: this.#now(), taken_at: null })
      .execute();
    return token;
  }

  /** @throws NotFound when it was taken, is too old, or never was */
  async find(token: string): Promise<Invited> {
    const { account, login, name } = await this.#open(token);
    return { account, login, name };
  }

  /**
   * Sets the password. Whoever had a session on the account has none any longer.
   * @throws NotFound, PasswordRefused
   */
  async take(token: string, password: string): Promise<void> {
    const invited = await this.#open(token);
    await mustBeGood(password, invited.owner);
    const kept = await passwordHash(password);
    await this.#database.write(async (writing) => {
      const now = this.#now();
      const { numUpdatedRows } = await writing
        .updateTable('invitation')
        .set({ taken_at: now })
        .where('token', '=', fingerprint(token))
        .where('taken_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw noneSuch();
      await writing
        .updateTable('account')
        .set({ password: kept })
        .where('id', '=', invited.account)
        .execute();
      await this.#sessions.end(writing, invited.account);
      await tell(writing, now.toISOString(), invited.asker, 'account.password', { by: 'invitation' });
    });
  }

  async #open(token: string): Promise<Invited & { owner: Owner; asker: Asker }> {
    const row = await this.#database.reading
      .selectFrom('invitation')
      .innerJoin('account', 'account.id', 'invitation.account')
      .innerJoin('organisation', 'organisation.id', 'account.organisation')
      .select(['invitation.made_at', 'invitation.taken_at', 'account.id', 'account.login', 'account.name'])
      .select(['account.role', 'account.organisation', 'organisation.territory'])
      .select(['organisation.name_zh', 'organisation.name_en'])
      .where('invitation.token', '=', fingerprint(token))
      .where('account.disabled', '=', false)
      .where('organisation.disabled', '=', false)
      .executeTakeFirst();
    const times = row && { madeAt: row.made_at.getTime(), takenAt: row.taken_at?.getTime() };
    if (!row || !times || !invitationHolds(times, this.#now().getTime())) throw noneSuch();
    const { id, login, name, role, organisation, territory } = row;
    return {
      account: id,
      login,
      name,
      owner: { name, login, organisation: { zh: row.name_zh, en: row.name_en } },
      asker: { account: id, name, role: role as Role, organisation, territory },
    };
  }
}

const noneSuch = (): NotFound =>
  new NotFound('this invitation was used, has run out after 72 hours, or never was');

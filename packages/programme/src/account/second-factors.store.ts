import { record as tell } from '../ground/audit.store.ts';
import type { Database, Writing } from '../ground/database.store.ts';
import type { Asker } from './asker.ts';
import { newSecondFactor, stepOfCode } from './second-factor.ts';
import { asRecoveryCode, fingerprint, newRecoveryCodes } from './secret.store.ts';

export interface SecondFactorState {
  readonly since: string | undefined;
  readonly recoveryCodesLeft: number;
}

/** Second factors of accounts: set up, confirmed, asked for, taken away. */
export class SecondFactors {
  readonly #database: Database;
  readonly #now: () => Date;
  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async of(account: string): Promise<SecondFactorState> {
    const { reading } = this.#database;
    const found = await reading
      .selectFrom('second_factor')
      .select('confirmed_at')
      .where('account', '=', account)
      .executeTakeFirst();
    const { left } = await reading
      .selectFrom('recovery_code')
      .select((codes) => codes.fn.countAll<number>().as('left'))
      .where('account', '=', account)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow();
    return { since: found?.confirmed_at?.toISOString(), recoveryCodesLeft: Number(left) };
  }

  /** Begins: the secret counts only when a code of it has been given. One that counts already stays until then. */
  begin(login: string): { secret: string; address: string } {
    return newSecondFactor(login, '梯度 Tidu');
  }

  /**
   * The first code of the new secret: from now on it is asked for.
   * @returns ten recovery codes, shown this once; nothing when the code is not of the secret
   */
  async confirm(asker: Asker, secret: string, code: string): Promise<string[] | undefined> {
    const now = this.#now();
    const step = stepOfCode(secret, code, now.getTime());
    if (step === undefined) return undefined;
    const codes = newRecoveryCodes();
    await this.#database.write(async (writing) => {
      const kept = { secret, confirmed_at: now, last_step: step };
      await writing
        .insertInto('second_factor')
        .values({ account: asker.account, ...kept })
        .onConflict((conflict) => conflict.column('account').doUpdateSet(kept))
        .execute();
      await writing.deleteFrom('recovery_code').where('account', '=', asker.account).execute();
      await writing
        .insertInto('recovery_code')
        .values(codes.map((plain) => ({ account: asker.account, code: keptAs(plain), used_at: null })))
        .execute();
      await tell(writing, now.toISOString(), asker, 'account.second-factor', { account: asker.account });
    });
    return codes;
  }

  /** Whether a code opens: of the telephone, or one of the recovery codes. Either opens once. */
  async opens(account: string, code: string): Promise<'code' | 'recovery-code' | undefined> {
    return this.#database.write(async (writing) => {
      const found = await writing
        .selectFrom('second_factor')
        .select(['secret', 'last_step'])
        .where('account', '=', account)
        .where('confirmed_at', 'is not', null)
        .forUpdate()
        .executeTakeFirst();
      if (!found) return undefined;
      const step = stepOfCode(found.secret, code, this.#now().getTime(), found.last_step);
      if (step !== undefined) {
        await writing
          .updateTable('second_factor')
          .set({ last_step: step })
          .where('account', '=', account)
          .execute();
        return 'code';
      }
      const used = await writing
        .updateTable('recovery_code')
        .set({ used_at: this.#now() })
        .where('account', '=', account)
        .where('code', '=', keptAs(code))
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return used.numUpdatedRows > 0n ? 'recovery-code' : undefined;
    });
  }

  async remove(writing: Writing, account: string): Promise<void> {
    await writing.deleteFrom('recovery_code').where('account', '=', account).execute();
    await writing.deleteFrom('second_factor').where('account', '=', account).execute();
  }
}

/** A recovery code as it is kept. */
const keptAs = (code: string): string => fingerprint(asRecoveryCode(code));

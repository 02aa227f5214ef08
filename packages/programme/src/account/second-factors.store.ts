import { record as tell } from '../ground/audit.store.ts';
import type { Database, Writing } from '../ground/database.store.ts';
import type { Asker } from './asker.ts';
import { isSealed, type Seal } from './seal.file.ts';
import { newSecondFactor, stepOfCode } from './second-factor.ts';
import { asRecoveryCode, fingerprint, newRecoveryCodes } from './secret.store.ts';

export interface SecondFactorState {
  readonly since: string | undefined;
  readonly recoveryCodesLeft: number;
}

/** Second factors of accounts: set up, confirmed, asked for, taken away. Their secrets are kept sealed. */
export class SecondFactors {
  readonly #database: Database;
  readonly #seal: Seal;
  readonly #now: () => Date;
  constructor(database: Database, seal: Seal, now: () => Date) {
    this.#database = database;
    this.#seal = seal;
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
   * @throws SealFault
   */
  async confirm(asker: Asker, secret: string, code: string): Promise<string[] | undefined> {
    const now = this.#now();
    const step = stepOfCode(secret, code, now.getTime());
    if (step === undefined) return undefined;
    const codes = newRecoveryCodes();
    await this.#database.write(async (writing) => {
      const closed = await this.#closed(writing, secret, asker.account);
      const kept = { secret: closed, confirmed_at: now, last_step: step };
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

  /**
   * Whether a code opens: of the telephone, or one of the recovery codes. Either opens once.
   * @throws SealFault
   */
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
      const used = await writing
        .updateTable('recovery_code')
        .set({ used_at: this.#now() })
        .where('account', '=', account)
        .where('code', '=', keptAs(code))
        .where('used_at', 'is', null)
        .executeTakeFirst();
      // A recovery code needs no key: it opens on the day on which the key is lost, too.
      if (used.numUpdatedRows > 0n) return 'recovery-code';
      const secret = this.#seal.open(found.secret, account);
      const step = stepOfCode(secret, code, this.#now().getTime(), found.last_step);
      if (step === undefined) return undefined;
      await writing
        .updateTable('second_factor')
        .set({ last_step: step })
        .where('account', '=', account)
        .execute();
      return 'code';
    });
  }

  /** Seals what an earlier version kept as it is. @throws SealFault */
  async sealAll(): Promise<void> {
    await this.#database.write(async (writing) => {
      const kept = await writing
        .selectFrom('second_factor')
        .select(['account', 'secret'])
        .forUpdate()
        .execute();
      for (const { account, secret } of kept.filter((factor) => !isSealed(factor.secret))) {
        const closed = await this.#closed(writing, secret, account);
        await writing
          .updateTable('second_factor')
          .set({ secret: closed })
          .where('account', '=', account)
          .execute();
      }
    });
  }

  /** The first secret makes the key; from then on another key would open nothing that there is. */
  async #closed(writing: Writing, secret: string, account: string): Promise<string> {
    const kept = await writing.selectFrom('second_factor').select('secret').execute();
    if (!kept.some((factor) => isSealed(factor.secret))) this.#seal.make();
    return this.#seal.close(secret, account);
  }

  async remove(writing: Writing, account: string): Promise<void> {
    await writing.deleteFrom('recovery_code').where('account', '=', account).execute();
    await writing.deleteFrom('second_factor').where('account', '=', account).execute();
  }
}

/** A recovery code as it is kept. */
const keptAs = (code: string): string => fingerprint(asRecoveryCode(code));

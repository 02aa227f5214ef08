import { record as tell } from '../ground/audit.store.ts';
import type { Database } from '../ground/database.store.ts';
import type { Asker } from './asker.ts';
import type { FactorRule } from './factor-rule.ts';

const name = 'second-factor';

/** The rule of the house, of whom a second factor is asked; it holds from the next sign-in on. */
export class FactorRules {
  readonly #database: Database;
  readonly #now: () => Date;
  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** What was set; else of everybody, and of administrators alone where everything is a demonstration. */
  async inForce(): Promise<FactorRule> {
    const rows = await this.#database.reading
      .selectFrom('setting')
      .selectAll()
      .where('name', 'in', [name, 'programme'])
      .execute();
    const value = (of: string) => rows.find((row) => row.name === of)?.value;
    const begun = value('programme') as { readonly kind: string } | undefined;
    return (
      (value(name) as FactorRule | undefined) ??
      (begun?.kind === 'demonstration' ? 'administrators' : 'everybody')
    );
  }

  async set(rule: FactorRule, by: Asker): Promise<void> {
    const value = JSON.stringify(rule);
    await this.#database.write(async (writing) => {
      await writing
        .insertInto('setting')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
      await tell(writing, this.#now().toISOString(), by, 'account.require-factor', { rule });
    });
  }
}

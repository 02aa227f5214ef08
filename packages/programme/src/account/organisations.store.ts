import type { Names } from '@tidu/reference';
import { record as tell } from '../ground/audit.store.ts';
import type { Database, Writing } from '../ground/database.store.ts';
import { NotAcceptable, NotFound } from '../ground/refusal.ts';
import { NotPossible } from '../ground/workflow.ts';
import { isAdministrator } from './administrators.ts';
import type { Asker } from './asker.ts';
import type { OrganisationKind } from './membership.ts';

export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: Names;
  /** The place whose affairs it looks after; of a company, where it is. */
  readonly territory: string;
  readonly sample?: boolean;
}

export interface AdministeredOrganisation extends Organisation {
  readonly disabled: boolean;
  readonly accounts: number;
}

/** Organisations on the tree of territories: what the system administrator keeps. */
export class Organisations {
  readonly #database: Database;
  readonly #now: () => Date;
  /** Whether a code is a place of the pack. */
  readonly #isPlace: (code: string) => boolean;
  constructor(database: Database, now: () => Date, isPlace: (code: string) => boolean) {
    this.#database = database;
    this.#now = now;
    this.#isPlace = isPlace;
  }

  async list(): Promise<AdministeredOrganisation[]> {
    const rows = await this.#database.reading
      .selectFrom('organisation')
      .leftJoin('account', (join) =>
        join.onRef('account.organisation', '=', 'organisation.id').on('account.disabled', '=', false),
      )
      .selectAll('organisation')
      .select((counted) => counted.fn.count<number>('account.id').as('accounts'))
      .groupBy('organisation.id')
      .orderBy('territory')
      .orderBy('organisation.id')
      .execute();
    return rows.map(({ name_zh, name_en, kind, accounts, ...row }) => ({
      ...row,
      kind: kind as OrganisationKind,
      name: { zh: name_zh, en: name_en },
      accounts: Number(accounts),
    }));
  }

  /** @throws NotAcceptable naming the field */
  async create(made: Organisation, by: Asker): Promise<void> {
    this.#mustBeAPlace(made.territory);
    await this.#database.write(async (writing) => {
      const taken = await writing
        .selectFrom('organisation')
        .select('id')
        .where('id', '=', made.id)
        .executeTakeFirst();
      if (taken) throw new NotAcceptable([{ field: 'id', message: `${made.id} is taken; choose another` }]);
      await addOrganisation(writing, made);
      await this.#tell(writing, by, 'organisation.create', made.id);
    });
  }

  /** @throws NotFound, NotAcceptable naming the field */
  async change(
    id: string,
    { name, territory }: Pick<Organisation, 'name' | 'territory'>,
    by: Asker,
  ): Promise<void> {
    this.#mustBeAPlace(territory);
    await this.#database.write(async (writing) => {
      const { numUpdatedRows } = await writing
        .updateTable('organisation')
        .set({ name_zh: name.zh, name_en: name.en, territory })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new NotFound(`there is no organisation ${id}`);
      await this.#tell(writing, by, 'organisation.change', id);
    });
  }

  /** Nobody of it can sign in any longer, or again. @throws NotPossible where it would leave no administrator */
  async disable(id: string, disabled: boolean, by: Asker): Promise<void> {
    await this.#database.write(async (writing) => {
      const people = await writing
        .selectFrom('account')
        .select('role')
        .where('organisation', '=', id)
        .where('disabled', '=', false)
        .execute();
      if (disabled && people.some(({ role }) => isAdministrator(role))) throw holdsAdministrators();
      const { numUpdatedRows } = await writing
        .updateTable('organisation')
        .set({ disabled })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new NotFound(`there is no organisation ${id}`);
      await this.#tell(writing, by, disabled ? 'organisation.disable' : 'organisation.enable', id);
    });
  }

  #mustBeAPlace(code: string): void {
    if (this.#isPlace(code)) return;
    throw new NotAcceptable([
      { field: 'territory', message: `there is no place ${code}; choose one of the list` },
    ]);
  }

  #tell(writing: Writing, by: Asker, deed: string, organisation: string): Promise<void> {
    return tell(writing, this.#now().toISOString(), by, deed, { organisation });
  }
}

export async function addOrganisation(
  writing: Writing,
  { id, kind, name, territory, sample = false }: Organisation,
): Promise<void> {
  await writing
    .insertInto('organisation')
    .values({ id, kind, name_zh: name.zh, name_en: name.en, territory, sample })
    .execute();
}

const holdsAdministrators = (): NotPossible =>
  new NotPossible('disable', 'organisation', [
    {
      zh: '该单位仍有有效的管理员账户，请先由安全管理员停用',
      en: 'administrators of it are in force: the security administrator disables their accounts first',
    },
  ]);

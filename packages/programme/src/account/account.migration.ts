import { type Kysely, sql } from 'kysely';

/** Second factors, invitations, identities at providers, failed tries, and what is known of a session. */
export const account = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('account')
      .addColumn('email', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema
      .alterTable('session')
      // Until the second factor has been given, a session opens nothing else.
      .addColumn('awaits', 'text')
      .addColumn('client', 'text', (column) => column.notNull().defaultTo(''))
      .addColumn('address', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.createIndex('session_of_account').on('session').column('account').execute();
    await db.schema
      .createTable('second_factor')
      .addColumn('account', 'text', (column) => column.primaryKey().references('account.id'))
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('confirmed_at', 'timestamptz')
      .addColumn('last_step', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('recovery_code')
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz')
      .addPrimaryKeyConstraint('recovery_code_key', ['account', 'code'])
      .execute();
    await db.schema
      .createTable('invitation')
      .addColumn('token', 'text', (column) => column.primaryKey())
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('taken_at', 'timestamptz')
      .execute();
    await db.schema
      .createTable('identity')
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('subject', 'text')
      .addPrimaryKeyConstraint('identity_key', ['account', 'issuer'])
      .addUniqueConstraint('identity_subject', ['issuer', 'subject'])
      .execute();
    await db.schema
      .createTable('tries')
      .addColumn('door', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('last_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('tries_key', ['door', 'at'])
      .execute();
    await sql`create unique index account_login on account (lower(login))`.execute(db);
  },
};

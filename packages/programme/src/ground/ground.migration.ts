import { type Kysely, sql } from 'kysely';

/** Records with every version of them, the audit trail, organisations, accounts and sessions. */
export const ground = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('record')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('title_zh', 'text', (column) => column.notNull())
      .addColumn('title_en', 'text', (column) => column.notNull())
      .addColumn('territory', 'text', (column) => column.notNull())
      .addColumn('organisations', sql`text[]`, (column) => column.notNull())
      .addColumn('people', sql`text[]`, (column) => column.notNull())
      .addColumn('parent', 'text', (column) => column.references('record.id'))
      .addColumn('published', 'boolean', (column) => column.notNull())
      .addColumn('due', 'text')
      .addColumn('words', sql`text[]`, (column) => column.notNull())
      .addColumn('content', 'jsonb', (column) => column.notNull())
      .addColumn('sample', 'boolean', (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('record_of_kind').on('record').columns(['kind', 'parent', 'state']).execute();
    await db.schema.createIndex('record_of_parent').on('record').column('parent').execute();
    await db.schema
      .createIndex('record_of_organisation')
      .on('record')
      .using('gin')
      .column('organisations')
      .execute();
    await db.schema.createIndex('record_of_person').on('record').using('gin').column('people').execute();
    await db.schema
      .createTable('record_version')
      .addColumn('record', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('content', 'jsonb', (column) => column.notNull())
      .addColumn('given', 'jsonb', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('record_version_key', ['record', 'version'])
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      // Text, because what is hashed must come back as it was written.
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('deed', 'text', (column) => column.notNull())
      .addColumn('record', 'text')
      .addColumn('about', 'jsonb', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('audit_of_record').on('audit').column('record').execute();
    await db.schema
      .createTable('organisation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name_zh', 'text', (column) => column.notNull())
      .addColumn('name_en', 'text', (column) => column.notNull())
      .addColumn('territory', 'text', (column) => column.notNull())
      .addColumn('sample', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('disabled', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute();
    await db.schema
      .createTable('account')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('login', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
      .addColumn('password', 'text')
      .addColumn('sample', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('disabled', 'boolean', (column) => column.notNull().defaultTo(false))
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('session')
      .addColumn('token', 'text', (column) => column.primaryKey())
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('counter')
      .addColumn('kind', 'text', (column) => column.primaryKey())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('setting')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'jsonb', (column) => column.notNull())
      .execute();
  },
};

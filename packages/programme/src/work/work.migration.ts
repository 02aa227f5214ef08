import { type Kysely, sql } from 'kysely';

/** What people are told, what is to be sent, what they say to each other, and by which words records are found. */
export const work = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('message')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('record', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('title', 'jsonb', (column) => column.notNull())
      .addColumn('words', 'jsonb', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull())
      .addColumn('read_at', 'timestamptz')
      // The same thing is told to the same person once.
      .addColumn('key', 'text', (column) => column.notNull())
      .addUniqueConstraint('message_once', ['account', 'key'])
      .execute();
    await db.schema.createIndex('message_of_account').on('message').columns(['account', 'id']).execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('body', 'jsonb', (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      // Empty once it has been sent or put aside.
      .addColumn('next_at', 'timestamptz')
      .addColumn('sent_at', 'timestamptz')
      .addColumn('fault', 'text')
      .execute();
    await db.schema.createIndex('outbox_due').on('outbox').column('next_at').execute();
    await db.schema
      .createTable('mail_wish')
      .addColumn('account', 'text', (column) => column.primaryKey().references('account.id'))
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('mail', 'text', (column) => column.notNull())
      .addColumn('digested_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('webhook')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('comment')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('record', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
      .addColumn('organisation', 'text', (column) => column.notNull().references('organisation.id'))
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('mentions', sql`text[]`, (column) => column.notNull())
      .addColumn('made_at', 'timestamptz', (column) => column.notNull())
      .addColumn('edited_at', 'timestamptz')
      .addColumn('deleted_at', 'timestamptz')
      .addColumn('earlier', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('comment_of_record').on('comment').columns(['record', 'id']).execute();
    await db.schema
      .createTable('search_entry')
      .addColumn('entry', 'text', (column) => column.primaryKey().references('record.id').onDelete('cascade'))
      // All of the title as it may be typed: in Chinese, English, pinyin, initials.
      .addColumn('said', sql`text[]`, (column) => column.notNull())
      .addColumn('search_words', sql`tsvector`, (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('search_entry_words')
      .on('search_entry')
      .using('gin')
      .column('search_words')
      .execute();
    await db.schema.createIndex('record_of_state').on('record').columns(['kind', 'state']).execute();
    await db.schema
      .createIndex('version_of_account')
      .on('record_version')
      .columns(['account', 'at'])
      .execute();
  },
};

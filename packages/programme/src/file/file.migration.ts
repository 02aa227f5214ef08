import { type Kysely, sql } from 'kysely';

/** Files on records; their bytes lie in the data folder, by their checksum. */
export const file = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('file')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('record', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('public', 'boolean', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', sql`timestamptz`, (column) => column.notNull())
      .addColumn('withdrawn_at', sql`timestamptz`)
      .addColumn('withdrawn_by', 'text')
      .addColumn('withdrawn_why', 'text')
      .execute();
    await db.schema.createIndex('file_of_record').on('file').column('record').execute();
  },
};

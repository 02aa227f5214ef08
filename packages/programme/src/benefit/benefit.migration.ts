import { type Kysely, sql } from 'kysely';

/**
 * What statements that stand move from place to place, and which projects they claim: narrow rows, so that the
 * whole country is added up without opening every statement.
 */
export const benefit = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('benefit_movement')
      .addColumn('statement', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('measure', 'text', (column) => column.notNull())
      .addColumn('park', 'text', (column) => column.notNull())
      .addColumn('partner', 'text', (column) => column.notNull())
      .addColumn('given', 'bigint', (column) => column.notNull())
      .addColumn('to_partner', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('benefit_movement_once', ['statement', 'measure'])
      .execute();
    await db.schema
      .createTable('benefit_claim')
      .addColumn('statement', 'text', (column) => column.notNull().references('record.id'))
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('park', 'text', (column) => column.notNull())
      .addColumn('project', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .execute();
    await sql`create index benefit_movement_year on benefit_movement (year)`.execute(db);
    await sql`create index benefit_claim_year on benefit_claim (year, park, project)`.execute(db);
    await sql`create index benefit_claim_statement on benefit_claim (statement)`.execute(db);
  },
};

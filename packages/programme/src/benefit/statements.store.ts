import { sql } from 'kysely';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { BenefitStatementContent } from './benefit-statement.ts';
import { standing } from './benefit-statement.workflow.ts';
import { type Claim, type Movement, movements } from './counted-once.ts';

/** The statement stands: what it moves and claims is counted, instead of what an earlier edition did. */
export async function count(
  records: Records,
  record: ProgrammeRecord<BenefitStatementContent>,
): Promise<void> {
  const { id, content } = record;
  await uncount(records, record);
  const { settled, year, parkPlace: park, partnerPlace: partner } = content;
  if (!settled) return;
  await records.together(async (_, writing) => {
    const moved = movements(settled.settlement, { park, partner }).map(({ toPartner, ...one }) => ({
      ...one,
      statement: id,
      year,
      to_partner: toPartner,
    }));
    await writing.insertInto('benefit_movement').values(moved).execute();
    const claims = settled.settlement.lines.map(({ project, kind, period }) => ({
      ...{ statement: id, year, park, project, kind, period },
    }));
    if (claims.length > 0) await writing.insertInto('benefit_claim').values(claims).execute();
  });
}

/** It is in dispute: nothing of it is counted. */
export async function uncount(
  records: Records,
  { id }: ProgrammeRecord<BenefitStatementContent>,
): Promise<void> {
  await records.together(async (_, writing) => {
    await writing.deleteFrom('benefit_movement').where('statement', '=', id).execute();
    await writing.deleteFrom('benefit_claim').where('statement', '=', id).execute();
  });
}

/** What is counted of a year, by pair of places; claims that may be double; and how much is not counted, by state. */
export async function countedIn(
  { reading }: Pick<Records, 'reading'>,
  year: number,
): Promise<{
  moved: Movement[];
  claims: Claim[];
  statements: number;
  left: Record<string, number>;
  years: number[];
}> {
  const moved = await reading
    .selectFrom('benefit_movement')
    .select(['measure', 'park', 'partner'])
    .select(sql<string>`sum(given)::text`.as('given'))
    .select(sql<string>`sum(to_partner)::text`.as('to_partner'))
    .where('year', '=', year)
    .groupBy(['measure', 'park', 'partner'])
    .execute();
  const counted = await reading
    .selectFrom('benefit_movement')
    .select(sql<number>`count(distinct statement)::int`.as('n'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  const claims = await reading
    .selectFrom('benefit_claim as one')
    .select(['one.statement', 'one.park', 'one.project', 'one.kind', 'one.period'])
    .where('one.year', '=', year)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('benefit_claim as other')
          .select('other.statement')
          .whereRef('other.year', '=', 'one.year')
          .whereRef('other.park', '=', 'one.park')
          .whereRef('other.project', '=', 'one.project')
          .whereRef('other.statement', '<>', 'one.statement'),
      ),
    )
    .execute();
  const left = await reading
    .selectFrom('record')
    .select('state')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('kind', '=', 'benefit-statement')
    .where('state', 'not in', [...standing])
    .where(sql<boolean>`content->>'year' = ${String(year)}`)
    .groupBy('state')
    .execute();
  const years = await reading.selectFrom('benefit_movement').select('year').distinct().execute();
  return {
    moved: moved.map(({ given, to_partner, ...one }) => ({
      ...one,
      given: Number(given),
      toPartner: Number(to_partner),
    })),
    claims,
    statements: counted.n,
    left: Object.fromEntries(left.map(({ state, n }) => [state, n])),
    years: years.map((row) => row.year),
  };
}

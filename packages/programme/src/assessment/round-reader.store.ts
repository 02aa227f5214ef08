import { sql } from 'kysely';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { Assessment } from './assessment.ts';
import type { Party } from './framework.ts';

/** Which party of an assessment has answered. */
export interface AnswerStanding {
  readonly id: string;
  readonly assessment: string;
  readonly party: Party;
  readonly organisation: string;
  readonly state: string;
}

/** Answers of some assessments, without what they say. */
export async function answerStandings(
  { reading }: Records,
  assessments: readonly string[],
): Promise<AnswerStanding[]> {
  if (assessments.length === 0) return [];
  return reading
    .selectFrom('record')
    .select([
      'id',
      'state',
      sql<string>`parent`.as('assessment'),
      sql<Party>`content->>'party'`.as('party'),
      sql<string>`content->>'organisation'`.as('organisation'),
    ])
    .where('kind', '=', 'assessment-answer')
    .where('parent', 'in', [...assessments])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** What a park came to in rounds that were published, the oldest first. */
export async function resultsOverYears(
  records: Records,
  { park, organisation }: Pick<Assessment, 'park' | 'organisation'>,
): Promise<ProgrammeRecord<Assessment>[]> {
  const found = await records.whole<Assessment>({ kind: 'assessment', state: 'published', organisation });
  return found
    .filter(({ content }) => content.park.id === park.id)
    .sort((one, other) => one.content.year - other.content.year);
}

/** How far a round is, without reading what it holds. */
export async function stateOf({ reading }: Records, round: string): Promise<string> {
  const row = await reading.selectFrom('record').select('state').where('id', '=', round).executeTakeFirst();
  return row?.state ?? '';
}

/** How many answers of a round are in a state. */
export async function countAnswers({ reading }: Records, round: string, state: string): Promise<number> {
  const { count } = await reading
    .selectFrom('record')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('kind', '=', 'assessment-answer')
    .where('state', '=', state)
    .where(sql<string>`content->>'round'`, '=', round)
    .executeTakeFirstOrThrow();
  return count;
}

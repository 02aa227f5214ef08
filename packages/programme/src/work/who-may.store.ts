import type { Names } from '@tidu/reference';
import { type RawBuilder, sql } from 'kysely';
import type { Asker, Role } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import { covers, type Deeds, type Grant, grantsOf } from '../ground/grant.ts';
import type { Face } from '../ground/kind.ts';

export interface Person extends Asker {
  readonly organisationName: Names;
}

type Subject = Face & { readonly state: string };

/**
 * The accounts that some deed is granted to for a record, by office: what everybody may see of it
 * does not count. The reverse of what decides whether an asker may.
 * @param named  only those whose name or organisation contains it
 */
export async function whoMay(
  reading: Reading,
  deeds: Deeds,
  deed: string,
  subject: Subject,
  { named = '', limit = 1000 }: { named?: string; limit?: number } = {},
): Promise<Person[]> {
  const near = Object.keys(deeds[deed] ?? {}).flatMap((role) =>
    grantsOf(deeds, deed, role as Role)
      .filter((grant) => grant.of !== 'published' && (!grant.in || grant.in.includes(subject.state)))
      .map((grant) => sql<boolean>`(account.role = ${role} and ${nearTo(grant, subject)})`),
  );
  if (near.length === 0) return [];
  const people = await peopleWhere(reading, sql<boolean>`(${sql.join(near, sql` or `)})`, named, limit);
  // What the tables found is asked again of the rule itself.
  return people.filter((person) => mayByOffice(deeds, deed, person, subject));
}

export const mayByOffice = (deeds: Deeds, deed: string, asker: Asker, subject: Subject): boolean =>
  grantsOf(deeds, deed, asker.role).some(
    (grant) => grant.of !== 'published' && covers(grant, asker, subject),
  );

/** People of these organisations, and these people. */
export const peopleOf = (
  reading: Reading,
  organisations: readonly string[],
  accounts: readonly string[],
): Promise<Person[]> =>
  peopleWhere(
    reading,
    sql<boolean>`(account.organisation = any(${[...organisations]}::text[]) or account.id = any(${[...accounts]}::text[]))`,
    '',
    10_000,
  );

async function peopleWhere(
  reading: Reading,
  where: RawBuilder<boolean>,
  named: string,
  limit: number,
): Promise<Person[]> {
  let query = reading
    .selectFrom('account')
    .innerJoin('organisation', 'organisation.id', 'account.organisation')
    .select([
      'account.id as account',
      'account.name as name',
      'account.role as role',
      'account.organisation as organisation',
      'organisation.territory as territory',
      'organisation.name_zh as name_zh',
      'organisation.name_en as name_en',
    ])
    .where('account.disabled', '=', false)
    .where('organisation.disabled', '=', false)
    .where(where);
  if (named !== '') {
    const like = `%${named.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(account.name ilike ${like} or organisation.name_zh ilike ${like} or organisation.name_en ilike ${like})`,
    );
  }
  const rows = await query.orderBy('account.id').limit(limit).execute();
  return rows.map(({ name_zh, name_en, ...person }) => ({
    ...person,
    role: person.role as Role,
    organisationName: { zh: name_zh, en: name_en },
  }));
}

function nearTo({ of }: Grant, { territory, organisations, people = [] }: Subject): RawBuilder<boolean> {
  switch (of) {
    case 'all':
      return sql<boolean>`true`;
    case 'territory':
      return sql<boolean>`organisation.territory = any(${placesAround(territory)}::text[])`;
    case 'own':
      return sql<boolean>`account.organisation = any(${[...organisations]}::text[])`;
    case 'assigned':
      return sql<boolean>`account.id = any(${[...people]}::text[])`;
    case 'published':
      return sql<boolean>`false`;
  }
}

/** The places in which a place lies, by its code: itself, its prefecture, its province, the country. */
const placesAround = (code: string): string[] => [
  code,
  `${code.slice(0, 4)}00`,
  `${code.slice(0, 2)}0000`,
  '100000',
];

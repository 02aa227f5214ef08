import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Grant } from './grant.ts';
import type { ProgrammeRecord } from './kind.ts';
import type { Tables } from './tables.store.ts';

export type StoredRecord = Selectable<Tables['record']>;
export type Listed = Omit<ProgrammeRecord, 'content' | 'words'>;

/** What a list is made from: all but what is long. */
export const listedColumns = [
  'record.id as id',
  'record.kind as kind',
  'record.state as state',
  'record.version as version',
  'title_zh',
  'title_en',
  'territory',
  'organisations',
  'people',
  'parent',
  'published',
  'due',
  'sample',
  'made_at',
  'changed_at',
] as const;

export function recordOf<C>({ content, words, ...row }: StoredRecord): ProgrammeRecord<C> {
  return { ...listedOf(row), words, content: content as C };
}

export function listedOf({
  title_zh,
  title_en,
  made_at,
  changed_at,
  parent,
  due,
  ...row
}: Omit<StoredRecord, 'content' | 'words'>): Listed {
  return {
    ...row,
    title: { zh: title_zh, en: title_en },
    ...(parent !== null && { parent }),
    ...(due !== null && { due }),
    madeAt: made_at.toISOString(),
    changedAt: changed_at.toISOString(),
  };
}

export function rowOf(record: ProgrammeRecord): Insertable<Tables['record']> & { id: string } {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    version: record.version,
    title_zh: record.title.zh,
    title_en: record.title.en,
    territory: record.territory,
    organisations: [...record.organisations],
    people: [...(record.people ?? [])],
    parent: record.parent ?? null,
    published: record.published,
    due: record.due ?? null,
    words: [...(record.words ?? [])],
    content: JSON.stringify(record.content),
    sample: record.sample,
    made_at: record.madeAt,
    changed_at: record.changedAt,
  };
}

/** The same as `covers`, in SQL: a list shows what each of its records would. */
export function whereSeen(grants: readonly Grant[], asker: Asker): RawBuilder<boolean> {
  const clauses = grants.map((grant) => {
    const near = nearness(grant, asker);
    return grant.in ? sql<boolean>`(${near} and state = any(${[...grant.in]}::text[]))` : near;
  });
  return clauses.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(clauses, sql` or `)})`;
}

function nearness({ of }: Grant, asker: Asker): RawBuilder<boolean> {
  switch (of) {
    case 'all':
      return sql<boolean>`true`;
    case 'territory':
      if (asker.territory === '') return sql<boolean>`false`;
      if (asker.territory === '100000') return sql<boolean>`territory <> ''`;
      return sql<boolean>`territory like ${`${asker.territory.replace(/(0000|00)$/, '')}%`}`;
    case 'own':
      if (asker.organisation === '') return sql<boolean>`false`;
      return sql<boolean>`organisations @> array[${asker.organisation}]::text[]`;
    case 'assigned':
      if (asker.account === 'public') return sql<boolean>`false`;
      return sql<boolean>`people @> array[${asker.account}]::text[]`;
    case 'published':
      return sql<boolean>`published`;
  }
}

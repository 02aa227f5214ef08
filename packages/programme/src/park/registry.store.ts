import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import type { Grant } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { recordOf, type StoredRecord, whereSeen } from '../ground/stored-record.store.ts';
import type { ParkProfile } from './park.ts';

export interface WantedParks {
  readonly seen: { readonly asker: Asker; readonly grants: readonly Grant[] };
  /** The id of the record, or of the pack. */
  readonly park?: string | undefined;
  readonly states?: readonly string[] | undefined;
  /** Part of the name. */
  readonly name?: string | undefined;
  /** First two digits of their codes. */
  readonly provinces?: readonly string[] | undefined;
  readonly sort: 'made' | 'title' | 'place' | 'changed';
  readonly offset: number;
  readonly limit: number;
}

/** Parks with their profiles, some of them, and how many there are in all. */
export async function registeredParks(
  reading: Reading,
  wanted: WantedParks,
): Promise<{ parks: ProgrammeRecord<ParkProfile>[]; total: number }> {
  let query = reading
    .selectFrom('record')
    .where('kind', '=', 'park')
    .where(whereSeen(wanted.seen.grants, wanted.seen.asker));
  const { park, name, states, provinces } = wanted;
  if (park) query = query.where(sql<boolean>`(id = ${park} or words @> array[${park}]::text[])`);
  if (states) query = query.where('state', 'in', [...states]);
  if (provinces) query = query.where(sql<boolean>`left(territory, 2) = any(${[...provinces]}::text[])`);
  if (name) {
    const like = `%${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where((or) => or.or([or('title_zh', 'ilike', like), or('title_en', 'ilike', like)]));
  }
  const sorted = {
    made: query.orderBy('made_at').orderBy(sql`length(id)`),
    title: query.orderBy('title_zh'),
    place: query.orderBy('territory'),
    changed: query.orderBy('changed_at', 'desc'),
  }[wanted.sort];
  const [rows, { count }] = await Promise.all([
    sorted.selectAll().orderBy('id').offset(wanted.offset).limit(wanted.limit).execute(),
    query.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
  ]);
  return { parks: rows.map((row) => recordOf<ParkProfile>(row as StoredRecord)), total: count };
}

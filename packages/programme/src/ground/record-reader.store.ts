import { type SelectQueryBuilder, sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading } from './database.store.ts';
import type { Grant } from './grant.ts';
import type { ProgrammeRecord } from './kind.ts';
import { NotFound } from './refusal.ts';
import {
  type Listed,
  listedColumns,
  listedOf,
  recordOf,
  type StoredRecord,
  whereSeen,
} from './stored-record.store.ts';
import type { Tables } from './tables.store.ts';

export interface Wanted {
  readonly kind?: string | readonly string[];
  readonly parent?: string | undefined;
  readonly state?: string | readonly string[] | undefined;
  readonly organisation?: string | undefined;
  readonly territory?: string | undefined;
  /** Only what one of these grants covers for the asker. */
  readonly seen?: { readonly asker: Asker; readonly grants: readonly Grant[] };
  readonly sort?: 'changed' | 'due' | 'title' | 'made';
  readonly offset?: number;
  readonly limit?: number;
}

export interface Version {
  readonly version: number;
  readonly state: string;
  readonly act: string;
  readonly content: unknown;
  readonly given: unknown;
  readonly account: string;
  readonly by: string;
  readonly at: string;
}

/** Finds records: one, many, how many, and what they were before. */
export abstract class RecordReader {
  abstract get reading(): Reading;

  /** To read versions with. */
  async readingVersions(): Promise<Reading> {
    return this.reading;
  }

  async find<C = unknown>(id: string): Promise<ProgrammeRecord<C> | undefined> {
    const row = await this.reading.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst();
    return row && recordOf<C>(row as StoredRecord);
  }

  /** @throws NotFound */
  async get<C = unknown>(id: string, kind?: string): Promise<ProgrammeRecord<C>> {
    const found = await this.find<C>(id);
    if (found && (kind === undefined || found.kind === kind)) return found;
    throw new NotFound(`there is no ${kind ?? 'record'} ${id}`);
  }

  /** @throws NotFound naming the first that is not there */
  async mustExist(ids: readonly string[]): Promise<void> {
    const there = await this.reading
      .selectFrom('record')
      .select('id')
      .where(sql<boolean>`id = any(${[...ids]}::text[])`)
      .execute();
    const found = new Set(there.map(({ id }) => id));
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) throw new NotFound(`there is no record ${missing}`);
  }

  /** Whole records; for pages, `list` is lighter. */
  async whole<C = unknown>(wanted: Wanted): Promise<ProgrammeRecord<C>[]> {
    const rows = await this.#found(wanted).selectAll().execute();
    return rows.map((row) => recordOf<C>(row as StoredRecord));
  }

  /** Faces without content, and how many there are in all. */
  async list(wanted: Wanted): Promise<{ records: Listed[]; total: number }> {
    const [rows, count] = await Promise.all([
      this.#found(wanted).select(listedColumns).execute(),
      this.#found({ ...wanted, offset: 0, limit: Number.MAX_SAFE_INTEGER, sort: undefined as never }, false)
        .select(sql<number>`count(*)::int`.as('count'))
        .executeTakeFirstOrThrow(),
    ]);
    return {
      records: rows.map(listedOf),
      total: count.count,
    };
  }

  /** How many there are in each state. */
  async counts(wanted: Omit<Wanted, 'sort' | 'offset' | 'limit'>): Promise<Record<string, number>> {
    const rows = await this.#found(wanted, false)
      .select(['state', sql<number>`count(*)::int`.as('count')])
      .groupBy('state')
      .execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async versions(id: string): Promise<Version[]> {
    const reading = await this.readingVersions();
    const rows = await reading
      .selectFrom('record_version')
      .select(['version', 'state', 'act', 'content', 'given', 'account', 'by', 'at'])
      .where('record', '=', id)
      .orderBy('version', 'desc')
      .execute();
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  #found(wanted: Wanted, ordered = true): SelectQueryBuilder<Tables, 'record', object> {
    let query = this.reading.selectFrom('record');
    if (wanted.kind) query = query.where('kind', 'in', [wanted.kind].flat());
    if (wanted.parent) query = query.where('parent', '=', wanted.parent);
    if (wanted.state) query = query.where('state', 'in', [wanted.state].flat());
    if (wanted.organisation)
      query = query.where(sql<boolean>`organisations @> array[${wanted.organisation}]::text[]`);
    if (wanted.territory)
      query = query.where('territory', 'like', `${wanted.territory.replace(/(0000|00)$/, '')}%`);
    if (wanted.seen) query = query.where(whereSeen(wanted.seen.grants, wanted.seen.asker));
    if (!ordered) return query as SelectQueryBuilder<Tables, 'record', object>;
    const sorted = {
      changed: query.orderBy('changed_at', 'desc'),
      made: query.orderBy('made_at', 'asc'),
      due: query.orderBy('due', (order) => order.asc().nullsLast()),
      title: query.orderBy('title_zh'),
    }[wanted.sort ?? 'made'];
    return sorted
      .orderBy('id')
      .offset(wanted.offset ?? 0)
      .limit(wanted.limit ?? 100_000) as SelectQueryBuilder<Tables, 'record', object>;
  }
}

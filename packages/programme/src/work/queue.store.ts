import { type RawBuilder, sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import { covers, type Deeds, grantsOf } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { type Listed, recordOf, type StoredRecord, whereSeen } from '../ground/stored-record.store.ts';
import type { Possibility } from '../ground/workflow.ts';
import { type Awaited, awaitedOf } from './awaited.ts';

interface Waiting {
  readonly record: ProgrammeRecord;
  /** What the asker is waited for to do, and what still stands against it. */
  readonly acts: readonly Possibility[];
  /** Since when it has been in this state. */
  readonly since: string;
  readonly overdue: boolean;
}

export interface Queue {
  readonly waiting: readonly Waiting[];
  readonly counts: QueueCounts;
}

export interface QueueCounts {
  readonly total: number;
  readonly overdue: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number; readonly overdue: number }[];
}

/** What waits for somebody: derived from the states of records and from who may do what. */
export class WorkQueue {
  readonly #records: Records;
  readonly #kinds: readonly AnyRegistered[];
  readonly #deeds: Deeds;
  constructor(records: Records, kinds: readonly AnyRegistered[], deeds: Deeds) {
    this.#records = records;
    this.#kinds = kinds;
    this.#deeds = deeds;
  }

  /** What is due first comes first; what has no date comes last, the oldest of it first. */
  async of(
    asker: Asker,
    today: string,
    { kind, offset = 0, limit = 25 }: { kind?: string | undefined; offset?: number; limit?: number } = {},
  ): Promise<Queue> {
    const awaited = awaitedOf(this.#kinds, this.#deeds, asker.role);
    const where = whereAwaited(awaited, asker);
    if (!where) return { waiting: [], counts: { total: 0, overdue: 0, kinds: [] } };
    const { reading } = this.#records;
    let query = reading.selectFrom('record').selectAll().where(where);
    if (kind) query = query.where('kind', '=', kind);
    const rows = await query
      .orderBy('due', (order) => order.asc().nullsLast())
      .orderBy('changed_at')
      .orderBy('id')
      .offset(offset)
      .limit(limit)
      .execute();
    const found = rows.map((row) => recordOf(row as StoredRecord));
    const since = await sinceWhen(reading, found);
    const waiting: Waiting[] = [];
    for (const record of found) {
      waiting.push({
        record,
        acts: await this.#acts(record, asker, awaited),
        since: since.get(record.id) ?? record.changedAt,
        overdue: record.due !== undefined && record.due < today,
      });
    }
    return { waiting, counts: await this.counts(asker, today) };
  }

  async counts(asker: Asker, today: string): Promise<QueueCounts> {
    const where = whereAwaited(awaitedOf(this.#kinds, this.#deeds, asker.role), asker);
    if (!where) return { total: 0, overdue: 0, kinds: [] };
    const kinds = await this.#records.reading
      .selectFrom('record')
      .select([
        'kind',
        sql<number>`count(*)::int`.as('count'),
        sql<number>`count(*) filter (where due < ${today})::int`.as('overdue'),
      ])
      .where(where)
      .groupBy('kind')
      .orderBy('kind')
      .execute();
    const sum = (of: 'count' | 'overdue') => kinds.reduce((total, row) => total + row[of], 0);
    return { total: sum('count'), overdue: sum('overdue'), kinds };
  }

  async #acts(record: ProgrammeRecord, asker: Asker, awaited: readonly Awaited[]): Promise<Possibility[]> {
    const acts =
      awaited.find(({ kind, state }) => kind === record.kind && state === record.state)?.acts ?? [];
    const mine = acts.filter((act) =>
      grantsOf(this.#deeds, `${record.kind}.${act}`, asker.role).some((grant) =>
        covers(grant, asker, record),
      ),
    );
    return (await this.#records.possible(record, asker)).filter(({ act }) => mine.includes(act));
  }
}

/** The person's own last deeds, the newest first, one line per record. */
export async function doneLately(
  reading: Reading,
  account: string,
  limit = 10,
): Promise<{ record: string; act: string; at: string }[]> {
  const rows = await reading
    .selectFrom('record_version')
    .select(['record', 'act', 'at'])
    .where('account', '=', account)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .limit(limit * 4)
    .execute();
  const last = new Map<string, { record: string; act: string; at: string }>();
  for (const { record, act, at } of rows) {
    if (!last.has(record)) last.set(record, { record, act, at: at.toISOString() });
  }
  return [...last.values()].slice(0, limit);
}

function whereAwaited(awaited: readonly Awaited[], asker: Asker): RawBuilder<boolean> | undefined {
  if (awaited.length === 0) return undefined;
  const clauses = awaited.map(
    ({ kind, state, grants }) =>
      sql<boolean>`(kind = ${kind} and state = ${state} and ${whereSeen(grants, asker)})`,
  );
  return sql<boolean>`(${sql.join(clauses, sql` or `)})`;
}

/** When each came into its state: the last change that was more than an edit. */
async function sinceWhen(reading: Reading, records: readonly Listed[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map();
  const rows = await reading
    .selectFrom('record_version')
    .select(['record', sql<Date>`max(at)`.as('at')])
    .where(
      'record',
      'in',
      records.map(({ id }) => id),
    )
    .where('act', '<>', 'edit')
    .groupBy('record')
    .execute();
  return new Map(rows.map(({ record, at }) => [record, at.toISOString()]));
}

import { sql } from 'kysely';
import type { Database, Reading } from '../ground/database.store.ts';
import { nextTry } from './next-try.ts';

export interface Outgoing {
  readonly id: number;
  /** Goes along in a header: who gets it twice knows it by this. */
  readonly key: string;
  readonly channel: 'mail' | 'webhook';
  readonly target: string;
  readonly body: unknown;
  readonly tries: number;
}

export interface PutAside {
  readonly id: number;
  readonly channel: string;
  readonly target: string;
  readonly madeAt: string;
  readonly tries: number;
  readonly fault: string;
}

/** Who takes something out has so long to send it; then it is anybody's again. */
const leaseMs = 120_000;

/**
 * Takes what is due out of the outbox, to be sent. Nothing is lost by a program that ends while it
 * sends: what it has not marked is taken again, under the same key.
 */
export async function takeDue(
  database: Database,
  now: Date,
  channels: readonly Outgoing['channel'][] = ['mail', 'webhook'],
  most = 20,
): Promise<Outgoing[]> {
  return database.write(async (writing) => {
    const rows = await writing
      .selectFrom('outbox')
      .select(['id', 'key', 'channel', 'target', 'body', 'tries'])
      .where('next_at', '<=', now)
      .where('channel', 'in', [...channels])
      .orderBy('next_at')
      .orderBy('id')
      .limit(most)
      .forUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return [];
    await writing
      .updateTable('outbox')
      .set({ next_at: new Date(now.getTime() + leaseMs), tries: sql`tries + 1` })
      .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::int[])`)
      .execute();
    return rows.map((row) => ({ ...row, tries: row.tries + 1 }));
  });
}

export async function markSent(database: Database, id: number, now: Date): Promise<void> {
  await database.write(async (writing) => {
    await writing
      .updateTable('outbox')
      .set({ sent_at: now, next_at: null, fault: null })
      .where('id', '=', id)
      .execute();
  });
}

/** Keeps why it could not be sent; it is tried again later, and put aside in the end. */
export async function markFailed(
  database: Database,
  { id, tries }: Pick<Outgoing, 'id' | 'tries'>,
  fault: string,
  now: Date,
): Promise<void> {
  await database.write(async (writing) => {
    await writing
      .updateTable('outbox')
      .set({ fault: fault.slice(0, 500), next_at: nextTry(tries, now) ?? null })
      .where('id', '=', id)
      .execute();
  });
}

/** What was tried in vain, the newest first. */
export async function putAside(reading: Reading): Promise<PutAside[]> {
  const rows = await reading
    .selectFrom('outbox')
    .select(['id', 'channel', 'target', 'made_at', 'tries', 'fault'])
    .where('next_at', 'is', null)
    .where('sent_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ made_at, fault, ...row }) => ({
    ...row,
    madeAt: made_at.toISOString(),
    fault: fault ?? '',
  }));
}

/** Tries once more what was put aside. */
export async function tryAgain(database: Database, id: number, now: Date): Promise<void> {
  await database.write(async (writing) => {
    await writing
      .updateTable('outbox')
      .set({ next_at: now, tries: 0 })
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .execute();
  });
}

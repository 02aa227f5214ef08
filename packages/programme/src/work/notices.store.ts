import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import type { Database, Reading } from '../ground/database.store.ts';

export interface Notice {
  readonly id: number;
  readonly record: string;
  readonly about: string;
  readonly title: Names;
  readonly words: Names;
  readonly at: string;
  readonly readAt?: string;
}

/** How somebody wishes to be told by mail: not at all, of each thing, or once a day. In the programme they always are. */
export const mailWishes = ['off', 'each', 'daily'] as const;
export type MailWish = (typeof mailWishes)[number];

/** What somebody was told, the newest first. */
export async function noticesOf(
  reading: Reading,
  account: string,
  { before, limit = 30 }: { before?: number | undefined; limit?: number } = {},
): Promise<Notice[]> {
  let query = reading
    .selectFrom('message')
    .select(['id', 'record', 'about', 'title', 'words', 'at', 'read_at'])
    .where('account', '=', account);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ at, read_at, title, words, ...row }) => ({
    ...row,
    title: title as Names,
    words: words as Names,
    at: at.toISOString(),
    ...(read_at && { readAt: read_at.toISOString() }),
  }));
}

export async function unreadOf(reading: Reading, account: string): Promise<number> {
  const { count } = await reading
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('account', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks what somebody was told as read: these, or all up to now. */
export async function markRead(
  database: Database,
  account: string,
  ids: readonly number[] | 'all',
  now: Date,
): Promise<void> {
  await database.write(async (writing) => {
    let query = writing
      .updateTable('message')
      .set({ read_at: now })
      .where('account', '=', account)
      .where('read_at', 'is', null);
    if (ids !== 'all') query = query.where(sql<boolean>`id = any(${[...ids]}::int[])`);
    await query.execute();
  });
}

export async function mailWishOf(
  reading: Reading,
  account: string,
): Promise<{ mail: MailWish; address: string }> {
  const row = await reading
    .selectFrom('mail_wish')
    .select(['mail', 'address'])
    .where('account', '=', account)
    .executeTakeFirst();
  return row ? { mail: row.mail as MailWish, address: row.address } : { mail: 'off', address: '' };
}

export async function wishMail(
  database: Database,
  account: string,
  { mail, address }: { mail: MailWish; address: string },
  now: Date,
): Promise<void> {
  const wish = { mail, address, digested_at: now };
  await database.write(async (writing) => {
    await writing
      .insertInto('mail_wish')
      .values({ account, ...wish })
      .onConflict((conflict) => conflict.column('account').doUpdateSet(wish))
      .execute();
  });
}

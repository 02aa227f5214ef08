import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import { type AuditEntry, beforeTheFirst, firstTampered, hashed, type Tampered } from './audit.ts';
import type { Reading, Writing } from './database.store.ts';
import { inPieces } from './pieces.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Adds a line to the trail, in the transaction of what it tells; it is written when that ends, with all others. */
export async function record(
  writing: Writing,
  at: string,
  asker: Asker,
  deed: string,
  about: { record?: string | undefined } & Record<string, unknown> = {},
): Promise<void> {
  const last = await holdTrail(writing);
  const { record: subject, ...rest } = about;
  const line = {
    seq: last.seq + 1,
    at,
    account: asker.account,
    name: asker.name,
    role: asker.role,
    deed,
    record: subject ?? null,
    about: JSON.parse(JSON.stringify(rest)) as unknown,
    previous: last.hash,
  };
  const hash = sha256(hashed(line));
  last.unwritten.push({ ...line, hash });
  ends.set(writing, { seq: line.seq, hash, unwritten: last.unwritten });
}

/** Writes what the trail of a transaction has been told, before it ends. */
export async function writeTrail(writing: Writing): Promise<void> {
  const lines = ends.get(writing)?.unwritten.splice(0) ?? [];
  for (const some of inPieces(lines)) {
    await writing
      .insertInto('audit')
      .values(some.map((line) => ({ ...line, about: JSON.stringify(line.about) })))
      .execute();
  }
}

interface End {
  readonly seq: number;
  readonly hash: string;
  readonly unwritten: AuditEntry[];
}

/** The end of the trail within a transaction: who holds the lock is alone in moving it. */
const ends = new WeakMap<Writing, End>();

/**
 * Waits until whoever wrote before is done, since one line follows another, and lets nobody else write
 * the trail until the transaction ends.
 * @returns the end of the trail
 */
export async function holdTrail(writing: Writing): Promise<End> {
  const held = ends.get(writing);
  if (held) return held;
  await sql`lock table audit in exclusive mode`.execute(writing);
  const last = await writing
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const end = { ...(last ?? { seq: 0, hash: beforeTheFirst }), unwritten: [] };
  ends.set(writing, end);
  return end;
}

export interface AuditFilter {
  readonly account?: string | undefined;
  readonly record?: string | undefined;
  readonly deed?: string | undefined;
  /** ISO dates, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
  readonly newestFirst?: boolean | undefined;
}

export async function auditLines(reading: Reading, filter: AuditFilter = {}): Promise<AuditEntry[]> {
  let query = reading
    .selectFrom('audit')
    .selectAll()
    .orderBy('seq', filter.newestFirst ? 'desc' : 'asc')
    .limit(filter.limit ?? 1000);
  if (filter.account) query = query.where('account', '=', filter.account);
  if (filter.record) query = query.where('record', '=', filter.record);
  if (filter.deed) query = query.where('deed', '=', filter.deed);
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.to) query = query.where('at', '<', `${filter.to}T24`);
  if (filter.after !== undefined) query = query.where('seq', '>', filter.after);
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before);
  return query.execute();
}

export interface AuditVerdict {
  readonly lines: number;
  /** Hash of the last line: what a checkpoint keeps. */
  readonly head: string;
  readonly tampered: Tampered | undefined;
}

/** Walks the whole trail, a thousand lines at a time. */
export async function verifyAudit(reading: Reading): Promise<AuditVerdict> {
  let at = { seq: 0, hash: beforeTheFirst };
  for (;;) {
    const lines = await auditLines(reading, { after: at.seq });
    if (lines.length === 0) return { lines: at.seq, head: at.hash, tampered: undefined };
    const tampered = firstTampered(lines, sha256, at);
    const last = lines.at(-1) as AuditEntry;
    if (tampered) return { lines: last.seq, head: last.hash, tampered };
    at = { seq: last.seq, hash: last.hash };
  }
}

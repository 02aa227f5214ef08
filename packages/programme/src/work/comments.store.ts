import type { Names } from '@tidu/reference';
import type { Asker } from '../account/asker.ts';
import { record as trace } from '../ground/audit.store.ts';
import type { Reading, Writing } from '../ground/database.store.ts';
import type { Deeds } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { NotAcceptable, NotFound } from '../ground/refusal.ts';
import { tellPeople } from './telling.store.ts';
import { whoMay } from './who-may.store.ts';

/** For whom a comment is: one's own organisation, or all who see the record by their office. */
export const audiences = ['concerned', 'organisation'] as const;
type Audience = (typeof audiences)[number];

export interface Comment {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly organisation: Names;
  readonly audience: Audience;
  /** Empty once it has been deleted. */
  readonly text: string;
  readonly mentions: readonly { readonly account: string; readonly name: string }[];
  readonly at: string;
  readonly editedAt?: string;
  readonly deletedAt?: string;
  readonly mine: boolean;
}

export interface NewComment {
  readonly text: string;
  readonly audience: Audience;
  readonly mentions: readonly string[];
}

/** What is said about a record, the oldest first, as far as it is meant for the asker. */
export async function commentsOn(reading: Reading, record: string, asker: Asker): Promise<Comment[]> {
  const rows = await reading
    .selectFrom('comment')
    .innerJoin('account', 'account.id', 'comment.account')
    .innerJoin('organisation', 'organisation.id', 'comment.organisation')
    .select([
      'comment.id as id',
      'comment.account as account',
      'account.name as name',
      'organisation.name_zh as name_zh',
      'organisation.name_en as name_en',
      'comment.audience as audience',
      'comment.text as text',
      'comment.mentions as mentions',
      'comment.made_at as made_at',
      'comment.edited_at as edited_at',
      'comment.deleted_at as deleted_at',
    ])
    .where('comment.record', '=', record)
    .where((where) =>
      where.or([
        where('comment.audience', '=', 'concerned'),
        where('comment.organisation', '=', asker.organisation),
      ]),
    )
    .orderBy('comment.id')
    .limit(500)
    .execute();
  const names = await namesOf(
    reading,
    rows.flatMap(({ mentions }) => mentions),
  );
  return rows.map(
    ({ name_zh, name_en, made_at, edited_at, deleted_at, audience, mentions, text, ...row }) => ({
      ...row,
      organisation: { zh: name_zh, en: name_en },
      audience: audience as Audience,
      text: deleted_at ? '' : text,
      mentions: deleted_at
        ? []
        : mentions.map((account) => ({ account, name: names.get(account) ?? account })),
      at: made_at.toISOString(),
      ...(edited_at && { editedAt: edited_at.toISOString() }),
      ...(deleted_at && { deletedAt: deleted_at.toISOString() }),
      mine: row.account === asker.account,
    }),
  );
}

/**
 * Says something about a record; who is mentioned is told.
 * @throws NotAcceptable when somebody is mentioned who may not read it
 */
export async function comment(
  writing: Writing,
  deeds: Deeds,
  record: ProgrammeRecord,
  { text, audience, mentions }: NewComment,
  asker: Asker,
  now: Date,
): Promise<number> {
  const hearers = (await whoMay(writing, deeds, 'comment.create', record)).filter(
    ({ organisation }) => audience === 'concerned' || organisation === asker.organisation,
  );
  const mentioned = hearers.filter(({ account }) => mentions.includes(account));
  const strangers = mentions.filter((account) => !mentioned.some((person) => person.account === account));
  if (strangers.length > 0) {
    throw new NotAcceptable([
      { field: 'mentions', message: `${strangers.join(', ')} cannot read this comment; mention others` },
    ]);
  }
  const { id } = await writing
    .insertInto('comment')
    .values({
      record: record.id,
      account: asker.account,
      organisation: asker.organisation,
      audience,
      text,
      mentions: [...mentions],
      made_at: now,
      edited_at: null,
      deleted_at: null,
      earlier: '[]',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trace(writing, now.toISOString(), asker, 'comment.create', { record: record.id, comment: id });
  const news = {
    record,
    about: 'comment',
    words: { zh: '有人在评论中提到您', en: 'You are mentioned in a comment' },
    key: `comment:${id}`,
    at: now.toISOString(),
  } as const;
  await tellPeople(writing, [{ news, people: mentioned.filter(({ account }) => account !== asker.account) }]);
  return id;
}

/** Puts another text in place of one's own; what it said before is kept. */
export async function reword(
  writing: Writing,
  record: string,
  id: number,
  text: string,
  asker: Asker,
  now: Date,
) {
  const was = await own(writing, record, id, asker);
  await writing
    .updateTable('comment')
    .set({ text, edited_at: now, earlier: withEarlier(was, now) })
    .where('id', '=', id)
    .execute();
  await trace(writing, now.toISOString(), asker, 'comment.edit', { record, comment: id });
}

/** Takes back what one said: its place stays, and that it was taken back. */
export async function takeBack(writing: Writing, record: string, id: number, asker: Asker, now: Date) {
  const was = await own(writing, record, id, asker);
  await writing
    .updateTable('comment')
    .set({ deleted_at: now, earlier: withEarlier(was, now) })
    .where('id', '=', id)
    .execute();
  await trace(writing, now.toISOString(), asker, 'comment.delete', { record, comment: id });
}

interface Was {
  readonly text: string;
  readonly earlier: unknown;
}

async function own(writing: Writing, record: string, id: number, asker: Asker): Promise<Was> {
  const found = await writing
    .selectFrom('comment')
    .select(['text', 'earlier'])
    .where('id', '=', id)
    .where('record', '=', record)
    .where('account', '=', asker.account)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (found) return found;
  throw new NotFound(`there is no comment ${id} of yours on ${record}`);
}

const withEarlier = ({ text, earlier }: Was, until: Date): string =>
  JSON.stringify([...(earlier as unknown[]), { text, until: until.toISOString() }]);

async function namesOf(reading: Reading, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await reading
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Writing } from '../ground/database.store.ts';
import type { Deeds } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Happening, Listener } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { awaitedActs } from './awaited.ts';
import { lastDigest } from './digest.ts';
import { circlesTold, happenedWords } from './telling.ts';
import { mayByOffice, type Person, peopleOf, whoMay } from './who-may.store.ts';

/** Something to be told to some people about a record. */
export interface News {
  readonly record: ProgrammeRecord;
  readonly about: 'act' | 'reminder' | 'comment';
  readonly words: Names;
  /** The same news is told once to each. */
  readonly key: string;
  readonly at: string;
}

/**
 * Hears of every change and tells those concerned: in the programme, by mail where they wish it, and
 * the organisations' own systems. All of it is written with the change itself; it is sent later.
 */
export function telling(kinds: readonly AnyRegistered[], deeds: Deeds): Listener {
  const workflows = new Map(kinds.map(({ kind }) => [kind.name, kind.workflow]));
  return async (writing, { record, act, asker }) => {
    const workflow = workflows.get(record.kind);
    if (!workflow) return;
    const told = await concerned(writing, deeds, workflow, { record, act, asker });
    const actName = Object.hasOwn(workflow.acts, act) ? workflow.acts[act]?.name : undefined;
    const state = workflow.states[record.state] ?? { zh: record.state, en: record.state };
    const news: News = {
      record,
      about: 'act',
      words: happenedWords({ act: actName ?? { zh: '新建', en: 'created' }, state }),
      key: `${record.id}:${record.version}`,
      at: record.changedAt,
    };
    await tellPeople(writing, news, told);
    if (act !== 'edit') await tellSystems(writing, deeds, news, act, asker);
  };
}

async function concerned(
  writing: Writing,
  deeds: Deeds,
  workflow: AnyRegistered['kind']['workflow'],
  { record, act, asker }: Omit<Happening, 'given'>,
): Promise<Person[]> {
  const circles = circlesTold(record.kind, act);
  if (circles.length === 0) return [];
  const found = await peopleOf(
    writing,
    circles.includes('organisations') ? record.organisations : [],
    circles.includes('people') ? (record.people ?? []) : [],
  );
  if (circles.includes('next')) {
    for (const next of awaitedActs(workflow, record.kind, record.state))
      found.push(...(await whoMay(writing, deeds, `${record.kind}.${next}`, record)));
  }
  const told = new Map(found.map((person) => [person.account, person]));
  told.delete(asker.account);
  return [...told.values()].filter((person) => mayByOffice(deeds, `${record.kind}.read`, person, record));
}

/** Leaves the news with each person, and a mail for those who wish every one by mail. */
export async function tellPeople(writing: Writing, news: News, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  const { record, about, words, key, at } = news;
  const told = await writing
    .insertInto('message')
    .values(
      people.map(({ account }) => ({
        account,
        record: record.id,
        about,
        title: JSON.stringify(record.title),
        words: JSON.stringify(words),
        at,
        key,
      })),
    )
    .onConflict((conflict) => conflict.columns(['account', 'key']).doNothing())
    .returning(['id', 'account'])
    .execute();
  if (told.length === 0) return;
  const wishes = await writing
    .selectFrom('mail_wish')
    .select(['account', 'address'])
    .where('mail', '=', 'each')
    .where(sql<boolean>`account = any(${told.map(({ account }) => account)}::text[])`)
    .execute();
  for (const { account, address } of wishes) {
    await post(writing, {
      key: `mail:${told.find((one) => one.account === account)?.id}`,
      channel: 'mail',
      target: address,
      body: { items: [{ record: record.id, title: record.title, words }] },
      at,
    });
  }
}

/** Puts something into the outbox; what is there already under this key stays as it is. */
async function post(
  writing: Writing,
  {
    body,
    at,
    ...row
  }: { key: string; channel: 'mail' | 'webhook'; target: string; body: unknown; at: string },
): Promise<void> {
  await writing
    .insertInto('outbox')
    .values({ ...row, body: JSON.stringify(body), made_at: at, next_at: at, sent_at: null, fault: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** Systems of organisations are told ids and kinds, nothing that a record says. */
async function tellSystems(
  writing: Writing,
  deeds: Deeds,
  { record, key, at }: News,
  act: string,
  asker: Asker,
): Promise<void> {
  const hooks = await writing
    .selectFrom('webhook')
    .innerJoin('organisation', 'organisation.id', 'webhook.organisation')
    .select(['webhook.id', 'webhook.organisation', 'organisation.kind', 'organisation.territory'])
    .execute();
  for (const { id, organisation, kind, territory } of hooks) {
    const system: Asker = {
      account: '',
      name: '',
      role: kind as Asker['role'],
      organisation,
      territory,
    };
    if (organisation === asker.organisation) continue;
    if (!mayByOffice(deeds, `${record.kind}.read`, system, record)) continue;
    await post(writing, {
      key: `webhook:${id}:${key}`,
      channel: 'webhook',
      target: id,
      body: { event: `${record.kind}.${act}`, record: record.id, kind: record.kind, state: record.state, at },
      at,
    });
  }
}

/** Gathers the news since the last one for those who wish one mail a day. */
export async function postDigests(writing: Writing, now: Date): Promise<void> {
  const until = lastDigest(now);
  const wishes = await writing
    .selectFrom('mail_wish')
    .select(['account', 'address', 'digested_at'])
    .where('mail', '=', 'daily')
    .where('digested_at', '<', until)
    .forUpdate()
    .execute();
  for (const { account, address, digested_at } of wishes) {
    const items = await writing
      .selectFrom('message')
      .select(['record', 'title', 'words'])
      .where('account', '=', account)
      .where('at', '>', digested_at)
      .where('at', '<=', until)
      .orderBy('id')
      .limit(200)
      .execute();
    await writing
      .updateTable('mail_wish')
      .set({ digested_at: until })
      .where('account', '=', account)
      .execute();
    if (items.length === 0) continue;
    await post(writing, {
      key: `digest:${account}:${until.toISOString()}`,
      channel: 'mail',
      target: address,
      body: { items },
      at: now.toISOString(),
    });
  }
}

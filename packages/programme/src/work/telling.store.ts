import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Writing } from '../ground/database.store.ts';
import type { Deeds } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { inPieces } from '../ground/pieces.ts';
import type { Happening, Listener } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { awaitedActs } from './awaited.ts';
import { lastDigest } from './digest.ts';
import { circlesTold, happenedWords } from './telling.ts';
import { mayByOffice, type Person, peopleOf, whoMay } from './who-may.store.ts';

/** Something to be told to some people about a record. */
interface News {
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
  return async (writing, happenings) => {
    // What happens to many records of the same people at once is looked up once.
    const asked = new Map<string, Person[]>();
    const told: Told[] = [];
    const systems: { news: News; act: string; asker: Asker }[] = [];
    for (const { record, act, asker } of happenings) {
      const workflow = workflows.get(record.kind);
      if (!workflow) continue;
      const { kind, state: now, territory, organisations, people, published } = record;
      const same = JSON.stringify([
        kind,
        act,
        now,
        territory,
        organisations,
        people,
        published,
        asker.account,
      ]);
      const whom = asked.get(same) ?? (await concerned(writing, deeds, workflow, { record, act, asker }));
      asked.set(same, whom);
      const actName = Object.hasOwn(workflow.acts, act) ? workflow.acts[act]?.name : undefined;
      const state = workflow.states[now] ?? { zh: now, en: now };
      const news: News = {
        record,
        about: 'act',
        words: happenedWords({ act: actName ?? { zh: '新建', en: 'created' }, state }),
        key: `${record.id}:${record.version}`,
        at: record.changedAt,
      };
      told.push({ news, people: whom });
      if (act !== 'edit') systems.push({ news, act, asker });
    }
    await tellPeople(writing, told);
    await tellSystems(writing, deeds, systems);
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

/** News, and whom it is told. */
interface Told {
  readonly news: News;
  readonly people: readonly Person[];
}

/** Leaves the news with each person, and a mail for those who wish every one by mail. */
export async function tellPeople(writing: Writing, told: readonly Told[]): Promise<void> {
  const rows = told.flatMap(({ news: { record, about, words, key, at }, people }) =>
    people.map(({ account }) => ({
      account,
      record: record.id,
      about,
      title: JSON.stringify(record.title),
      words: JSON.stringify(words),
      at,
      key,
    })),
  );
  if (rows.length === 0) return;
  const left: { id: number; account: string; key: string }[] = [];
  for (const some of inPieces(rows)) {
    const fresh = await writing
      .insertInto('message')
      .values(some)
      .onConflict((conflict) => conflict.columns(['account', 'key']).doNothing())
      .returning(['id', 'account', 'key'])
      .execute();
    left.push(...fresh);
  }
  const wishes = await writing
    .selectFrom('mail_wish')
    .select(['account', 'address'])
    .where('mail', '=', 'each')
    .where(sql<boolean>`account = any(${[...new Set(left.map(({ account }) => account))]}::text[])`)
    .execute();
  const addresses = new Map(wishes.map(({ account, address }) => [account, address]));
  const newsOf = new Map(told.map(({ news }) => [news.key, news]));
  for (const { id, account, key } of left) {
    const [target, news] = [addresses.get(account), newsOf.get(key)];
    if (!target || !news) continue;
    const { record, words, at } = news;
    const body = { items: [{ record: record.id, title: record.title, words }] };
    await post(writing, { key: `mail:${id}`, channel: 'mail', target, body, at });
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
  told: readonly { news: News; act: string; asker: Asker }[],
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
    for (const { news, act, asker } of told) {
      const { record, key, at } = news;
      if (organisation === asker.organisation) continue;
      if (!mayByOffice(deeds, `${record.kind}.read`, system, record)) continue;
      await post(writing, {
        key: `webhook:${id}:${key}`,
        channel: 'webhook',
        target: id,
        body: {
          event: `${record.kind}.${act}`,
          record: record.id,
          kind: record.kind,
          state: record.state,
          at,
        },
        at,
      });
    }
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

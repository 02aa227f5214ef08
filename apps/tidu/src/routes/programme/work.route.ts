import {
  actName,
  dateIn,
  doneLately,
  kinds,
  mailWishes,
  mailWishOf,
  markRead,
  noticesOf,
  type Programme,
  unreadOf,
  WorkQueue,
  wishMail,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustHaveRole } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { kindName, stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

const counts = z.object({
  total: z.int(),
  overdue: z.int(),
  kinds: z.array(z.object({ kind: z.string(), name: words, count: z.int(), overdue: z.int() })),
});
const waiting = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: words,
  title: words,
  stateName: words,
  parent: z.string().optional(),
  due: z.string().optional(),
  overdue: z.boolean(),
  since: z.string(),
  sample: z.boolean(),
  acts: z.array(z.object({ act: z.string(), name: words, allowed: z.boolean(), reasons: z.array(words) })),
});
const notice = z.object({
  id: z.int(),
  record: z.string(),
  about: z.string(),
  title: words,
  words,
  at: z.string(),
  readAt: z.string().optional(),
});
const wish = z.object({ mail: z.enum(mailWishes), address: z.string() });
const newWish = z
  .object({ mail: z.enum(mailWishes), address: z.union([z.email().max(254), z.literal('')]).default('') })
  .refine(({ mail, address }) => mail === 'off' || address !== '', {
    path: ['address'],
    error: 'give the address to which mail goes',
  });

/** What waits for the asker, what they did lately and what they were told. */
export function workRoutes(api: Api, programme: () => Promise<Programme>): void {
  const queue = { config: { deed: 'work.queue' } };
  const notices = { config: { deed: 'work.notices' } };
  const queueOf = async () => new WorkQueue((await programme()).records, kinds, deeds);
  const countsOf = (found: Awaited<ReturnType<WorkQueue['counts']>>) => ({
    ...found,
    kinds: found.kinds.map((row) => ({ ...row, name: kindName(row.kind) })),
  });
  const today = async () => dateIn((await programme()).records.world.now());

  api.get(
    '/work/counts',
    { ...queue, schema: { response: { 200: counts.extend({ unread: z.int() }) } } },
    async ({ asker }) => {
      mustHaveRole(asker, 'work.queue');
      const { records } = await programme();
      const found = await (await queueOf()).counts(asker, await today());
      return { ...countsOf(found), unread: await unreadOf(records.reading, asker.account) };
    },
  );

  api.get(
    '/work/queue',
    {
      ...queue,
      schema: {
        querystring: z.object({
          kind: z.string().max(40).optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
          size: z.coerce.number().int().min(1).max(100).default(25),
        }),
        response: { 200: z.object({ waiting: z.array(waiting), counts }) },
      },
    },
    async ({ asker, query: { kind, page, size } }) => {
      mustHaveRole(asker, 'work.queue');
      const found = await (await queueOf()).of(asker, await today(), {
        kind,
        offset: (page - 1) * size,
        limit: size,
      });
      return {
        waiting: found.waiting.map(({ record, acts, since, overdue }) => ({
          id: record.id,
          kind: record.kind,
          kindName: kindName(record.kind),
          title: { ...record.title },
          stateName: stateName(record.kind, record.state),
          ...(record.parent && { parent: record.parent }),
          ...(record.due && { due: record.due }),
          overdue,
          since,
          sample: record.sample,
          acts: acts.map(({ act, name, allowed, reasons }) => ({
            act,
            name: { ...name },
            allowed,
            reasons: reasons.map(({ zh, en }) => ({ zh, en })),
          })),
        })),
        counts: countsOf(found.counts),
      };
    },
  );

  api.get(
    '/work/done',
    {
      ...queue,
      schema: {
        response: {
          200: z.object({
            done: z.array(
              z.object({ id: z.string(), title: words, kindName: words, actName: words, at: z.string() }),
            ),
          }),
        },
      },
    },
    async ({ asker }) => {
      mustHaveRole(asker, 'work.queue');
      const { records } = await programme();
      const done = [];
      for (const { record: id, act, at } of await doneLately(records.reading, asker.account)) {
        const record = await records.get(id);
        if (!allow(asker, `${record.kind}.read`, record)) continue;
        done.push({
          id,
          title: { ...record.title },
          kindName: kindName(record.kind),
          actName: nameOfAct(record.kind, act),
          at,
        });
      }
      return { done };
    },
  );

  api.get(
    '/work/notices',
    {
      ...notices,
      schema: {
        querystring: z.object({ before: z.coerce.number().int().positive().optional() }),
        response: { 200: z.object({ notices: z.array(notice), unread: z.int() }) },
      },
    },
    async ({ asker, query }) => {
      mustHaveRole(asker, 'work.notices');
      const { reading } = (await programme()).records;
      const [found, unread] = [
        await noticesOf(reading, asker.account, query),
        await unreadOf(reading, asker.account),
      ];
      return {
        notices: found.map((one) => ({ ...one, title: { ...one.title }, words: { ...one.words } })),
        unread,
      };
    },
  );

  api.post(
    '/work/notices/read',
    {
      ...notices,
      schema: { body: z.object({ ids: z.union([z.literal('all'), z.array(z.int()).max(500)]) }) },
    },
    async ({ asker, body }, reply) => {
      mustHaveRole(asker, 'work.notices');
      const { database, records } = await programme();
      await markRead(database, asker.account, body.ids, records.world.now());
      return reply.status(204).send();
    },
  );

  api.get('/work/mail', { ...notices, schema: { response: { 200: wish } } }, async ({ asker }) => {
    mustHaveRole(asker, 'work.notices');
    return mailWishOf((await programme()).records.reading, asker.account);
  });

  api.put(
    '/work/mail',
    { ...notices, schema: { body: newWish, response: { 200: wish } } },
    async ({ asker, body }) => {
      mustHaveRole(asker, 'work.notices');
      const { database, records } = await programme();
      await wishMail(database, asker.account, body, records.world.now());
      return mailWishOf(records.reading, asker.account);
    },
  );
}

const workflows = new Map(kinds.map(({ kind }) => [kind.name, kind.workflow]));
const nameOfAct = (name: string, act: string) => {
  const workflow = workflows.get(name);
  return { ...((workflow && actName({ workflow }, act)) ?? { zh: act, en: act }) };
};

import { addWebhook, type Programme, putAside, removeWebhook, tryAgain, webhooks } from '@tidu/programme';
import { z } from 'zod';
import { mustHaveRole } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { webhookFault } from '../../jobs/webhook.client.ts';

const webhook = z.object({ id: z.string(), organisation: z.string(), url: z.string(), madeAt: z.string() });
const aside = z.object({
  id: z.int(),
  channel: z.string(),
  target: z.string(),
  madeAt: z.string(),
  tries: z.int(),
  fault: z.string(),
});

/** What the system administrator looks after: where systems of organisations are told, and what could not be sent. */
export function outboxRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  { mail }: { mail: boolean },
): void {
  const hooks = { config: { deed: 'webhook.manage' } };
  const outbox = { config: { deed: 'outbox.manage' } };

  api.get(
    '/webhooks',
    { ...hooks, schema: { response: { 200: z.object({ webhooks: z.array(webhook) }) } } },
    async ({ asker }) => {
      mustHaveRole(asker, 'webhook.manage');
      return { webhooks: await webhooks((await programme()).records.reading) };
    },
  );

  api.post(
    '/webhooks',
    {
      ...hooks,
      schema: {
        body: z.object({ organisation: z.string().max(80), url: z.string().max(500) }),
        /** The secret is shown this once. */
        response: { 201: z.object({ id: z.string(), secret: z.string() }) },
      },
    },
    async ({ asker, body }, reply) => {
      mustHaveRole(asker, 'webhook.manage');
      const fault = webhookFault(body.url);
      if (fault) throw new Refused('not-understood', `url: ${fault}`, 'give a public https address');
      const { database, records } = await programme();
      return reply.status(201).send(await addWebhook(database, body, asker, records.world.now()));
    },
  );

  api.delete(
    '/webhooks/:id',
    { ...hooks, schema: { params: z.object({ id: z.string().max(80) }) } },
    async ({ asker, params }, reply) => {
      mustHaveRole(asker, 'webhook.manage');
      const { database, records } = await programme();
      await removeWebhook(database, params.id, asker, records.world.now());
      return reply.status(204).send();
    },
  );

  api.get(
    '/outbox',
    {
      ...outbox,
      schema: {
        response: {
          200: z.object({
            /** Whether a mail server is named. */
            mail: z.boolean(),
            putAside: z.array(aside),
          }),
        },
      },
    },
    async ({ asker }) => {
      mustHaveRole(asker, 'outbox.manage');
      return { mail, putAside: await putAside((await programme()).records.reading) };
    },
  );

  api.post(
    '/outbox/:id/again',
    { ...outbox, schema: { params: z.object({ id: z.coerce.number().int() }) } },
    async ({ asker, params }, reply) => {
      mustHaveRole(asker, 'outbox.manage');
      const { database, records } = await programme();
      await tryAgain(database, params.id, records.world.now());
      return reply.status(204).send();
    },
  );
}

import {
  mailText,
  markFailed,
  markSent,
  type Outgoing,
  type Programme,
  takeDue,
  webhookTarget,
} from '@tidu/programme';
import { z } from 'zod';
import type { SendMail } from './mail.client.ts';
import { callWebhook, signed } from './webhook.client.ts';

const names = z.object({ zh: z.string(), en: z.string() });
const mailBody = z.object({ items: z.array(z.object({ record: z.string(), title: names, words: names })) });

export interface Senders {
  /** Absent where no mail server is named: mails wait until there is one. */
  readonly mail?: SendMail | undefined;
  /** Where people reach this program: what links in mails begin with. */
  readonly address: string;
  /** Webhooks may lead to this machine: in tests. */
  readonly loopback?: boolean;
}

/**
 * Sends what lies in the outbox and is due, each at least once: it is marked only after it has been
 * taken over there, so that a program that ends in between sends it again, under the same key.
 * @returns how many were sent
 */
export async function sendOutbox({ database, records }: Programme, senders: Senders): Promise<number> {
  let count = 0;
  for (;;) {
    const channels = senders.mail ? (['mail', 'webhook'] as const) : (['webhook'] as const);
    const due = await takeDue(database, records.world.now(), channels);
    if (due.length === 0) return count;
    for (const outgoing of due) {
      try {
        await send(outgoing);
        await markSent(database, outgoing.id, records.world.now());
        count++;
      } catch (cause) {
        await markFailed(database, outgoing, (cause as Error).message, records.world.now());
      }
    }
  }

  async function send({ key, channel, target, body }: Outgoing): Promise<void> {
    if (channel === 'mail') {
      const link = (record: string) => `${senders.address}/records/${record}`;
      const items = mailBody.parse(body).items.map((item) => ({ ...item, link: link(item.record) }));
      await senders.mail?.({ to: target, key, ...mailText(items, `${senders.address}/work`) });
      return;
    }
    const hook = await webhookTarget(records.reading, target);
    // It was removed meanwhile: there is nobody to tell.
    if (!hook) return;
    await callWebhook(hook.url, signed(body, key, hook.secret, records.world.now()), {
      loopback: senders.loopback ?? false,
    });
  }
}

import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Programme } from '@tidu/programme';
import { openDatabase, takeDue } from '@tidu/programme';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailBy } from './mail.client.ts';
import { mailServer, textOf } from './mail-server.cases.ts';
import { sendOutbox } from './outbox.job.ts';
import { callWebhook, isPublicAddress, signed, webhookFault } from './webhook.client.ts';

const now = { at: new Date('2026-11-26T08:00:00Z') };
const calls: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer = 200;

let smtp: Awaited<ReturnType<typeof mailServer>>;
const hook = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk));
  request.on('end', () => {
    calls.push({ headers: request.headers, body });
    response.writeHead(answer).end();
  });
});
const hookUrl = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/tidu`;

let programme: Programme;
beforeAll(async () => {
  smtp = await mailServer();
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const database = await openDatabase({ folder: 'memory://' });
  programme = {
    database,
    records: { reading: database.reading, world: { now: () => now.at } },
  } as unknown as Programme;
  await database.write(async (writing) => {
    await writing
      .insertInto('organisation')
      .values({ id: 'org-1', kind: 'park', name_zh: '园区', name_en: 'Park', territory: '140100' })
      .execute();
    await writing
      .insertInto('webhook')
      .values({ id: 'hook-1', organisation: 'org-1', url: hookUrl(), secret: 'quiet', made_at: now.at })
      .execute();
  });
});
afterAll(async () => {
  await programme.database.close();
  await smtp.close();
  hook.close();
});
beforeEach(() => {
  smtp.mails.length = 0;
  calls.length = 0;
  answer = 200;
});

const put = (key: string, channel: 'mail' | 'webhook', target: string, body: object) =>
  programme.database.write(async (writing) => {
    await writing
      .insertInto('outbox')
      .values({
        key,
        channel,
        target,
        body: JSON.stringify(body),
        made_at: now.at,
        next_at: now.at,
        sent_at: null,
        fault: null,
      })
      .execute();
  });
const item = {
  record: 'letter-1',
  title: { zh: '太原市 2026-10 月报', en: 'Taiyuan: report of 2026-10' },
  words: { zh: '退回', en: 'Return' },
};
const senders = (more: object = {}) => ({
  mail: mailBy({ SMTP_URL: smtp.url, TIDU_MAIL_FROM: 'tidu@example.org' }),
  address: 'https://tidu.example.org',
  loopback: true,
  ...more,
});

describe('a mail', () => {
  it('goes out once, with title, what happened and a link', async () => {
    await put('mail:1', 'mail', 'park@example.org', { items: [item] });
    expect(await sendOutbox(programme, senders())).toBe(1);
    expect(await sendOutbox(programme, senders())).toBe(0);
    const [mail = ''] = smtp.mails;
    expect(mail).toMatch(/^To: park@example.org/m);
    expect(mail).toMatch(/^From: tidu@example.org/m);
    expect(mail).toMatch(/^Idempotency-Key: mail:1/m);
    expect(textOf(mail)).toContain('https://tidu.example.org/records/letter-1');
    expect(textOf(mail).indexOf('退回')).toBeLessThan(textOf(mail).indexOf('Return'));
  });

  it('that went out when the program ended before marking it goes out again under the same key', async () => {
    await put('mail:2', 'mail', 'park@example.org', { items: [item] });
    const [taken] = await takeDue(programme.database, now.at);
    await senders().mail?.({ to: 'park@example.org', subject: 's', text: 't', key: taken?.key ?? '' });
    now.at = new Date(now.at.getTime() + 180_000);
    expect(await sendOutbox(programme, senders())).toBe(1);
    const keys = smtp.mails.map((mail) => /^Idempotency-Key: (.*)$/m.exec(mail)?.[1]?.trim());
    expect(keys).toEqual(['mail:2', 'mail:2']);
    expect(new Set(smtp.mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1])).size).toBe(1);
  });

  it('waits where no mail server is named', async () => {
    expect(mailBy({ SMTP_URL: smtp.url })).toBeUndefined();
    await put('mail:3', 'mail', 'park@example.org', { items: [item] });
    expect(await sendOutbox(programme, senders({ mail: undefined }))).toBe(0);
    expect(await sendOutbox(programme, senders())).toBe(1);
  });

  it('that fails is tried later, and its fault does not tell the password of the server', async () => {
    const mail = mailBy({
      SMTP_URL: 'smtp://tidu:very-secret@127.0.0.1:1',
      TIDU_MAIL_FROM: 'tidu@example.org',
    });
    await put('mail:4', 'mail', 'park@example.org', { items: [item] });
    expect(await sendOutbox(programme, senders({ mail }))).toBe(0);
    const { fault, next_at } = await programme.database.reading
      .selectFrom('outbox')
      .select(['fault', 'next_at'])
      .where('key', '=', 'mail:4')
      .executeTakeFirstOrThrow();
    expect(fault).toContain('ECONNREFUSED');
    expect(fault).not.toContain('very-secret');
    expect(next_at?.getTime()).toBe(now.at.getTime() + 60_000);
  });
});

describe('a webhook', () => {
  it('is signed over time and body, and carries the key', async () => {
    await put('webhook:1', 'webhook', 'hook-1', { event: 'letter.send', record: 'letter-1' });
    expect(await sendOutbox(programme, senders())).toBe(1);
    const [call] = calls;
    const timestamp = call?.headers['x-tidu-timestamp'];
    const expected = createHmac('sha256', 'quiet').update(`${timestamp}.${call?.body}`).digest('hex');
    expect(call?.headers['x-tidu-signature']).toBe(`v1=${expected}`);
    expect(call?.headers['idempotency-key']).toBe('webhook:1');
    expect(JSON.parse(call?.body ?? '')).toEqual({ event: 'letter.send', record: 'letter-1' });
  });

  it('that answers with a fault is called again later', async () => {
    answer = 500;
    await put('webhook:2', 'webhook', 'hook-1', { event: 'letter.send' });
    expect(await sendOutbox(programme, senders())).toBe(0);
    answer = 204;
    expect(await sendOutbox(programme, senders())).toBe(0);
    now.at = new Date(now.at.getTime() + 61_000);
    expect(await sendOutbox(programme, senders())).toBeGreaterThan(0);
    expect(calls.map(({ headers }) => headers['idempotency-key'])).toEqual(['webhook:2', 'webhook:2']);
  });

  it('does not lead into a network', async () => {
    for (const address of [
      '10.1.2.3',
      '127.0.0.1',
      '169.254.169.254',
      '192.168.0.1',
      '::1',
      'fd00::1',
      '::ffff:10.0.0.1',
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['223.5.5.5', '2400:3200::1']) expect(isPublicAddress(address), address).toBe(true);
    for (const url of [
      'http://example.org/',
      'https://localhost/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://0x7f000001/',
      'https://2130706433/',
      'https://metadata.google.internal/',
      'https://user:pass@example.org/',
      'ftp://example.org/',
      'example.org',
    ])
      expect(webhookFault(url), url).toBeTypeOf('string');
    expect(webhookFault('https://example.org/tidu')).toBeUndefined();
    await expect(callWebhook(hookUrl(), signed({}, 'k', 's', now.at))).rejects.toThrow('only https');
    expect(calls).toEqual([]);
  });

  it('does not follow a name that leads into a network', async () => {
    // Every resolver that keeps to RFC 6761 says that this name is this machine.
    await expect(callWebhook('https://tidu.localhost./', signed({}, 'k', 's', now.at))).rejects.toThrow();
  });
});

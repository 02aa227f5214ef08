import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../house.store.ts';
import { httpServer } from '../../http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-accounts-'));
const password = 'fjord kelp under glass';
const time = { now: new Date('2026-03-02T01:00:00Z') };
let house: House;
let server: FastifyInstance;
let secure: FastifyInstance;
beforeAll(async () => {
  house = await openHouse({ data: folder, now: () => time.now });
  server = await httpServer({ house, webRoot: folder, sampleSignIn: true });
  secure = await httpServer({ house, webRoot: folder, secure: true });
});
afterAll(async () => {
  await server?.close();
  await secure?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser: keeps the cookie that it is given. */
function browser(at: () => FastifyInstance = () => server) {
  let cookie = '';
  return {
    cookie: () => cookie,
    async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
      const asked: InjectOptions = { method, url, headers: { cookie }, ...(payload && { payload }) };
      const answer = await at().inject(asked);
      const given = answer.cookies.find(({ name }) => name.endsWith('tidu'));
      if (given) cookie = `${given.name}=${given.value}`;
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: answer.body ? JSON.parse(answer.body) : {},
      };
    },
  };
}
/** What the telephone shows: RFC 6238, by hand. */
function telephone(secret: string, now: Date): string {
  const bits = [...secret].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) as number) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
async function as(account: string) {
  const one = browser();
  expect((await one.ask('POST', '/api/session/sample', { account })).status).toBe(204);
  return one;
}
const li = {
  login: 'li.na',
  name: '李娜',
  email: 'li@example.org',
  role: 'park',
  organisation: 'org-park-taiyuan',
};

describe('an account’s way', () => {
  let id: string;
  const own = browser();

  it('begins with an invitation, by which the person sets a password and signs in', async () => {
    const admin = await as('security-admin');
    const made = await admin.ask('POST', '/api/admin/accounts', li);
    expect(made.status).toBe(201);
    id = made.body.id;
    const token = made.body.invitation;
    expect((await own.ask('POST', '/api/invitations/find', { token })).body).toEqual({
      login: 'li.na',
      name: '李娜',
    });
    const weak = await own.ask('POST', '/api/invitations/take', { token, password: 'park123' });
    expect(weak).toMatchObject({
      status: 422,
      body: { code: 'password-refused', reasons: [{ zh: '不足12个字符' }, {}] },
    });
    expect((await own.ask('POST', '/api/invitations/take', { token, password })).status).toBe(204);
    expect(
      (await own.ask('POST', '/api/session', { login: 'li.na', password: 'wrong wrong wrong' })).status,
    ).toBe(401);
    expect((await own.ask('POST', '/api/session', { login: 'li.na', password })).status).toBe(204);
    expect((await own.ask('GET', '/api/session')).body).toMatchObject({
      asker: { id, role: 'park', organisation: 'org-park-taiyuan', territory: '140100' },
      awaits: null,
    });
  });

  it('goes on under a second factor, and nothing opens without it', async () => {
    const { body } = await own.ask('POST', '/api/account/second-factor');
    expect(body.address).toContain('otpauth://totp/');
    const code = () => telephone(body.secret, time.now);
    const set = { secret: body.secret, password, code: code() };
    const { status, body: given } = await own.ask('PUT', '/api/account/second-factor', set);
    expect([status, given.recoveryCodes.length]).toEqual([200, 10]);
    const again = browser();
    await again.ask('POST', '/api/session', { login: 'li.na', password });
    expect((await again.ask('GET', '/api/session')).body).toMatchObject({ asker: null, awaits: 'code' });
    for (const [method, url] of [
      ['GET', '/api/account'],
      ['POST', '/api/account/second-factor'],
    ] as const) {
      expect((await again.ask(method, url)).status).toBe(401);
    }
    time.now = new Date(time.now.getTime() + 30_000);
    const before = again.cookie();
    expect((await again.ask('POST', '/api/session/code', { code: code() })).status).toBe(204);
    expect(again.cookie()).not.toBe(before);
    const { body: account } = await again.ask('GET', '/api/account');
    expect(account).toMatchObject({ login: 'li.na', secondFactor: { recoveryCodesLeft: 10 } });
    expect(account.sessions).toHaveLength(2);
    const end = (proof: string) => again.ask('POST', '/api/account/sessions/end', { proof });
    expect((await end('wrong wrong wrong')).status).toBe(401);
    expect((await own.ask('GET', '/api/account')).status).toBe(200);
    expect((await end(password)).status).toBe(204);
    expect((await own.ask('GET', '/api/account')).status).toBe(401);
    expect((await again.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await again.ask('GET', '/api/account')).status).toBe(401);
  });

  it('is led to a second factor where the rule asks for it, while samples come in as before', async () => {
    const admin = await as('security-admin');
    const rule = () => admin.ask('GET', '/api/admin/second-factor');
    const set = (kept: string) => admin.ask('PUT', '/api/admin/second-factor', { rule: kept });
    expect((await rule()).body).toEqual({ rule: 'administrators' });
    expect(
      (await (await as('ministry')).ask('PUT', '/api/admin/second-factor', { rule: 'staff' })).status,
    ).toBe(403);
    expect((await set('nobody')).status).toBe(400);
    expect((await set('everybody')).status).toBe(204);
    const made = await admin.ask('POST', '/api/admin/accounts', { ...li, login: 'he.hua', email: '' });
    const one = browser();
    await one.ask('POST', '/api/invitations/take', { token: made.body.invitation, password });
    await one.ask('POST', '/api/session', { login: 'he.hua', password });
    expect((await one.ask('GET', '/api/session')).body).toMatchObject({
      asker: null,
      awaits: 'second-factor',
    });
    expect((await one.ask('GET', '/api/account')).status).toBe(401);
    const { secret } = (await one.ask('POST', '/api/account/second-factor')).body;
    const confirmed = { secret, code: telephone(secret, time.now) };
    expect((await one.ask('PUT', '/api/account/second-factor', confirmed)).status).toBe(200);
    expect((await one.ask('GET', '/api/account')).status).toBe(200);
    expect((await one.ask('PUT', '/api/account/second-factor', confirmed)).status).toBe(401);
    expect((await (await as('park-taiyuan')).ask('GET', '/api/account')).status).toBe(200);
    expect((await set('administrators')).status).toBe(204);
  });

  it('ends when the administrator disables it', async () => {
    const admin = await as('security-admin');
    expect((await admin.ask('POST', `/api/admin/accounts/${id}/disable`)).status).toBe(204);
    expect((await own.ask('POST', '/api/session', { login: 'li.na', password })).status).toBe(401);
    expect(await admin.ask('POST', '/api/admin/accounts/audit-admin/disable')).toMatchObject({
      status: 409,
      body: { code: 'not-possible', reasons: [{ en: expect.stringContaining('last account') }] },
    });
  });
});

describe('the three administrators', () => {
  it('do none of each other’s work', async () => {
    const [system, security, audit] = [
      await as('system-admin'),
      await as('security-admin'),
      await as('audit-admin'),
    ];
    const mayRead = async (one: Awaited<ReturnType<typeof as>>) =>
      Promise.all(
        ['/api/admin/accounts', '/api/admin/organisations', '/api/audit'].map(
          async (url) => (await one.ask('GET', url)).status,
        ),
      );
    expect(await mayRead(system)).toEqual([403, 200, 403]);
    expect(await mayRead(security)).toEqual([200, 200, 403]);
    expect(await mayRead(audit)).toEqual([403, 403, 200]);
    expect((await security.ask('POST', '/api/admin/organisations', {})).status).toBe(403);
    expect(await mayRead(browser())).toEqual([401, 401, 401]);
  });

  it('leave a trail that the auditor reads, verifies and takes away', async () => {
    const audit = await as('audit-admin');
    const { body } = await audit.ask('GET', '/api/audit?deed=account.disable');
    expect(body.lines[0]).toMatchObject({
      account: 'security-admin',
      deedName: { zh: '停用账户', en: 'disabled the account' },
    });
    const checkpoint = (await audit.ask('GET', '/api/audit/checkpoint')).body;
    expect(await audit.ask('POST', '/api/audit/verify', { against: checkpoint })).toMatchObject({
      status: 200,
      body: { fault: null },
    });
    const forged = { ...checkpoint, lines: checkpoint.lines - 1 };
    expect((await audit.ask('POST', '/api/audit/verify', { against: forged })).body.fault).toMatchObject({
      why: 'not-signed-here',
    });
  });
});

describe('the cookie of a session', () => {
  const given = async (at: FastifyInstance) => {
    const admin = await as('security-admin');
    const { body } = await admin.ask('POST', '/api/admin/accounts', {
      ...li,
      login: `c${at === secure}`,
      email: '',
    });
    await server.inject({
      method: 'POST',
      url: '/api/invitations/take',
      payload: { token: body.invitation, password },
    });
    const payload = { login: `c${at === secure}`, password };
    return (await at.inject({ method: 'POST', url: '/api/session', payload })).headers['set-cookie'];
  };

  it('is for the browser alone, and not sent along from other sites', async () => {
    expect(await given(server)).toMatch(/^tidu=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('is bound to the host and to encryption where people come by https', async () => {
    expect(await given(secure)).toMatch(/^__Host-tidu=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const { headers } = await secure.inject({ url: '/api/session' });
    expect(headers['strict-transport-security']).toContain('max-age=63072000');
  });

  it('lets no cache keep what it opened', async () => {
    const one = await as('ministry');
    expect((await one.ask('GET', '/api/session')).headers['cache-control']).toBe('no-store');
  });

  it('opens nothing from another site', async () => {
    const one = await as('ministry');
    const answer = await server.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie: one.cookie(), origin: 'https://elsewhere.example.org' },
    });
    expect(answer.statusCode).toBe(403);
  });
});

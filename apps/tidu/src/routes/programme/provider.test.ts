import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asker } from '@tidu/programme';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begunFolder } from '../../begun-folder.cases.ts';
import { type House, openHouse } from '../../house.store.ts';
import { httpServer } from '../../http.server.ts';
import { oidcClient } from '../../oidc.client.ts';
import { loopbackProvider, type Provider } from '../../provider.cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-provider-'));
const back = 'http://127.0.0.1:4600/api/session/provider/back';
const secret = 'a secret of the test';
const security: Asker = {
  account: 'security-admin',
  name: '',
  role: 'security-admin',
  organisation: 'org-system',
  territory: '100000',
};
let house: House;
let provider: Provider;
let server: FastifyInstance;
beforeAll(async () => {
  cpSync(await begunFolder(), folder, { recursive: true });
  house = await openHouse({ data: folder });
  provider = await loopbackProvider(back, secret);
  const client = oidcClient({ issuer: provider.issuer, client: 'tidu', secret, back });
  server = await httpServer({ house, webRoot: folder, provider: client });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** There, through the provider's forms, and back with the cookie that was given on the way. */
async function wayOf(login: string, { without = false }: { without?: boolean } = {}) {
  const begun = await server.inject({ url: '/api/session/provider' });
  const [kept] = begun.cookies;
  const returned = new URL(await provider.signInAs(login, begun.headers.location as string));
  const cookie = without ? '' : `${kept?.name}=${encodeURIComponent(kept?.value ?? '')}`;
  const ended = await server.inject({ url: `${returned.pathname}${returned.search}`, headers: { cookie } });
  return { to: ended.headers.location, session: ended.cookies.find(({ name }) => name === 'tidu') };
}

describe('signing in through a provider', () => {
  it('opens nothing for somebody whom no administrator has linked', async () => {
    expect(await wayOf('wang')).toEqual({ to: '/sign-in?refused=provider', session: undefined });
  });

  it('opens the account that was linked, and goes to the first page', async () => {
    const { accounts } = await house.programme();
    await accounts.administration.link('province-140000', provider.issuer, 'wang@example.org', security);
    const { to, session } = await wayOf('wang');
    expect(to).toBe('/');
    const asked = await server.inject({ url: '/api/session', headers: { cookie: `tidu=${session?.value}` } });
    expect(asked.json()).toMatchObject({
      asker: { id: 'province-140000' },
      provider: true,
      demonstration: false,
    });
  });

  it('opens nothing in a browser that did not begin it, nor for an e-mail that was not verified', async () => {
    expect((await wayOf('wang', { without: true })).to).toBe('/sign-in?refused=provider');
    const { accounts } = await house.programme();
    await accounts.administration.link('park-taiyuan', provider.issuer, 'unverified@example.org', security);
    expect((await wayOf('unverified')).to).toBe('/sign-in?refused=provider');
  });
});

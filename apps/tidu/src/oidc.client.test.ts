import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OidcClient, oidcClient } from './oidc.client.ts';

const back = 'http://127.0.0.1:4600/api/session/oidc/back';
let provider: Server;
let issuer: string;
let client: OidcClient;

beforeAll(async () => {
  // It comes without types.
  const { Provider } = (await import('oidc-provider' as string)) as {
    Provider: new (...of: unknown[]) => Answering;
  };
  provider = createServer();
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  const address = provider.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const answering = new Provider(issuer, {
    clients: [{ client_id: 'tidu', client_secret: 'a secret of the test', redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of the test'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.org`, email_verified: sub !== 'unverified' }),
    }),
  });
  provider.on('request', answering.callback());
  client = oidcClient({ issuer, client: 'tidu', secret: 'a secret of the test', back });
});
afterAll(() => {
  provider.closeAllConnections();
  provider.close();
});

interface Answering {
  callback(): (request: unknown, response: unknown) => void;
}

/** A person at the provider's own forms: follows every step until the provider sends them back. */
async function signInAs(login: string, address: string): Promise<string> {
  const cookies = new Map<string, string>();
  const step = async (url: string, form?: Record<string, string>): Promise<string> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next) return next.startsWith(back) ? next : step(new URL(next, url).href);
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!prompt) throw new Error(`the provider asks for nothing: ${answer.status} ${page}`);
    return step(url, prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
  };
  return step(address);
}

describe('signing in through an OpenID provider', () => {
  it('sends people there with PKCE, state and nonce, and hears who they are', async () => {
    const { address, underWay } = await client.start();
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toBe(underWay.state);
    expect(asked.get('nonce')).toBe(underWay.nonce);
    expect(address).not.toContain(underWay.verifier);
    expect(await client.finish(await signInAs('wang', address), underWay)).toEqual({
      issuer,
      subject: 'wang',
      email: 'wang@example.org',
      emailVerified: true,
    });
  });

  it('says when the provider has not verified an e-mail', async () => {
    const { address, underWay } = await client.start();
    const found = await client.finish(await signInAs('unverified', address), underWay);
    expect(found).toMatchObject({ subject: 'unverified', emailVerified: false });
  });

  it('takes no answer to another question: state, nonce and verifier have to be those of the start', async () => {
    for (const wrong of ['state', 'nonce', 'verifier'] as const) {
      const { address, underWay } = await client.start();
      const other = (await client.start()).underWay;
      const returned = await signInAs('wang', address);
      await expect(client.finish(returned, { ...underWay, [wrong]: other[wrong] })).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    }
  });

  it('takes an answer once', async () => {
    const { address, underWay } = await client.start();
    const returned = await signInAs('wang', address);
    await client.finish(returned, underWay);
    await expect(client.finish(returned, underWay)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('passes on that the person did not want to', async () => {
    const { underWay } = await client.start();
    const refused = `${back}?error=access_denied&state=${underWay.state}&iss=${encodeURIComponent(issuer)}`;
    await expect(client.finish(refused, underWay)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('says that a provider cannot be reached, and speaks to none in the clear but on this machine', async () => {
    const settings = { client: 'tidu', secret: 'x', back };
    await expect(oidcClient({ ...settings, issuer: 'http://127.0.0.1:9' }).start()).rejects.toMatchObject({
      code: 'provider-unreachable',
    });
    await expect(oidcClient({ ...settings, issuer: 'http://id.example.org' }).start()).rejects.toThrow(
      'only requests to HTTPS',
    );
  });
});

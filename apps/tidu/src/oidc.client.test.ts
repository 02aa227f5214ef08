import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OidcClient, oidcClient } from './oidc.client.ts';
import { loopbackProvider, type Provider } from './provider.cases.ts';

const back = 'http://127.0.0.1:4600/api/session/provider/back';
const secret = 'a secret of the test';
let provider: Provider;
let client: OidcClient;
beforeAll(async () => {
  provider = await loopbackProvider(back, secret);
  client = oidcClient({ issuer: provider.issuer, client: 'tidu', secret, back });
});
afterAll(() => provider?.close());
const signInAs = (login: string, address: string) => provider.signInAs(login, address);

describe('signing in through an OpenID provider', () => {
  it('sends people there with PKCE, state and nonce, and hears who they are', async () => {
    const { address, underWay } = await client.start();
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toBe(underWay.state);
    expect(asked.get('nonce')).toBe(underWay.nonce);
    expect(address).not.toContain(underWay.verifier);
    expect(await client.finish(await signInAs('wang', address), underWay)).toEqual({
      issuer: provider.issuer,
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
    const refused = `${back}?error=access_denied&state=${underWay.state}&iss=${encodeURIComponent(provider.issuer)}`;
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

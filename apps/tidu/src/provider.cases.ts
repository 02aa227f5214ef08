import { createServer } from 'node:http';

/** An OpenID provider on loopback, at which everybody is who they say they are. */
export interface Provider {
  readonly issuer: string;
  /** A person at the provider's own forms: follows every step until the provider sends them back. */
  signInAs(login: string, address: string): Promise<string>;
  close(): void;
}

interface Answering {
  callback(): (request: unknown, response: unknown) => void;
}

/** @param back where it may send people back to */
export async function loopbackProvider(back: string, secret: string): Promise<Provider> {
  // It comes without types.
  const { Provider } = (await import('oidc-provider' as string)) as {
    Provider: new (...of: unknown[]) => Answering;
  };
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const answering = new Provider(issuer, {
    clients: [{ client_id: 'tidu', client_secret: secret, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of the test'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.org`, email_verified: sub !== 'unverified' }),
    }),
  });
  server.on('request', answering.callback());
  return {
    issuer,
    signInAs: (login, at) => signInAs(login, at, back),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function signInAs(login: string, address: string, back: string): Promise<string> {
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

import type { Programme } from '@tidu/programme';
import { z } from 'zod';
import { type CookieRules, giveSession, visitorOf } from '../../asker.server.ts';
import { explain } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import type { OidcClient } from '../../oidc.client.ts';

const underWay = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Signing in through an OpenID provider: there, and back again. */
export function providerRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  { cookie, provider }: { cookie: CookieRules; provider: OidcClient },
): void {
  const name = cookie.secure ? '__Host-tidu-provider' : 'tidu-provider';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: cookie.secure } as const;
  const open = { config: { open: 'signing in through a provider' }, schema: { hide: true } };

  api.get('/session/provider', open, async (_request, reply) => {
    const { address, underWay: kept } = await provider.start();
    reply.setCookie(name, JSON.stringify(kept), { ...attributes, maxAge: 600 });
    return reply.redirect(address);
  });

  // A person stands here with a browser: what went wrong is said on the page, not as data.
  api.get('/session/provider/back', open, async (request, reply) => {
    reply.clearCookie(name, attributes);
    try {
      const kept = underWay.parse(JSON.parse(request.cookies[name] ?? '{}'));
      const claims = await provider.finish(request.url, kept);
      const { signIn } = (await programme()).accounts;
      const { token, awaits } = await signIn.byIdentity(claims, visitorOf(request));
      giveSession(reply, token, cookie);
      return reply.redirect(awaits ? '/sign-in' : '/');
    } catch (error) {
      const { code } = explain(error);
      request.log.warn({ code }, 'a sign-in through the provider was refused');
      return reply.redirect(
        `/sign-in?refused=${code === 'provider-unreachable' ? 'unreachable' : 'provider'}`,
      );
    }
  });
}

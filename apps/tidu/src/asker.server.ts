import type { Asker } from '@tidu/programme';
import { everybody, type Programme } from '@tidu/programme';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    asker: Asker;
    /** The session's token, where the browser shows one. */
    session: string | undefined;
  }
}

export interface CookieRules {
  /** Served by https: the cookie is bound to this host and never sent without encryption. */
  readonly secure: boolean;
}

const cookieName = ({ secure }: CookieRules) => (secure ? '__Host-tidu' : 'tidu');

/** Who asks, by the session's cookie; the programme is opened only for those who show one. */
export function askersOf(
  server: FastifyInstance,
  programme: () => Promise<Programme>,
  rules: CookieRules,
): void {
  server.decorateRequest('asker', undefined as unknown as Asker);
  server.decorateRequest('session', undefined);
  server.addHook('onRequest', async (request) => {
    request.asker = everybody;
    const token = request.cookies[cookieName(rules)];
    if (!token) return;
    request.session = token;
    const { accounts } = await programme();
    request.asker = (await accounts.askerOf(token)) ?? everybody;
  });
}

interface Replying {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

/** Lax, because people come back from another site when they sign in there; every change is held to come from here. */
const attributes = ({ secure }: CookieRules) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;

export const giveSession = (reply: Replying, token: string, rules: CookieRules): unknown =>
  reply.setCookie(cookieName(rules), token, attributes(rules));
export const takeSession = (reply: Replying, rules: CookieRules): unknown =>
  reply.clearCookie(cookieName(rules), attributes(rules));

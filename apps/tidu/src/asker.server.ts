import { type Asker, everybody, type Programme, type Visitor } from '@tidu/programme';
import type { FastifyInstance, FastifyRequest } from 'fastify';

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
  server.addHook('onRequest', async (request, reply) => {
    request.asker = everybody;
    const token = request.cookies[cookieName(rules)];
    if (!token) return;
    request.session = token;
    // What is answered to one person is kept by no cache on the way.
    reply.header('cache-control', 'no-store');
    const { accounts } = await programme();
    request.asker = (await accounts.sessions.askerOf(token)) ?? everybody;
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

/** Where somebody sits, as far as the network and the browser say. */
export const visitorOf = ({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Visitor => ({
  address: ip,
  client: headers['user-agent'] ?? '',
});

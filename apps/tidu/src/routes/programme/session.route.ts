import { type Programme, roles } from '@tidu/programme';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CookieRules, giveSession, takeSession, visitorOf } from '../../asker.server.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const account = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  organisation: z.string(),
});
const session = z.object({
  asker: account.extend({ territory: z.string(), organisationName: words }).nullable(),
  /** What the session lacks before it opens anything. */
  awaits: z.enum(['code', 'second-factor']).nullable(),
  /** One may sign in through an OpenID provider: /api/session/provider. */
  provider: z.boolean(),
  /** The programme is the demonstration: its accounts may be entered by everybody on this machine. */
  demonstration: z.boolean(),
  sampleAccounts: z.array(account),
});

export interface SessionRules {
  readonly cookie: CookieRules;
  readonly sampleSignIn: boolean;
  readonly hasProvider: boolean;
}

/** Signing in and out. */
export function sessionRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  { cookie, sampleSignIn, hasProvider }: SessionRules,
): void {
  const open = { config: { open: 'who asks, and signing in' } };

  api.get(
    '/session',
    { ...open, schema: { response: { 200: session } } },
    async ({ asker, session: token }) => {
      const { accounts, beginning } = await programme();
      const demonstration = beginning === 'demonstration' && sampleSignIn;
      const samples = demonstration ? await accounts.samples() : [];
      return {
        asker: asker.role === 'public' ? null : await shown(await programme(), asker),
        awaits: (token && (await accounts.sessions.find(token))?.awaits) || null,
        provider: hasProvider,
        demonstration,
        sampleAccounts: samples.map(({ id, name, role, organisation }) => ({ id, name, role, organisation })),
      };
    },
  );

  api.post(
    '/session',
    {
      ...open,
      schema: { body: z.object({ login: z.string().max(200), password: z.string().max(1000) }) },
    },
    async (request, reply) => {
      const { signIn } = (await programme()).accounts;
      const { login, password } = request.body;
      giveSession(reply, (await signIn.byPassword(login, password, visitorOf(request))).token, cookie);
      return reply.status(204).send();
    },
  );

  api.post(
    '/session/code',
    { ...open, schema: { body: z.object({ code: z.string().max(40) }) } },
    async (request, reply) => {
      const { signIn } = (await programme()).accounts;
      const token = tokenOf(request);
      giveSession(
        reply,
        (await signIn.bySecondFactor(token, request.body.code, visitorOf(request))).token,
        cookie,
      );
      return reply.status(204).send();
    },
  );

  api.post(
    '/session/sample',
    { ...open, schema: { body: z.object({ account: z.string().max(200) }) } },
    async (request, reply) => {
      if (!sampleSignIn) {
        throw new Refused(
          'not-allowed',
          'accounts of the demonstration can be entered only on the machine that it runs on',
          'give them passwords: tidu account reset',
        );
      }
      const { signIn } = (await programme()).accounts;
      giveSession(reply, (await signIn.asSample(request.body.account, visitorOf(request))).token, cookie);
      return reply.status(204).send();
    },
  );

  api.delete('/session', open, async ({ session: token }, reply) => {
    const { sessions } = (await programme()).accounts;
    if (token) await sessions.close(token);
    takeSession(reply, cookie);
    return reply.status(204).send();
  });
}

/** @throws Refused `not-signed-in` */
export function tokenOf({ session: token }: Pick<FastifyRequest, 'session'>): string {
  if (token) return token;
  throw new Refused('not-signed-in', 'there is no session', 'sign in first');
}

async function shown({ accounts }: Programme, asker: FastifyRequest['asker']) {
  const own = (await accounts.organisations.list()).find(({ id }) => id === asker.organisation);
  const { account: id, name, role, organisation, territory } = asker;
  return {
    id,
    name,
    role,
    organisation,
    territory,
    organisationName: { ...(own?.name ?? { zh: organisation, en: organisation }) },
  };
}

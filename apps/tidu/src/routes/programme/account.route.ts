import type { Asker, Programme } from '@tidu/programme';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type CookieRules, giveSession, visitorOf } from '../../asker.server.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { tokenOf } from './session.route.ts';

const own = z.object({
  login: z.string(),
  email: z.string(),
  hasPassword: z.boolean(),
  secondFactor: z.object({ since: z.string().optional(), recoveryCodesLeft: z.int() }),
  sessions: z.array(
    z.object({
      id: z.string(),
      madeAt: z.string(),
      seenAt: z.string(),
      client: z.string(),
      address: z.string(),
      current: z.boolean(),
    }),
  ),
});
const password = z.string().max(1000);

/** What everybody does with their own account, and the invitation by which they came to it. */
export function accountRoutes(api: Api, programme: () => Promise<Programme>, cookie: CookieRules): void {
  const tags = ['account'];
  const config = { deed: 'account.own' };

  api.get('/account', { config, schema: { tags, response: { 200: own } } }, async (request) => {
    const found = await (await programme()).accounts.own.of(request.asker, tokenOf(request));
    const { since, recoveryCodesLeft } = found.secondFactor;
    return {
      ...found,
      secondFactor: { recoveryCodesLeft, ...(since !== undefined && { since }) },
      sessions: [...found.sessions],
    };
  });

  api.put(
    '/account/password',
    { config, schema: { tags, body: z.object({ current: password, next: password }) } },
    async (request, reply) => {
      const { accounts } = await programme();
      const { body } = request;
      const token = tokenOf(request);
      const next = await accounts.own.changePassword(request.asker, { ...body, token }, visitorOf(request));
      giveSession(reply, next, cookie);
      return reply.status(204).send();
    },
  );

  api.post(
    '/account/sessions/end',
    {
      config,
      schema: {
        tags,
        /** The password or a code of the second factor; without an id, all sessions but this one. */
        body: z.object({ proof: password, id: z.string().max(64).optional() }),
      },
    },
    async (request, reply) => {
      const { accounts } = await programme();
      await accounts.own.endSessions(request.asker, { ...request.body, token: tokenOf(request) });
      return reply.status(204).send();
    },
  );

  // Who must have a second factor comes here before their session opens anything else: these look at it themselves.
  const settingUp = { config: { open: 'for the bearer of a session, whole or waiting for a second factor' } };
  const bearer = async (request: FastifyRequest): Promise<Asker> => {
    const found = await (await programme()).accounts.sessions.find(tokenOf(request));
    if (found && found.awaits !== 'code') return found.asker;
    throw notSignedIn();
  };

  api.post(
    '/account/second-factor',
    {
      ...settingUp,
      schema: { tags, response: { 200: z.object({ secret: z.string(), address: z.string() }) } },
    },
    async (request) => {
      const { accounts } = await programme();
      const asker = await bearer(request);
      return accounts.secondFactors.begin((await accounts.own.of(asker, tokenOf(request))).login);
    },
  );
  api.put(
    '/account/second-factor',
    {
      ...settingUp,
      schema: {
        tags,
        /** The password, unless the session waits for this alone. */
        body: z.object({
          password: password.optional(),
          secret: z.string().regex(/^[A-Z2-7]{32}$/),
          code: z.string().max(20),
        }),
        response: { 200: z.object({ recoveryCodes: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const { accounts } = await programme();
      const given = { ...request.body, token: tokenOf(request) };
      const done = await accounts.own.confirmSecondFactor(await bearer(request), given, visitorOf(request));
      if (!done) {
        throw new Refused(
          'code-wrong',
          'the code is not of this secret',
          'see that the telephone’s clock is right, and give the code that it shows now',
        );
      }
      giveSession(reply, done.token, cookie);
      return { recoveryCodes: done.recoveryCodes };
    },
  );

  const invited = { config: { open: 'for the bearer of an invitation' } };
  const token = z.object({ token: z.string().max(100) });
  api.post(
    '/invitations/find',
    {
      ...invited,
      schema: { tags, body: token, response: { 200: z.object({ login: z.string(), name: z.string() }) } },
    },
    async ({ body }) => {
      const { login, name } = await (await programme()).accounts.invitations.find(body.token);
      return { login, name };
    },
  );
  api.post(
    '/invitations/take',
    { ...invited, schema: { tags, body: token.extend({ password }) } },
    async ({ body }, reply) => {
      await (await programme()).accounts.invitations.take(body.token, body.password);
      return reply.status(204).send();
    },
  );
}

const notSignedIn = () => new Refused('not-signed-in', 'this needs an account', 'sign in first');

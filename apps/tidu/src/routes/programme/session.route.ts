import { type Programme, roles } from '@tidu/programme';
import { z } from 'zod';
import { type CookieRules, giveSession, takeSession } from '../../asker.server.ts';
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
  /** The programme is the demonstration: its accounts may be entered by everybody on this machine. */
  demonstration: z.boolean(),
  sampleAccounts: z.array(account),
});

/** Signing in and out. */
export function sessionRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  { cookie, sampleSignIn }: { cookie: CookieRules; sampleSignIn: boolean },
): void {
  const open = { config: { open: 'who asks, and signing in' } };

  api.get('/session', { ...open, schema: { response: { 200: session } } }, async ({ asker }) => {
    const { accounts, beginning } = await programme();
    const demonstration = beginning === 'demonstration' && sampleSignIn;
    const own = (await accounts.organisations()).find(({ id }) => id === asker.organisation);
    return {
      asker:
        asker.role === 'public'
          ? null
          : {
              id: asker.account,
              name: asker.name,
              role: asker.role,
              organisation: asker.organisation,
              territory: asker.territory,
              organisationName: own?.name ?? { zh: asker.organisation, en: asker.organisation },
            },
      demonstration,
      sampleAccounts: demonstration
        ? (await accounts.sampleAccounts()).map(({ id, name, role, organisation }) => ({
            id,
            name,
            role,
            organisation,
          }))
        : [],
    };
  });

  api.post(
    '/session',
    {
      ...open,
      schema: { body: z.object({ login: z.string().max(200), password: z.string().max(200) }) },
    },
    async ({ body }, reply) => {
      const { accounts } = await programme();
      giveSession(reply, await accounts.signIn(body.login, body.password), cookie);
      return reply.status(204).send();
    },
  );

  api.post(
    '/session/sample',
    { ...open, schema: { body: z.object({ account: z.string().max(200) }) } },
    async ({ body }, reply) => {
      if (!sampleSignIn) {
        throw new Refused(
          'not-allowed',
          'accounts of the demonstration can be entered only on the machine that it runs on',
          'give them passwords: tidu account reset',
        );
      }
      const { accounts } = await programme();
      giveSession(reply, await accounts.signInAsSample(body.account), cookie);
      return reply.status(204).send();
    },
  );

  api.delete('/session', open, async ({ session: token }, reply) => {
    const { accounts } = await programme();
    if (token) await accounts.signOut(token);
    takeSession(reply, cookie);
    return reply.status(204).send();
  });
}

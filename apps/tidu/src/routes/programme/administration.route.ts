import { factorRules, organisationKinds, type Programme, roles } from '@tidu/programme';
import { z } from 'zod';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const text = z.string().trim().min(1).max(200);
const given = z.object({
  login: z.string().regex(/^[\p{L}\p{N}._@-]{2,64}$/u, '2 to 64 letters, digits, dots, dashes, _ and @'),
  name: text,
  email: z.union([z.email().max(200), z.literal('')]),
  role: z.enum(roles).exclude(['public']),
  organisation: z.string().max(80),
});
const account = given.extend({
  id: z.string(),
  login: z.string(),
  email: z.string(),
  sample: z.boolean(),
  disabled: z.boolean(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  sessions: z.int(),
  identities: z.array(z.object({ issuer: z.string(), email: z.string(), bound: z.boolean() })),
});
const invitation = z.object({ id: z.string(), invitation: z.string() });
const names = z.object({ zh: text, en: text });
const territory = z.string().regex(/^\d{6}$/);
const one = z.object({ id: z.string().max(80) });

/** What the security administrator does with accounts. */
export function administrationRoutes(api: Api, programme: () => Promise<Programme>): void {
  const tags = ['accounts'];
  const at = '/admin/accounts';
  const deed = (name: string) => ({ config: { deed: `account.${name}` } });

  api.get(
    at,
    { ...deed('list'), schema: { tags, response: { 200: z.object({ accounts: z.array(account) }) } } },
    async () => {
      const accounts = await (await programme()).accounts.administration.list();
      return {
        accounts: accounts.map((found) => ({
          ...found,
          role: found.role as never,
          identities: [...found.identities],
        })),
      };
    },
  );
  api.post(
    at,
    { ...deed('create'), schema: { tags, body: given, response: { 201: invitation } } },
    async ({ asker, body }, reply) => {
      return reply.status(201).send(await (await programme()).accounts.administration.create(body, asker));
    },
  );
  api.put(
    `${at}/:id`,
    { ...deed('change'), schema: { tags, params: one, body: given } },
    async ({ asker, params, body }, reply) => {
      await (await programme()).accounts.administration.change(params.id, body, asker);
      return reply.status(204).send();
    },
  );
  api.post(
    `${at}/:id/invite`,
    { ...deed('invite'), schema: { tags, params: one, response: { 200: invitation } } },
    async ({ asker, params }) => {
      return {
        ...params,
        invitation: await (await programme()).accounts.administration.invite(params.id, asker),
      };
    },
  );
  api.post(
    `${at}/:id/reset`,
    {
      ...deed('reset'),
      schema: {
        tags,
        params: one,
        body: z.object({ secondFactor: z.boolean() }),
        response: { 200: invitation },
      },
    },
    async ({ asker, params, body }) => {
      return {
        ...params,
        invitation: await (await programme()).accounts.administration.reset(params.id, body, asker),
      };
    },
  );
  for (const act of ['disable', 'enable'] as const) {
    api.post(
      `${at}/:id/${act}`,
      { ...deed(act), schema: { tags, params: one } },
      async ({ asker, params }, reply) => {
        await (await programme()).accounts.administration.disable(params.id, act === 'disable', asker);
        return reply.status(204).send();
      },
    );
  }
  api.post(
    `${at}/:id/end-sessions`,
    { ...deed('end-sessions'), schema: { tags, params: one } },
    async ({ asker, params }, reply) => {
      await (await programme()).accounts.administration.endSessions(params.id, asker);
      return reply.status(204).send();
    },
  );
  api.put(
    `${at}/:id/identity`,
    {
      ...deed('link'),
      schema: {
        tags,
        params: one,
        /** Without an e-mail the person is linked no longer. */
        body: z.object({ issuer: z.url().max(300), email: z.email().max(200).optional() }),
      },
    },
    async ({ asker, params, body }, reply) => {
      await (await programme()).accounts.administration.link(params.id, body.issuer, body.email, asker);
      return reply.status(204).send();
    },
  );
}

/** Of whom a second factor is asked: the security administrator's word. */
export function factorRuleRoutes(api: Api, programme: () => Promise<Programme>): void {
  const tags = ['accounts'];
  const at = '/admin/second-factor';
  const kept = z.object({ rule: z.enum(factorRules) });

  api.get(at, { config: { deed: 'account.list' }, schema: { tags, response: { 200: kept } } }, async () => ({
    rule: await (await programme()).accounts.factorRules.inForce(),
  }));
  api.put(
    at,
    { config: { deed: 'account.require-factor' }, schema: { tags, body: kept } },
    async ({ asker, body }, reply) => {
      await (await programme()).accounts.factorRules.set(body.rule, asker);
      return reply.status(204).send();
    },
  );
}

/** What the system administrator does with organisations. */
export function organisationRoutes(api: Api, programme: () => Promise<Programme>): void {
  const tags = ['organisations'];
  const at = '/admin/organisations';
  const deed = (name: string) => ({ config: { deed: `organisation.${name}` } });
  const organisation = z.object({
    id: z.string().regex(/^org-[a-z0-9-]{1,60}$/, 'org- and then small letters, digits and dashes'),
    kind: z.enum(organisationKinds),
    name: names,
    territory,
  });
  const listed = organisation.extend({
    name: words,
    sample: z.boolean().optional(),
    disabled: z.boolean(),
    accounts: z.int(),
  });

  api.get(
    at,
    { ...deed('list'), schema: { tags, response: { 200: z.object({ organisations: z.array(listed) }) } } },
    async () => {
      const organisations = await (await programme()).accounts.organisations.list();
      return { organisations: organisations.map((found) => ({ ...found, name: { ...found.name } })) };
    },
  );
  api.post(
    at,
    { ...deed('create'), schema: { tags, body: organisation } },
    async ({ asker, body }, reply) => {
      await (await programme()).accounts.organisations.create(body, asker);
      return reply.status(204).send();
    },
  );
  api.put(
    `${at}/:id`,
    { ...deed('change'), schema: { tags, params: one, body: z.object({ name: names, territory }) } },
    async ({ asker, params, body }, reply) => {
      await (await programme()).accounts.organisations.change(params.id, body, asker);
      return reply.status(204).send();
    },
  );
  for (const act of ['disable', 'enable'] as const) {
    api.post(
      `${at}/:id/${act}`,
      { ...deed(act), schema: { tags, params: one } },
      async ({ asker, params }, reply) => {
        await (await programme()).accounts.organisations.disable(params.id, act === 'disable', asker);
        return reply.status(204).send();
      },
    );
  }
}

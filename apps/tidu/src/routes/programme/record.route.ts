import {
  type Asker,
  actName,
  grantsOf,
  type Kind,
  type Listed,
  type Programme,
  type ProgrammeRecord,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed, type Subject } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

const face = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  stateName: words,
  version: z.int(),
  title: words,
  territory: z.string(),
  organisations: z.array(z.string()),
  parent: z.string().optional(),
  published: z.boolean(),
  due: z.string().optional(),
  sample: z.boolean(),
  madeAt: z.string(),
  changedAt: z.string(),
});
const reason = z.object({ zh: z.string(), en: z.string(), clause: z.string().optional() });
const whole = face
  .extend({
    /** As much of it as the asker may see. */
    content: z.record(z.string(), z.unknown()),
    editable: z.boolean(),
    /** What the asker may do with it by their role, and what stands against it now. */
    possible: z.array(
      z.object({ act: z.string(), name: words, allowed: z.boolean(), reasons: z.array(reason) }),
    ),
  })
  .meta({ id: 'Record' });
const records = z
  .object({
    records: z.array(face),
    total: z.int(),
    counts: z.record(z.string(), z.int()),
    mayCreate: z.boolean(),
  })
  .meta({ id: 'Records' });
const version = z.object({
  version: z.int(),
  state: z.string(),
  stateName: words,
  act: z.string(),
  actName: words,
  by: z.string(),
  at: z.string(),
  content: z.record(z.string(), z.unknown()),
  given: z.record(z.string(), z.unknown()),
});
const versions = z.object({ versions: z.array(version) }).meta({ id: 'RecordVersions' });
const one = z.object({ id: z.string().max(80) });
const asked = z.object({
  parent: z.string().max(80).optional(),
  state: z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .optional(),
  organisation: z.string().max(80).optional(),
  territory: z.string().max(6).optional(),
  sort: z.enum(['changed', 'due', 'title', 'made']).default('made'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(100),
});

/** Found, listed, made, edited and acted upon: the same for every kind of record, by its own schemas. */
export function recordRoutes(api: Api, programme: () => Promise<Programme>, kind: Kind): void {
  const { name, plural, workflow } = kind;
  z.globalRegistry.add(kind.content, { id: componentName(name) });
  const at = `/${plural}`;
  const tags = [plural];
  const faceOf = (record: Listed, asker: Asker) => ({
    id: record.id,
    kind: record.kind,
    state: record.state,
    stateName: stateName(name, record.state),
    version: record.version,
    title: { ...record.title },
    territory: record.territory,
    organisations: record.organisations.filter((one) => !kind.unnamed || one === asker.organisation),
    ...(record.parent && !kind.unnamed && { parent: record.parent }),
    published: record.published,
    ...(record.due && { due: record.due }),
    sample: record.sample,
    madeAt: record.madeAt,
    changedAt: record.changedAt,
  });

  api.get(
    at,
    {
      config: { deed: `${name}.read` },
      schema: {
        tags,
        querystring: asked,
        response: { 200: records },
      },
    },
    async ({ query, asker }) => {
      const { records } = await programme();
      const { page, size, sort, ...asked } = query;
      // Whoever asks for the records of one company would learn which unnamed ones are its own.
      const wanted = kind.unnamed ? { ...asked, organisation: asker.organisation } : asked;
      const seen = { asker, grants: grantsOf(deeds, `${name}.read`, asker.role) };
      const { state: _, ...anyState } = wanted;
      const [{ records: found, total }, counts] = await Promise.all([
        records.list({ ...wanted, kind: name, seen, sort, offset: (page - 1) * size, limit: size }),
        records.counts({ ...anyState, kind: name, seen }),
      ]);
      const mayCreate = grantsOf(deeds, `${name}.create`, asker.role).length > 0;
      return { records: found.map((one) => faceOf(one, asker)), total, counts, mayCreate };
    },
  );

  const shown = async (record: ProgrammeRecord, asker: Asker) => {
    const { records } = await programme();
    const grant = mustBeAllowed(asker, `${name}.read`, record);
    const content =
      grant.of === 'published'
        ? (kind.publicContent?.(record.content) ?? {})
        : (kind.shownTo?.(record.content, asker, record) ?? record.content);
    const possible = (await records.possible(record, asker)).filter(
      ({ act, by }) => !by && allow(asker, `${name}.${act}`, record),
    );
    return {
      ...faceOf(record, asker),
      content: content as Record<string, unknown>,
      editable:
        workflow.editable.includes(record.state) && allow(asker, `${name}.edit`, record) !== undefined,
      possible: possible.map(({ act, name: label, allowed, reasons }) => ({
        act,
        name: { ...label },
        allowed,
        reasons: reasons.map((one) => ({ ...one })),
      })),
    };
  };

  api.get(
    `${at}/:id`,
    { config: { deed: `${name}.read` }, schema: { tags, params: one, response: { 200: whole } } },
    async ({ params, asker }) => shown(await (await programme()).records.get(params.id, name), asker),
  );

  api.post(
    at,
    {
      config: { deed: `${name}.create` },
      schema: { tags, body: kind.content, response: { 201: whole } },
    },
    async ({ body, asker }, reply) => {
      const { records } = await programme();
      const { initial } = workflow;
      const subject: Subject = { ...kind.face(body, initial), kind: name, state: initial };
      mustBeAllowed(asker, `${name}.create`, subject);
      const made = await records.create(name, body, asker);
      // Who hands in what only others read gets a receipt: its number, and nothing of it.
      const readable = allow(asker, `${name}.read`, made) !== undefined;
      const receipt = {
        ...faceOf(made, asker),
        organisations: [],
        content: {},
        editable: false,
        possible: [],
      };
      return reply.status(201).send(readable ? await shown(made, asker) : receipt);
    },
  );

  api.put(
    `${at}/:id`,
    {
      config: { deed: `${name}.edit` },
      schema: {
        tags,
        params: one,
        body: z.object({ version: z.int(), content: kind.content }),
        response: { 200: whole },
      },
    },
    async ({ params, body, asker }) => {
      const { records } = await programme();
      const was = await records.get(params.id, name);
      mustBeAllowed(asker, `${name}.edit`, was);
      // What it is turned into must be the asker's as well.
      mustBeAllowed(asker, `${name}.edit`, { ...was, ...kind.face(body.content, was.state) });
      return shown(await records.edit(params.id, body.content, body.version, asker), asker);
    },
  );

  for (const [act, { by }] of Object.entries<{ by?: 'clock' }>(workflow.acts)) {
    if (by) continue;
    const given = kind.doing?.[act]?.given;
    api.post(
      `${at}/:id/acts/${act}`,
      {
        config: { deed: `${name}.${act}` },
        schema: {
          tags,
          params: one,
          body: z.object({ version: z.int(), ...(given && { given }) }),
          response: { 200: whole },
        },
      },
      async ({ params, body, asker }) => {
        const { records } = await programme();
        const was = await records.get(params.id, name);
        mustBeAllowed(asker, `${name}.${act}`, was);
        const told = (body as { given?: Record<string, unknown> }).given ?? {};
        const done = await records.act(params.id, act, told, body.version, asker);
        return shown(done, asker);
      },
    );
  }

  api.get(
    `${at}/:id/versions`,
    {
      config: { deed: `${name}.read` },
      schema: { tags, params: one, response: { 200: versions } },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get(params.id, name);
      const grant = mustBeAllowed(asker, `${name}.read`, record);
      const whole = grant.of !== 'published';
      const versions = whole ? await records.versions(params.id) : [];
      return {
        versions: versions.map(({ content, given, account, by, ...rest }) => ({
          ...rest,
          by: kind.unnamed && account !== asker.account ? '' : by,
          stateName: stateName(name, rest.state),
          actName: { ...(actName(kind, rest.act) ?? { zh: rest.act, en: rest.act }) },
          content: (kind.shownTo?.(content, asker, record) ?? content) as Record<string, unknown>,
          given: kind.shownTo ? {} : (given as Record<string, unknown>),
        })),
      };
    },
  );
}

/** `pairing-event` → `PairingEvent`: the content of a kind, as the API's description names it. */
const componentName = (kind: string) =>
  kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

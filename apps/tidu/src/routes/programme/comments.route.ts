import {
  type Asker,
  audiences,
  comment,
  commentsOn,
  kinds,
  type Programme,
  type ProgrammeRecord,
  reword,
  takeBack,
  whoMay,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const one = z.object({ id: z.string().max(80) });
const part = one.extend({ comment: z.coerce.number().int().positive() });
const text = z.string().trim().min(1).max(4000);
const said = z.object({
  id: z.int(),
  account: z.string(),
  name: z.string(),
  organisation: words,
  audience: z.enum(audiences),
  text: z.string(),
  mentions: z.array(z.object({ account: z.string(), name: z.string() })),
  at: z.string(),
  editedAt: z.string().optional(),
  deletedAt: z.string().optional(),
  mine: z.boolean(),
});
const all = z.object({
  /** Whether the asker sees the record by their office, and not only what everybody may. */
  inOffice: z.boolean(),
  comments: z.array(said),
});

const unnamed = ({ kind: name }: ProgrammeRecord): boolean =>
  kinds.some(({ kind }) => kind.name === name && kind.unnamed);

/** What people say about any record: those who see it by their office, not those who see only what is public. */
export function commentRoutes(api: Api, programme: () => Promise<Programme>): void {
  const listing = {
    config: {
      open: 'who may not read the record is told that there is none; who has no office there sees no comment',
    },
  };
  const saying = { config: { deed: 'comment.create' } };

  const seen = async (id: string, asker: Asker): Promise<ProgrammeRecord> => {
    const record = await (await programme()).records.get(id);
    mustBeAllowed(asker, `${record.kind}.read`, record);
    return record;
  };
  const discussed = async (id: string, asker: Asker): Promise<ProgrammeRecord> => {
    const record = await seen(id, asker);
    mustBeAllowed(asker, 'comment.create', record);
    if (unnamed(record))
      throw new Refused(
        'not-allowed',
        'a comment would say who the other party is',
        'use the acts of the record itself',
      );
    return record;
  };
  const shown = async (record: ProgrammeRecord, asker: Asker) => ({
    inOffice: true,
    comments: (await commentsOn((await programme()).records.reading, record.id, asker)).map((comment) => ({
      ...comment,
      organisation: { ...comment.organisation },
      mentions: comment.mentions.map((mention) => ({ ...mention })),
    })),
  });

  api.get(
    '/records/:id/comments',
    { ...listing, schema: { params: one, response: { 200: all } } },
    async ({ params, asker }) => {
      const record = await seen(params.id, asker);
      const inOffice = allow(asker, 'comment.create', record) !== undefined && !unnamed(record);
      return inOffice ? shown(record, asker) : { inOffice, comments: [] };
    },
  );

  api.post(
    '/records/:id/comments',
    {
      ...saying,
      schema: {
        params: one,
        body: z.object({
          text,
          audience: z.enum(audiences).default('concerned'),
          mentions: z.array(z.string().max(80)).max(20).default([]),
        }),
        response: { 201: all },
      },
    },
    async ({ params, body, asker }, reply) => {
      const record = await discussed(params.id, asker);
      const { database, records } = await programme();
      await database.write((writing) => comment(writing, deeds, record, body, asker, records.world.now()));
      return reply.status(201).send(await shown(record, asker));
    },
  );

  api.put(
    '/records/:id/comments/:comment',
    { ...saying, schema: { params: part, body: z.object({ text }), response: { 200: all } } },
    async ({ params, body, asker }) => {
      const record = await discussed(params.id, asker);
      const { database, records } = await programme();
      await database.write((writing) =>
        reword(writing, record.id, params.comment, body.text, asker, records.world.now()),
      );
      return shown(record, asker);
    },
  );

  api.delete(
    '/records/:id/comments/:comment',
    { ...saying, schema: { params: part, response: { 200: all } } },
    async ({ params, asker }) => {
      const record = await discussed(params.id, asker);
      const { database, records } = await programme();
      await database.write((writing) =>
        takeBack(writing, record.id, params.comment, asker, records.world.now()),
      );
      return shown(record, asker);
    },
  );

  api.get(
    '/records/:id/people',
    {
      ...saying,
      schema: {
        params: one,
        querystring: z.object({ named: z.string().trim().max(40).default('') }),
        response: {
          200: z.object({
            people: z.array(z.object({ account: z.string(), name: z.string(), organisation: words })),
          }),
        },
      },
    },
    async ({ params, query, asker }) => {
      const record = await discussed(params.id, asker);
      const { reading } = (await programme()).records;
      const found = await whoMay(reading, deeds, 'comment.create', record, { named: query.named, limit: 20 });
      return {
        people: found
          .filter(({ account }) => account !== asker.account)
          .map(({ account, name, organisationName }) => ({
            account,
            name,
            organisation: { ...organisationName },
          })),
      };
    },
  );
}

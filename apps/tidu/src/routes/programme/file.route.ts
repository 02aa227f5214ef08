import multipart, { type MultipartFile } from '@fastify/multipart';
import {
  type Asker,
  fileTypes,
  type Incoming,
  largestFile,
  NotFound,
  type Programme,
  type RecordFile,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';

const file = z.object({
  id: z.string(),
  record: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
  note: z.string(),
  public: z.boolean(),
  by: z.string(),
  at: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), why: z.string() }).optional(),
  /** Whether the asker may mark it public, and withdraw it. */
  yours: z.boolean(),
});
const files = z.object({ files: z.array(file), mayAdd: z.boolean() });
const one = z.object({ id: z.string().max(80) });

/** Files on any record: evidence and documents. Registered on a scope of its own, which takes forms. */
export async function fileRoutes(api: Api, programme: () => Promise<Programme>): Promise<void> {
  await api.register(multipart, {
    throwFileSizeLimit: false,
    // One byte more than may be, by which too large a file is seen.
    limits: { fileSize: largestFile + 1, files: 20, fields: 10 },
  });
  const tags = ['files'];

  /** The record, if the asker may read it; `whole` when all of it, and not only what is published. */
  const readable = async (id: string, asker: Asker) => {
    const { records } = await programme();
    const record = await records.get(id);
    const grant = mustBeAllowed(asker, `${record.kind}.read`, record);
    const { kind } = records.registered(record.kind);
    // What is sealed of a record is sealed of its files too.
    const open = kind.filesShownTo?.(record.content, asker, record) ?? true;
    return { record, whole: open && grant.of !== 'published' };
  };
  /** The record, if the asker may do this with its files. */
  const concerned = async (id: string, asker: Asker, deed: string) => {
    const { record, whole } = await readable(id, asker);
    if (!whole) throw new NotFound(`there is no ${record.kind} ${id} that is yours`);
    mustBeAllowed(asker, deed, record);
    return record;
  };
  const told = ({ account, withdrawn, ...found }: RecordFile, asker: Asker, may: boolean) => ({
    ...found,
    ...(withdrawn && { withdrawn: { ...withdrawn } }),
    yours: may && !withdrawn && (account === asker.account || asker.role === 'ministry'),
  });
  /** A file, if the asker may have it: with the whole record, or with what is published of it and public itself. */
  const given = async (id: string, asker: Asker) => {
    const { files: store } = await programme();
    const found = await store.get(id);
    const { record, whole } = await readable(found.record, asker).catch((error: unknown) => {
      throw error instanceof NotFound ? new NotFound(`there is no file ${id}`) : error;
    });
    if (whole || (found.public && !found.withdrawn)) return { found, record, store };
    throw new NotFound(`there is no file ${id}`);
  };
  /** The file, if it is the asker's to change. */
  const own = async (id: string, asker: Asker, deed: string) => {
    const { found, record, store } = await given(id, asker);
    await concerned(record.id, asker, deed);
    if (found.account === asker.account || asker.role === 'ministry') return store;
    throw new Refused(
      'not-allowed',
      `${found.name} was handed in by ${found.by}`,
      'ask them, or the Ministry',
    );
  };

  api.get(
    '/records/:id/files',
    {
      config: { open: 'decided by the record: its .read' },
      schema: { tags, params: one, response: { 200: files } },
    },
    async ({ params, asker }) => {
      const { record, whole } = await readable(params.id, asker);
      const { files: store } = await programme();
      const found = await store.of(record.id);
      const may = whole && allow(asker, 'file.add', record) !== undefined;
      return {
        files: found
          .filter((each) => whole || (each.public && !each.withdrawn))
          .map((each) => told(each, asker, may)),
        mayAdd: may,
      };
    },
  );

  api.post(
    '/records/:id/files',
    { config: { deed: 'file.add' }, schema: { tags, params: one, response: { 201: files } } },
    async (request, reply) => {
      const { asker, params } = request;
      const record = await concerned(params.id, asker, 'file.add');
      if (!request.isMultipart()) {
        throw new Refused('not-understood', 'files come as a form (multipart/form-data)', 'choose files');
      }
      const { files: store } = await programme();
      const said = new Map<string, string>();
      const made = await store.add(
        record.id,
        incoming(request.parts(), said),
        { note: () => said.get('note') ?? '', open: () => said.get('public') === 'true' },
        asker,
      );
      return reply.status(201).send({ files: made.map((each) => told(each, asker, true)), mayAdd: true });
    },
  );

  api.get(
    '/files/:id',
    { config: { open: 'decided by the record: its .read' }, schema: { tags, params: one } },
    async ({ params, asker }, reply) => {
      const { found, store } = await given(params.id, asker);
      const bytes = await store.read(found);
      return reply
        .header('content-type', fileTypes[found.type])
        .header('content-disposition', `attachment; filename*=UTF-8''${encoded(found.name)}`)
        .header('cache-control', 'private, no-cache')
        .header('x-content-type-options', 'nosniff')
        .send(bytes);
    },
  );

  api.patch(
    '/files/:id',
    {
      config: { deed: 'file.mark' },
      schema: { tags, params: one, body: z.strictObject({ public: z.boolean() }), response: { 200: file } },
    },
    async ({ params, body, asker }) => {
      const store = await own(params.id, asker, 'file.mark');
      return told(await store.mark(params.id, body.public, asker), asker, true);
    },
  );

  api.delete(
    '/files/:id',
    {
      config: { deed: 'file.withdraw' },
      schema: {
        tags,
        params: one,
        querystring: z.object({ why: z.string().trim().min(1).max(500) }),
        response: { 200: file },
      },
    },
    async ({ params, query, asker }) => {
      const store = await own(params.id, asker, 'file.withdraw');
      return told(await store.withdraw(params.id, query.why, asker), asker, true);
    },
  );
}

type Part = MultipartFile | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown };

/** The files of a form, one after the other; its fields are heard on the way. */
async function* incoming(parts: AsyncIterable<Part>, said: Map<string, string>): AsyncGenerator<Incoming> {
  for await (const part of parts) {
    if (part.type === 'file') yield { name: part.filename, stream: part.file };
    else if (typeof part.value === 'string') said.set(part.fieldname, part.value.trim().slice(0, 500));
  }
}

/** RFC 8187: also what `encodeURIComponent` leaves. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

import { Readable } from 'node:stream';
import { type AuditEntry, auditLines, deedName, type Kind, type Programme, roles } from '@tidu/programme';
import type { Names } from '@tidu/reference';
import { z } from 'zod';
import { checkpointOf, tellExport, verdictOf } from '../../audit.store.ts';
import { checkpoint } from '../../audit.ts';
import { csvText } from '../../csv.ts';
import type { HouseKey } from '../../house-key.file.ts';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const filter = z.object({
  account: z.string().max(80).optional(),
  record: z.string().max(80).optional(),
  deed: z.string().max(80).optional(),
  from: day.optional(),
  to: day.optional(),
});
const line = z.object({
  seq: z.int(),
  at: z.string(),
  account: z.string(),
  name: z.string(),
  role: z.enum(roles),
  deed: z.string(),
  deedName: words,
  /** The state that a record came into. */
  stateName: words.optional(),
  record: z.string().nullable(),
  about: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
const verdict = z.object({
  lines: z.int(),
  head: z.string(),
  fault: z
    .object({
      seq: z.int(),
      why: z.enum(['missing', 'changed', 'unchained', 'cut-off', 'rewritten', 'not-signed-here']),
    })
    .nullable(),
});

/** The trail, for who audits: read, verified, taken away. */
export function auditRoutes(api: Api, programme: () => Promise<Programme>, key: () => HouseKey): void {
  const tags = ['audit'];

  api.get(
    '/audit',
    {
      config: { deed: 'audit.read' },
      schema: {
        tags,
        querystring: filter.extend({
          /** Lines before this one: the next page, newest first. */
          before: z.coerce.number().int().optional(),
          size: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.object({ lines: z.array(line) }) },
      },
    },
    async ({ query: { size, ...asked } }) => {
      const { database, kinds } = await programme();
      const found = await auditLines(database.reading, { ...asked, limit: size, newestFirst: true });
      const known = kinds.map(({ kind }) => kind);
      return {
        lines: found.map(({ previous: _, role, about, ...rest }) => {
          const state = stateNameOf(known, rest.deed, (about as { state?: string }).state);
          return {
            ...rest,
            role: role as (typeof roles)[number],
            about: about as Record<string, unknown>,
            deedName: { ...deedName(rest.deed, known) },
            ...(state && { stateName: { ...state } }),
          };
        }),
      };
    },
  );

  api.get(
    '/audit/export',
    {
      config: { deed: 'audit.export' },
      schema: { tags, querystring: filter.extend({ format: z.enum(['csv', 'jsonl']).default('jsonl') }) },
    },
    async ({ asker, query: { format, ...asked } }, reply) => {
      const opened = await programme();
      await tellExport(opened, asker, { format, ...asked });
      const pieces = format === 'csv' ? asCsv(opened, asked) : asJsonLines(opened, asked);
      return reply
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl')
        .header('content-disposition', `attachment; filename="tidu-audit.${format}"`)
        .send(Readable.from(pieces));
    },
  );

  api.get(
    '/audit/checkpoint',
    { config: { deed: 'audit.export' }, schema: { tags, response: { 200: checkpoint } } },
    async ({ asker }) => checkpointOf(await programme(), key(), asker),
  );

  api.post(
    '/audit/verify',
    {
      config: { deed: 'audit.verify' },
      schema: {
        tags,
        body: z.object({ against: checkpoint.optional() }),
        response: { 200: verdict },
      },
    },
    async ({ asker, body }) =>
      verdictOf(await programme(), { against: body.against, key: key().publicKey, asker }),
  );
}

/** What the state is called that a record came into. */
function stateNameOf(known: readonly Kind[], deed: string, state: string | undefined): Names | undefined {
  const states = known.find(({ name }) => deed.startsWith(`${name}.`))?.workflow.states;
  return states && state !== undefined && Object.hasOwn(states, state) ? states[state] : undefined;
}

type Asked = z.infer<typeof filter>;

async function* batches({ database }: Programme, asked: Asked): AsyncGenerator<AuditEntry[]> {
  for (let after = 0; ; ) {
    const lines = await auditLines(database.reading, { ...asked, after });
    if (lines.length === 0) return;
    yield lines;
    after = lines.at(-1)?.seq ?? after;
  }
}

/** Every field, so that whoever has all lines can walk the chain themselves. */
async function* asJsonLines(programme: Programme, asked: Asked): AsyncGenerator<string> {
  for await (const lines of batches(programme, asked)) {
    yield lines.map((one) => `${JSON.stringify(one)}\n`).join('');
  }
}

const columns = ['seq', 'at', 'account', 'name', 'role', 'deed', 'record', 'about', 'hash'] as const;
async function* asCsv(programme: Programme, asked: Asked): AsyncGenerator<string> {
  yield csvText(columns, []);
  for await (const lines of batches(programme, asked)) {
    const rows = lines.map((one) =>
      columns.map((column) => (column === 'about' ? JSON.stringify(one.about) : (one[column] as string))),
    );
    yield csvText([], rows).replace(/^\uFEFF\r\n/, '');
  }
}

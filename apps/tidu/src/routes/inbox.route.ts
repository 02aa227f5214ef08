import multipart from '@fastify/multipart';
import { flows, parsePeriod } from '@tidu/reference';
import type { ImportOptions, LoadSummary } from '@tidu/trade';
import { z } from 'zod';
import { mustBeDesk } from '../clearance.ts';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import type { Upload } from '../inbox.store.ts';

const period = z.object({ from: z.string(), to: z.string() });
const counts = z.record(z.string(), z.number());
const summary = z.object({
  says: z.string(),
  status: z.enum(['loaded', 'unchanged', 'no-facts', 'dry-run']),
  load: z.int().optional(),
  shapes: z.array(z.string()),
  period: period.optional(),
  flows: z.array(z.enum(flows)),
  synthetic: z.boolean(),
  rows: counts,
  skipped: counts,
  facts: counts,
  quarantine: z.array(
    z.object({ line: z.number(), column: z.string(), value: z.string(), reason: z.string() }),
  ),
});
const upload = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  state: z.enum(['received', 'reading', 'done', 'refused']),
  recognised: z
    .object({
      format: z.string(),
      flow: z.enum(flows).optional(),
      period: period.optional(),
      needs: z.array(z.enum(['flow', 'period'])),
    })
    .optional(),
  progress: z.object({ bytes: z.number(), of: z.number() }).optional(),
  summary: summary.optional(),
  problem: z.object({ code: z.string(), sentence: z.string(), remedy: z.string().optional() }).optional(),
});
const uploads = z.object({ uploads: z.array(upload) });
const told = z.object({
  period: z.string().optional(),
  flow: z.enum(flows).optional(),
  place: z.string().optional(),
  synthetic: z.boolean().optional(),
});
const one = z.object({ id: z.string() });

/** More than any download of the customs; what is larger is on the machine already, for `tidu import`. */
const largestFile = 16 * 2 ** 30;

/** Where people hand files in, see what they are, and take them in. */
export async function inboxRoutes(api: Api, { inbox }: House): Promise<void> {
  await api.register(multipart, { limits: { fileSize: largestFile, files: 200 } });
  api.addHook('onRequest', async ({ clearance }) => mustBeDesk(clearance));

  api.get('/inbox', { schema: { response: { 200: uploads } } }, async () => ({
    uploads: (await inbox.list()).map(toldOf),
  }));

  api.post('/inbox', { schema: { response: { 200: uploads } } }, async (request) => {
    if (!request.isMultipart()) {
      throw new Refused('not-understood', 'files come as a form (multipart/form-data)', 'choose files');
    }
    const received: Upload[] = [];
    for await (const { filename, file } of request.files()) {
      received.push(...(await inbox.receive(filename, file)));
    }
    return { uploads: received.map(toldOf) };
  });

  api.post(
    '/inbox/:id/preview',
    {
      schema: {
        params: one,
        body: told,
        response: { 200: summary.extend({ first: z.array(z.record(z.string(), z.unknown())) }) },
      },
    },
    async ({ params, body }) => {
      const preview = await inbox.preview(params.id, optionsOf(body));
      return { ...briefly(preview), first: preview.first.map((fact) => ({ ...fact })) };
    },
  );

  api.post(
    '/inbox/:id/load',
    { schema: { params: one, body: told, response: { 200: upload } } },
    async ({ params, body }) => toldOf(await inbox.take(params.id, optionsOf(body))),
  );

  api.delete('/inbox/:id', { schema: { params: one } }, async ({ params }, reply) => {
    await inbox.discard(params.id);
    return reply.status(204).send();
  });
}

function optionsOf({ period, flow, place, synthetic }: z.infer<typeof told>): ImportOptions {
  return {
    ...(period && { period: parsePeriod(period) }),
    ...(flow && { flow }),
    ...(place && { place }),
    ...(synthetic !== undefined && { synthetic }),
  };
}

const toldOf = ({
  recognised,
  summary: done,
  ...upload
}: Upload): z.infer<typeof uploads>['uploads'][number] => ({
  ...upload,
  ...(recognised && {
    recognised: {
      format: recognised.format,
      needs: [...recognised.needs],
      ...(recognised.flow && { flow: recognised.flow }),
      ...(recognised.period && { period: { ...recognised.period } }),
    },
  }),
  ...(done && { summary: briefly(done) }),
});

const briefly = ({
  says,
  status,
  load,
  shapes,
  period,
  flows,
  synthetic,
  rows,
  skipped,
  facts,
  quarantine,
}: LoadSummary): z.infer<typeof summary> => ({
  says,
  status,
  ...(load !== undefined && { load }),
  shapes: [...shapes],
  ...(period && { period: { ...period } }),
  flows: [...flows],
  synthetic,
  rows: { ...rows },
  skipped: { ...skipped },
  facts: { ...facts },
  quarantine: quarantine.map((row) => ({ ...row })),
});

import { currencies } from '@tidu/reference';
import { CannotProtect, type Certificate, details, type Release, usualPolicy } from '@tidu/trade';
import { confidentialityOf } from '@tidu/trade/exchange';
import { z } from 'zod';
import { mustBeDesk } from '../clearance.ts';
import { csvText } from '../csv.ts';
import { releaseTable } from '../exchanged-table.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { contentTypes, tableFile } from '../table-file.file.ts';

const named = z.object({ zh: z.string(), en: z.string() });
const policy = z.object({
  minimumFrequency: z.number(),
  dominance: z.object({ n: z.number(), k: z.number() }),
  p: z.number(),
  passiveP: z.number().optional(),
  passive: z.array(z.string()).default([]),
});
const request = z.object({
  title: named,
  flow: z.enum(['export', 'import']),
  currency: z.enum(currencies).default('CNY'),
  period: z.string(),
  place: z.enum(details.place).default('province'),
  commodity: z.enum(details.commodity).default('chapter'),
  mode: z.enum(details.mode).default('all'),
  month: z.enum(details.month).default('all'),
  asKnownAt: z.number().int().positive().optional(),
  policy: policy.default({ ...usualPolicy, passive: [] }),
});
const summary = z.object({
  id: z.string(),
  title: named,
  status: z.enum(['draft', 'published', 'withdrawn']),
  madeAt: z.string(),
  publishedAt: z.string().optional(),
  flow: z.enum(['export', 'import']),
  unit: z.enum(currencies),
  period: z.object({ from: z.string(), to: z.string() }),
  synthetic: z.boolean(),
});
const suppressed = z.enum(['primary', 'secondary']);
const release = summary.extend({
  dimensions: z.array(
    z.object({
      id: z.string(),
      codes: z.array(z.object({ code: z.string(), parent: z.string().optional(), name: named })),
    }),
  ),
  cells: z.array(
    z.object({ key: z.array(z.string()), value: z.number().nullable(), suppressed: suppressed.optional() }),
  ),
});
const certificate = z.object({
  sha256: z.string(),
  cells: z.int(),
  published: z.int(),
  primary: z.int(),
  secondary: z.int(),
  rules: z.record(z.string(), z.int()),
  kept: z.number(),
  against: z.array(z.string()),
  recoverable: z.array(z.array(z.string())),
  revised: z.array(z.object({ key: z.array(z.string()), toldAt: z.number() })),
  attacked: z.array(
    z.object({
      key: z.array(z.string()),
      value: z.number(),
      lower: z.number(),
      upper: z.number().nullable(),
      suppressed,
    }),
  ),
  seconds: z.number(),
});
const one = z.object({ id: z.string() });

/**
 * `/releases` is all that the public can read of declarations: what was protected and published.
 * Drafts, proofs and what a policy asks for stay with the desk.
 */
export function releaseRoutes(api: Api, { releases, store }: House): void {
  const published = async (id: string): Promise<Release> => {
    const found = await releases.get(id);
    if (found.status === 'published') return found;
    throw new CannotProtect('release-unknown', `there is no release ${id}`, 'see the list of releases');
  };

  api.get(
    '/releases',
    { schema: { response: { 200: z.object({ releases: z.array(summary) }) } } },
    async () => ({
      releases: (await releases.list()).filter(({ status }) => status === 'published').map(face),
    }),
  );
  api.get('/releases/:id', { schema: { params: one, response: { 200: release } } }, async ({ params }) =>
    whole(await published(params.id)),
  );
  api.get('/releases/:id/cells.csv', { schema: { params: one } }, async ({ params }, reply) => {
    const { id, dimensions, cells, unit } = await published(params.id);
    const head = [...dimensions.map((dimension) => dimension.id), 'value', 'unit', 'CONF_STATUS'];
    const rows = cells.map(({ key, value, suppressed: why }) => [
      ...key,
      value,
      unit,
      confidentialityOf(why),
    ]);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="release-${id}.csv"`)
      .send(csvText(head, rows));
  });

  api.get('/releases/:id/cells.parquet', { schema: { params: one } }, async ({ params }, reply) => {
    const release = await published(params.id);
    const options = { language: 'zh', scratch: store.scratch } as const;
    return reply
      .type(contentTypes.parquet)
      .header('content-disposition', `attachment; filename="release-${release.id}.parquet"`)
      .send(await tableFile(releaseTable(release), 'parquet', options));
  });

  api.get(
    '/desk/releases',
    { schema: { response: { 200: z.object({ releases: z.array(summary) }) } } },
    async ({ clearance }) => {
      mustBeDesk(clearance);
      return { releases: (await releases.list()).map(face) };
    },
  );
  api.post(
    '/desk/releases',
    { schema: { body: request, response: { 200: release } } },
    async ({ body, clearance }) => {
      mustBeDesk(clearance);
      const { passiveP, ...rules } = body.policy;
      return whole(await releases.draft({ ...body, policy: { ...rules, ...(passiveP && { passiveP }) } }));
    },
  );
  api.get(
    '/desk/releases/:id',
    { schema: { params: one, response: { 200: release } } },
    async ({ params, clearance }) => {
      mustBeDesk(clearance);
      return whole(await releases.get(params.id));
    },
  );
  api.get(
    '/desk/releases/:id/certificate',
    { schema: { params: one, response: { 200: certificate } } },
    async ({ params, clearance }) => {
      mustBeDesk(clearance);
      return proof(await releases.certificate(params.id));
    },
  );
  api.post(
    '/desk/releases/:id/publication',
    { schema: { params: one, response: { 200: summary } } },
    async ({ params, clearance }) => {
      mustBeDesk(clearance);
      return face(await releases.publish(params.id));
    },
  );
  api.post(
    '/desk/releases/:id/withdrawal',
    { schema: { params: one, body: z.object({ reason: z.string() }), response: { 200: summary } } },
    async ({ params, body, clearance }) => {
      mustBeDesk(clearance);
      return face(await releases.withdraw(params.id, body.reason));
    },
  );
  api.delete('/desk/releases/:id', { schema: { params: one } }, async ({ params, clearance }, reply) => {
    mustBeDesk(clearance);
    await releases.discard(params.id);
    return reply.status(204).send();
  });
}

const face = ({
  id,
  title,
  status,
  madeAt,
  publishedAt,
  flow,
  unit,
  period,
  synthetic,
}: Omit<Release, 'cells' | 'dimensions'>) => ({
  id,
  title: { ...title },
  status,
  madeAt,
  ...(publishedAt && { publishedAt }),
  flow: flow as 'export' | 'import',
  unit,
  period: { ...period },
  synthetic,
});
const whole = (found: Release) => ({
  ...face(found),
  dimensions: found.dimensions.map(({ id, codes }) => ({ id, codes: codes.map((code) => ({ ...code })) })),
  cells: found.cells.map(({ key, ...cell }) => ({ key: [...key], ...cell })),
});
const proof = ({ recoverable, revised = [], attacked, against, ...rest }: Certificate) => ({
  ...rest,
  against: [...against],
  recoverable: recoverable.map((key) => [...key]),
  revised: revised.map(({ key, toldAt }) => ({ key: [...key], toldAt })),
  attacked: attacked.map(({ key, ...cell }) => ({ key: [...key], ...cell })),
});

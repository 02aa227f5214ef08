import { currencies, flows, parsePeriod } from '@tidu/reference';
import { importFile, withdrawLoad } from '@tidu/trade';
import { z } from 'zod';
import { mustBeDesk } from '../clearance.ts';
import { errorBook, sheetsOfErrorBook } from '../error-book.ts';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { showsToken } from '../token.server.ts';
import { workbook } from '../workbook.file.ts';

const load = z.object({
  id: z.int(),
  file: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  format: z.string(),
  at: z.string(),
  shape: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  rows: z.object({
    read: z.number(),
    loaded: z.number(),
    unchanged: z.number(),
    quarantined: z.number(),
    superseded: z.number(),
  }),
  synthetic: z.boolean(),
  withdraws: z.int().optional(),
  reason: z.string().optional(),
});
const quarantined = z.object({
  load: z.int(),
  file: z.string(),
  line: z.number(),
  column: z.string(),
  cell: z.string(),
  value: z.string(),
  reason: z.string(),
});
const order = z.object({
  path: z.string(),
  period: z.string().optional(),
  flow: z.enum(flows).optional(),
  currency: z.enum(currencies).optional(),
  place: z.string().optional(),
  synthetic: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});

const one = z.object({ id: z.coerce.number().int() });

export function loadRoutes(
  api: Api,
  { pack, store, warehouse, seenBy, quality }: House,
  token: string | undefined,
): void {
  api.get(
    '/loads',
    { schema: { response: { 200: z.object({ loads: z.array(load) }) } } },
    async ({ clearance }) => ({
      loads: (await seenBy(clearance).loads()).map((one) => ({
        ...one,
        period: { ...one.period },
        rows: { ...one.rows },
      })),
    }),
  );

  api.get(
    '/loads/:id/quarantine',
    { schema: { params: one, response: { 200: z.object({ rows: z.array(quarantined) }) } } },
    async ({ params, clearance }) => ({ rows: [...(await seenBy(clearance).quarantine(params.id))] }),
  );

  api.get(
    '/loads/:id/quarantine.xlsx',
    { schema: { params: one, querystring: z.object({ lang: z.enum(['zh', 'en']).default('zh') }) } },
    async ({ params, query, clearance }, reply) => {
      mustBeDesk(clearance);
      const faults = await warehouse.quarantine(params.id);
      const book = workbook(errorBook(faults, query.lang), sheetsOfErrorBook[query.lang]);
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="quarantine-${params.id}.xlsx"`)
        .send(book);
    },
  );

  api.post(
    '/loads/:id/withdrawal',
    {
      schema: {
        params: one,
        body: z.object({ reason: z.string() }),
        response: {
          200: z.object({
            load: z.int(),
            withdraws: z.int(),
            takenBack: z.int(),
            restored: z.int(),
          }),
        },
      },
    },
    async ({ params, body, clearance }) => {
      mustBeDesk(clearance);
      const withdrawal = await withdrawLoad(store, params.id, body.reason);
      quality.noticeLoad();
      return { ...withdrawal };
    },
  );

  /** For the command line on the same machine, while this server holds the store. */
  api.post('/loads', { schema: { body: order, hide: true } }, async ({ body, headers }) => {
    if (!showsToken(headers.authorization, token)) {
      throw new Refused('not-allowed', 'only a command on this machine may import', 'use tidu import');
    }
    const { path, period, flow, currency, place, synthetic, dryRun } = body;
    const taken = await importFile(store, pack, path, {
      ...(period ? { period: parsePeriod(period) } : {}),
      ...(flow ? { flow } : {}),
      ...(currency ? { currency } : {}),
      ...(place ? { place } : {}),
      ...(synthetic ? { synthetic } : {}),
      ...(dryRun ? { dryRun } : {}),
    });
    if (!dryRun) quality.noticeLoad();
    return taken;
  });
}

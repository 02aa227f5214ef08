import { timingSafeEqual } from 'node:crypto';
import { currencies, flows, parsePeriod } from '@tidu/reference';
import { importFile } from '@tidu/trade';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';

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
});
const quarantined = z.object({
  load: z.int(),
  file: z.string(),
  line: z.number(),
  column: z.string(),
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

export function loadRoutes(api: Api, { pack, store, warehouse }: House, token: string | undefined): void {
  api.get('/loads', { schema: { response: { 200: z.object({ loads: z.array(load) }) } } }, async () => ({
    loads: (await warehouse.loads()).map((one) => ({
      ...one,
      period: { ...one.period },
      rows: { ...one.rows },
    })),
  }));

  api.get(
    '/loads/:id/quarantine',
    {
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        response: { 200: z.object({ rows: z.array(quarantined) }) },
      },
    },
    async ({ params }) => ({ rows: [...(await warehouse.quarantine(params.id))] }),
  );

  /** For the command line on the same machine, while this server holds the store. */
  api.post('/loads', { schema: { body: order, hide: true } }, async ({ body, headers }) => {
    if (!token || !same(headers.authorization ?? '', `Bearer ${token}`)) {
      throw new Refused('not-allowed', 'only a command on this machine may import', 'use tidu import');
    }
    const { path, period, flow, currency, place, synthetic, dryRun } = body;
    return importFile(store, pack, path, {
      ...(period ? { period: parsePeriod(period) } : {}),
      ...(flow ? { flow } : {}),
      ...(currency ? { currency } : {}),
      ...(place ? { place } : {}),
      ...(synthetic ? { synthetic } : {}),
      ...(dryRun ? { dryRun } : {}),
    });
  });
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

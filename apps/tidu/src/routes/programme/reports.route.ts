import {
  beginReport,
  dateIn,
  lastMonthOver,
  monthPattern,
  monthsUntil,
  type Programme,
  reportMatrix,
  reportRows,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed, mustHaveRole } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { reportTable } from '../../report-table.ts';
import { contentTypes, tableFile } from '../../table-file.file.ts';
import { words } from '../schemas.ts';

const month = z.string().regex(monthPattern, 'write a month like 2026-10');
const span = z.object({
  /** The last month shown; the last that is over where this is absent. */
  until: month.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12),
});
const cell = z.object({
  report: z.string(),
  month: z.string(),
  state: z.string(),
  due: z.string(),
  late: z.int(),
  sample: z.boolean(),
});
const matrix = z.object({
  months: z.array(z.string()),
  rows: z.array(
    z.object({
      park: z.string(),
      name: words,
      territory: z.string(),
      mayBegin: z.boolean(),
      cells: z.array(cell),
    }),
  ),
  total: z.int(),
});

/** Monthly reports of parks: which came, which are due, and all of them as a file. */
export function reportRoutes(api: Api, programme: () => Promise<Programme>, scratch: string): void {
  const reading = { config: { deed: 'monthly-report.read' } };
  const asked = async ({ until, months }: z.infer<typeof span>) => {
    const today = dateIn((await programme()).records.world.now());
    return { today, months: monthsUntil(until ?? lastMonthOver(today), months) };
  };

  api.get(
    '/reports',
    {
      ...reading,
      schema: {
        querystring: span.extend({
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: matrix },
      },
    },
    async ({ asker, query }) => {
      mustHaveRole(asker, 'monthly-report.read');
      const { records } = await programme();
      const { today, months } = await asked(query);
      const { rows, total } = await reportMatrix(records.reading, deeds, asker, {
        months,
        today,
        offset: (query.page - 1) * query.size,
        limit: query.size,
      });
      const own = asker.role === 'park';
      return {
        months: [...months],
        rows: rows.map((row) => ({
          ...row,
          name: { ...row.name },
          mayBegin: own,
          cells: row.cells.map((one) => ({ ...one })),
        })),
        total,
      };
    },
  );

  api.post(
    '/reports',
    {
      config: { deed: 'monthly-report.begin' },
      schema: {
        body: z.object({ park: z.string().max(80), month }),
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async ({ asker, body }, reply) => {
      const { records } = await programme();
      const park = await records.get(body.park, 'park');
      mustBeAllowed(asker, 'monthly-report.begin', park);
      const { id } = await beginReport(records, park, body.month, asker);
      return reply.status(201).send({ id });
    },
  );

  for (const format of ['csv', 'xlsx'] as const) {
    api.get(
      `/reports.${format}`,
      {
        ...reading,
        schema: { querystring: span.extend({ lang: z.enum(['zh', 'en']).default('zh') }) },
      },
      async ({ asker, query }, reply) => {
        mustHaveRole(asker, 'monthly-report.read');
        const { records } = await programme();
        const { today, months } = await asked(query);
        const rows = await reportRows(records.reading, deeds, asker, { months, today });
        const bytes = await tableFile(reportTable(rows, months, query.lang), format, {
          language: query.lang,
          scratch,
        });
        const name = `monthly-reports-${months[0]}-${months.at(-1)}.${format}`;
        return reply
          .type(contentTypes[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes);
      },
    );
  }
}

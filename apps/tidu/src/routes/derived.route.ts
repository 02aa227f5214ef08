import { CannotProtect, derived, derivedMeasures, type Release } from '@tidu/trade';
import { confidentialityOf } from '@tidu/trade/exchange';
import { z } from 'zod';
import { mustBeDesk } from '../clearance.ts';
import { csvText } from '../csv.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';

const one = z.object({ id: z.string() });
const wanted = z.object({ measure: z.enum(derivedMeasures) });
type Wanted = z.infer<typeof wanted>['measure'];
const answer = z.object({
  measure: z.enum(derivedMeasures),
  unit: z.enum(['percent', 'ratio']),
  cells: z.array(
    z.object({
      key: z.array(z.string()),
      value: z.number().nullable(),
      suppressed: z.enum(['primary', 'secondary']).optional(),
    }),
  ),
});

/** Shares, growth and location quotients of releases, made of their published cells alone. */
export function derivedRoutes(api: Api, { releases }: House): void {
  const published = async (id: string): Promise<Release> => {
    const found = await releases.get(id);
    if (found.status === 'published') return found;
    throw new CannotProtect('release-unknown', `there is no release ${id}`, 'see the list of releases');
  };

  api.get(
    '/releases/:id/derived',
    { schema: { params: one, querystring: wanted, response: { 200: answer } } },
    async ({ params, query }) => told(await published(params.id), query.measure),
  );
  api.get(
    '/desk/releases/:id/derived',
    { schema: { params: one, querystring: wanted, response: { 200: answer } } },
    async ({ params, query, clearance }) => {
      mustBeDesk(clearance);
      return told(await releases.get(params.id), query.measure);
    },
  );
  api.get(
    '/releases/:id/derived.csv',
    { schema: { params: one, querystring: wanted } },
    async ({ params, query: { measure } }, reply) => {
      const release = await published(params.id);
      const head = [...release.dimensions.map(({ id }) => id), measure, 'unit', 'CONF_STATUS'];
      const rows = derived(release, measure).map(({ key, value, suppressed }) => [
        ...key,
        value,
        unitOf(measure),
        confidentialityOf(suppressed),
      ]);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="release-${release.id}-${measure}.csv"`)
        .send(csvText(head, rows));
    },
  );
}

const unitOf = (measure: Wanted) => (measure === 'lq' ? ('ratio' as const) : ('percent' as const));

const told = (release: Release, measure: Wanted) => ({
  measure,
  unit: unitOf(measure),
  cells: derived(release, measure).map(({ key, ...cell }) => ({ key: [...key], ...cell })),
});

import { type PlacementPlan, plan } from '@tidu/guidance';
import { offices, type ScenarioContent } from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed, mustHaveRole } from '../allow.ts';
import { groundFor } from '../guidance/ground.store.ts';
import { guided } from '../guidance/guided.ts';
import { placementTable, placementTables } from '../guidance/placement-table.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { contentTypes, tableFile } from '../table-file.file.ts';
import { words } from './schemas.ts';

const tags = ['scenarios'];

/** With whom scenarios can be shared, and their plans as files. */
export function scenarioRoutes(api: Api, house: House): void {
  api.get(
    '/scenario-offices',
    {
      config: { deed: 'scenario.create' },
      schema: {
        tags,
        response: {
          200: z.object({ offices: z.array(z.object({ id: z.string(), kind: z.string(), name: words })) }),
        },
      },
    },
    async ({ asker }) => {
      mustHaveRole(asker, 'scenario.create');
      return { offices: await offices((await house.programme()).records) };
    },
  );

  for (const format of ['csv', 'xlsx'] as const) {
    api.get(
      `/scenarios/:id/plan.${format}`,
      {
        config: { deed: 'scenario.read' },
        schema: {
          tags,
          params: z.object({ id: z.string().max(80) }),
          querystring: z.object({
            table: z.enum(placementTables).default('placements'),
            lang: z.enum(['zh', 'en']).default('zh'),
          }),
        },
      },
      async ({ params, query: { table, lang }, clearance, asker }, reply) => {
        const { records } = await house.programme();
        const record = await records.get<ScenarioContent>(params.id, 'scenario');
        mustBeAllowed(asker, 'scenario.read', record);
        const ground = await groundFor(house, clearance, asker);
        const { result, receipt } = await guided(plan, ground, house.pack, record.content.request);
        const about = {
          name: record.content.name,
          receipt: receipt.sha256,
          synthetic: ground.trade?.synthetic ?? false,
        };
        const laid = placementTable(
          table,
          result as PlacementPlan,
          about,
          calledIn(house, ground, lang),
          lang,
        );
        return reply
          .header('content-type', contentTypes[format])
          .header('content-disposition', `attachment; filename="tidu-${record.id}-${table}.${format}"`)
          .header('cache-control', 'private, no-store')
          .send(await tableFile(laid, format, { language: lang, scratch: '' }));
      },
    );
  }
}

function calledIn(
  { pack }: Pick<House, 'pack'>,
  { groups, parks }: Awaited<ReturnType<typeof groundFor>>,
  language: 'zh' | 'en',
) {
  const places = new Map(pack.places.map(({ code, name }) => [code, name[language]]));
  const goods = new Map(groups.map(({ id, name }) => [id, name[language]]));
  const names = new Map(parks.map(({ id, names }) => [id, names[language]]));
  return {
    place: (code: string) => places.get(code) ?? code,
    group: (id: string) => goods.get(id) ?? id,
    park: (id: string) => names.get(id) ?? id,
  };
}

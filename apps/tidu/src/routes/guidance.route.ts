import { guidanceCatalogue } from '@tidu/guidance';
import { z } from 'zod';
import { groundFor } from '../guidance/ground.store.ts';
import { guided } from '../guidance/guided.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';

const figureAsked = z.looseObject({ figure: z.string(), period: z.string(), flow: z.string() });
const receipt = z
  .object({
    guidance: z.literal(1),
    name: z.string(),
    request: z.unknown(),
    method: z.object({ text: z.string(), source: z.string() }),
    figures: z.array(z.object({ request: figureAsked, sha256: z.string(), synthetic: z.boolean() })),
    records: z.array(z.object({ kind: z.string(), id: z.string(), version: z.int() })),
    seenSha256: z.string(),
    day: z.string(),
    pack: z.object({ id: z.string(), edition: z.string() }),
    program: z.object({ name: z.string(), version: z.string() }),
    resultSha256: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'GuidanceReceipt' });

const tags = ['guidance'];
const open = 'rests on what the asker may see';

/** Everything of the catalogue: by its address where the request is small, and as a body in any case. */
export function guidanceRoutes(api: Api, house: House): void {
  for (const one of guidanceCatalogue) {
    const response = { 200: z.object({ result: one.result, receipt }) };
    const asked = async (
      request: unknown,
      by: Parameters<typeof groundFor>[1],
      asker: Parameters<typeof groundFor>[2],
    ) =>
      JSON.parse(JSON.stringify(await guided(one, await groundFor(house, by, asker), house.pack, request)));
    if (!one.large) {
      api.get(
        `/guidance/${one.name}`,
        { config: { open }, schema: { tags, querystring: one.request, response } },
        ({ query, clearance, asker }) => asked(query, clearance, asker),
      );
    }
    api.post(
      `/guidance/${one.name}`,
      { config: { open }, schema: { tags, body: one.request, response } },
      ({ body, clearance, asker }) => asked(body, clearance, asker),
    );
  }
}

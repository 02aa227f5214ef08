import {
  agglomeration,
  batch,
  commodity,
  park,
  partner,
  place,
  source,
  supervisionMode,
  tradeMode,
  unit,
} from '@tidu/reference';
import { z } from 'zod';
import { Refused } from '../errors.ts';
import type { House } from '../house.store.ts';
import type { Api } from '../http.server.ts';
import { mapLayers } from '../map-layers.file.ts';
import { list } from './schemas.ts';

const knownPlace = place.extend({ published: z.boolean() });
const layers = z.enum(['provinces', 'prefectures', 'inset']);
const codeLists = z.enum(['trade-modes', 'supervision-modes', 'partners', 'units', 'commodities']);
const levels = {
  section: /^[IVX]+$/,
  chapter: /^\d{2}$/,
  heading: /^\d{4}$/,
  subheading: /^\d{6}$/,
} as const;

/** What the pack says, as it stands: it does not change while the server runs. */
export function packRoutes(api: Api, { pack, packRoot, warehouse }: House): void {
  const published = async (): Promise<Set<string>> => {
    const places = new Set<string>();
    const held = await warehouse.coverage();
    const months = held.flatMap((one) => one.months).sort();
    const [first] = months;
    const last = months.at(-1);
    if (!first || !last) return places;
    for (const dimension of ['province', 'prefecture'] as const) {
      const answer = await warehouse
        .aggregate({
          measure: 'value-as-printed',
          by: [dimension],
          where: {},
          flow: 'total',
          period: { from: first as `${number}-${number}`, to: last as `${number}-${number}` },
        })
        .catch(() => undefined);
      for (const row of answer?.rows ?? []) if (row[dimension]) places.add(row[dimension]);
    }
    return places;
  };

  api.get(
    '/places',
    {
      schema: {
        querystring: z.object({ level: list }),
        response: { 200: z.object({ places: z.array(knownPlace) }) },
      },
    },
    async ({ query }) => {
      const known = await published();
      const wanted =
        query.level.length > 0 ? query.level : ['country', 'province', 'prefecture', 'county', 'zone'];
      const places = pack.places.filter(
        (one) => wanted.includes(one.level) && (!one.validTo || known.has(one.code)),
      );
      return { places: places.map((one) => ({ ...one, published: known.has(one.code) })) };
    },
  );

  api.get(
    '/agglomerations',
    { schema: { response: { 200: z.object({ agglomerations: z.array(agglomeration) }) } } },
    async () => ({ agglomerations: [...pack.agglomerations] }),
  );

  api.get(
    '/parks',
    { schema: { response: { 200: z.object({ batches: z.array(batch), parks: z.array(park) }) } } },
    async () => ({ batches: [...pack.batches], parks: [...pack.parks] }),
  );

  api.get(
    '/parks/:id',
    {
      schema: {
        params: z.object({ id: z.string() }),
        response: {
          200: z.object({ park, batch, place: knownPlace, sources: z.record(z.string(), source) }),
        },
      },
    },
    async ({ params }) => {
      const found = pack.parks.find((one) => one.id === params.id);
      const where = pack.places.find((one) => one.code === found?.place);
      const recognised = pack.batches.find((one) => one.id === found?.batch);
      if (!found || !where || !recognised) {
        throw new Refused('not-found', `there is no park "${params.id}"`, 'see /api/parks for the list');
      }
      const known = await published();
      const named = JSON.stringify([found, recognised]);
      const sources = pack.sources.filter(({ id }) => named.includes(JSON.stringify(id)));
      return {
        park: found,
        batch: recognised,
        place: { ...where, published: known.has(where.code) },
        sources: Object.fromEntries(sources.map((one) => [one.id, one])),
      };
    },
  );

  api.get(
    '/sources',
    { schema: { response: { 200: z.object({ sources: z.array(source) }) } } },
    async () => ({
      sources: [...pack.sources],
    }),
  );

  api.get(
    '/codes/:list',
    {
      schema: {
        params: z.object({ list: codeLists }),
        querystring: z.object({ level: z.enum(['section', 'chapter', 'heading', 'subheading']).optional() }),
        response: {
          200: z.object({
            records: z.array(z.union([tradeMode, supervisionMode, partner, unit, commodity])),
          }),
        },
      },
    },
    async ({ params, query }) => {
      const level = query.level ? levels[query.level] : undefined;
      const lists = {
        'trade-modes': pack.tradeModes,
        'supervision-modes': pack.supervisionModes,
        partners: pack.partners,
        units: pack.units,
        commodities: level ? pack.commodities.filter(({ code }) => level.test(code)) : pack.commodities,
      };
      return { records: [...lists[params.list]] };
    },
  );

  const layer = mapLayers(packRoot);
  api.get(
    '/map/:layer',
    { schema: { params: z.object({ layer: layers }) } },
    async ({ params, headers }, reply) => {
      const { plain, brotli, etag } = await layer(params.layer);
      reply
        .header('cache-control', 'public, max-age=3600')
        .header('etag', etag)
        .header('vary', 'accept-encoding');
      if (headers['if-none-match'] === etag) return reply.status(304).send();
      reply.type('application/json; charset=utf-8');
      if (!/\bbr\b/.test(headers['accept-encoding'] ?? '')) return reply.send(plain);
      return reply.header('content-encoding', 'br').send(brotli);
    },
  );
}

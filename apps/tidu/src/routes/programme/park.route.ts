import {
  type Asker,
  areasOf,
  differences,
  factsAsOf,
  grantsOf,
  hasNews,
  NotFound,
  type ParkProfile,
  type Programme,
  type ProgrammeRecord,
  parkFact,
  parkField,
  publicProfile,
  registeredParks,
  registryRow,
  zonesOf,
  zonesToGeoJson,
} from '@tidu/programme';
import { regions } from '@tidu/reference';
import { z } from 'zod';
import { allow, mustBeAllowed } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { parkTable } from '../../park-table.ts';
import { contentTypes, tableFile } from '../../table-file.file.ts';
import { list, words } from '../schemas.ts';

const row = z.object({
  id: z.string(),
  state: z.string(),
  stateName: words,
  name: words,
  place: z.string(),
  packId: z.string().optional(),
  batch: z.string().optional(),
  published: z.string().optional(),
  zones: z.int(),
  areaKm2: z.number().optional(),
  drawnKm2: z.number().optional(),
  industries: z.array(words),
  partners: z.array(words),
  amounts: z.record(z.string(), z.number()),
  sample: z.array(z.string()),
});
const wanted = z.object({
  /** The id of the record, or of the pack. */
  park: z.string().max(80).optional(),
  state: list,
  region: z.enum(regions).optional(),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** Part of the name. */
  name: z.string().trim().max(80).optional(),
  sort: z.enum(['made', 'title', 'place', 'changed']).default('made'),
});
const one = z.object({ id: z.string().max(80) });
const largestPage = 500;

/** The registry of parks: as a page, as a file, and zones in and out. */
export function parkRoutes(api: Api, programme: () => Promise<Programme>): void {
  const tags = ['park-profiles'];
  const read = { deed: 'park.read' };

  /** As much of a park as the asker may see. */
  const shown = (park: ProgrammeRecord<ParkProfile>, asker: Asker): ParkProfile =>
    allow(asker, 'park.read', park)?.of === 'published' ? publicProfile(park.content) : park.content;

  const lineOf = (park: ProgrammeRecord<ParkProfile>, asker: Asker) => {
    const { industries, partners, sample, ...rest } = registryRow(shown(park, asker));
    return {
      ...rest,
      id: park.id,
      state: park.state,
      stateName: stateName('park', park.state),
      industries: [...industries],
      partners: [...partners],
      sample: [...sample],
    };
  };

  const found = async (
    { state, region, province, ...query }: z.infer<typeof wanted>,
    asker: Asker,
    offset: number,
    limit: number,
  ) => {
    const { records } = await programme();
    const ofRegion = records.world.pack.places.filter(
      (place) => place.level === 'province' && place.region === region,
    );
    const provinces = province ? [province] : region ? ofRegion.map(({ code }) => code) : undefined;
    return registeredParks(records.reading, {
      ...query,
      seen: { asker, grants: grantsOf(deeds, 'park.read', asker.role) },
      states: state.length > 0 ? state : undefined,
      provinces: provinces?.map((code) => code.slice(0, 2)),
      offset,
      limit,
    });
  };

  api.get(
    '/park-registry',
    {
      config: read,
      schema: {
        tags,
        querystring: wanted.extend({
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(largestPage).default(50),
        }),
        response: { 200: z.object({ parks: z.array(row), total: z.int() }) },
      },
    },
    async ({ query, asker }) => {
      const { page, size, ...which } = query;
      const { parks, total } = await found(which, asker, (page - 1) * size, size);
      return { parks: parks.map((park) => lineOf(park, asker)), total };
    },
  );

  for (const format of ['csv', 'xlsx'] as const) {
    api.get(
      `/park-registry.${format}`,
      {
        config: read,
        schema: { tags, querystring: wanted.extend({ lang: z.enum(['zh', 'en']).default('zh') }) },
      },
      async ({ query, asker }, reply) => {
        const { records } = await programme();
        const { lang, ...which } = query;
        const { total } = await found(which, asker, 0, 0);
        const rows = async function* () {
          for (let at = 0; at < total; at += largestPage) {
            const { parks } = await found(which, asker, at, largestPage);
            yield parks.map((park) => lineOf(park, asker));
          }
        };
        const table = parkTable(rows(), total, records.world, lang);
        const bytes = await tableFile(table, format, { language: lang, scratch: '' });
        return reply
          .header('content-type', contentTypes[format])
          .header('content-disposition', `attachment; filename="tidu-parks.${format}"`)
          .send(bytes);
      },
    );
  }

  api.get(
    '/park-fields',
    {
      config: { open: 'what may be said of a park' },
      schema: { tags, response: { 200: z.object({ fields: z.array(parkField) }) } },
    },
    async () => ({ fields: [...(await programme()).records.world.rules['park-fields']] }),
  );

  api.get(
    '/park-profiles/:id/facts',
    {
      config: read,
      schema: {
        tags,
        params: one,
        querystring: z.object({
          /** What was known on this day. */
          asOf: z.iso.date().default('9999-12-31'),
          /** What everybody sees, also for those who may see more. */
          view: z.enum(['own', 'public']).default('own'),
        }),
        response: {
          200: z.object({
            facts: z.array(parkFact),
            /** Area in km², as declared and as drawn. */
            areas: z.object({ declared: z.number().optional(), drawn: z.number().optional() }),
            /** Fields that everybody may see. */
            open: z.array(z.string()),
            published: z.string().optional(),
            /** The asker sees the draft too. */
            whole: z.boolean(),
            /** The draft says something that has not been published. */
            news: z.boolean(),
          }),
        },
      },
    },
    async ({ params, query, asker }) => {
      const { records } = await programme();
      const park = await records.get<ParkProfile>(params.id, 'park');
      const whole = mustBeAllowed(asker, 'park.read', park).of !== 'published';
      const seen = whole && query.view === 'own' ? park.content : publicProfile(park.content);
      const facts = factsAsOf(seen.facts, query.asOf);
      return {
        facts,
        areas: areasOf(facts),
        open: [...seen.open],
        ...(seen.published && { published: seen.published.on }),
        whole,
        news: whole && hasNews(park.content),
      };
    },
  );

  api.get(
    '/park-profiles/:id/differences',
    {
      config: read,
      schema: {
        tags,
        params: one,
        querystring: z.object({
          from: z.coerce.number().int().min(1),
          to: z.coerce.number().int().min(1),
        }),
        response: {
          200: z.object({
            fields: z.array(
              z.object({
                field: z.string(),
                gone: z.array(parkFact),
                come: z.array(parkFact),
                open: z.boolean().optional(),
              }),
            ),
          }),
        },
      },
    },
    async ({ params, query, asker }) => {
      const { records } = await programme();
      const park = await records.get<ParkProfile>(params.id, 'park');
      if (mustBeAllowed(asker, 'park.read', park).of === 'published')
        throw new NotFound(`the versions of ${params.id} are for those concerned`);
      const versions = await records.versions(params.id);
      const [before, after] = [query.from, query.to].map((number) => {
        const found = versions.find(({ version }) => version === number);
        if (found) return found.content as ParkProfile;
        throw new NotFound(`${params.id} has no version ${number}`);
      }) as [ParkProfile, ParkProfile];
      return {
        fields: differences(before, after).map(({ gone, come, ...rest }) => ({
          ...rest,
          gone: [...gone],
          come: [...come],
        })),
      };
    },
  );

  api.get(
    '/park-profiles/:id/zones.geojson',
    {
      config: read,
      schema: { tags, params: one, querystring: z.object({ asOf: z.iso.date().default('9999-12-31') }) },
    },
    async ({ params, query, asker }, reply) => {
      const { records } = await programme();
      const park = await records.get<ParkProfile>(params.id, 'park');
      mustBeAllowed(asker, 'park.read', park);
      const facts = factsAsOf(shown(park, asker).facts, query.asOf);
      const sample = facts.some((fact) => 'zones' in fact.value && fact.sample);
      return reply
        .header('content-type', 'application/geo+json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${park.id}-zones.geojson"`)
        .send(JSON.stringify(zonesToGeoJson(zonesOf(facts), sample), null, 1));
    },
  );
}

import {
  type ApplicationContent,
  applicationForm,
  type Boundaries,
  callTemplate,
  drawnAreaKm2,
  measureApplication,
  type Programme,
  tally,
  zone,
  zonesFromGeoJson,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { words } from '../schemas.ts';

const line = z.object({
  condition: z.string(),
  title: words,
  text: words,
  clause: words,
  source: z.string(),
  limit: z.number().optional(),
  inPrinciple: z.boolean(),
  verdict: z.enum(['met', 'not-met', 'judgement', 'unknown']),
  says: words,
  measured: z.number().optional(),
  unit: z.string().optional(),
  from: z.enum(['places', 'polygons', 'map', 'form', 'declared', 'statistics', 'agreements']),
  remedy: words.optional(),
  /** The question by which the figure can be had again, and the files that it rests on. */
  receipt: z
    .object({
      query: z.record(z.string(), z.unknown()),
      loads: z.array(z.object({ id: z.int(), file: z.string(), sha256: z.string() })),
    })
    .optional(),
});
const lacks = z.object({ field: z.string(), zh: z.string(), en: z.string() });
const fault = z.object({
  feature: z.int().optional(),
  polygon: z.int().optional(),
  ring: z.int().optional(),
  point: z.int().optional(),
  problem: words,
  remedy: words,
});
/** Zones are a file's worth, not a photograph's. */
const mostText = 1_000_000;

/** What recognition has beside its records: templates of calls, the measuring of a form, zones out of files. */
export function recognitionRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  boundaries: Boundaries,
): void {
  api.get(
    '/calls',
    {
      config: { open: 'the calls of the pack, from which new ones are made' },
      schema: { tags: ['batches'], response: { 200: z.object({ calls: z.array(callTemplate) }) } },
    },
    async () => ({ calls: [...(await programme()).records.world.rules.calls] }),
  );

  api.post(
    '/applications/:id/check',
    {
      config: { deed: 'application.read' },
      schema: {
        tags: ['applications'],
        params: z.object({ id: z.string().max(80) }),
        /** The form as it stands on the page; the one that is kept, where none is given. */
        body: z.object({ form: applicationForm.optional() }),
        response: {
          200: z.object({
            lines: z.array(line),
            tally: z.object({ met: z.int(), 'not-met': z.int(), judgement: z.int(), unknown: z.int() }),
            lacking: z.array(lacks),
          }),
        },
      },
    },
    async ({ params, body, asker }) => {
      const { records } = await programme();
      const record = await records.get<ApplicationContent>(params.id, 'application');
      if (mustBeAllowed(asker, 'application.read', record).of === 'published') {
        throw new Refused(
          'not-allowed',
          'how it stands to the call is for those concerned',
          'read its public part',
        );
      }
      const { lines, lacking } = await measureApplication(
        records,
        record.content,
        body.form ?? record.content.form,
        boundaries,
      );
      return {
        lines: lines.map((one) => line.parse(one)),
        tally: tally(lines),
        lacking: lacking.map(({ field, zh, en }) => ({ field, zh, en })),
      };
    },
  );

  api.post(
    '/zones',
    {
      config: { open: 'computes on what it is given, and keeps nothing' },
      bodyLimit: mostText + 1000,
      schema: {
        tags: ['applications'],
        body: z.object({ text: z.string().max(mostText) }),
        response: {
          200: z.object({
            zones: z.array(zone),
            /** Of each zone, as drawn. */
            drawnKm2: z.array(z.number()),
            faults: z.array(fault),
          }),
        },
      },
    },
    async ({ body }) => {
      const { zones, faults } = zonesFromGeoJson(body.text);
      return { zones, drawnKm2: zones.map((one) => drawnAreaKm2([one]) ?? 0), faults };
    },
  );
}

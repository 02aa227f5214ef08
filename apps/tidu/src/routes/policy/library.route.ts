import { findings, measureKinds, placesAround, placesOf } from '@tidu/policy';
import { dateIn, type Programme } from '@tidu/programme';
import { z } from 'zod';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { finder } from '../../measure-search.ts';
import type { AskMeasures, MeasuresInForce } from '../../measures.store.ts';
import { briefOf, sourcesKnown, wholeOf } from '../../told-measure.ts';
import { measureBrief, measureWhole } from './measure-schemas.ts';

const day = z.iso.date();
const open = 'what offices give is published for everybody';

/** The library of measures: all that hold, and each with what is computed of it. */
export function measureLibraryRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  measures: AskMeasures,
): void {
  const found = new WeakMap<MeasuresInForce, ReturnType<typeof finder>>();
  const search = (held: MeasuresInForce) => {
    const kept = found.get(held) ?? finder(held.measures);
    found.set(held, kept);
    return kept;
  };

  api.get(
    '/measures/in-force',
    {
      config: { open },
      schema: {
        tags: ['measures'],
        querystring: z.object({
          /** What holds there: the place's own measures, and those of what it lies in. */
          place: z
            .string()
            .regex(/^\d{6}$/)
            .optional(),
          kind: z.enum(measureKinds).optional(),
          /** In force on this day; else today. `any`: on whatever day. */
          date: z.union([day, z.literal('any')]).optional(),
          q: z.string().max(100).optional(),
        }),
        response: {
          200: z.object({
            date: z.string(),
            measures: z.array(measureBrief),
            all: z.int(),
            kinds: z.record(z.string(), z.int()),
            /** Measures that cannot be read, and are left out. */
            unread: z.array(z.object({ measure: z.string(), message: z.string() })),
          }),
        },
      },
    },
    async ({ query }) => {
      const { records } = await programme();
      const held = await measures();
      const { pack, now } = records.world;
      const { place, kind, date = dateIn(now()), q = '' } = query;
      const around = place && placesAround(place);
      const answering = search(held);
      const all = [...held.measures.values()]
        .filter(({ rule: { measure } }) => {
          const { from, to, in: places } = measure.holds;
          const holds = date === 'any' || (from <= date && (to === undefined || date <= to));
          return holds && (!around || places.some((one) => around.includes(one))) && answering(measure.id, q);
        })
        .sort(
          (a, b) =>
            order(a.rule.measure.holds.in[0], b.rule.measure.holds.in[0]) ||
            order(a.rule.measure.id, b.rule.measure.id),
        );
      const shown = all.filter(({ rule }) => kind === undefined || rule.measure.kind === kind);
      const kinds: Record<string, number> = {};
      for (const { rule } of all) kinds[rule.measure.kind] = (kinds[rule.measure.kind] ?? 0) + 1;
      return {
        date,
        measures: shown.map((one) => briefOf(one, pack)),
        all: held.measures.size,
        kinds,
        unread: held.faults.map(({ file, message, line }) => ({
          measure: file.replace(/\.yaml$/, ''),
          message: `${line}: ${message}`,
        })),
      };
    },
  );

  api.get(
    '/measures/in-force/:id',
    {
      config: { open },
      schema: {
        tags: ['measures'],
        params: z.object({ id: z.string().max(80) }),
        response: { 200: measureWhole },
      },
    },
    async ({ params }) => {
      const { records } = await programme();
      const held = await measures();
      const one = held.measures.get(params.id);
      if (!one) throw new Refused('not-found', `there is no measure ${params.id}`, 'see the library');
      const { pack, now } = records.world;
      const placeOf = placesOf(pack);
      const sources = sourcesKnown(pack);
      const looked = findings(held.rules, { today: dateIn(now()), sources, placeOf });
      return wholeOf(one, { rules: held.rules, pack, placeOf, findings: looked });
    },
  );
}

const order = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

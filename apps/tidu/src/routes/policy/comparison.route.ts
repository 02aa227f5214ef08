import {
  benefitsOfPlan,
  companyPlanSchema,
  compare,
  comparedPlaces,
  comparisonSchema,
  computedFields,
  itemNames,
  itemWords,
} from '@tidu/guidance';
import { type Field, fields } from '@tidu/policy';
import { dateIn } from '@tidu/programme';
import { z } from 'zod';
import { parkNamed, parksNamed } from '../../compared-parks.ts';
import { costsOfPack } from '../../comparing.store.ts';
import { Refused } from '../../errors.ts';
import type { House } from '../../house.store.ts';
import type { Api } from '../../http.server.ts';
import { outcomesOf } from '../../told-measure.ts';
import { depthFor } from '../../trade-depth.ts';
import { words } from '../schemas.ts';
import { fieldNamed, outcome } from './measure-schemas.ts';

const tags = ['comparison'];
const open = 'computes on what it is given, and keeps nothing of it';
const park = z.string().max(80);

const computed: ReadonlySet<string> = new Set(computedFields);

/** What measures ask of a company and its project, and no other part of a plan tells. */
const asked = (['company', 'project'] as const).flatMap((variable) =>
  Object.entries<Field>(fields[variable]).flatMap(([name, { type, names, unit, oneOf }]) =>
    variable === 'project' && computed.has(name)
      ? []
      : [
          {
            path: `${variable}.${name}`,
            type,
            names: { ...names },
            ...(unit && { unit }),
            ...(oneOf && { oneOf: [...oneOf] }),
          },
        ],
  ),
);

/** What one plan costs in each park, and what measures give it there. */
export function comparisonRoutes(api: Api, house: House): void {
  const { pack, packRoot, measures, programme } = house;
  const places = comparedPlaces(pack);
  const costs = () => costsOfPack(packRoot);
  const today = async () => dateIn((await programme()).records.world.now());

  const chosen = (parks: readonly string[] | undefined) => parksNamed(places, parks);

  api.get(
    '/comparison',
    {
      config: { open: 'plans to start from, of the pack' },
      schema: {
        tags,
        response: {
          200: z.object({
            profiles: z.array(
              z.object({
                id: z.string(),
                names: words,
                note: words,
                sure: z.string(),
                source: z.string(),
                plan: companyPlanSchema,
              }),
            ),
            items: z.array(z.object({ item: z.enum(itemNames), names: words })),
            parks: z.array(z.object({ id: z.string(), code: z.string(), names: words })),
            /** What measures ask beyond the rest of a plan. */
            asked: z.array(fieldNamed),
          }),
        },
      },
    },
    async () => ({
      profiles: costs().profiles.map((profile) => ({ ...profile })),
      items: itemNames.map((item) => ({ item, names: itemWords[item] })),
      parks: places.compared.map(({ park: id, code, names }) => ({ id, code, names: { ...names } })),
      asked,
    }),
  );

  api.post(
    '/comparison',
    {
      config: { open },
      schema: {
        tags,
        body: z.object({
          plan: companyPlanSchema,
          /** Parks by id; all of the pack where none is named. */
          parks: z.array(park).min(1).max(200).optional(),
          /** The park that others are set against; else the one that costs least. */
          reference: park.optional(),
        }),
        response: { 200: comparisonSchema },
      },
    },
    async ({ body: { plan, parks, reference } }) => {
      const chapters = new Set((plan.products ?? []).flatMap(({ hs }) => (hs ? [hs.slice(0, 2)] : [])));
      const [held, depth, day] = await Promise.all([measures(), depthFor(house, [...chapters]), today()]);
      return compare(plan, { ...places, compared: chosen(parks) }, costs(), held.rules, depth, {
        today: day,
        reference: reference && parkNamed(places, reference).code,
      });
    },
  );

  api.post(
    '/comparison/reasons',
    {
      config: { open },
      schema: {
        tags,
        body: z.object({ plan: companyPlanSchema, park, parks: z.array(park).min(1).max(200).optional() }),
        response: { 200: z.object({ park: z.string(), outcomes: z.array(outcome) }) },
      },
    },
    async ({ body: { plan, park: id, parks } }) => {
      const { rules } = await measures();
      const all = benefitsOfPlan(plan, { ...places, compared: chosen(parks) }, costs(), rules, await today());
      const found = all.find(({ place }) => place.park === id);
      if (!found) throw new Refused('not-understood', `${id} is not among the parks`, 'name one of them');
      return { park: id, outcomes: outcomesOf(rules, found.subject, found.benefits) };
    },
  );
}

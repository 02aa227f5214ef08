import { difference, findings, placesOf, readMeasure, ruleSet, type Use, use } from '@tidu/policy';
import { type Asker, dateIn, liesIn, type Programme } from '@tidu/programme';
import { z } from 'zod';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { faultTold } from '../../measure-fault-words.ts';
import type { AskMeasures, MeasuresInForce } from '../../measures.store.ts';
import { plansCounter } from '../../plans-use.store.ts';
import { fewestCompanies } from '../../plans-use.ts';
import { population } from '../../population.ts';
import { briefOf, sourcesKnown } from '../../told-measure.ts';
import { words } from '../schemas.ts';
import { fault, finding, measureBrief } from './measure-schemas.ts';

const tags = ['measures'];
/** Enough that rare cases occur, few enough to wait for. */
const companies = 1000;
/** Made-up companies are never told of without this. */
const madeUp = { synthetic: z.literal(true), companies: z.int() };

/** What a change of a measure would do, and what measures cost, over made-up companies (合成). */
export function measureReformRoutes(
  api: Api,
  programme: () => Promise<Programme>,
  { packRoot, measures }: { readonly packRoot: string; readonly measures: AskMeasures },
): void {
  api.post(
    '/measures/what-if',
    {
      config: { deed: 'measure.what-if' },
      schema: {
        tags,
        body: z.object({
          id: z
            .string()
            .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
            .max(80),
          /** The measure as it would be; without one, as if it were repealed. */
          text: z.string().max(100_000).optional(),
        }),
        response: {
          200: z.object({
            ...madeUp,
            faults: z.array(fault),
            difference: z
              .object({
                gain: z.int(),
                lose: z.int(),
                before: z.number(),
                after: z.number(),
                years: z.array(z.number()),
                most: z.array(
                  z.object({ company: z.string(), place: words, before: z.number(), after: z.number() }),
                ),
                byMeasure: z.array(
                  z.object({
                    measure: z.string(),
                    title: words,
                    before: z.number(),
                    after: z.number(),
                    newly: z.int(),
                    noLonger: z.int(),
                  }),
                ),
              })
              .optional(),
          }),
        },
      },
    },
    async ({ body, asker }) => {
      const { records } = await programme();
      const { pack, now } = records.world;
      const held = await measures();
      const read = body.text === undefined ? undefined : readMeasure(`${body.id}.yaml`, body.text);
      if (read && !read.rule) {
        return {
          synthetic: true as const,
          companies: 0,
          faults: read.faults.map(faultTold),
        };
      }
      const was = held.rules.rules.get(body.id);
      mustBeOwn(asker, [...(was?.measure.holds.in ?? []), ...(read?.rule?.measure.holds.in ?? [])]);
      const others = [...held.rules.rules.values()].filter((rule) => rule !== was);
      const after = ruleSet(read?.rule ? [...others, read.rule] : others);
      const tried = population(pack, companies, dateIn(now()));
      const found = difference(held.rules, after, tried);
      const nameOf = new Map(pack.places.map(({ code, name }) => [code, { zh: name.zh, en: name.en }]));
      return {
        synthetic: true as const,
        companies: found.companies,
        faults: [],
        difference: {
          ...found,
          years: [...found.years],
          most: found.most.map(({ company, ...one }) => {
            const code = tried[company]?.place.code ?? '';
            return {
              company: `合成企业 ${company + 1}`,
              place: nameOf.get(code) ?? { zh: code, en: code },
              ...one,
            };
          }),
          byMeasure: found.byMeasure.map((one) => ({
            ...one,
            title: (after.rules.get(one.measure) ?? was)?.measure.title ?? {
              zh: one.measure,
              en: one.measure,
            },
          })),
        },
      };
    },
  );

  const countPlans = plansCounter(packRoot);
  const used = new WeakMap<MeasuresInForce, { readonly day: string; readonly uses: Use[] }>();
  api.get(
    '/measures/use',
    {
      config: { deed: 'measure.use' },
      schema: {
        tags,
        response: {
          200: z.object({
            ...madeUp,
            date: z.string(),
            measures: z.array(
              measureBrief.extend({
                given: z.int(),
                unknown: z.int(),
                excluded: z.int(),
                total: z.number(),
                /** Of the year that costs most. */
                most: z.number(),
                budget: z.object({ line: words, yearCny: z.number() }).optional(),
                findings: z.array(finding),
                /** By companies' own plans and intents; what is absent is of fewer companies than are told of. */
                plans: z
                  .object({
                    companies: z.int().optional(),
                    totalCny: z.number().optional(),
                    intents: z.int().optional(),
                  })
                  .optional(),
              }),
            ),
            /** For the ministry: fewer companies than `fewest` are never told of. */
            plans: z.object({ fewest: z.int(), sample: z.boolean() }).optional(),
          }),
        },
      },
    },
    async ({ asker }) => {
      const opened = await programme();
      const { pack, now } = opened.records.world;
      const held = await measures();
      const day = dateIn(now());
      const plans = asker.role === 'ministry' ? await countPlans(opened, held) : undefined;
      let kept = used.get(held);
      if (kept?.day !== day) {
        kept = { day, uses: use(held.rules, population(pack, companies, day)) };
        used.set(held, kept);
      }
      const { uses } = kept;
      const byMeasure = new Map(uses.map((one) => [one.measure, one]));
      const sources = sourcesKnown(pack);
      const found = Map.groupBy(
        findings(held.rules, { today: day, sources, placeOf: placesOf(pack), uses }),
        ({ measure }) => measure,
      );
      const own = [...held.measures.values()].filter(({ rule }) =>
        rule.measure.holds.in.some((place) => liesIn(place, asker.territory)),
      );
      return {
        synthetic: true as const,
        companies,
        date: day,
        ...(plans && { plans: { fewest: fewestCompanies, sample: plans.sample } }),
        measures: own.map((one) => {
          const { id, budget } = one.rule.measure;
          const { given = 0, unknown = 0, excluded = 0, total = 0, years = [] } = byMeasure.get(id) ?? {};
          return {
            ...briefOf(one, pack),
            given,
            unknown,
            excluded,
            total,
            most: Math.max(0, ...years),
            ...(budget && { budget }),
            ...(plans && { plans: { ...plans.byMeasure.get(id) } }),
            findings: (found.get(id) ?? []).map(({ path, measure: _, ...rest }) => ({
              ...rest,
              line: one.lineOf(path),
            })),
          };
        }),
      };
    },
  );
}

/** @throws Refused `not-allowed` where a measure holds beyond the asker's territory */
function mustBeOwn(asker: Asker, places: readonly string[]): void {
  const outside = places.filter((place) => !liesIn(place, asker.territory));
  if (outside.length === 0) return;
  throw new Refused(
    'not-allowed',
    `it holds in ${[...new Set(outside)].join(', ')}, which does not lie in ${asker.territory}`,
    'try measures of your own territory',
  );
}

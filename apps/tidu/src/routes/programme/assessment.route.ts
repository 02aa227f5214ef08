import {
  type Asker,
  type Assessment,
  answerStandings,
  type Framework,
  framework,
  grantsOf,
  indicatorsOf,
  type Programme,
  type ProgrammeRecord,
  parties,
  precedent,
  type Round,
  ranksUnder,
  resultsOverYears,
  ruleWords,
  seesRanks,
} from '@tidu/programme';
import { z } from 'zod';
import { mustBeAllowed } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

const one = z.object({ id: z.string().max(80) });
const rules = z.record(z.string(), words);
const standing = z.object({
  park: z.string(),
  assessment: z.string(),
  names: words,
  region: z.string(),
  groups: z.array(z.number()),
  total: z.number(),
  rank: z.number(),
  from: z.number(),
  to: z.number(),
  unknown: z.number(),
  /** Under the weights that were asked for. */
  under: z.object({ total: z.number(), rank: z.number() }).optional(),
});
const page = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(100),
};
/** `trade-growth:10,export-growth:0`: per indicator; what is not named keeps its weight. */
const weights = z
  .string()
  .max(4000)
  .regex(/^[a-z0-9-]+:\d+(\.\d+)?(,[a-z0-9-]+:\d+(\.\d+)?)*$/, 'weights are NAME:NUMBER, separated by commas')
  .transform(
    (text) =>
      new Map(
        text
          .split(',')
          .map((pair) => pair.split(':') as [string, string])
          .map(([id, w]) => [id, Number(w)]),
      ),
  );

/** What assessments have beside their records: frameworks in words, ranks, progress, receipts, years. */
export function assessmentRoutes(api: Api, programme: () => Promise<Programme>): void {
  const tags = ['assessment-rounds'];

  api.get(
    '/assessment-frameworks',
    {
      config: { open: 'by what parks are assessed' },
      schema: {
        tags,
        response: { 200: z.object({ frameworks: z.array(framework), precedents: z.array(precedent) }) },
      },
    },
    async () => {
      const { frameworks, precedents } = (await programme()).records.world.rules.frameworks;
      return { frameworks: [...frameworks], precedents: [...precedents] };
    },
  );

  const roundSeen = async (id: string, asker: Asker) => {
    const { records } = await programme();
    const record = await records.get<Round>(id, 'assessment-round');
    mustBeAllowed(asker, 'assessment-round.read', record);
    return { record, records };
  };

  api.get(
    '/assessment-rounds/:id/framework',
    {
      config: { deed: 'assessment-round.read' },
      schema: { tags, params: one, response: { 200: z.object({ framework, rules }) } },
    },
    async ({ params, asker }) => {
      const { record } = await roundSeen(params.id, asker);
      const found = frameworkOf(record);
      return {
        framework: found,
        rules: Object.fromEntries(indicatorsOf(found).map((given) => [given.id, { ...ruleWords(given) }])),
      };
    },
  );

  api.get(
    '/assessment-rounds/:id/ranking',
    {
      config: { deed: 'assessment-round.read' },
      schema: {
        tags,
        params: one,
        querystring: z.object({ ...page, weights: weights.optional() }),
        response: { 200: z.object({ standings: z.array(standing), total: z.int() }) },
      },
    },
    async ({ params, query, asker }) => {
      const { record } = await roundSeen(params.id, asker);
      const standings = seesRanks(asker.role, record.state) ? record.content.standings : [];
      const shown = standings.slice((query.page - 1) * query.size, query.page * query.size);
      const under =
        query.weights && standings.length > 0
          ? ranksWith(query.weights, frameworkOf(record), standings)
          : new Map<string, { total: number; rank: number }>();
      return {
        standings: shown.map(({ territory: _, counted: __, ...own }) => {
          const other = under.get(own.park);
          return { ...own, names: { ...own.names }, groups: [...own.groups], ...(other && { under: other }) };
        }),
        total: standings.length,
      };
    },
  );

  api.get(
    '/assessment-rounds/:id/receipts/:sha256',
    {
      config: { deed: 'assessment-round.read' },
      schema: {
        tags,
        params: one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: { 200: z.unknown() },
      },
    },
    async ({ params, asker }) => {
      const { record } = await roundSeen(params.id, asker);
      const receipt = record.content.receipts[params.sha256];
      if (receipt !== undefined) return receipt;
      throw new Refused(
        'not-found',
        `the round keeps no receipt ${params.sha256}`,
        'see the value that cites it',
      );
    },
  );

  api.get(
    '/assessment-rounds/:id/progress',
    {
      config: { deed: 'assessment-round.read' },
      schema: {
        tags,
        params: one,
        querystring: z.object(page),
        response: {
          200: z.object({
            parks: z.array(
              z.object({
                id: z.string(),
                title: words,
                state: z.string(),
                stateName: words,
                answers: z.array(
                  z.object({
                    id: z.string(),
                    party: z.enum(parties),
                    organisation: words,
                    state: z.string(),
                  }),
                ),
              }),
            ),
            total: z.int(),
            counts: z.record(z.string(), z.int()),
          }),
        },
      },
    },
    async ({ params, query, asker }) => {
      const { record, records } = await roundSeen(params.id, asker);
      const seen = { asker, grants: grantsOf(deeds, 'assessment.read', asker.role) };
      const wanted = { kind: 'assessment', parent: record.id, seen } as const;
      const { page: at, size } = query;
      const [{ records: found, total }, counts] = await Promise.all([
        records.list({ ...wanted, offset: (at - 1) * size, limit: size }),
        records.counts(wanted),
      ]);
      const answers = await answerStandings(
        records,
        found.map(({ id }) => id),
      );
      const names = new Map(
        (await (await programme()).accounts.organisations.list()).map(({ id, name }) => [id, name]),
      );
      return {
        parks: found.map(({ id, title, state }) => ({
          id,
          title: { ...title },
          state,
          stateName: stateName('assessment', state),
          answers: answers
            .filter(({ assessment }) => assessment === id)
            .map(({ assessment: _, organisation, ...own }) => ({
              ...own,
              organisation: { ...(names.get(organisation) ?? { zh: organisation, en: organisation }) },
            })),
        })),
        total,
        counts,
      };
    },
  );

  api.get(
    '/assessments/:id/years',
    {
      config: { deed: 'assessment.read' },
      schema: {
        tags: ['assessments'],
        params: one,
        response: {
          200: z.object({
            /** What is special: as the pack and pairings in force say. */
            industries: z.array(words),
            pairings: z.array(words),
            years: z.array(
              z.object({
                id: z.string(),
                year: z.int(),
                total: z.number(),
                rank: z.number(),
                from: z.number(),
                to: z.number(),
                of: z.number(),
                groups: z.array(z.number()),
                sample: z.boolean(),
              }),
            ),
          }),
        },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get<Assessment>(params.id, 'assessment');
      mustBeAllowed(asker, 'assessment.read', record);
      const { park, organisation } = record.content;
      const [years, pairings] = await Promise.all([
        resultsOverYears(records, record.content),
        records.list({ kind: 'pairing', state: ['active', 'dormant'], organisation }),
      ]);
      const known = records.world.pack.parks.find(({ id }) => id === park.packId);
      return {
        industries: (known?.leadingIndustries ?? []).map(({ value }) => ({ ...value })),
        pairings: pairings.records.map(({ title }) => ({ ...title })),
        years: years.flatMap(({ id, sample, content: { year, result } }) => {
          if (!result) return [];
          const { total, rank, from, to, of, groups } = result;
          return [{ id, year, total, rank, from, to, of, groups: [...groups], sample }];
        }),
      };
    },
  );
}

/** @throws Refused where a round has none: it was made before frameworks were copied */
function frameworkOf({ id, content }: ProgrammeRecord<Round>): Framework {
  if (content.framework) return content.framework;
  throw new Refused('not-found', `${id} has no framework`, 'make the round anew');
}

/** @throws Refused naming indicators that there are not, or weights of nothing */
function ranksWith(
  asked: ReadonlyMap<string, number>,
  given: Framework,
  standings: Round['standings'],
): Map<string, { total: number; rank: number }> {
  const indicators = indicatorsOf(given);
  const strange = [...asked.keys()].filter((id) => !indicators.some((known) => known.id === id));
  const own = indicators.map(({ id, weight }) => asked.get(id) ?? weight);
  if (strange.length > 0 || !own.some((weight) => weight > 0)) {
    throw new Refused(
      'not-understood',
      strange.length > 0
        ? `the framework has no indicator ${strange.join(', ')}`
        : 'all weights are 0, and nothing is ranked by nothing',
      'name indicators of the framework, with at least one weight above 0',
    );
  }
  return new Map(ranksUnder(standings, own).map(({ park, total, rank }) => [park, { total, rank }]));
}

import {
  type AgreementContent,
  agreementTemplates,
  article,
  dateIn,
  grantsOf,
  type PairingContent,
  type Programme,
  possibleSides,
  pulseOf,
  textOf,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed, mustHaveRole } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import { Refused } from '../../errors.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';
import { course, courseOf } from './course.ts';

const one = z.object({ id: z.string().max(80) });
const beat = z.object({
  score: z.number(),
  lastContact: z.string().optional(),
  daysSinceContact: z.int(),
  dormant: z.boolean(),
});
const paired = z.object({
  id: z.string(),
  state: z.string(),
  stateName: words,
  title: words,
  park: z.string(),
  partner: z.string(),
  parkPlace: z.string(),
  partnerPlace: z.string(),
  sample: z.boolean(),
  /** Where public sources tell of it. */
  known: z.string().optional(),
  /** Only for those concerned. */
  pulse: beat.optional(),
  due: z.string().optional(),
  overdue: z.int().optional(),
});
const cited = z.object({ id: z.string(), title: z.string(), url: z.string().optional() });
const tags = ['pairings'];

/** What pairings have beside their records: the board with every pulse, and the text of agreements. */
export function pairingRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/pairing-board',
    {
      config: { deed: 'pairing.read' },
      schema: {
        tags,
        querystring: z.object({
          state: z.string().max(40).optional(),
          sort: z.enum(['due', 'title', 'changed']).default('title'),
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            pairings: z.array(paired),
            total: z.int(),
            counts: z.record(z.string(), z.int()),
            stateNames: z.record(z.string(), words),
            mayCreate: z.boolean(),
          }),
        },
      },
    },
    async ({ query: { state, sort, page, size }, asker }) => {
      const { records } = await programme();
      const seen = { asker, grants: grantsOf(deeds, 'pairing.read', asker.role) };
      const [found, counts] = await Promise.all([
        records.whole<PairingContent>({
          kind: 'pairing',
          state,
          seen,
          sort,
          offset: (page - 1) * size,
          limit: size,
        }),
        records.counts({ kind: 'pairing', seen }),
      ]);
      const states = Object.keys(records.registered('pairing').kind.workflow.states);
      const today = dateIn(records.world.now());
      return {
        pairings: found.map((record) => {
          const { park, partner, parkPlace, partnerPlace, known, dues } = record.content;
          const concerned = allow(asker, 'pairing.read', record)?.of !== 'published';
          const { terms: _, ...pulse } = pulseOf(records, record);
          return {
            ...{ id: record.id, state: record.state, title: record.title, sample: record.sample },
            ...{ park, partner, parkPlace, partnerPlace },
            stateName: stateName('pairing', record.state),
            ...(known && { known: known.source }),
            ...(concerned && { pulse, overdue: dues.filter(({ due }) => due < today).length }),
            ...(concerned && record.due && { due: record.due }),
          };
        }),
        total: state ? (counts[state] ?? 0) : Object.values(counts).reduce((sum, n) => sum + n, 0),
        counts,
        stateNames: Object.fromEntries(states.map((state) => [state, stateName('pairing', state)])),
        mayCreate: grantsOf(deeds, 'pairing.create', asker.role).length > 0,
      };
    },
  );

  api.get(
    '/pairings/:id/pulse',
    {
      config: { deed: 'pairing.read' },
      schema: {
        tags,
        params: one,
        response: {
          200: beat.extend({
            halfLifeDays: z.int(),
            dormantAfterDays: z.int(),
            note: words,
            terms: z.array(
              z.object({
                kind: z.string(),
                date: z.string(),
                record: z.string(),
                weight: z.number(),
                adds: z.number(),
              }),
            ),
          }),
        },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get<PairingContent>(params.id, 'pairing');
      if (mustBeAllowed(asker, 'pairing.read', record).of === 'published') {
        throw new Refused('not-allowed', 'the pulse is for those concerned', 'read the public part');
      }
      const { halfLifeDays, dormantAfterDays, note } = records.world.rules['pairing-pulse'];
      const { terms, ...rest } = pulseOf(records, record);
      return { ...rest, halfLifeDays, dormantAfterDays, note, terms: terms.map((term) => ({ ...term })) };
    },
  );

  api.get(
    '/pairings/:id/course',
    {
      config: { deed: 'pairing.read' },
      schema: { tags, params: one, response: { 200: course } },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get<PairingContent>(params.id, 'pairing');
      if (mustBeAllowed(asker, 'pairing.read', record).of === 'published') {
        throw new Refused(
          'not-allowed',
          'what the two sides do is for those concerned',
          'read the public part',
        );
      }
      return courseOf(records, record, asker);
    },
  );

  api.get(
    '/pairing-sides',
    {
      config: { deed: 'pairing.create' },
      schema: {
        tags,
        response: {
          200: z.object({
            sides: z.array(z.object({ id: z.string(), kind: z.string(), name: words, place: z.string() })),
          }),
        },
      },
    },
    async ({ asker }) => {
      mustHaveRole(asker, 'pairing.create');
      return { sides: await possibleSides((await programme()).records) };
    },
  );

  api.get(
    '/agreement-templates',
    {
      config: { open: 'the clauses of the pack, from which agreements are put together' },
      schema: {
        tags: ['agreements'],
        response: { 200: agreementTemplates.extend({ sources: z.array(cited) }) },
      },
    },
    async () => {
      const { pack, rules } = (await programme()).records.world;
      const templates = rules['agreement-templates'];
      const used = [templates.benefit.source, ...templates.clauses.map(({ source }) => source)];
      const sources = pack.sources
        .filter(({ id }) => used.includes(id))
        .map(({ id, title, url }) => ({ id, title, ...(url && { url }) }));
      return { ...templates, sources };
    },
  );

  api.get(
    '/agreements/:id/text',
    {
      config: { deed: 'agreement.read' },
      schema: {
        tags: ['agreements'],
        params: one,
        response: { 200: z.object({ signed: z.boolean(), articles: z.array(article) }) },
      },
    },
    async ({ params, asker }) => {
      const { records } = await programme();
      const record = await records.get<AgreementContent>(params.id, 'agreement');
      mustBeAllowed(asker, 'agreement.read', record);
      const { text } = record.content;
      return {
        signed: text !== undefined,
        articles: text ?? textOf(record.content, records.world.rules['agreement-templates']),
      };
    },
  );
}

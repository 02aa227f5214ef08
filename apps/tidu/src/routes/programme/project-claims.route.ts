import {
  type Claim,
  claimsOf,
  fewest,
  grantsOf,
  type Programme,
  type Project,
  protectedGroups,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { projectNames } from '../../project-names.ts';
import { words } from '../schemas.ts';
import { seenBy } from './projects.route.ts';

const side = z.object({ project: z.string(), name: z.string(), park: words });
const answer = z.object({
  verdict: z.string(),
  share: z.number().optional(),
  reason: z.string(),
  by: words,
  on: z.string(),
});
const claim = z.object({
  id: z.string(),
  state: z.string(),
  stateName: words,
  version: z.int(),
  /** This project is the first or the second of the two. */
  self: z.enum(['a', 'b']),
  a: side,
  b: side,
  score: z.number(),
  evidence: z.array(z.object({ field: z.string(), level: z.string(), weight: z.number() })),
  proposal: answer.optional(),
  decision: answer.optional(),
  possible: z.array(
    z.object({ act: z.string(), name: words, allowed: z.boolean(), reasons: z.array(words) }),
  ),
});
const place = z.object({
  code: z.string(),
  name: words,
  longitude: z.number().optional(),
  latitude: z.number().optional(),
});
const flow = z.object({
  park: place.optional(),
  origin: place.optional(),
  /** Several origins together, each of too few companies to be told alone. */
  rest: z.boolean(),
  projects: z.int(),
  investment: z.number(),
});

/** Projects that two claim, and where projects come from: as far as everybody may know, and as far as one may. */
export function projectClaimRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/projects/:id/claims',
    {
      config: { deed: 'project.read' },
      schema: {
        tags: ['projects'],
        params: z.object({ id: z.string().max(80) }),
        response: { 200: z.object({ claims: z.array(claim) }) },
      },
    },
    async ({ params, asker }) => {
      const opened = await programme();
      const { records } = opened;
      const project = await records.get<Project>(params.id, 'project');
      mustBeAllowed(asker, 'project.read', project);
      const claims = await claimsOf(records, params.id, project.content.parkOrganisation);
      const seen = claims.filter((one) => allow(asker, 'claim.read', one));
      const names = await projectNames(opened);
      const told = (said: Claim['proposal']) =>
        said && {
          ...said,
          by: names.organisation(said.by),
          ...(said.share !== undefined && { share: said.share }),
        };
      return {
        claims: await Promise.all(
          seen.map(async ({ id, state, version, content, ...record }) => ({
            id,
            state,
            stateName: stateName('claim', state),
            version,
            self: content.a.project === params.id ? ('a' as const) : ('b' as const),
            a: sideOf(content.a),
            b: sideOf(content.b),
            score: content.score,
            evidence: content.evidence.map((one) => ({ ...one })),
            ...(content.proposal && { proposal: told(content.proposal) }),
            ...(content.decision && { decision: told(content.decision) }),
            possible: (await records.possible({ id, state, version, content, ...record }, asker))
              .filter(({ act }) => allow(asker, `claim.${act}`, { ...record, id, state }))
              .map(({ act, name, allowed, reasons }) => ({
                act,
                name: { ...name },
                allowed,
                reasons: reasons.map(({ zh, en }) => ({ zh, en })),
              })),
          })),
        ),
      };
    },
  );

  api.get(
    '/project-flows',
    {
      config: {
        open: 'counts and sums of several companies together; what one may see oneself comes beside',
      },
      schema: {
        tags: ['projects'],
        response: {
          200: z.object({
            /** Figures about fewer companies are not told. */
            fewest: z.int(),
            /** Activity of the demonstration is among them. */
            sample: z.boolean(),
            everybody: z.array(flow),
            /** Projects that the asker may see, exactly; absent where there are none. */
            own: z.array(flow).optional(),
            /** How many more of those there are than the largest that are told. */
            more: z.int(),
          }),
        },
      },
    },
    async ({ asker }) => {
      const opened = await programme();
      const { records } = opened;
      const { pack } = records.world;
      const names = await projectNames(opened);
      const [all, seen] = await Promise.all([
        seenBy(opened, { ...asker, role: 'ministry' }),
        seenBy(opened, asker),
      ]);
      const places = new Map(pack.places.map((one) => [one.code, one]));
      const at = (code: string) => {
        const { longitude, latitude } = places.get(code) ?? {};
        return longitude === undefined || latitude === undefined ? {} : { longitude, latitude };
      };
      const territory = new Map(all.map(({ content }) => [content.park, content.territory]));
      const parkAt = (id: string) => ({ code: id, name: names.park(id), ...at(territory.get(id) ?? '') });
      const originAt = (code: string) => ({ code, name: names.place(code), ...at(code) });
      const flowOf = (
        [park, origin]: readonly string[],
        rest: boolean,
        projects: number,
        investment: number,
      ) => ({
        ...(park !== undefined && { park: parkAt(park) }),
        ...(origin !== undefined && { origin: originAt(origin) }),
        rest,
        projects,
        investment,
      });
      const standing = all.filter(
        ({ state, content }) => state !== 'withdrawn' && content.course.counted > 0,
      );
      const groups = protectedGroups(
        standing.map(({ content, compared }) => ({
          company: content.creditCode || compared.name.plain,
          amount: content.promised.investment * content.course.counted,
          park: content.park,
          origin: content.origin,
        })),
        [({ park }) => park, ({ origin }) => origin],
      );
      const own = Map.groupBy(
        seen.filter(({ state, content }) => state !== 'withdrawn' && content.course.counted > 0),
        ({ content }) => `${content.park} ${content.origin}`,
      );
      const exact = [...own].map(([key, some]) =>
        flowOf(
          key.split(' '),
          false,
          some.length,
          some.reduce((sum, { content }) => sum + content.promised.investment * content.course.counted, 0),
        ),
      );
      const mayRead = grantsOf(deeds, 'project.read', asker.role).length > 0;
      return {
        fewest,
        sample: standing.some(({ sample }) => sample),
        everybody: groups.map(({ path, rest, projects, amount }) => flowOf(path, rest, projects, amount)),
        ...(mayRead && { own: exact.sort((a, b) => b.investment - a.investment).slice(0, mostFlows) }),
        more: mayRead ? Math.max(0, exact.length - mostFlows) : 0,
      };
    },
  );
}

/** More lines than these nobody reads; the file has every project. */
const mostFlows = 200;

const sideOf = ({ project, name, park }: Claim['a']) => ({ project, name, park: { ...park } });

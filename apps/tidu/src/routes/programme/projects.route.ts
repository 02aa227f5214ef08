import {
  type Asker,
  dateIn,
  filtered,
  grantsOf,
  keyOf,
  type Programme,
  pipeline,
  projectDimensions,
  projectStates,
  promiseAndResult,
  reachedOn,
  type StandingProject,
  signingToProduction,
  stalledFor,
  standings,
} from '@tidu/programme';
import { z } from 'zod';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { choices, type ProjectNames, projectNames } from '../../project-names.ts';
import { words } from '../schemas.ts';

const code = z.object({ code: z.string(), name: words });
const pair = z.object({ promised: z.number(), actual: z.number() });
const promise = z.object({ projects: z.number(), investment: pair, jobs: pair, output: pair, exports: pair });
const row = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string(),
  state: z.string(),
  stateName: words,
  since: z.string(),
  park: code,
  origin: code,
  industry: code,
  investment: pair,
  jobs: pair,
  counted: z.number(),
  due: z.string().optional(),
  sample: z.boolean(),
});
const wait = z.object({
  steps: z.array(
    z.object({
      months: z.int(),
      atRisk: z.int(),
      come: z.int(),
      stillWaiting: z.int(),
      survival: z.number(),
      /** Absent once nobody waits. */
      error: z.number().optional(),
    }),
  ),
  median: z.int().optional(),
  produced: z.int(),
  waiting: z.int(),
});

export const projectFilter = z.object({
  park: z.string().max(80).optional(),
  origin: z.string().max(6).optional(),
  industry: z.string().max(4).optional(),
  state: z.string().max(20).optional(),
  text: z.string().max(100).optional(),
});
const tags = ['projects'];

/** Transfer projects seen together: on their way, and by what was promised and what came. */
export function projectRoutes(api: Api, programme: () => Promise<Programme>): void {
  const open = { config: { deed: 'project.read' } };

  api.get(
    '/project-board',
    {
      ...open,
      schema: {
        tags,
        querystring: projectFilter.extend({
          sort: z.enum(['changed', 'investment', 'name', 'due']).default('changed'),
          page: z.coerce.number().int().min(1).default(1),
          size: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            /** Whether the asker is one who may see projects at all. */
            concerned: z.boolean(),
            mayCreate: z.boolean(),
            states: z.array(promise.extend({ state: z.string(), name: words, records: z.int() })),
            total: z.int(),
            rows: z.array(row),
            parks: z.array(code),
            origins: z.array(code),
            industries: z.array(code),
          }),
        },
      },
    },
    async ({ query, asker }) => {
      const opened = await programme();
      const all = await seenBy(opened, asker);
      const names = await projectNames(opened);
      // The board tells of every state, so that one can go from one to another.
      const { state, ...anyState } = query;
      const some = filtered(all, anyState);
      const shown = sorted(filtered(some, { state }), query.sort);
      return {
        concerned: grantsOf(deeds, 'project.read', asker.role).length > 0,
        mayCreate: grantsOf(deeds, 'project.create', asker.role).length > 0,
        states: pipeline(some, Object.keys(projectStates)).map((one) => ({
          ...one,
          name: { ...projectStates[one.state as keyof typeof projectStates] },
        })),
        total: shown.length,
        rows: shown
          .slice((query.page - 1) * query.size, query.page * query.size)
          .map((one) => rowOf(one, names)),
        parks: choices(all, ({ park }) => park, names.park),
        origins: choices(all, ({ origin }) => origin, names.place),
        industries: choices(all, ({ industry }) => industry.slice(0, 2), names.industry),
      };
    },
  );

  api.get(
    '/project-results',
    {
      ...open,
      schema: {
        tags,
        querystring: projectFilter.extend({ by: z.enum(projectDimensions).default('park') }),
        response: {
          200: z.object({
            total: promise,
            /** Activity of the demonstration is among them. */
            sample: z.boolean(),
            rows: z.array(
              promise.extend({
                code: z.string(),
                name: words,
                median: z.int().optional(),
                stalled: z.int(),
              }),
            ),
            /** How many groups there are besides the largest that are told. */
            more: z.int(),
            wait,
            stalled: z.array(z.object({ id: z.string(), name: z.string(), from: words, months: z.int() })),
          }),
        },
      },
    },
    async ({ query, asker }) => {
      const opened = await programme();
      const { by, ...wanted } = query;
      // What has not been signed has promised nothing yet; what was signed and withdrew has.
      const some = filtered(await seenBy(opened, asker), wanted).filter(({ content }) =>
        reachedOn(content, 'signed'),
      );
      const names = await projectNames(opened);
      const today = dateIn(opened.records.world.now());
      const nameOf = { park: names.park, origin: names.place, industry: names.industry, year: same }[by];
      const groups = [...Map.groupBy(some, (one) => keyOf(one, by) ?? '')].filter(([key]) => key !== '');
      const stalled = stalledFor(some, today);
      const byId = new Map(some.map((one) => [one.id, one.content.name]));
      return {
        total: { ...promiseAndResult(some.map(({ content }) => content)) },
        sample: some.some(({ sample }) => sample),
        more: Math.max(0, groups.length - mostGroups),
        rows: groups
          .sort(([, a], [, b]) => promisedBy(b) - promisedBy(a))
          .slice(0, mostGroups)
          .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
          .map(([key, group]) => {
            const { median } = signingToProduction(group, today);
            return {
              code: key,
              name: nameOf(key),
              ...promiseAndResult(group.map(({ content }) => content)),
              ...(median !== undefined && { median }),
              stalled: group.filter(({ state }) => state === 'stalled').length,
            };
          }),
        wait: waitOf(signingToProduction(some, today)),
        stalled: stalled.slice(0, 100).map(({ id, from, months }) => ({
          id,
          name: byId.get(id) ?? id,
          from: { ...projectStates[from] },
          months,
        })),
      };
    },
  );
}

/** More lines than these nobody reads; the file has every project. */
const mostGroups = 200;

const promisedBy = (group: readonly StandingProject[]): number =>
  group.reduce((sum, { content }) => sum + content.promised.investment, 0);

/** The projects that this asker may see, as the list of them would show. */
export function seenBy({ records }: Programme, asker: Asker): Promise<readonly StandingProject[]> {
  return standings(records, { asker, grants: grantsOf(deeds, 'project.read', asker.role) });
}

function rowOf({ id, state, content, sample }: StandingProject, names: ProjectNames): z.infer<typeof row> {
  const { investment, jobs } = promiseAndResult([{ ...content, course: { ...content.course, counted: 1 } }]);
  const { production } = content.promised;
  const begun = content.course.reached.some(({ stage }) => stage === 'production' || stage === 'exporting');
  return {
    id,
    name: content.name,
    company: content.company,
    state,
    stateName: { ...projectStates[state as keyof typeof projectStates] },
    since: content.course.stalls.at(-1)?.until ?? content.course.reached.at(-1)?.date ?? content.found,
    park: { code: content.park, name: names.park(content.park) },
    origin: { code: content.origin, name: names.place(content.origin) },
    industry: { code: content.industry, name: names.industry(content.industry) },
    investment,
    jobs,
    counted: content.course.counted,
    ...(production && !begun && state !== 'withdrawn' && { due: production }),
    sample,
  };
}

export function sorted(projects: readonly StandingProject[], by: 'changed' | 'investment' | 'name' | 'due') {
  // They come with the latest changed first.
  if (by === 'changed') return projects;
  const compared = {
    investment: (a: StandingProject, b: StandingProject) =>
      b.content.promised.investment - a.content.promised.investment,
    name: (a: StandingProject, b: StandingProject) =>
      a.compared.name.sound.localeCompare(b.compared.name.sound),
    due: (a: StandingProject, b: StandingProject) =>
      (a.content.promised.production ?? '9999') < (b.content.promised.production ?? '9999') ? -1 : 1,
  }[by];
  return [...projects].sort(compared);
}

const same = (text: string) => ({ zh: text, en: text });

function waitOf({
  steps,
  median,
  produced,
  waiting,
}: ReturnType<typeof signingToProduction>): z.infer<typeof wait> {
  return {
    steps: steps.map(({ error, ...step }) => ({ ...step, ...(Number.isFinite(error) && { error }) })),
    ...(median !== undefined && { median }),
    produced,
    waiting,
  };
}

import {
  curve,
  dateIn,
  grantsOf,
  overdue,
  type Plan,
  type Programme,
  progressOn,
  type Task,
  tasksOf,
} from '@tidu/programme';
import { z } from 'zod';
import { allow, mustBeAllowed } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import type { Api } from '../../http.server.ts';
import { stateName } from '../../kind-names.ts';
import { projectNames } from '../../project-names.ts';
import { words } from '../schemas.ts';

const progress = {
  /** Parts of a hundred by now; absent without tasks. */
  planned: z.number().optional(),
  actual: z.number().optional(),
  tasks: z.int(),
  accepted: z.int(),
  overdue: z.int(),
};
const tags = ['plans'];

/** How far plans are: what their tasks add up to. */
export function planRoutes(api: Api, programme: () => Promise<Programme>): void {
  api.get(
    '/plan-board',
    {
      config: { deed: 'plan.read' },
      schema: {
        tags,
        querystring: z.object({
          park: z.string().max(80).optional(),
          state: z.string().max(20).optional(),
          page: z.coerce.number().int().min(1).default(1),
        }),
        response: {
          200: z.object({
            mayCreate: z.boolean(),
            total: z.int(),
            plans: z.array(
              z.object({
                id: z.string(),
                title: words,
                state: z.string(),
                stateName: words,
                park: words,
                sample: z.boolean(),
                ...progress,
              }),
            ),
          }),
        },
      },
    },
    async ({ query, asker }) => {
      const opened = await programme();
      const { records } = opened;
      const { park, state, page } = query;
      const seen = { asker, grants: grantsOf(deeds, 'plan.read', asker.role) };
      const found = await records.list({
        kind: 'plan',
        parent: park,
        state,
        seen,
        sort: 'changed',
        offset: (page - 1) * plansOfPage,
        limit: plansOfPage,
      });
      const tasks = await tasksOf(
        records,
        found.records.map(({ id }) => id),
      );
      const names = await projectNames(opened);
      const today = dateIn(records.world.now());
      return {
        mayCreate: grantsOf(deeds, 'plan.create', asker.role).length > 0,
        total: found.total,
        plans: found.records.map(({ id, title, state: now, parent = '', sample }) => ({
          id,
          title: { ...title },
          state: now,
          stateName: stateName('plan', now),
          park: names.park(parent),
          sample,
          ...told(tasks.get(id) ?? [], today),
        })),
      };
    },
  );

  api.get(
    '/plans/:id/progress',
    {
      config: { deed: 'plan.read' },
      schema: {
        tags,
        params: z.object({ id: z.string().max(80) }),
        response: {
          200: z.object({
            ...progress,
            today: z.string(),
            curve: z.array(
              z.object({ date: z.string(), planned: z.number(), actual: z.number().optional() }),
            ),
            /** Tasks that the asker may see. */
            seen: z.array(
              z.object({
                id: z.string(),
                title: z.string(),
                state: z.string(),
                stateName: words,
                responsible: words,
                person: z.string(),
                start: z.string(),
                due: z.string(),
                weight: z.number(),
                percent: z.number(),
                overdue: z.boolean(),
                sample: z.boolean(),
              }),
            ),
            mayAdd: z.boolean(),
          }),
        },
      },
    },
    async ({ params, asker }) => {
      const opened = await programme();
      const { records } = opened;
      const plan = await records.get<Plan>(params.id, 'plan');
      mustBeAllowed(asker, 'plan.read', plan);
      const tasks = (await tasksOf(records, [plan.id])).get(plan.id) ?? [];
      const names = await projectNames(opened);
      const today = dateIn(records.world.now());
      const line = { ...plan, kind: 'task', state: 'planned' };
      const { id: _, ...subject } = line;
      return {
        ...told(tasks, today),
        today,
        curve: curve(tasks.map(weighed), today),
        seen: tasks
          .filter((task) => allow(asker, 'task.read', task))
          .map(({ id, state, content, sample }) => ({
            id,
            title: content.title,
            state,
            stateName: stateName('task', state),
            responsible: names.organisation(content.responsible),
            person: content.person,
            start: content.start,
            due: content.due,
            weight: content.weight,
            percent: content.progress.at(-1)?.percent ?? 0,
            overdue: overdue({ state, due: content.due }, today),
            sample,
          })),
        mayAdd:
          allow(asker, 'task.create', subject) !== undefined &&
          !['completed', 'abandoned'].includes(plan.state),
      };
    },
  );
}

const plansOfPage = 50;

const weighed = ({ state, content }: { state: string; content: Task }) => ({ ...content, state });

function told(tasks: readonly { state: string; content: Task }[], today: string) {
  const { planned, actual } = progressOn(tasks.map(weighed), today);
  return {
    ...(Number.isFinite(planned) && { planned, actual }),
    tasks: tasks.length,
    accepted: tasks.filter(({ state }) => state === 'accepted').length,
    overdue: tasks.filter(({ state, content }) => overdue({ state, due: content.due }, today)).length,
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { recordOf, type StoredRecord } from '../ground/stored-record.store.ts';
import { type Plan, type PlanAct, type PlanState, type PlanSurroundings, planKind } from './plan.kind.ts';
import { type Task, type TaskAct, type TaskState, type TaskSurroundings, taskKind } from './task.kind.ts';

export const registeredPlan: Registered<Plan, PlanState, PlanAct, PlanSurroundings> = {
  kind: planKind,
  extra: async (records, { id }) => ({ tasks: (await records.list({ kind: 'task', parent: id })).records }),
  effects: { create: mustBeOfPark, edit: mustBeOfPark },
};

export const registeredTask: Registered<Task, TaskState, TaskAct, TaskSurroundings> = {
  kind: taskKind,
  extra: async (records, { content }) => {
    const { state, content: plan } = await records.get<Plan>(content.plan, 'plan');
    return { plan: { state, owner: plan.owner } };
  },
  effects: {
    create: async (records, record) => {
      await mustBeOfPlan(records, record);
      if (!record.sample) mustKeepProgress(record.content, []);
    },
    edit: async (records, record) => {
      await mustBeOfPlan(records, record);
      const before = (await records.versions(record.id)).find(
        ({ version }) => version === record.version - 1,
      );
      mustKeepProgress(record.content, (before?.content as Task | undefined)?.progress);
    },
  },
};

async function mustBeOfPark(records: Records, { content }: ProgrammeRecord<Plan>): Promise<void> {
  const park = await records.find(content.park);
  if (park?.kind !== 'park') refuse('park', `there is no park ${content.park}; choose one of the list`);
  else if (!park.organisations.includes(content.owner))
    refuse('owner', `${content.park} is not looked after by ${content.owner}`);
  else if (park.territory !== content.territory)
    refuse('territory', `${content.park} lies in ${park.territory}`);
}

/** A task is of its plan: the same owner and place; a plan that has ended takes no more. */
async function mustBeOfPlan(records: Records, { content }: ProgrammeRecord<Task>): Promise<void> {
  const plan = await records.find<Plan>(content.plan);
  if (plan?.kind !== 'plan') refuse('plan', `there is no plan ${content.plan}`);
  else if (plan.content.owner !== content.owner)
    refuse('owner', `${content.plan} is the plan of ${plan.content.owner}`);
  else if (plan.territory !== content.territory)
    refuse('territory', `${content.plan} is of ${plan.territory}`);
  else if (['completed', 'abandoned'].includes(plan.state)) refuse('plan', `${content.plan} has ended`);
}

function mustKeepProgress({ progress }: Task, before: Task['progress'] | undefined): void {
  if (!isDeepStrictEqual(progress, before))
    refuse('progress', 'progress is reported by the acts of the task, not by editing it');
}

function refuse(field: string, message: string): never {
  throw new NotAcceptable([{ field: `content.${field}`, message }]);
}

/** The tasks of some plans, in the order of their starts. */
export async function tasksOf(
  { reading }: RecordReader,
  plans: readonly string[],
): Promise<Map<string, ProgrammeRecord<Task>[]>> {
  if (plans.length === 0) return new Map();
  const rows = await reading
    .selectFrom('record')
    .selectAll()
    .where('kind', '=', 'task')
    .where('parent', 'in', [...plans])
    .execute();
  const found = rows.map((row) => recordOf<Task>(row as StoredRecord));
  found.sort((a, b) => (a.content.start < b.content.start ? -1 : a.content.start > b.content.start ? 1 : 0));
  return Map.groupBy(found, ({ parent }) => parent ?? '');
}

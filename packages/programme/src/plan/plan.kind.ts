import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const year = z.int().min(2000).max(2100);

/** Something to be reached that can be measured: from what, to what, until when. */
const goal = z
  .strictObject({
    name: text(200),
    unit: text(40),
    from: z.strictObject({ year, value: z.number() }),
    to: z.strictObject({ year, value: z.number() }),
    /** What was measured since. */
    measured: z
      .array(z.strictObject({ year, value: z.number(), source: z.string().max(300).default('') }))
      .max(50)
      .default([]),
  })
  .refine(({ from, to }) => to.year > from.year, {
    error: 'the target is of a later year than where it starts',
    path: ['to', 'year'],
  });

/** An action plan or implementation plan of a park. */
export const plan = z.strictObject({
  title: text(160),
  sort: z.enum(['action-plan', 'implementation-plan']),
  park: z.string(),
  /** Whose plan it is; this organisation accepts what is done. */
  owner: z.string(),
  territory: z.string().regex(/^\d{6}$/),
  /** Organisations that take part. */
  others: z.array(z.string()).max(20).default([]),
  document: z.string().max(200).default(''),
  summary: z.string().max(4000).default(''),
  goals: z.array(goal).max(30).default([]),
  published: z.boolean().default(false),
});
export type Plan = z.infer<typeof plan>;

/** What is asked of a plan's tasks. */
export interface PlanSurroundings {
  readonly tasks: readonly { readonly state: string }[];
}
type F = Facts<Plan, PlanSurroundings>;

const goals: Guard<F> = {
  name: 'goals',
  holds: ({ record }) =>
    record.content.goals.length > 0 ||
    words('计划没有可衡量的目标', 'the plan has no goal that can be measured'),
};
const tasks: Guard<F> = {
  name: 'tasks',
  holds: ({ extra }) => extra.tasks.length > 0 || words('计划没有任务', 'the plan has no task'),
};
const begun: Guard<F> = {
  name: 'begun',
  holds: ({ extra }) =>
    extra.tasks.some(({ state }) => state !== 'planned') || words('还没有一项任务开始', 'no task has begun'),
};
const done: Guard<F> = {
  name: 'all accepted',
  holds: ({ extra }) => {
    const open = extra.tasks.filter(({ state }) => state !== 'accepted').length;
    return (
      open === 0 ||
      words(`还有${open}项任务未验收`, `${open} of its tasks ${open === 1 ? 'is' : 'are'} not accepted yet`)
    );
  },
};
const reason = z.strictObject({ reason: text(1000) });

const planWorkflow = createWorkflow<PlanState, PlanAct, F>({
  name: 'plan',
  states: {
    draft: words('草案', 'draft'),
    adopted: words('已印发', 'adopted'),
    'under-way': words('实施中', 'under way'),
    completed: words('已完成', 'completed'),
    abandoned: words('已终止', 'abandoned'),
  },
  initial: 'draft',
  editable: ['draft', 'adopted', 'under-way'],
  acts: {
    adopt: { name: words('印发', 'adopt'), from: ['draft'], to: 'adopted', guards: [goals, tasks] },
    start: { name: words('启动', 'start'), from: ['adopted'], to: 'under-way', guards: [begun] },
    complete: {
      name: words('完成', 'complete'),
      from: ['under-way'],
      to: 'completed',
      guards: [tasks, done],
    },
    abandon: { name: words('终止', 'abandon'), from: ['draft', 'adopted', 'under-way'], to: 'abandoned' },
  },
});
export type PlanState = 'draft' | 'adopted' | 'under-way' | 'completed' | 'abandoned';
export type PlanAct = 'adopt' | 'start' | 'complete' | 'abandon';

export const planKind: Kind<Plan, PlanState, PlanAct, PlanSurroundings> = {
  name: 'plan',
  plural: 'plans',
  names: words('行动计划', 'action plan'),
  content: plan,
  workflow: planWorkflow,
  doing: { abandon: { given: reason } },
  face: ({ title, territory, owner, others, park, published, document }, state) => ({
    title: { zh: title, en: title },
    territory,
    organisations: [...new Set([owner, ...others])],
    parent: park,
    published: published && state !== 'draft',
    words: [document].filter(Boolean),
  }),
  publicContent: (content) => content,
};

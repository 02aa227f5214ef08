import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Doing, Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const entry = {
  date: z.iso.date(),
  percent: z.number().min(0).max(100),
  text: text(2000),
  /** What shows it: the number of a document, a file of this task. */
  evidence: z.string().trim().max(500).default(''),
};

/** A task of a plan: who does it, when, and how far it is. */
export const task = z
  .strictObject({
    title: text(160),
    plan: z.string(),
    /** Whose plan it belongs to. */
    owner: z.string(),
    /** Who has to do it. */
    responsible: z.string(),
    person: z.string().max(60).default(''),
    territory: z.string().regex(/^\d{6}$/),
    start: z.iso.date(),
    due: z.iso.date(),
    /** What it counts for in the plan beside the others. */
    weight: z.number().gt(0).max(1000).default(1),
    /** Kept by the acts. */
    progress: z
      .array(z.strictObject({ ...entry, by: z.string() }))
      .max(500)
      .default([]),
  })
  .refine(({ start, due }) => start <= due, { error: 'is due before it starts', path: ['due'] });
export type Task = z.infer<typeof task>;

/** The plan that a task belongs to. */
export interface TaskSurroundings {
  readonly plan: { readonly state: string; readonly owner: string };
}
type F = Facts<Task, TaskSurroundings>;

const planStands: Guard<F> = {
  name: 'the plan stands',
  holds: ({ extra: { plan } }) =>
    ['adopted', 'under-way'].includes(plan.state) ||
    words('计划未印发或已结束', 'the plan is not adopted, or has ended'),
};
const byTheResponsible: Guard<F> = {
  name: 'by the responsible',
  holds: ({ record: { content }, asker, extra }) =>
    [content.responsible, extra.plan.owner].includes(asker.organisation) ||
    words('由责任单位办理', 'it is for the responsible organisation'),
};
const byTheOwner: Guard<F> = {
  name: "by the plan's owner",
  holds: ({ asker, extra }) =>
    asker.organisation === extra.plan.owner ||
    words('由计划的制定单位验收', "it is for the plan's owner to accept"),
};
const notAhead: Guard<F> = {
  name: 'not ahead',
  holds: ({ given: { date }, today }) =>
    typeof date !== 'string' ||
    date <= today ||
    words(`日期${date}晚于今天`, `the date ${date} is after today`),
};
const taskWorkflow = createWorkflow<TaskState, TaskAct, F>({
  name: 'task',
  states: {
    planned: words('未开始', 'planned'),
    doing: words('进行中', 'doing'),
    claimed: words('待验收', 'done, to be accepted'),
    accepted: words('已验收', 'accepted'),
    returned: words('退回', 'sent back'),
  },
  initial: 'planned',
  editable: ['planned', 'doing', 'returned'],
  acts: {
    begin: {
      name: words('开始', 'begin'),
      from: ['planned'],
      to: 'doing',
      guards: [planStands, byTheResponsible, notAhead],
    },
    report: {
      name: words('报告进展', 'report progress'),
      from: ['doing'],
      to: 'doing',
      guards: [planStands, byTheResponsible, notAhead],
    },
    claim: {
      name: words('报完成', 'report as done'),
      from: ['doing'],
      to: 'claimed',
      guards: [planStands, byTheResponsible, notAhead],
    },
    accept: {
      name: words('验收', 'accept'),
      from: ['claimed'],
      to: 'accepted',
      guards: [planStands, byTheOwner],
    },
    'send-back': {
      name: words('退回', 'send back'),
      from: ['claimed'],
      to: 'returned',
      guards: [planStands, byTheOwner],
    },
    resume: {
      name: words('继续办理', 'go on'),
      from: ['returned'],
      to: 'doing',
      guards: [planStands, byTheResponsible],
    },
  },
});
export type TaskState = 'planned' | 'doing' | 'claimed' | 'accepted' | 'returned';
export type TaskAct = 'begin' | 'report' | 'claim' | 'accept' | 'send-back' | 'resume';

const log =
  (percent?: number): NonNullable<Doing<Task, TaskSurroundings>['change']> =>
  (content, { given, asker }) => ({
    ...content,
    progress: [
      ...content.progress,
      {
        date: String(given.date),
        percent: percent ?? Number(given.percent),
        text: String(given.text),
        evidence: String(given.evidence ?? ''),
        by: asker.name,
      },
    ],
  });
const { percent: _, ...entryOfDone } = entry;

export const taskKind: Kind<Task, TaskState, TaskAct, TaskSurroundings> = {
  name: 'task',
  plural: 'tasks',
  names: words('任务', 'task'),
  content: task,
  workflow: taskWorkflow,
  doing: {
    begin: { given: z.strictObject(entryOfDone), change: log(0) },
    report: { given: z.strictObject(entry), change: log() },
    claim: {
      given: z.strictObject({ ...entryOfDone, evidence: text(500) }),
      change: log(100),
    },
    'send-back': {
      given: z.strictObject({ reason: text(1000) }),
      // What was taken for done is as far as it was before.
      change: (content, { today, given, asker }) => ({
        ...content,
        progress: [
          ...content.progress,
          {
            date: today,
            percent: content.progress.at(-2)?.percent ?? 0,
            text: String(given.reason),
            evidence: '',
            by: asker.name,
          },
        ],
      }),
    },
  },
  face: ({ title, territory, owner, responsible, plan, due, person }, state) => ({
    title: { zh: title, en: title },
    territory,
    organisations: [...new Set([owner, responsible])],
    parent: plan,
    published: false,
    due: state === 'accepted' ? undefined : due,
    words: [person].filter(Boolean),
  }),
};

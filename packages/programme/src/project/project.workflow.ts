import { type Names, words } from '@tidu/reference';
import { z } from 'zod';
import type { Doing, Facts } from '../ground/kind.ts';
import { type Act, createWorkflow, type Guard } from '../ground/workflow.ts';
import { type Project, type Stage, stages } from './project.ts';

export type ProjectState = Stage | 'stalled' | 'withdrawn';

/** What signing has to know beside the project. */
export interface ProjectSurroundings {
  /** Claims of the same project by others that nobody has decided yet. */
  readonly undecided: readonly { readonly claim: string; readonly park: Names; readonly strong: boolean }[];
}
type F = Facts<Project, ProjectSurroundings>;

export const stateNames: Record<ProjectState, { zh: string; en: string }> = {
  lead: words('线索', 'lead'),
  negotiating: words('洽谈', 'negotiating'),
  signed: words('签约', 'signed'),
  land: words('落地', 'land'),
  building: words('开工建设', 'building'),
  equipment: words('设备安装', 'equipment'),
  production: words('投产', 'production'),
  exporting: words('首次出口', 'first export'),
  stalled: words('停滞', 'stalled'),
  withdrawn: words('退出', 'withdrawn'),
};

const lastDate = ({ content: { course, found } }: F['record']): string =>
  [
    found,
    ...course.reached.map(({ date }) => date),
    ...course.stalls.map(({ until, since }) => until ?? since),
  ]
    .sort()
    .at(-1) as string;

/** The act names no date while one only asks what is possible. */
const inOrder: Guard<F> = {
  name: 'date',
  holds: ({ given: { date }, record, today }) => {
    if (typeof date !== 'string') return true;
    if (date > today) return words(`日期${date}晚于今天`, `the date ${date} is after today`);
    const before = lastDate(record);
    return (
      date >= before ||
      words(
        `日期${date}早于上一环节的${before}`,
        `the date ${date} is before ${before}, that of the step before`,
      )
    );
  },
};

const noPartner: Guard<F> = {
  name: 'no partner',
  holds: ({ record }) =>
    !record.content.partner ||
    words('项目有共建方，由其确认后进入洽谈', 'the project has a partner, who confirms it'),
};

const hasPartner: Guard<F> = {
  name: 'partner',
  holds: ({ record }) =>
    Boolean(record.content.partner) || words('项目没有填写共建方', 'the project names no partner'),
};

const byPartner: Guard<F> = {
  name: 'by the partner',
  holds: ({ record, asker }) =>
    record.content.partner === asker.organisation ||
    words('只有所填的共建方可以确认', 'only the partner named can confirm'),
};

const confirmed: Guard<F> = {
  name: 'confirmed',
  holds: ({ record: { content } }) =>
    !content.partner ||
    content.course.confirmed?.by === content.partner ||
    words('共建方尚未确认', 'the partner has not confirmed yet'),
};

/** The same project, claimed by another: it is not signed twice unseen. */
const claimedOnce: Guard<F> = {
  name: 'claimed once',
  holds: ({ extra }) => {
    const strong = extra.undecided.filter((claim) => claim.strong);
    if (strong.length === 0) return true;
    const parks = (language: keyof Names, comma: string) =>
      [...new Set(strong.map(({ park }) => park[language]))].join(comma);
    return words(
      `疑与${parks('zh', '、')}申报的项目重复，须先由双方园区一致认定或由商务部裁定`,
      `it may be the project that ${parks('en', ', ')} has claimed: both parks, or the ministry, have to decide first`,
    );
  },
};

const stalledFrom = (stage: Stage): Guard<F> => ({
  name: `stalled from ${stage}`,
  holds: ({ record }) => {
    const from = record.content.course.stalls.at(-1)?.from;
    return from === stage || words('只能恢复到停滞前的环节', 'it goes on only where it stood still');
  },
});

const advance = {
  sign: ['签约', 'sign', 'signed'],
  'take-land': ['落地', 'take land', 'land'],
  build: ['开工', 'begin to build', 'building'],
  equip: ['安装设备', 'install equipment', 'equipment'],
  produce: ['投产', 'begin production', 'production'],
  export: ['首次出口', 'export for the first time', 'exporting'],
} as const satisfies Record<string, [string, string, Stage]>;
type Advance = keyof typeof advance;
/** What cannot be skipped: signing is where a second claim is caught. */
const leaps = ['signed', 'building', 'equipment', 'production', 'exporting'] as const;
type Leap = `skip-to-${(typeof leaps)[number]}`;
type Resume = `resume-${Stage}`;
export type ProjectAct = 'confirm' | 'negotiate' | Advance | Leap | 'stall' | Resume | 'withdraw';

const before = (stage: Stage): Stage => stages[stages.indexOf(stage) - 1] as Stage;
/** A leap to a later stage begins at signing at the earliest. */
const beforeLeap = (stage: Stage): Stage[] =>
  stages.slice(stage === 'signed' ? 0 : stages.indexOf('signed'), stages.indexOf(stage) - 1);
const guardsOf = (stage: Stage) => (stage === 'signed' ? [inOrder, confirmed, claimedOnce] : [inOrder]);

const evidence = {
  date: z.iso.date(),
  evidence: z.string().trim().min(1).max(500),
  file: z.string().max(80).optional(),
  note: z.string().max(1000).optional(),
};
const reason = z.string().trim().min(1).max(1000);

type D = Doing<Project, ProjectSurroundings>;
const reach =
  (stage: Stage): NonNullable<D['change']> =>
  (content, { given }) => ({
    ...content,
    course: {
      ...content.course,
      reached: [
        ...content.course.reached,
        {
          stage,
          date: String(given.date),
          evidence: String(given.evidence ?? ''),
          note: String(given.note ?? ''),
          ...(given.file !== undefined && { file: String(given.file) }),
          ...(given.reason !== undefined && { skipped: String(given.reason) }),
        },
      ],
    },
  });

const acts = {
  confirm: {
    name: words('确认共建', 'confirm jointly'),
    from: ['lead'],
    to: 'negotiating',
    guards: [hasPartner, byPartner],
  },
  negotiate: {
    name: words('进入洽谈', 'begin to negotiate'),
    from: ['lead'],
    to: 'negotiating',
    guards: [inOrder, noPartner],
  },
  ...table(Object.keys(advance) as Advance[], (act): Act<ProjectState, F> => {
    const [zh, en, to] = advance[act];
    return { name: words(zh, en), from: [before(to)], to, guards: guardsOf(to) };
  }),
  ...table(
    leaps.map((stage): Leap => `skip-to-${stage}`),
    (act): Act<ProjectState, F> => {
      const to = act.slice('skip-to-'.length) as Stage;
      const { zh, en } = stateNames[to];
      return { name: words(`跳至${zh}`, `skip to ${en}`), from: beforeLeap(to), to, guards: guardsOf(to) };
    },
  ),
  stall: { name: words('标记停滞', 'mark as stalled'), from: [...stages], to: 'stalled', guards: [inOrder] },
  ...table(
    stages.map((stage): Resume => `resume-${stage}`),
    (act): Act<ProjectState, F> => {
      const to = act.slice('resume-'.length) as Stage;
      const { zh, en } = stateNames[to];
      return {
        name: words(`恢复到${zh}`, `go on at ${en}`),
        from: ['stalled'],
        to,
        guards: [inOrder, stalledFrom(to)],
      };
    },
  ),
  withdraw: {
    name: words('退出', 'withdraw'),
    from: [...stages, 'stalled'],
    to: 'withdrawn',
    guards: [inOrder],
  },
} satisfies Record<ProjectAct, Act<ProjectState, F>>;

export const projectWorkflow = createWorkflow<ProjectState, ProjectAct, F>({
  name: 'project',
  states: stateNames,
  initial: 'lead',
  editable: [...stages, 'stalled'],
  acts,
});

export const projectDoing: Record<ProjectAct, D> = {
  confirm: {
    change: (content, { asker, today }) => {
      const course = { ...content.course, confirmed: { by: asker.organisation, on: today } };
      const negotiating = { stage: 'negotiating' as const, date: today, evidence: '', note: '' };
      return { ...content, course: { ...course, reached: [...course.reached, negotiating] } };
    },
  },
  negotiate: {
    given: z.strictObject({ ...evidence, evidence: evidence.note }),
    change: reach('negotiating'),
  },
  ...table(
    Object.keys(advance) as Advance[],
    (act): D => ({
      given: z.strictObject(evidence),
      change: reach(advance[act][2]),
    }),
  ),
  ...table(
    leaps.map((stage): Leap => `skip-to-${stage}`),
    (act): D => ({
      given: z.strictObject({ ...evidence, reason }),
      change: reach(act.slice('skip-to-'.length) as Stage),
    }),
  ),
  stall: {
    given: z.strictObject({ date: z.iso.date(), reason }),
    change: (content, { record, given }) => {
      const stall = { from: record.state as Stage, since: String(given.date), reason: String(given.reason) };
      return { ...content, course: { ...content.course, stalls: [...content.course.stalls, stall] } };
    },
  },
  ...table(
    stages.map((stage): Resume => `resume-${stage}`),
    (): D => ({
      given: z.strictObject({ date: z.iso.date() }),
      change: (content, { given }) => {
        const stalls = content.course.stalls.map((stall, i, all) =>
          i === all.length - 1 ? { ...stall, until: String(given.date) } : stall,
        );
        return { ...content, course: { ...content.course, stalls } };
      },
    }),
  ),
  withdraw: {
    given: z.strictObject({ date: z.iso.date(), reason }),
    change: (content, { given }) => ({
      ...content,
      course: { ...content.course, withdrawn: { on: String(given.date), reason: String(given.reason) } },
    }),
  },
};

function table<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

export const projectActs = Object.keys(acts) as readonly ProjectAct[];

import { z } from 'zod';
import { type Counted, type Found, nothing, number, partOf } from './measure.ts';

/** What the programme's own records tell of one park. */
export interface Kept {
  readonly projects: readonly Counted[];
  readonly pairings: readonly Counted[];
  readonly obligations: readonly Counted[];
  readonly statements: readonly Counted[];
  readonly tasks: readonly Counted[];
  readonly reports: readonly Counted[];
  /** When each report was first submitted, YYYY-MM-DD, by id. */
  readonly submittedOn: Readonly<Record<string, string>>;
  /** Parts of the profile that are filled, and how many there are. */
  readonly profile: { readonly id: string; readonly filled: number; readonly of: number };
}

/** What is counted of a project; whatever else it says is not looked at. */
const project = z.looseObject({
  promised: z.looseObject({
    investment: z.number(),
    jobs: z.number(),
    years: z.array(z.looseObject({ year: z.number(), output: z.number() })),
  }),
  results: z.array(
    z.looseObject({ year: z.number(), paidIn: z.number(), jobs: z.number(), output: z.number() }),
  ),
  course: z.looseObject({
    reached: z.array(z.looseObject({ stage: z.string(), date: z.string() })),
    counted: z.number(),
  }),
});
type Project = z.infer<typeof project>;
const task = z.looseObject({
  due: z.string(),
  progress: z.array(z.looseObject({ date: z.string(), percent: z.number() })),
});
const obligation = z.looseObject({
  due: z.string(),
  claims: z.array(z.looseObject({ fulfilledOn: z.string() })),
});
const report = z.looseObject({ of: z.looseObject({ due: z.string() }) });

interface When {
  readonly today: string;
  /** The year that is assessed. */
  readonly year: number;
}
type Measure = (kept: Kept, when: When) => Found;

/** Measures over records, by the name that frameworks call them. */
export const recordMeasures: Readonly<Record<string, Measure>> = {
  'projects-signed': ({ projects }, { year }) =>
    number(
      projects.filter((one) => reached(one, 'signed')?.startsWith(`${year}-`)),
      `${year}年签约项目`,
      `projects signed in ${year}`,
    ),
  'projects-in-production': ({ projects }) =>
    partOf(
      signed(projects).filter((one) => reached(one, 'production')),
      signed(projects),
      '已投产/已签约项目',
      'in production of those signed',
      { zh: '尚无签约项目', en: 'no project has been signed' },
    ),
  'projects-exporting': ({ projects }) =>
    number(
      projects.filter((one) => reached(one, 'exporting')),
      '已实现首次出口的项目',
      'projects that have exported',
    ),
  'investment-kept': ({ projects }) =>
    kept(projects, '到位投资', 'investment', ({ promised, results }) => [
      promised.investment,
      sum(results.map(({ paidIn }) => paidIn)),
    ]),
  'jobs-kept': ({ projects }) =>
    kept(
      projects,
      '就业',
      'jobs',
      ({ promised, results }) => [
        promised.jobs,
        [...results].sort((a, b) => a.year - b.year).at(-1)?.jobs ?? 0,
      ],
      people,
    ),
  'output-kept': ({ projects }) =>
    // Years without a result are not yet due.
    kept(projects, '产值', 'output', ({ promised, results }) => [
      sum(
        promised.years
          .filter(({ year }) => results.some((one) => one.year === year))
          .map(({ output }) => output),
      ),
      sum(results.map(({ output }) => output)),
    ]),
  'pairings-live': ({ pairings }) => number(live(pairings), '有效结对', 'pairings in force'),
  'pairings-awake': ({ pairings }) =>
    partOf(
      live(pairings).filter(({ state }) => state === 'active'),
      live(pairings),
      '活跃/有效结对',
      'awake of those in force',
      { zh: '没有有效结对', en: 'no pairing is in force' },
    ),
  'obligations-fulfilled': ({ obligations }, { today }) => {
    const due = obligations.filter(
      (one) => one.state !== 'released' && (read(obligation, one)?.due ?? '9999') <= today,
    );
    return partOf(
      due.filter(({ state }) => state === 'confirmed'),
      due,
      '已履行/到期义务',
      'fulfilled of those due',
      { zh: '尚无到期义务', en: 'no obligation has fallen due' },
    );
  },
  'statements-confirmed': ({ statements }) => {
    const stated = statements.filter(({ state }) => state !== 'draft' && state !== 'dropped');
    return partOf(
      stated.filter(({ state }) => state === 'confirmed'),
      stated,
      '双方确认/已出具结算单',
      'confirmed of those stated',
      { zh: '尚未出具结算单', en: 'no statement has been made' },
    );
  },
  'tasks-on-time': ({ tasks }, { today }) => {
    const due = tasks.filter((one) => (read(task, one)?.due ?? '9999') < today || one.state === 'accepted');
    return partOf(
      due.filter((one) => one.state === 'accepted' && doneBy(one)),
      due,
      '按时完成/到期任务',
      'on time of those due',
      { zh: '尚无到期任务', en: 'no task has fallen due' },
    );
  },
  'reports-on-time': ({ reports, submittedOn }, { today }) => {
    const due = reports.filter((one) => (read(report, one)?.of.due ?? '9999') < today);
    return partOf(
      due.filter((one) => (submittedOn[one.id] ?? '9999') <= (read(report, one)?.of.due ?? '')),
      due,
      '按时报送/到期月报',
      'on time of those due',
      { zh: '尚无到期月报', en: 'no report has fallen due' },
    );
  },
  'profile-complete': ({ profile: { id, filled, of } }) =>
    of === 0
      ? nothing('档案没有可填的项目', 'the profile has no parts to fill')
      : {
          value: (100 * filled) / of,
          records: [id],
          note: { zh: `已填/全部项目：${filled}/${of}`, en: `filled: ${filled} of ${of}` },
        },
};

const read = <T>(schema: z.ZodType<T>, { content }: Counted): T | undefined => schema.safeParse(content).data;

const reached = (one: Counted, stage: string): string | undefined =>
  read(project, one)?.course.reached.find((step) => step.stage === stage)?.date;
const signed = (projects: readonly Counted[]): Counted[] =>
  projects.filter((one) => one.state !== 'withdrawn' && reached(one, 'signed') !== undefined);
const live = (pairings: readonly Counted[]): Counted[] =>
  pairings.filter(({ state }) => state === 'active' || state === 'dormant');

/** Done on the day that it was last reported as done. */
function doneBy(one: Counted): boolean {
  const found = read(task, one);
  const last = found?.progress.filter(({ percent }) => percent === 100).at(-1);
  return found !== undefined && last !== undefined && last.date <= found.due;
}

/** What came of what was promised, in per cent; of a project that others claim too, the part that counts here. */
function kept(
  projects: readonly Counted[],
  zh: string,
  en: string,
  amounts: (one: Project) => readonly [promised: number, actual: number],
  say: Record<'zh' | 'en', (value: number) => string> = money,
): Found {
  const parts = signed(projects).flatMap((one) => {
    const content = read(project, one);
    if (!content || content.results.length === 0) return [];
    const [promised, actual] = amounts(content);
    const part = content.course.counted;
    return [{ id: one.id, promised: part * promised, actual: part * actual }];
  });
  const promised = sum(parts.map((part) => part.promised));
  if (promised === 0) {
    return nothing(`没有已有结果的项目承诺${zh}`, `no project with a result promised ${en}`);
  }
  const actual = sum(parts.map((part) => part.actual));
  return {
    value: (100 * actual) / promised,
    records: parts.map(({ id }) => id),
    note: {
      zh: `${zh}实际/承诺：${say.zh(actual)}/${say.zh(promised)}`,
      en: `${en}, actual of promised: ${say.en(actual)} of ${say.en(promised)}`,
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const people = {
  zh: (value: number) => `${whole(value)}人`,
  en: whole,
};
const money = {
  zh: (yuan: number) => `${(yuan / 1e4).toLocaleString('en', { maximumFractionDigits: 2 })}万元`,
  en: (yuan: number) => `CNY ${whole(yuan)}`,
};

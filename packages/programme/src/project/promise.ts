import { kaplanMeier, medianWait, type Step, type Waiting } from './kaplan-meier.ts';
import { type Project, reachedOn, type Stage } from './project.ts';

/** Promised and actual side by side, in yuan and people; parts of a project that others claim too count in part. */
export interface PromiseAndResult {
  /** Projects, each by the part that counts here. */
  readonly projects: number;
  readonly investment: Pair;
  readonly jobs: Pair;
  /** Sums over the years that have a result; what was promised for other years is not yet due. */
  readonly output: Pair;
  readonly exports: Pair;
}
export interface Pair {
  readonly promised: number;
  readonly actual: number;
}

/** What a project says of itself for sums: no more than these numbers. */
export interface Standing {
  readonly id: string;
  readonly state: string;
  readonly content: Project;
}

const zero: Pair = { promised: 0, actual: 0 };

/**
 * What was promised and what came of it. Jobs are those of the last year with a result; output and
 * exports are summed over years with a result up to `until`, promised and actual over the same years.
 * @param until  the last year that counts
 */
export function promiseAndResult(projects: Iterable<Project>, until = 9999): PromiseAndResult {
  let sum: PromiseAndResult = { projects: 0, investment: zero, jobs: zero, output: zero, exports: zero };
  for (const { promised, results, course } of projects) {
    const part = course.counted;
    const told = results.filter(({ year }) => year <= until).sort((a, b) => a.year - b.year);
    const due = promised.years.filter(({ year }) => told.some((one) => one.year === year));
    const total = <R>(rows: readonly R[], of: (row: R) => number) =>
      rows.reduce((all, row) => all + of(row), 0);
    const plus = (before: Pair, promise: number, actual: number): Pair => ({
      promised: before.promised + part * promise,
      actual: before.actual + part * actual,
    });
    sum = {
      projects: sum.projects + part,
      investment: plus(
        sum.investment,
        promised.investment,
        total(told, ({ paidIn }) => paidIn),
      ),
      jobs: plus(sum.jobs, promised.jobs, told.at(-1)?.jobs ?? 0),
      output: plus(
        sum.output,
        total(due, ({ output }) => output),
        total(told, ({ output }) => output),
      ),
      exports: plus(
        sum.exports,
        total(due, ({ exports }) => exports),
        total(told, ({ exports }) => exports),
      ),
    };
  }
  return sum;
}

/** Year by year: what was promised for it and what came. */
export function byYear({ promised, results }: Project): { year: number; output: Pair; exports: Pair }[] {
  const years = [...new Set([...promised.years, ...results].map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const [said, came] = [promised, { years: results }].map(({ years: all }) =>
      all.find((one) => one.year === year),
    );
    return {
      year,
      output: { promised: said?.output ?? 0, actual: came?.output ?? 0 },
      exports: { promised: said?.exports ?? 0, actual: came?.exports ?? 0 },
    };
  });
}

export interface Wait {
  readonly steps: readonly Step[];
  /** Months; absent while less than half have begun. */
  readonly median?: number | undefined;
  readonly produced: number;
  readonly waiting: number;
}

/**
 * How long it takes from signing to production, those that still wait counted as waiting. A project that
 * withdrew was waiting until then.
 */
export function signingToProduction(projects: readonly Standing[], today: string): Wait {
  const waits = projects.flatMap(({ content }): Waiting[] => {
    const signed = reachedOn(content, 'signed');
    if (signed === undefined || content.course.counted === 0) return [];
    const produced = reachedOn(content, 'production') ?? reachedOn(content, 'exporting');
    const end = produced ?? content.course.withdrawn?.on ?? today;
    return [{ months: monthsBetween(signed, end), come: produced !== undefined }];
  });
  const steps = kaplanMeier(waits);
  const produced = waits.filter(({ come }) => come).length;
  return { steps, median: medianWait(steps), produced, waiting: waits.length - produced };
}

/** Whole months. @example monthsBetween('2024-01-31', '2024-03-30') // 1 */
export function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return Math.max(0, (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0));
}

/** For how long stalled projects have stood still, in whole months, the longest first. */
export function stalledFor(
  projects: readonly Standing[],
  today: string,
): { id: string; months: number; from: Stage }[] {
  return projects
    .flatMap(({ id, state, content }) => {
      const stall = content.course.stalls.at(-1);
      return state === 'stalled' && stall
        ? [{ id, from: stall.from, months: monthsBetween(stall.since, today) }]
        : [];
    })
    .sort((a, b) => b.months - a.months);
}

import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Asker, clock } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { dateIn } from '../ground/world.ts';
import { monthlyReportKind } from './monthly-report.kind.ts';
import { type HeldAgainst, type MonthlyReport, prefilled, type ReportFigures } from './monthly-report.ts';
import type { monthlyReportWorkflow, ReportFacts } from './monthly-report.workflow.ts';
import { dueOf, lastMonthOver, monthAfter } from './report-month.ts';

const kind = monthlyReportKind.name;
type Report = ProgrammeRecord<MonthlyReport>;

/** Parks in these states report each month. */
const reporting = ['recognised', 'warned', 'exiting'];

export const monthlyReports: Registered<
  MonthlyReport,
  keyof typeof monthlyReportWorkflow.states,
  keyof typeof monthlyReportWorkflow.acts,
  ReportFacts['extra']
> = {
  kind: monthlyReportKind,
  // What a report is held against matters while it is being written: later it stands in the report.
  extra: async (records, record) => ({
    held:
      record.state === 'draft' || record.state === 'returned'
        ? await heldAgainst(records, record.content)
        : { largeChange: records.world.rules['monthly-report'].largeChange },
  }),
  effects: {
    create: async (records, record) => {
      const others = await reportsOf(records, record.content.park, record.content.month);
      if (others.some(({ id }) => id !== record.id)) {
        throw new NotAcceptable([
          {
            field: 'month',
            message: `the park has a report of ${record.content.month}; go on with that one`,
          },
        ]);
      }
    },
    edit: async (records, record) => {
      const [was] = (await records.versions(record.id)).filter(({ version }) => version < record.version);
      const fixed = (content: MonthlyReport) => [
        content.park,
        content.month,
        content.of,
        content.returned,
        content.differences,
      ];
      if (was && !isDeepStrictEqual(fixed(was.content as MonthlyReport), fixed(record.content))) {
        throw new NotAcceptable([
          {
            field: 'content',
            message: 'park, month, due date and what was returned cannot be edited; send them as they are',
          },
        ]);
      }
    },
  },
};

/**
 * Begins the report of a month: stocks from the month before, project numbers from the park's projects.
 * @throws NotAcceptable when the month is not over or has a report already
 */
export async function beginReport(
  records: Records,
  park: ProgrammeRecord,
  month: string,
  asker: Asker,
): Promise<Report> {
  if (month > lastMonthOver(dateIn(records.world.now()))) {
    throw new NotAcceptable([{ field: 'month', message: `${month} is not over yet; report it when it is` }]);
  }
  const [before] = await reportsOf(records, park.id, monthAfter(month, -1));
  const figures = prefilled(before?.content.figures, await projectsIn(records, park.id, month));
  return records.create<MonthlyReport>(kind, { ...emptyReport(records, park, month), figures }, asker, {
    sample: await isSample(records.reading, park.organisations),
  });
}

/** A report in which nothing is filled in yet: of whom it is, and when it is due. */
export const emptyReport = (
  { world }: Pick<Records, 'world'>,
  park: ProgrammeRecord,
  month: string,
): MonthlyReport => ({
  park: park.id,
  month,
  figures: {},
  problems: '',
  requests: '',
  explanation: '',
  differences: [],
  of: {
    name: park.title,
    territory: park.territory,
    organisations: [...park.organisations],
    due: dueOf(month, world.rules['monthly-report']),
  },
});

/** Begins the reports of the last month for all parks that have none, so that they wait in their queues. */
export async function beginReports(records: Records): Promise<number> {
  const month = lastMonthOver(dateIn(records.world.now()));
  const parks = await records.whole({ kind: 'park', state: reporting });
  const begun = new Set(await parksWithReport(records.reading, month));
  let count = 0;
  for (const park of parks.filter(({ id }) => !begun.has(id))) {
    await beginReport(records, park, month, clock);
    count++;
  }
  return count;
}

/** What a report is held against: the month before, and the place's processing trade by the statistics. */
async function heldAgainst(records: Records, { park, month, of }: MonthlyReport): Promise<HeldAgainst> {
  const { figures, rules } = records.world;
  const [[before], exports, imports] = await Promise.all([
    reportsOf(records, park, monthAfter(month, -1)),
    figures.trade({ place: of.territory, flow: 'export', processing: true, period: month }),
    figures.trade({ place: of.territory, flow: 'import', processing: true, period: month }),
  ]);
  return {
    largeChange: rules['monthly-report'].largeChange,
    ...(before && before.state !== 'draft' && { before: before.content.figures }),
    statistics: {
      ...(exports.known && { exports: tenThousands(exports.valueCny) }),
      ...(imports.known && { imports: tenThousands(imports.valueCny) }),
    },
  };
}

const tenThousands = (yuan: number): number => Math.round(yuan / 100) / 100;

/** What sample organisations do is sample activity, also where their park is a real one. */
async function isSample(reading: Reading, organisations: readonly string[]): Promise<boolean> {
  const found = await reading
    .selectFrom('organisation')
    .select('id')
    .where('sample', '=', true)
    .where(sql<boolean>`id = any(${[...organisations]}::text[])`)
    .executeTakeFirst();
  return found !== undefined;
}

const parksWithReport = async (reading: Reading, month: string): Promise<(string | null)[]> =>
  (
    await reading
      .selectFrom('record')
      .select('parent')
      .where('kind', '=', kind)
      .where(sql<boolean>`content->>'month' = ${month}`)
      .execute()
  ).map(({ parent }) => parent);

async function reportsOf(records: Records, park: string, month: string): Promise<Report[]> {
  const reports = await records.whole<MonthlyReport>({ kind, parent: park });
  return reports.filter(({ content }) => content.month === month);
}

const reached = z.object({ reached: z.array(z.object({ stage: z.string(), date: z.string() })) });

/** What the park's projects say of a month: signed in it, and in production by its end. */
async function projectsIn(
  records: Records,
  park: string,
  month: string,
): Promise<Pick<ReportFigures, 'signed' | 'producing'>> {
  const stages = (await records.whole({ kind: 'project', parent: park })).flatMap(({ content }) => {
    const parsed = reached.safeParse(content);
    return parsed.success ? [parsed.data.reached] : [];
  });
  if (stages.length === 0) return {};
  const count = (stage: string, held: (date: string) => boolean) =>
    stages.filter((steps) => steps.some((step) => step.stage === stage && held(step.date))).length;
  return {
    signed: count('signed', (date) => date.startsWith(month)),
    producing: count('production', (date) => date < monthAfter(month, 1)),
  };
}

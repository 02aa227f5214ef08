import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import { type Deeds, grantsOf } from '../ground/grant.ts';
import { whereSeen } from '../ground/stored-record.store.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { daysBetween, monthAfter } from './report-month.ts';

interface MatrixCell {
  readonly report: string;
  readonly month: string;
  readonly state: string;
  readonly due: string;
  /** How many days after it was due it came, or is still missing; 0 when it came in time. */
  readonly late: number;
  readonly sample: boolean;
}

export interface MatrixRow {
  readonly park: string;
  readonly name: Names;
  readonly territory: string;
  readonly cells: readonly MatrixCell[];
}

export interface ReportRow extends MatrixCell {
  readonly park: string;
  readonly name: Names;
  readonly content: MonthlyReport;
}

/** Months of a matrix, the newest last. */
export const monthsUntil = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthAfter(last, at - count + 1));

/** Park by month: which reports came, are due, are missing. Only parks of which the asker may read reports. */
export async function reportMatrix(
  reading: Reading,
  deeds: Deeds,
  asker: Asker,
  {
    months,
    today,
    offset,
    limit,
  }: { months: readonly string[]; today: string; offset: number; limit: number },
): Promise<{ rows: MatrixRow[]; total: number }> {
  const seen = whereSeen(
    grantsOf(deeds, 'monthly-report.read', asker.role).map(({ of }) => ({ of })),
    asker,
  );
  const parks = reading
    .selectFrom('record')
    .where('kind', '=', 'park')
    .where('state', 'in', ['recognised', 'warned', 'exiting'])
    .where(seen);
  const [found, { total }] = await Promise.all([
    parks
      .select(['id', 'title_zh', 'title_en', 'territory'])
      .orderBy('territory')
      .orderBy('id')
      .offset(offset)
      .limit(limit)
      .execute(),
    parks.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  const reports = await reportRows(reading, deeds, asker, {
    months,
    today,
    parks: found.map(({ id }) => id),
  });
  const rows = found.map(({ id, title_zh, title_en, territory }) => ({
    park: id,
    name: { zh: title_zh, en: title_en },
    territory,
    cells: reports
      .filter(({ park }) => park === id)
      .map(({ report, month, state, due, late, sample }) => ({ report, month, state, due, late, sample })),
  }));
  return { rows, total };
}

/** Reports with their figures, as they are exported. */
export async function reportRows(
  reading: Reading,
  deeds: Deeds,
  asker: Asker,
  { months, today, parks }: { months: readonly string[]; today: string; parks?: readonly string[] },
): Promise<ReportRow[]> {
  if (months.length === 0 || parks?.length === 0) return [];
  const seen = whereSeen(grantsOf(deeds, 'monthly-report.read', asker.role), asker);
  let query = reading
    .selectFrom('record')
    .select(['id', 'parent', 'state', 'content', 'sample'])
    .where('kind', '=', 'monthly-report')
    .where(sql<boolean>`content->>'month' = any(${[...months]}::text[])`)
    .where(seen);
  if (parks) query = query.where('parent', 'in', [...parks]);
  const rows = await query.orderBy(sql`content->>'month'`).orderBy('territory').orderBy('id').execute();
  return rows.map(({ id, parent, state, content, sample }) => {
    const report = content as MonthlyReport;
    const { due, name } = report.of;
    const missing = state === 'draft' || state === 'returned';
    return {
      report: id,
      park: parent ?? '',
      name,
      month: report.month,
      state,
      due,
      late: Math.max(0, daysBetween(due, missing ? today : (report.submittedOn ?? today))),
      content: report,
      sample,
    };
  });
}

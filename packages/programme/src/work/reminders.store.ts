import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import type { Deeds } from '../ground/grant.ts';
import type { Records } from '../ground/records.store.ts';
import { recordOf, type StoredRecord } from '../ground/stored-record.store.ts';
import { dateIn } from '../ground/world.ts';
import { daysBetween, reminderOn } from './report-month.ts';
import { tellPeople } from './telling.store.ts';
import { whoMay } from './who-may.store.ts';

/** Reminds the parks of reports that are due soon or overdue; each reminder goes out once. */
export async function remindOfReports(records: Records, deeds: Deeds): Promise<void> {
  const now = records.world.now();
  const today = dateIn(now);
  const rules = records.world.rules['monthly-report'];
  const rows = await records.reading
    .selectFrom('record')
    .selectAll()
    .where('kind', '=', 'monthly-report')
    .where('state', 'in', ['draft', 'returned'])
    .where(sql<boolean>`due is not null`)
    .execute();
  for (const row of rows) {
    const report = recordOf(row as StoredRecord);
    const reminder = reminderOn(today, report.due as string, rules);
    if (reminder === undefined) continue;
    await records.together(async (_, writing) => {
      const people = await whoMay(writing, deeds, 'monthly-report.submit', report);
      const news = {
        record: report,
        about: 'reminder',
        words: reminderWords(daysBetween(today, report.due as string)),
        key: `${report.id}:due:${report.due}:${reminder}`,
        at: now.toISOString(),
      } as const;
      await tellPeople(writing, [{ news, people }]);
    });
  }
}

function reminderWords(left: number): Names {
  if (left > 0) return { zh: `还有 ${left} 天到期`, en: `Due in ${left} ${left === 1 ? 'day' : 'days'}` };
  if (left === 0) return { zh: '今天到期', en: 'Due today' };
  return { zh: `已逾期 ${-left} 天`, en: `Overdue by ${-left} ${left === -1 ? 'day' : 'days'}` };
}

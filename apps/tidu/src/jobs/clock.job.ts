import { beginReports, letTimePass, type Programme, postDigests, remindOfReports } from '@tidu/programme';
import { deeds } from '../deeds/deeds.ts';

/** What time brings about: acts of the clock, reports that are begun, reminders, daily mails. */
export async function tick({ database, records, kinds }: Programme): Promise<void> {
  await letTimePass(records, kinds);
  await beginReports(records);
  await remindOfReports(records, deeds);
  await database.write((writing) => postDigests(writing, records.world.now()));
}

import type { Asker } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import { beginReport } from '../work/monthly-report.store.ts';
import type { MonthlyReport, ReportFigures } from '../work/monthly-report.ts';
import { lastMonthOver, monthAfter } from '../work/report-month.ts';

/** How many months back there are reports. */
const months = 4;

/**
 * Sample reports of the last months: most accepted, some only submitted or returned, the last month
 * mostly still to come. Made-up figures that stay below what the statistics say of each place.
 */
export async function seedReports(records: Records): Promise<void> {
  const last = lastMonthOver(dateIn(records.world.now()));
  const parks = await records.whole({ kind: 'park', state: ['recognised', 'warned', 'exiting'] });
  for (const [at, park] of parks.entries()) {
    const asker = officer(park, 'park');
    for (let back = months; back >= 1; back--) {
      // Every fifth park has owed a report since the month before last.
      if (back === 2 && at % 5 === 3) continue;
      const month = monthAfter(last, 1 - back);
      const begun = await beginReport(records, park, month, asker);
      if (back === 1 && at % 4 !== 0) continue;
      await fillIn(records, begun, at, months - back, asker);
      if (back === 1) continue;
      await settle(records, begun.id, park, at, back);
    }
  }
}

async function fillIn(
  records: Records,
  { id, version, content }: ProgrammeRecord<MonthlyReport>,
  at: number,
  step: number,
  asker: Asker,
): Promise<void> {
  const figures: ReportFigures = {
    exports: 800 + at * 70 + step * 25,
    imports: 420 + at * 40 + step * 15,
    signed: (at + step) % 3,
    producing: 2 + (at % 4) + step,
    investment: 300 + at * 20,
    jobs: 1200 + at * 150 + step * 40,
    firms: 14 + at + step,
  };
  const problems = at % 3 === 0 ? '示例：部分企业反映用工季节性短缺。' : '';
  const filled = await records.edit(id, { ...content, figures, problems }, version, asker);
  const facts = await records.possible(filled, asker);
  const explained = facts.some(({ act, allowed }) => act === 'submit' && allowed)
    ? filled
    : await records.edit(
        id,
        { ...filled.content, explanation: '示例：含异地报关部分。' },
        filled.version,
        asker,
      );
  await records.act(id, 'submit', {}, explained.version, asker);
}

async function settle(
  records: Records,
  id: string,
  park: ProgrammeRecord,
  at: number,
  back: number,
): Promise<void> {
  if (back === 2 && at % 5 === 1) return;
  const { version } = await records.get(id);
  const province = officer(park, 'province');
  if (back === 2 && at % 5 === 2)
    await records.act(id, 'return', { reason: '示例：请核对从业人数。' }, version, province);
  else await records.act(id, 'accept', {}, version, province);
}

/** The sample accounts of a park and of its province. */
function officer(park: ProgrammeRecord, role: 'park' | 'province'): Asker {
  const province = `${park.territory.slice(0, 2)}0000`;
  const organisation =
    role === 'park'
      ? (park.organisations.find((id) => id.startsWith('org-park-')) ?? '')
      : `org-province-${province}`;
  return {
    account: organisation.replace(/^org-/, ''),
    name: role === 'park' ? `示例·${park.title.zh}经办` : '示例·省级经办',
    role,
    organisation,
    territory: role === 'park' ? park.territory : province,
  };
}

import type { Asker } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';
import { emptyReport } from '../work/monthly-report.store.ts';
import type { MonthlyReport, ReportFigures } from '../work/monthly-report.ts';
import { dueOf, lastMonthOver, monthAfter } from '../work/report-month.ts';

/** How many months back there are reports. */
const months = 4;

/**
 * Sample reports of the last months: most accepted, some returned, some not looked at yet; of the last
 * month most are still owed. The figures are made up.
 */
export async function seedReports(records: Records): Promise<void> {
  const today = dateIn(records.world.now());
  const last = lastMonthOver(today);
  const parks = await records.whole({ kind: 'park', state: ['recognised', 'warned', 'exiting'] });
  for (const [at, park] of parks.entries()) {
    for (let back = months; back >= 1; back--) {
      const month = monthAfter(last, 1 - back);
      const state = stateOf(at, back);
      const empty = emptyReport(records, park, month);
      const filled: MonthlyReport = {
        ...empty,
        figures: figuresOf(at, months - back),
        problems: at % 3 === 0 ? '示例：部分企业反映用工季节性短缺。' : '',
        submittedOn: submittedOn(month, at, records, today),
        ...(state === 'returned' && { returned: '示例：请核对从业人数。' }),
      };
      const content = state === 'draft' ? empty : filled;
      await records.create('monthly-report', content, committeeOf(park), { sample: true, state });
    }
  }
}

/** Every fourth park has sent the last month's; every fifth owes an older one or has got it back. */
function stateOf(at: number, back: number): string {
  if (back === 1) return at % 4 === 0 ? 'submitted' : 'draft';
  if (back === 2) return ['accepted', 'submitted', 'returned', 'draft', 'accepted'][at % 5] as string;
  return 'accepted';
}

const figuresOf = (at: number, step: number): ReportFigures => ({
  exports: 800 + at * 70 + step * 25,
  imports: 420 + at * 40 + step * 15,
  signed: (at + step) % 3,
  producing: 2 + (at % 4) + step,
  investment: 300 + at * 20,
  jobs: 1200 + at * 150 + step * 40,
  firms: 14 + at + step,
});

/** Some days before it was due or, of every sixth park, after; never later than today. */
function submittedOn(month: string, at: number, { world }: Records, today: string): string {
  const due = Date.parse(dueOf(month, world.rules['monthly-report']));
  const day = new Date(due + (at % 6 === 5 ? 3 : -2) * 86_400_000).toISOString().slice(0, 10);
  return day < today ? day : today;
}

function committeeOf(park: ProgrammeRecord): Asker {
  const organisation = park.organisations.find((id) => id.startsWith('org-park-')) ?? '';
  return {
    account: organisation.replace(/^org-/, ''),
    name: `示例·${park.title.zh}园区经办`,
    role: 'park',
    organisation,
    territory: park.territory,
  };
}

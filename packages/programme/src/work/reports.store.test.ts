import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../ground/engines.cases.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { NotPossible } from '../ground/workflow.ts';
import { beginReport, beginReports } from './monthly-report.store.ts';
import type { MonthlyReport } from './monthly-report.ts';
import { noticesOf } from './notices.store.ts';
import { officeDeeds, officeKinds, openOffice } from './office.cases.ts';
import { WorkQueue } from './queue.store.ts';
import { remindOfReports } from './reminders.store.ts';
import { monthsUntil, reportMatrix } from './report-matrix.store.ts';

onBothEngines('monthly reports', (engine) => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  let park: ProgrammeRecord;
  beforeAll(async () => {
    office = await openOffice(engine);
    const { ministry } = office.people;
    park = await office.records.create('park', { name: '哈尔滨园区', place: '230100' }, ministry);
    await office.records.create('park', { name: '重庆园区', place: '500000' }, ministry);
  });
  afterAll(() => office.database.close());

  const figures = {
    exports: 400,
    imports: 90,
    signed: 1,
    producing: 3,
    investment: 50,
    jobs: 900,
    firms: 12,
  };
  const reportsOfPark = () =>
    office.records.whole<MonthlyReport>({ kind: 'monthly-report', parent: park.id });

  it('are begun for every park when a month is over, once', async () => {
    expect(await beginReports(office.records)).toBe(2);
    expect(await beginReports(office.records)).toBe(0);
    const [report] = await reportsOfPark();
    expect(report?.content).toMatchObject({ month: '2026-10', of: { due: '2026-11-10' } });
    expect(report?.organisations).toEqual(['org-park-230100']);
  });

  it('wait in the queue of the park and of nobody else', async () => {
    const queue = new WorkQueue(office.records, officeKinds, officeDeeds);
    const of = async (name: keyof typeof office.people) =>
      (await queue.of(office.people[name], '2026-11-11')).waiting.map(({ record, overdue, acts }) => [
        record.parent,
        overdue,
        acts.map(({ act, allowed }) => `${act} ${allowed}`),
      ]);
    expect(await of('park')).toEqual([[park.id, true, ['submit false']]]);
    expect(await of('province')).toEqual([]);
    expect(await of('ministry')).toEqual([]);
  });

  it('are refused twice for one month, and for a month that is not over', async () => {
    await expect(beginReport(office.records, park, '2026-10', office.people.park)).rejects.toThrow(
      'the park has a report of 2026-10',
    );
    await expect(beginReport(office.records, park, '2026-11', office.people.park)).rejects.toThrow(
      '2026-11 is not over yet',
    );
  });

  it('remind the park before and after they are due, each time once', async () => {
    const told = async () =>
      (await noticesOf(office.records.reading, 'park'))
        .filter(({ about }) => about === 'reminder')
        .map(({ words }) => words.zh);
    await remindOfReports(office.records, officeDeeds);
    expect(await told()).toEqual([]);
    for (const day of ['06', '07', '11']) {
      office.time.now = new Date(`2026-11-${day}T02:00:00Z`);
      await remindOfReports(office.records, officeDeeds);
    }
    expect(await told()).toEqual(['已逾期 1 天', '还有 4 天到期']);
    expect((await noticesOf(office.records.reading, 'province')).length).toBe(0);
  });

  it('are held against the statistics, returned, mended and accepted', async () => {
    const { records, people } = office;
    let [report] = await reportsOfPark();
    if (!report) throw new Error('there is no report');
    const content = { ...report.content, figures: { ...figures, exports: 600 } };
    report = await records.edit(report.id, content, report.version, people.park);
    const act = async (name: string, by = people.park, given = {}) => {
      const { id, version } = report as ProgrammeRecord;
      report = await records.act<MonthlyReport>(id, name, given, version, by);
      return report;
    };
    await expect(act('submit')).rejects.toThrow("processing exports 600 is more than the place's 500");
    report = await records.edit(
      report.id,
      { ...content, explanation: '含异地报关' },
      report.version,
      people.park,
    );
    expect((await act('submit')).content.differences).toEqual([
      { figure: 'exports', reported: 600, held: 500, against: 'statistics' },
    ]);
    expect(report.due).toBeUndefined();
    expect((await act('return', people.province, { reason: '请核对出口额' })).content.returned).toBe(
      '请核对出口额',
    );
    expect(report.due).toBe('2026-11-10');
    report = await records.edit(report.id, { ...report.content, figures }, report.version, people.park);
    expect((await act('submit')).content).toMatchObject({ differences: [] });
    expect((await act('accept', people.province)).state).toBe('accepted');
    await expect(records.edit(report.id, report.content, report.version, people.park)).rejects.toThrow(
      NotPossible,
    );
  });

  it('keep whose they are and when they are due, whatever is sent', async () => {
    const [report] = await office.records.whole<MonthlyReport>({ kind: 'monthly-report', state: 'draft' });
    if (!report) throw new Error('there is no report');
    const later = { ...report.content, of: { ...report.content.of, due: '2027-01-01' } };
    await expect(
      office.records.edit(report.id, later, report.version, office.people.otherPark),
    ).rejects.toThrow('cannot be edited');
  });

  it('start from what stood a month before', async () => {
    office.time.now = new Date('2026-12-01T02:00:00Z');
    const next = await beginReport(office.records, park, '2026-11', office.people.park);
    expect(next.content.figures).toEqual({ jobs: 900, firms: 12 });
  });

  it('stand in a matrix of parks and months, for those who may see them', async () => {
    const months = monthsUntil('2026-11', 3);
    expect(months).toEqual(['2026-09', '2026-10', '2026-11']);
    const seen = (by: keyof typeof office.people) =>
      reportMatrix(office.records.reading, officeDeeds, office.people[by], {
        months,
        today: '2026-12-11',
        offset: 0,
        limit: 10,
      });
    const { rows, total } = await seen('ministry');
    expect(total).toBe(2);
    expect(rows[0]?.cells.map(({ month, state, late }) => ({ month, state, late }))).toEqual([
      { month: '2026-10', state: 'accepted', late: 1 },
      { month: '2026-11', state: 'draft', late: 1 },
    ]);
    expect((await seen('province')).rows.map(({ park: id }) => id)).toEqual([park.id]);
    expect((await seen('otherPark')).rows.map(({ name }) => name.zh)).toEqual(['重庆园区']);
  });
});

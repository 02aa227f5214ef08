import { resolve } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { describe, expect, it } from 'vitest';
import { findPostgres } from '../ground/loopback-postgres.cases.ts';
import { emptyDatabase } from '../ground/server-of-the-run.cases.ts';
import type { NoticeContent } from '../notice/notice.ts';
import { readProgrammePack } from '../pack.file.ts';
import { openProgramme, type ProgrammeOptions } from '../programme.store.ts';

const root = resolve(import.meta.dirname, '../../../../packs/cn');
const pack = readPack(root);
const rules = readProgrammePack(root);
const figures = { trade: async () => ({ known: false as const, why: { zh: '无', en: 'none' } }) };
const inProcess = { folder: 'memory://' };
const begunOn = (day: string, where: ProgrammeOptions['where']) =>
  openProgramme({
    where,
    files: 'none-is-handed-in',
    key: 'none-is-sealed',
    world: {
      pack,
      rules,
      figures,
      measures: { faults: async () => [], touched: async () => [] },
      plans: { faults: () => [] },
      placements: { faults: () => [], setByHand: () => [] },
      now: () => new Date(`${day}T02:00:00Z`),
    },
  });

describe('the review in the demonstration', () => {
  it('has the notice of 2021, a batch under review and one in public notice, all marked as sample', async () => {
    const { records, close } = await begunOn('2026-11-26', inProcess);
    const notices = await records.whole<NoticeContent>({ kind: 'notice' });
    expect(
      notices.map(({ state, content }) => [state, content.from, content.to, content.entries.length]),
    ).toEqual([
      ['expired', '2021-09-01', '2021-09-07', 13],
      ['published', '2026-11-26', '2026-12-02', 2],
    ]);
    expect(await records.counts({ kind: 'panel' })).toEqual({ scoring: 1, closed: 1 });
    expect(await records.counts({ kind: 'score' })).toEqual({ draft: 9, counted: 9 });
    expect(await records.counts({ kind: 'objection' })).toEqual({ received: 1 });
    expect(await records.counts({ kind: 'list' })).toEqual({ issued: 1 });
    for (const kind of ['notice', 'panel', 'score', 'objection', 'list', 'expert'])
      for (const { sample } of (await records.list({ kind })).records) expect(sample).toBe(true);
    await close();
  });

  it('begins as well in a year whose holidays nobody has arranged; the notice then waits', async () => {
    // PostgreSQL is quicker at it; that both make the same is proved by test/programme-on-postgres.test.ts.
    const where = findPostgres() ? { url: await emptyDatabase() } : inProcess;
    const { records, close } = await begunOn('2027-03-01', where);
    expect(await records.counts({ kind: 'notice' })).toEqual({ expired: 1, draft: 1 });
    await close();
  });
});

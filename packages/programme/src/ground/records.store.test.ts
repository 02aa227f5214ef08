import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clock, type Role } from '../account/asker.ts';
import { verifyAudit } from './audit.store.ts';
import type { Database } from './database.store.ts';
import { onBothEngines } from './engines.cases.ts';
import { covers, scopes } from './grant.ts';
import { letter, worldAt, writer } from './letter.cases.ts';
import { Records } from './records.store.ts';

onBothEngines('records', (engine) => {
  const time = { now: new Date('2026-01-01T16:00:00Z') };
  let database: Database;
  let records: Records;
  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, [letter], worldAt(time));
  });
  afterAll(() => database?.close());
  const draft = { text: '你好', place: '140100', from: 'org-a' };

  it('are made, found again and numbered', async () => {
    const first = await records.create('letter', draft, writer);
    const second = await records.create('letter', { ...draft, to: 'org-b', reader: 'r' }, writer, {
      sample: true,
    });
    expect([first.id, second.id]).toEqual(['letter-1', 'letter-2']);
    expect(await records.get('letter-2')).toEqual({
      id: 'letter-2',
      kind: 'letter',
      state: 'draft',
      version: 1,
      title: { zh: '你好', en: '你好' },
      territory: '140100',
      organisations: ['org-a', 'org-b'],
      people: ['r'],
      published: false,
      words: [],
      content: { ...draft, to: 'org-b', reader: 'r' },
      sample: true,
      madeAt: '2026-01-01T16:00:00.000Z',
      changedAt: '2026-01-01T16:00:00.000Z',
    });
  });

  it('are edited on the version that one saw, in the states that allow it', async () => {
    const { id } = await records.create('letter', draft, writer);
    await records.edit(id, { ...draft, text: '再见' }, 1, writer);
    await expect(records.edit(id, draft, 1, writer)).rejects.toMatchObject({ code: 'not-current' });
    await expect(records.edit(id, { ...draft, text: 7 } as never, 2, writer)).rejects.toMatchObject({
      code: 'not-acceptable',
      fields: [{ field: 'content.text' }],
    });
    await records.act(id, 'send', {}, 2, writer);
    await expect(records.edit(id, draft, 3, writer)).rejects.toMatchObject({
      code: 'not-possible',
      reasons: [{ zh: '状态为“已发”时不能修改' }],
    });
    expect((await records.versions(id)).map(({ version, act, by }) => [version, act, by])).toEqual([
      [3, 'send', '写信人'],
      [2, 'edit', '写信人'],
      [1, 'create', '写信人'],
    ]);
  });

  it('act by their lifecycle, with what is given, and effects in the same transaction', async () => {
    const { id } = await records.create('letter', draft, writer);
    await expect(records.act(id, 'answer', { answer: 'x' }, 1, writer)).rejects.toMatchObject({
      code: 'not-possible',
    });
    await records.act(id, 'send', {}, 1, writer);
    await expect(records.act(id, 'answer', { answer: '' }, 2, writer)).rejects.toMatchObject({
      fields: [{ field: 'given.answer' }],
    });
    await expect(records.act(id, 'lapse', {}, 2, writer)).rejects.toMatchObject({ code: 'not-possible' });
    const before = (await records.list({ kind: 'letter' })).total;
    const answered = await records.act(id, 'answer', { answer: '好' }, 2, writer);
    expect(answered).toMatchObject({ state: 'answered', published: true, content: { answer: '好' } });
    expect((await records.list({ kind: 'letter' })).total).toBe(before + 1);
    const other = await records.create('letter', draft, writer);
    await records.act(other.id, 'send', {}, 1, writer);
    expect((await records.act(other.id, 'lapse', {}, 2, clock)).state).toBe('lapsed');
  });

  it('are made many at a time, each with its version and its line of the trail', async () => {
    const before = await verifyAudit(database.reading);
    const drafts = Array.from({ length: 450 }, (_, i) => ({ ...draft, text: `m${i}` }));
    const ids = await records.createAll('letter', drafts, writer);
    const made = await Promise.all([ids[0], ids[449]].map((id) => records.get(id as string)));
    expect(made.map(({ content, version }) => [content, version])).toEqual([
      [drafts[0], 1],
      [drafts[449], 1],
    ]);
    const versions = await database.reading
      .selectFrom('record_version')
      .select('record')
      .where('record', 'in', ids)
      .execute();
    expect(versions).toHaveLength(450);
    const after = await verifyAudit(database.reading);
    expect(after).toMatchObject({ lines: before.lines + 450, tampered: undefined });
    const broken = [...drafts, { ...draft, text: 'x'.repeat(101) }];
    await expect(records.createAll('letter', broken, writer)).rejects.toMatchObject({
      code: 'not-acceptable',
    });
    expect((await verifyAudit(database.reading)).lines).toBe(after.lines);
  });

  it('tell of their versions within a change that has not ended', async () => {
    const told = await records.together(async (within) => {
      const { id } = await within.create('letter', draft, writer);
      await within.edit(id, { ...draft, text: '再见' }, 1, writer);
      return within.versions(id);
    });
    expect(told.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('leave no trace of what failed half way', async () => {
    const trail = (await verifyAudit(database.reading)).lines;
    const { total } = await records.list({ kind: 'letter' });
    const failing = records.together(async (within) => {
      await within.create('letter', draft, writer);
      await within.create('letter', { ...draft, text: 'x'.repeat(101) }, writer);
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-acceptable' });
    expect((await records.list({ kind: 'letter' })).total).toBe(total);
    expect((await verifyAudit(database.reading)).lines).toBe(trail);
  });

  it('never show one request what another has not finished', async () => {
    let seen: number | undefined;
    const { total } = await records.list({ kind: 'letter' });
    await records
      .together(async (within) => {
        await within.create('letter', draft, writer);
        const outside = records.list({ kind: 'letter' }).then((found) => {
          seen = found.total;
        });
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (engine.name === 'PostgreSQL') await outside;
        throw new Error('on second thoughts');
      })
      .catch(() => {});
    await expect.poll(() => seen).toBe(total);
  });

  it('keep every one of many changes made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, i) => records.create('letter', { ...draft, text: `n${i}` }, writer)),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(20);
    const [one] = made;
    const edits = await Promise.allSettled(
      Array.from({ length: 5 }, () => records.edit(one?.id as string, draft, 1, writer)),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await verifyAudit(database.reading)).tampered).toBeUndefined();
  });

  it('list what each scope covers, and nothing else', async () => {
    await records.create('letter', { ...draft, place: '150100', from: 'org-c' }, writer);
    const all = await records.whole({ kind: 'letter' });
    const askers = ['140000', '140100', '150000', '100000', ''].flatMap((territory) =>
      ['org-a', 'org-b', 'org-c', ''].map((organisation) => ({
        account: organisation === 'org-b' ? 'r' : 'public',
        name: 'x',
        role: 'park' as Role,
        organisation,
        territory,
      })),
    );
    for (const asker of askers) {
      for (const scope of scopes) {
        for (const grant of [{ of: scope }, { of: scope, in: ['draft', 'lapsed'] }]) {
          const listed = await records.list({ kind: 'letter', seen: { asker, grants: [grant] } });
          const covered = all.filter((record) => covers(grant, asker, record)).map(({ id }) => id);
          expect(listed.records.map(({ id }) => id).sort()).toEqual(covered.sort());
          expect(listed.total).toBe(covered.length);
        }
      }
    }
    const none = await records.list({ kind: 'letter', seen: { asker: writer, grants: [] } });
    expect(none.total).toBe(0);
  });

  it('show in the trail that a line was changed or taken out', async () => {
    expect(await verifyAudit(database.reading)).toMatchObject({ tampered: undefined });
    const { reading } = database;
    await sql`update audit set name = '别人' where seq = 5`.execute(reading);
    expect((await verifyAudit(reading)).tampered).toEqual({ seq: 5, why: 'changed' });
    await sql`delete from audit where seq = 5`.execute(reading);
    expect((await verifyAudit(reading)).tampered).toEqual({ seq: 5, why: 'missing' });
  });
});

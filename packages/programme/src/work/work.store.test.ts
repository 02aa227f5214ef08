import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { comment, commentsOn, reword, takeBack } from './comments.store.ts';
import { mailWishOf, markRead, noticesOf, unreadOf, wishMail } from './notices.store.ts';
import { officeDeeds, officeKinds, openOffice } from './office.cases.ts';
import { markFailed, markSent, putAside, takeDue, tryAgain } from './outbox.store.ts';
import { doneLately, WorkQueue } from './queue.store.ts';
import { indexMissing, search } from './search.store.ts';
import { postDigests } from './telling.store.ts';

onBothEngines('work', (engine) => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  let queue: WorkQueue;
  beforeAll(async () => {
    office = await openOffice(engine);
    queue = new WorkQueue(office.records, officeKinds, officeDeeds);
  });
  afterAll(() => office.database.close());

  const write = (name: string, due?: string, more = {}) =>
    office.records.create(
      'letter',
      { name, place: '230100', of: 'org-park-230100', ...(due && { due }), ...more },
      office.people.park,
    );
  const titles = async (asker: Parameters<WorkQueue['of']>[0]) =>
    (await queue.of(asker, '2026-11-02')).waiting.map(({ record }) => record.title.zh);

  describe('the queue', () => {
    it('holds what waits for me, what is due first at the top, and nobody else’s', async () => {
      const late = await write('晚', '2026-12-01');
      await write('无期');
      await write('早', '2026-10-30');
      expect(await titles(office.people.park)).toEqual(['早', '晚', '无期']);
      expect(await titles(office.people.otherPark)).toEqual([]);
      expect(await titles(office.people.province)).toEqual([]);
      expect(await titles(everybody)).toEqual([]);

      await office.records.act(late.id, 'send', {}, late.version, office.people.park);
      expect(await titles(office.people.park)).toEqual(['早', '无期']);
      expect(await titles(office.people.province)).toEqual(['晚']);
      expect(await titles(office.people.otherProvince)).toEqual([]);
      expect(await titles(office.people.ministry)).toEqual([]);
    });

    it('says what is to be done, since when, and what is overdue', async () => {
      const { waiting, counts } = await queue.of(office.people.park, '2026-11-02');
      expect(waiting[0]).toMatchObject({ overdue: true, since: '2026-11-02T02:00:00.000Z' });
      expect(waiting[0]?.acts).toEqual([
        { act: 'send', name: { zh: '发出', en: 'send' }, allowed: true, reasons: [] },
      ]);
      expect(counts).toEqual({
        total: 2,
        overdue: 1,
        kinds: [{ kind: 'letter', count: 2, overdue: 1 }],
      });
    });

    it('is asked by kind and by page', async () => {
      const page = await queue.of(office.people.park, '2026-11-02', { kind: 'letter', offset: 1, limit: 1 });
      expect(page.waiting.map(({ record }) => record.title.zh)).toEqual(['无期']);
      expect((await queue.of(office.people.park, '2026-11-02', { kind: 'park' })).waiting).toEqual([]);
    });

    it('remembers what I did', async () => {
      const done = await doneLately(office.records.reading, 'park');
      expect(done.map(({ act }) => act)).toContain('send');
      expect(await doneLately(office.records.reading, 'ministry')).toEqual([]);
    });
  });

  describe('notices', () => {
    it('tell those concerned who may read it, and not who did it', async () => {
      const made = await write('告知');
      await office.records.act(made.id, 'send', {}, made.version, office.people.park);
      const told = async (account: string) =>
        (await noticesOf(office.records.reading, account)).filter(({ record }) => record === made.id);
      expect((await told('colleague')).map(({ words }) => words.zh)).toContain('发出，现为“已发”');
      expect((await told('province')).map(({ words }) => words.en)).toEqual(['Send: now “sent”']);
      for (const account of ['park', 'other-park', 'other-province']) expect(await told(account)).toEqual([]);
    });

    it('are read once, one by one or all', async () => {
      const { reading } = office.records;
      const [first] = await noticesOf(reading, 'province');
      const unread = await unreadOf(reading, 'province');
      await markRead(office.database, 'province', [first?.id ?? 0], office.time.now);
      expect(await unreadOf(reading, 'province')).toBe(unread - 1);
      await markRead(office.database, 'park', 'all', office.time.now);
      expect(await unreadOf(reading, 'province')).toBe(unread - 1);
      await markRead(office.database, 'province', 'all', office.time.now);
      expect(await unreadOf(reading, 'province')).toBe(0);
    });

    it('go out by mail to those who wish it, once under one key, until they are marked as sent', async () => {
      expect(await mailWishOf(office.records.reading, 'province')).toEqual({ mail: 'off', address: '' });
      const wish = { mail: 'each', address: 'p@example.org' } as const;
      await wishMail(office.database, 'province', wish, office.time.now);
      const made = await write('机密');
      await office.records.act(made.id, 'send', {}, made.version, office.people.park);

      const [taken, ...more] = await takeDue(office.database, office.time.now);
      expect(more).toEqual([]);
      expect(taken).toMatchObject({ channel: 'mail', target: 'p@example.org', tries: 1 });
      expect(await takeDue(office.database, office.time.now)).toEqual([]);
      // The program ended before it could mark it: it goes out again under the same key.
      const later = new Date(office.time.now.getTime() + 180_000);
      const [again] = await takeDue(office.database, later);
      expect(again).toMatchObject({ key: taken?.key, tries: 2 });
      await markSent(office.database, again?.id ?? 0, later);
      expect(await takeDue(office.database, new Date('2027-01-01'))).toEqual([]);
    });

    it('that cannot be sent wait ever longer and are put aside in the end', async () => {
      const made = await write('退信');
      await office.records.act(made.id, 'send', {}, made.version, office.people.park);
      let now = office.time.now;
      for (let tries = 1; tries <= 8; tries++) {
        now = new Date(now.getTime() + 86_400_000);
        const [taken] = await takeDue(office.database, now);
        expect(taken?.tries).toBe(tries);
        if (taken) await markFailed(office.database, taken, 'no such host', now);
      }
      expect(await takeDue(office.database, new Date('2027-06-01'))).toEqual([]);
      const [aside] = await putAside(office.records.reading);
      expect(aside).toMatchObject({ channel: 'mail', tries: 8, fault: 'no such host' });
      await tryAgain(office.database, aside?.id ?? 0, now);
      expect(await takeDue(office.database, now)).toHaveLength(1);
    });

    it('come once a day to those who wish that', async () => {
      await wishMail(
        office.database,
        'province',
        { mail: 'daily', address: 'p@example.org' },
        office.time.now,
      );
      office.time.now = new Date('2026-11-02T03:00:00Z');
      for (const name of ['一', '二']) {
        const made = await write(name);
        await office.records.act(made.id, 'send', {}, made.version, office.people.park);
      }
      const next = new Date('2026-11-03T00:30:00Z');
      await office.database.write((writing) => postDigests(writing, office.time.now));
      const digests = async () =>
        (await takeDue(office.database, next)).filter(({ key }) => key.startsWith('digest'));
      expect(await digests()).toEqual([]);
      await office.database.write((writing) => postDigests(writing, next));
      await office.database.write((writing) => postDigests(writing, next));
      const [digest, ...more] = await digests();
      expect(more).toEqual([]);
      expect(digest?.body).toMatchObject({ items: [{ title: { zh: '一' } }, { title: { zh: '二' } }] });
    });
  });

  describe('systems', () => {
    it('are told ids and kinds of what their organisation may read, and nothing else', async () => {
      await office.database.write(async (writing) => {
        for (const organisation of ['org-province-230000', 'org-park-500000']) {
          await writing
            .insertInto('webhook')
            .values({
              id: `hook-${organisation}`,
              organisation,
              url: 'https://x.example',
              secret: 's',
              made_at: office.time.now,
            })
            .execute();
        }
      });
      const made = await write('机密标题');
      await office.records.act(made.id, 'send', {}, made.version, office.people.park);
      const hooks = (await takeDue(office.database, office.time.now)).filter(
        ({ channel }) => channel === 'webhook',
      );
      expect(hooks.map(({ target }) => target)).toEqual(['hook-org-province-230000']);
      expect(hooks[0]?.body).toEqual({
        event: 'letter.send',
        record: made.id,
        kind: 'letter',
        state: 'sent',
        at: '2026-11-02T03:00:00.000Z',
      });
    });
  });

  describe('comments', () => {
    const say = async (
      record: string,
      text: string,
      more: Partial<Parameters<typeof comment>[3]> = {},
      by = office.people.park,
    ) => {
      const found = await office.records.get(record);
      return office.database.write((writing) =>
        comment(
          writing,
          officeDeeds,
          found,
          { text, audience: 'concerned', mentions: [], ...more },
          by,
          office.time.now,
        ),
      );
    };
    const read = (record: string, by = office.people.park) => commentsOn(office.records.reading, record, by);

    it('are for all concerned, or for one’s own organisation', async () => {
      const { id } = await write('评论');
      await say(id, '都看得到');
      await say(id, '内部', { audience: 'organisation' });
      expect((await read(id, office.people.colleague)).map(({ text }) => text)).toEqual(['都看得到', '内部']);
      expect((await read(id, office.people.ministry)).map(({ text }) => text)).toEqual(['都看得到']);
    });

    it('mention only who can read them, and tell them', async () => {
      const { id } = await write('提到');
      await say(id, '@示例', { mentions: ['ministry'] });
      const told = await noticesOf(office.records.reading, 'ministry');
      expect(told.find(({ record }) => record === id)?.words.en).toBe('You are mentioned in a comment');
      await expect(say(id, '@', { mentions: ['other-park'] })).rejects.toThrow('other-park cannot read');
      await expect(say(id, '@', { mentions: ['ministry'], audience: 'organisation' })).rejects.toThrow(
        'cannot read',
      );
    });

    it('keep a trace of what was changed and taken back, and only by whom they are', async () => {
      const { id } = await write('留痕');
      const one = await say(id, '原文');
      await office.database.write((writing) =>
        reword(writing, id, one, '改过', office.people.park, office.time.now),
      );
      expect((await read(id))[0]).toMatchObject({ text: '改过', editedAt: '2026-11-02T03:00:00.000Z' });
      await expect(
        office.database.write((writing) =>
          takeBack(writing, id, one, office.people.colleague, office.time.now),
        ),
      ).rejects.toThrow(`there is no comment ${one} of yours`);
      await office.database.write((writing) =>
        takeBack(writing, id, one, office.people.park, office.time.now),
      );
      expect((await read(id))[0]).toMatchObject({ text: '', deletedAt: '2026-11-02T03:00:00.000Z' });
      const kept = await office.records.reading
        .selectFrom('comment')
        .select('earlier')
        .where('id', '=', one)
        .executeTakeFirstOrThrow();
      expect((kept.earlier as { text: string }[]).map(({ text }) => text)).toEqual(['原文', '改过']);
    });
  });

  describe('search', () => {
    const found = async (question: string, asker = office.people.park) =>
      (await search(office.records.reading, officeKinds, officeDeeds, asker, { question, limit: 20 })).map(
        ({ title }) => title.zh,
      );

    it('finds by characters, pinyin, initials, place and English; what was typed whole comes first', async () => {
      await write('哈尔滨园区来函');
      await write('哈尔滨');
      await write('关于哈尔滨');
      for (const question of ['哈尔滨', 'haerbin', 'hrb', 'heb'])
        expect((await found(question)).slice(0, 3), question).toEqual([
          '哈尔滨',
          '哈尔滨园区来函',
          '关于哈尔滨',
        ]);
      expect((await found('harbin')).length).toBeGreaterThan(3);
      expect(await found('来函 harbin')).toEqual(['哈尔滨园区来函']);
      expect(await found('长沙')).toEqual([]);
      expect(await found('   ')).toEqual([]);
      expect(await found(`':* & \\ | ! ("`)).toEqual([]);
    });

    it('shows nobody what they may not read', async () => {
      expect(await found('来函', office.people.otherPark)).toEqual([]);
      expect(await found('来函', office.people.province)).toEqual([]);
      expect(await found('来函', everybody)).toEqual([]);
    });

    it('finds what is public by what it says, and what is not only by its face', async () => {
      await write('公开', undefined, { open: true, remark: '白银冶炼 silverware' });
      await write('不公开', undefined, { remark: '白银冶炼' });
      expect(await found('白银', everybody)).toEqual(['公开']);
      expect(await found('silver', office.people.park)).toEqual(['公开']);
    });

    it('takes up what was there before it', async () => {
      await office.database.write(
        async (writing) => void (await writing.deleteFrom('search_entry').execute()),
      );
      expect(await found('哈尔滨')).toEqual([]);
      expect(await indexMissing(office.records, officeKinds)).toBeGreaterThan(10);
      expect((await found('hrb'))[0]).toBe('哈尔滨');
    });
  });
});

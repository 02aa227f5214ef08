import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { record as tell, verifyAudit } from './audit.store.ts';
import type { Database } from './database.store.ts';
import { onBothEngines } from './engines.cases.ts';
import { letter, worldAt, writer } from './letter.cases.ts';
import { Records } from './records.store.ts';

/** What a writer does next: to one of three letters that all of them write, or by a letter of its own. */
const deed = fc.record({
  to: fc.nat({ max: 2 }),
  does: fc.constantFrom('edit', 'edit', 'send', 'answer', 'create', 'two', 'point'),
});
const eightWriters = fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 8, maxLength: 8 });

onBothEngines('many writers at once', (engine) => {
  let database: Database;
  let records: Records;
  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, [letter], worldAt({ now: new Date('2026-01-01T16:00:00Z') }));
  });
  afterAll(() => database?.close());
  const draft = { text: '你好', place: '140100', from: 'org-a' };

  /** What others write beside a record and tell the trail: files, comments. */
  const pointTo = (record: string) =>
    database.write(async (writing) => {
      const at = '2026-01-01T16:00:00Z';
      const file = { sha256: '', name: '', type: 'pdf', size: 1, note: '', public: false };
      await writing
        .insertInto('file')
        .values({ ...file, id: randomUUID(), record, account: writer.account, by: writer.name, at })
        .execute();
      await tell(writing, at, writer, 'file.add', { record });
    });

  it('have one winner for each version of a record', async () => {
    const { id } = await records.create('letter', draft, writer);
    for (let version = 1; version <= 5; version += 1) {
      const tries = await Promise.allSettled(
        ['一', '二'].map((text) => records.edit(id, { ...draft, text }, version, writer)),
      );
      const lost = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect(lost).toEqual(['not-current']);
    }
    expect((await records.versions(id)).map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('lose nothing, leave nothing by halves, and keep the trail whole', async () => {
    await fc.assert(
      fc.asyncProperty(eightWriters, async (writers) => {
        const shared = await Promise.all([0, 1, 2].map(() => records.create('letter', draft, writer)));
        const before = await verifyAudit(database.reading);
        const won: string[] = [];
        const changes = { count: 0 };
        const write = async ({ to, does }: (typeof writers)[number][number]) => {
          const { id, version } = await records.get(shared[to]?.id as string);
          const other = shared[(to + 1) % 3]?.id as string;
          switch (does) {
            case 'edit':
              await records.edit(id, { ...draft, text: `${version}` }, version, writer);
              return [`${id} ${version}`];
            case 'send':
              await records.act(id, 'send', {}, version, writer);
              return [`${id} ${version}`];
            case 'answer':
              await records.act(id, 'answer', { answer: '好' }, version, writer);
              changes.count += 1; // the answer is a letter, too
              return [`${id} ${version}`];
            case 'create':
              await records.create('letter', draft, writer);
              changes.count += 1;
              return [];
            case 'point':
              await pointTo(id);
              changes.count += 1;
              return [];
            default:
              // Two records in one change, in the order in which others do not take them.
              return records.together(async (within) => {
                const seen = await within.get(other);
                const pair = [`${id} ${version}`, `${other} ${seen.version}`];
                await within.edit(id, draft, version, writer);
                await within.edit(other, draft, seen.version, writer);
                return pair;
              });
          }
        };
        await Promise.all(
          writers.map(async (deeds) => {
            for (const one of deeds) {
              try {
                won.push(...(await write(one)));
              } catch (error) {
                expect(['not-current', 'not-possible']).toContain((error as { code: string }).code);
              }
            }
          }),
        );
        expect(new Set(won).size).toBe(won.length);
        for (const { id } of shared) {
          const { version } = await records.get(id);
          expect(won.filter((one) => one.startsWith(`${id} `))).toHaveLength(version - 1);
          expect((await records.versions(id)).map((one) => one.version).reverse()).toEqual(
            Array.from({ length: version }, (_, n) => n + 1),
          );
        }
        const after = await verifyAudit(database.reading);
        expect(after.tampered).toBeUndefined();
        expect(after.lines - before.lines).toBe(won.length + changes.count);
      }),
      { seed: 20_260_101, numRuns: 6, endOnFailure: true },
    );
  });
});

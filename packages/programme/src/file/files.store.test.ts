import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditLines } from '../ground/audit.store.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { letter, worldAt, writer } from '../ground/letter.cases.ts';
import { Records } from '../ground/records.store.ts';
import { Bytes, largestFile } from './bytes.store.ts';
import { Files, type Incoming } from './files.store.ts';

onBothEngines('files on a record', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-files-'));
  let database: Database;
  let files: Files;
  let record: string;
  beforeAll(async () => {
    database = await engine.open();
    const records = new Records(database, [letter], worldAt({ now: new Date('2026-01-05T00:00:00Z') }));
    files = new Files(records, new Bytes(folder));
    const content = { text: '信', place: '140100', from: 'org-a' };
    record = (await records.create('letter', content, writer)).id;
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
  async function* streamOf(bytes: Buffer, piece = 7): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  async function* these(...given: [string, Buffer][]): AsyncGenerator<Incoming> {
    for (const [name, bytes] of given) yield { name, stream: streamOf(bytes, 65_536) };
  }
  const told = { note: () => '说明', open: () => false };
  const add = (...given: [string, Buffer][]) => files.add(record, these(...given), told, writer);
  const lying = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\w{64}$/.test(name));

  it('are kept under their checksum, with who handed them in, and read back as they were', async () => {
    const [kept] = await add(['../土地 证.PDF', pdf('one')]);
    expect(kept).toMatchObject({
      name: '土地 证.pdf',
      type: 'pdf',
      note: '说明',
      by: '写信人',
      public: false,
    });
    expect(kept?.sha256).toBe(createHash('sha256').update(pdf('one')).digest('hex'));
    expect(await buffer(await files.read(kept as never))).toEqual(pdf('one'));
    expect((await files.of(record)).map(({ id }) => id)).toEqual([kept?.id]);
    const trail = await auditLines(database.reading, { deed: 'file.add' });
    expect(trail.at(-1)?.about).toMatchObject({ file: kept?.id, sha256: kept?.sha256 });
  });

  it('of the same content lie there once', async () => {
    const before = lying().length;
    await add(['二.pdf', pdf('two')], ['又二.pdf', pdf('two')]);
    expect(lying().length).toBe(before + 1);
  });

  it('come all or none, and leave nothing behind when one is refused', async () => {
    const [rows, bytes] = [(await files.of(record)).length, lying().length];
    await expect(add(['好.pdf', pdf('good')], ['坏.pdf', Buffer.from('MZ program')])).rejects.toMatchObject({
      code: 'file-type',
      message: expect.stringContaining('坏.pdf'),
    });
    await expect(add(['空.pdf', Buffer.alloc(0)])).rejects.toMatchObject({ code: 'file-empty' });
    await expect(add()).rejects.toMatchObject({ code: 'file-none' });
    await expect(add(['大.pdf', Buffer.concat([pdf(''), Buffer.alloc(largestFile)])])).rejects.toMatchObject({
      code: 'file-too-large',
    });
    expect((await files.of(record)).length).toBe(rows);
    expect(lying().length).toBe(bytes);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are withdrawn with a reason, once, and never erased', async () => {
    const [kept] = await add(['三.pdf', pdf('three')]);
    const withdrawn = await files.withdraw(kept?.id as string, '误传', writer);
    expect(withdrawn.withdrawn).toMatchObject({ by: '写信人', why: '误传' });
    expect(await buffer(await files.read(withdrawn))).toEqual(pdf('three'));
    await expect(files.withdraw(withdrawn.id, '再次', writer)).rejects.toMatchObject({
      code: 'file-withdrawn',
    });
  });

  it('whose bytes a restored backup lacks say so', async () => {
    const [kept] = await add(['四.pdf', pdf('four')]);
    rmSync(join(folder, kept?.sha256.slice(0, 2) as string), { recursive: true });
    await expect(files.read(kept as never)).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('that a killed server was receiving are swept at the next start', () => {
    writeFileSync(join(folder, 'half.part'), 'half');
    new Bytes(folder);
    expect(existsSync(join(folder, 'half.part'))).toBe(false);
  });
});

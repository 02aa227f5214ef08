import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { openDatabase } from '../ground/database.store.ts';
import { letter, worldAt } from '../ground/letter.cases.ts';
import { Records } from '../ground/records.store.ts';
import { Bytes } from './bytes.store.ts';
import { Files } from './files.store.ts';

it('a server killed while it takes files in loses none that it acknowledged, and no row points to what is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-killed-'));
  const server = spawn(process.execPath, [join(import.meta.dirname, 'killed.cases.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (lines: Buffer) => {
      acknowledged.push(...lines.toString().split('\n').filter(Boolean));
      if (acknowledged.length >= 12) server.kill('SIGKILL');
    });
    server.once('exit', () => resolve());
  });

  const database = await openDatabase({ folder: join(folder, 'programme') });
  const records = new Records(database, [letter], worldAt({ now: new Date() }));
  const files = new Files(records, new Bytes(join(folder, 'files')));
  const rows = await database.reading.selectFrom('file').select('id').execute();
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  for (const { id } of rows) {
    const kept = await files.get(id);
    const bytes = await buffer(await files.read(kept));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(kept.sha256);
  }
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

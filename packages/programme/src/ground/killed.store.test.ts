import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyAudit } from './audit.store.ts';
import { openDatabase } from './database.store.ts';
import { letter, worldAt } from './letter.cases.ts';
import { Records } from './records.store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const script = fileURLToPath(new URL('./writing-until-killed.cases.ts', import.meta.url));

/** Lets the program write, and kills it without a warning some milliseconds after it has acknowledged so much. */
function writesUntilKilled(lines: number, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [script, join(folder, 'store')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let wrong = '';
    let killing = false;
    writer.stderr.on('data', (chunk) => (wrong += chunk));
    writer.stdout.on('data', (chunk) => {
      said += chunk;
      if (!killing && said.split('\n').length > lines + 1) {
        killing = true;
        setTimeout(() => writer.kill('SIGKILL'), after);
      }
    });
    writer.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`it ended by itself (${code}): ${wrong}`));
      // The last line may be half a line.
      else resolve(said.split('\n').slice(1, -1));
    });
  });
}

/** After how many acknowledged changes, and how many milliseconds later: between, before and within transactions. */
const moments = [
  [4, 0],
  [11, 5],
  [2, 13],
] as const;

describe('a program that is killed while it writes', () => {
  it('loses nothing that it acknowledged, and leaves nothing by halves', async () => {
    const acknowledged = new Map<string, { state: string; version: number }>();
    for (const [lines, after] of moments) {
      for (const line of await writesUntilKilled(lines, after)) {
        const [id = '', state = '', version] = line.split(' ');
        acknowledged.set(id, { state, version: Number(version) });
      }
      const database = await openDatabase({ folder: join(folder, 'store') });
      const records = new Records(database, [letter], worldAt({ now: new Date() }));
      const kept = new Map((await records.whole({ kind: 'letter' })).map((record) => [record.id, record]));
      for (const [id, { version }] of acknowledged) {
        expect(kept.get(id)?.version, `${id} after ${lines} lines and ${after} ms`).toBeGreaterThanOrEqual(
          version,
        );
      }
      // One more may have been written than was said; each is whole: a version and a line for every change.
      const { lines: told, tampered } = await verifyAudit(database.reading);
      expect(tampered).toBeUndefined();
      let changes = 0;
      for (const { id, version } of kept.values()) {
        expect((await records.versions(id)).map((one) => one.version)).toEqual(
          Array.from({ length: version }, (_, n) => version - n),
        );
        changes += version;
      }
      expect(told).toBe(changes);
      await database.close();
    }
    expect(acknowledged.size).toBeGreaterThan(0);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopServerOf } from '../packages/programme/src/ground/server-of-the-run.cases.ts';

/** A folder for what all tests of a run share: who needs a thing first makes it, the others find it there. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-run-'));
  process.env.TIDU_TEST_FOLDER = folder;
  return async () => {
    await stopServerOf(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const bin = fileURLToPath(new URL('../bin/tidu.js', import.meta.url));

/**
 * A data folder in which the demonstration has begun today, made once in a whole run and to be copied: making
 * it takes as long as many a journey.
 */
export async function begunFolder(): Promise<string> {
  const shared = process.env.TIDU_TEST_FOLDER as string;
  const ready = join(shared, 'begun');
  const making = join(shared, 'making');
  if (!existsSync(ready) && isFirst(making)) {
    const data = join(making, 'data');
    // The day that one test plays on is not for the others.
    const { TIDU_TODAY: _, ...env } = process.env;
    await promisify(execFile)(process.execPath, [bin, 'programme', 'init'], {
      env: { ...env, TIDU_DATA: data },
    });
    renameSync(data, ready);
  }
  for (let tries = 0; !existsSync(ready); tries += 1) {
    if (tries === 1500) throw new Error('the demonstration was not made within 150 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ready;
}

/** Whoever makes the folder makes what is in it; the others wait. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './repository.ts';

/** Runs `tidu` as a user would, on a data folder of its own. */
export function tidu(dataFolder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'apps/tidu/bin/tidu.js'), ...args],
    {
      env: { ...process.env, TIDU_DATA: dataFolder, NO_COLOR: '1' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
}

import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runningServer } from './running-server.file.ts';

/** What an examination found, and what to do about it. */
export interface Finding {
  readonly what: string;
  readonly sound: boolean;
  readonly says: string;
  readonly remedy?: string;
}

/** The statistics of a data folder, where there are any. */
export function storeAt(folder: string): string | undefined {
  const path = join(folder, 'statistics.duckdb');
  return existsSync(path) ? path : undefined;
}

/** What can be told of a data folder without opening its statistics. */
export function findingsOf(folder: string): Finding[] {
  const server = runningServer(folder);
  return [
    writable(folder),
    server
      ? { what: 'server', sound: true, says: `running at ${server.address} (process ${server.pid})` }
      : noteOfTheDead(folder),
    ...(server ? [] : leftovers(folder)),
  ];
}

function writable(folder: string): Finding {
  const what = 'data folder';
  if (!existsSync(folder)) return { what, sound: true, says: 'not made yet; the first command makes it' };
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return { what, sound: true, says: 'can be written' };
  } catch {
    const remedy = 'set TIDU_DATA to a folder that you may write to';
    return { what, sound: false, says: 'cannot be written', remedy };
  }
}

function noteOfTheDead(folder: string): Finding {
  const what = 'server';
  if (!existsSync(join(folder, 'server.json'))) return { what, sound: true, says: 'none running' };
  return {
    what,
    sound: true,
    says: 'none running; the last one was killed and left its note',
    remedy: 'nothing to do: the next server replaces the note',
  };
}

function leftovers(folder: string): Finding[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.tmp'))
      .map((name) => ({
        what: 'leftovers',
        sound: true,
        says: `${name} is left of a load that was interrupted; nothing of it counts`,
        remedy: 'nothing to do: the next command removes it',
      }));
  } catch {
    return [];
  }
}

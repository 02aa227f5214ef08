import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The note that a server leaves in the data folder while it holds it: DuckDB lets one process
 * write, so commands of others go through that server. Only the owner of the folder can read the token.
 */
export interface RunningServer {
  readonly pid: number;
  readonly address: string;
  readonly token: string;
}

const file = (folder: string) => join(folder, 'server.json');

export function announce(folder: string, address: string): RunningServer {
  const note = { pid: process.pid, address, token: randomBytes(24).toString('base64url') };
  writeFileSync(file(folder), JSON.stringify(note), { mode: 0o600 });
  return note;
}

export const withdraw = (folder: string): void => rmSync(file(folder), { force: true });

/** The server that holds the folder now; a note left by one that was killed counts for nothing. */
export function runningServer(folder: string): RunningServer | undefined {
  try {
    const note: RunningServer = JSON.parse(readFileSync(file(folder), 'utf8'));
    if (note.pid === process.pid) return undefined;
    process.kill(note.pid, 0);
    return note;
  } catch {
    return undefined;
  }
}

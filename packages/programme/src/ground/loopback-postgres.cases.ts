import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface LoopbackPostgres {
  readonly url: string;
  readonly process: number;
  readonly folder: string;
}

const debian = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, the newest; `POSTGRES_BIN` names another. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [process.env.POSTGRES_BIN, ...versions.map((version) => join(debian, version, 'bin'))];
  return places.find((path) => path && existsSync(join(path, 'postgres')));
}

/** A PostgreSQL server for tests: on loopback, a free port, a folder that goes with it. It outlives who starts it. */
export async function startPostgres(bin: string): Promise<LoopbackPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-postgres-'));
  const as = ownAccount();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tidu', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'fsync=off'],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  server.unref();
  const ready = () =>
    spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']).status === 0;
  for (let tries = 0; !ready(); tries += 1) {
    if (tries === 150) throw new Error('postgres does not answer');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `postgres://tidu@127.0.0.1:${port}`,
    process: server.pid as number,
    folder,
  };
}

/** Ends the server, unless somebody did before, and takes its folder away. */
export async function stopPostgres({ process: server, folder }: LoopbackPostgres): Promise<void> {
  const running = join(folder, 'data', 'postmaster.pid');
  if (existsSync(running)) process.kill(server, 'SIGINT');
  for (let tries = 0; existsSync(running) && tries < 150; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  rmSync(folder, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root: there it runs as the account that Debian's package makes. */
function ownAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Opens the PostgreSQL of a folder, making it first where there is none. It is made beside and then
 * renamed, so that what was killed half way is made anew.
 */
export async function openCluster(folder: string): Promise<PGlite> {
  // Loaded when it is needed: the statistics have no use for it.
  const { PGlite } = await import('@electric-sql/pglite');
  if (folder === 'memory://')
    return PGlite.create({ dataDir: folder, loadDataDir: await emptyCluster(PGlite) });
  if (!existsSync(folder)) {
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    const made = await PGlite.create({ dataDir: making, loadDataDir: await emptyCluster(PGlite) });
    await made.close();
    renameSync(making, folder);
  }
  return PGlite.create(folder);
}

/** Where a cluster that was just made is remembered: making one takes seconds, copying one does not. */
const remembered = (): string => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  return join(dirname(entry), `../.cache/empty-cluster-${version}.tar`);
};

async function emptyCluster(maker: typeof PGlite): Promise<Blob> {
  const file = remembered();
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const made = await maker.create('memory://');
  const dump = await made.dumpDataDir('none');
  await made.close();
  try {
    mkdirSync(dirname(file), { recursive: true });
    const writing = `${file}.${process.pid}`;
    writeFileSync(writing, Buffer.from(await dump.arrayBuffer()));
    renameSync(writing, file);
  } catch {
    // Where the program may not write beside itself, the next one is made anew.
  }
  return dump;
}

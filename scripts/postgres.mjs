import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './debian.mjs';

const debian = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, the newest; `POSTGRES_BIN` names another. */
export function findPostgres() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [process.env.POSTGRES_BIN, ...versions.map((version) => join(debian, version, 'bin'))];
  return places.find((path) => path && existsSync(join(path, 'postgres')));
}

/**
 * Installs Debian's PostgreSQL.
 * @returns a sentence for people when that is not possible here
 */
export function installPostgres() {
  if (installPackages('postgresql')) return undefined;
  return 'the tests on PostgreSQL need its server, and it could not be installed: install the package postgresql, or set POSTGRES_BIN to the folder of its programs';
}

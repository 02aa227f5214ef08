import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from './database.store.ts';
import { findPostgres, startPostgres, stopPostgres } from './loopback-postgres.cases.ts';

/** The address of a database of its own on the server of this run, a copy of one that has the tables already. */
export async function emptyDatabase(): Promise<string> {
  const { url } = await serverOfTheRun();
  const name = `store_${randomUUID().replaceAll('-', '')}`;
  await onServer(url, `create database ${name}`);
  return `${url}/${name}`;
}

export async function dropDatabase(address: string): Promise<void> {
  const { origin, name } = /^(?<origin>.*)\/(?<name>\w+)$/.exec(address)?.groups ?? {};
  await onServer(origin as string, `drop database ${name} with (force)`);
}

/** Whoever needs a server first starts it for all tests of a run: starting one takes longer than most tests. */
async function serverOfTheRun(): ReturnType<typeof startPostgres> {
  const { ready, starting } = placesOf(process.env.TIDU_TEST_FOLDER as string);
  if (!existsSync(ready) && isFirst(starting)) {
    const server = await startPostgres(findPostgres() as string);
    // What every new database is a copy of.
    await (await openDatabase({ url: `${server.url}/template1` })).close();
    writeFileSync(join(starting, 'server'), JSON.stringify(server));
    renameSync(join(starting, 'server'), ready);
  }
  for (let tries = 0; !existsSync(ready); tries += 1) {
    if (tries === 600) throw new Error('PostgreSQL was not started within half a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return JSON.parse(readFileSync(ready, 'utf8'));
}

/** Ends the server of a run, if anybody needed one. */
export async function stopServerOf(run: string): Promise<void> {
  const { ready } = placesOf(run);
  if (existsSync(ready)) await stopPostgres(JSON.parse(readFileSync(ready, 'utf8')));
}

const placesOf = (run: string) => ({
  ready: join(run, 'postgres'),
  starting: join(run, 'postgres.starting'),
});

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

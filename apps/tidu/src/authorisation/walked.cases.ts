import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Asker, everybody, kinds } from '@tidu/programme';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { begunFolder } from '../begun-folder.cases.ts';
import { type House, openHouse } from '../house.store.ts';
import { httpServer } from '../http.server.ts';
import { type Watched, watchedRecords } from './canaries.cases.ts';
import { isConcerned } from './concerned.cases.ts';
import { minimal } from './minimal.cases.ts';
import { addParkCases } from './park-cases.cases.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly deed: string | undefined;
  readonly open: string | undefined;
  /** The kind whose record `:id` names. */
  readonly kind: string | undefined;
  /** The least that it accepts. */
  readonly body: unknown;
}

/** Somebody who asks, and the cookie of their session. */
export interface Walker {
  readonly asker: Asker;
  readonly cookie: string;
}

export interface Walked {
  readonly house: House;
  readonly server: FastifyInstance;
  readonly routes: readonly Route[];
  readonly walkers: readonly Walker[];
  readonly watched: readonly Watched[];
  close(): Promise<void>;
}

/** The demonstration programme with canaries in it, a server over it, all its routes and people of every role. */
export async function walkedProgramme(seed: number): Promise<Walked> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-allow-'));
  cpSync(await begunFolder(), folder, { recursive: true });
  const house = await openHouse({ data: folder });
  const heard: RouteOptions[] = [];
  const server = await httpServer({
    house,
    webRoot: folder,
    openToPublic: true,
    onRoute: (route) => heard.push(route),
  });
  await server.ready();
  const programme = await house.programme();
  await addParkCases(programme);
  const watched = await watchedRecords(programme, seed);
  return {
    house,
    server,
    routes: routesOf(heard, server),
    walkers: await walkersOf(programme, watched, house.pack.places),
    watched,
    close: async () => {
      await server.close();
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Described = {
  paths?: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: never }> } }>>;
};

function routesOf(heard: readonly RouteOptions[], server: FastifyInstance): Route[] {
  const { paths = {} } = server.swagger() as unknown as Described;
  return heard.flatMap(({ method, url, config }) =>
    [method].flat().flatMap((one) => {
      if (one === 'HEAD' || one === 'OPTIONS' || !url.startsWith('/api')) return [];
      const described = paths[url.replace(/:(\w+)/g, '{$1}')]?.[one.toLowerCase()];
      const plural = url.split('/')[2];
      return {
        method: one as Route['method'],
        url,
        deed: config?.deed,
        open: config?.open,
        kind: url.includes('/:id') ? kinds.find(({ kind }) => kind.plural === plural)?.kind.name : undefined,
        body: minimal(described?.requestBody?.content?.['application/json']?.schema),
      };
    }),
  );
}

/** Of every role one whom most records concern and one whom the fewest do; and everybody. */
async function walkersOf(
  { accounts }: Awaited<ReturnType<House['programme']>>,
  watched: readonly Watched[],
  places: House['pack']['places'],
): Promise<Walker[]> {
  const found: (Walker & { readonly concerned: number })[] = [];
  const organisations = new Map((await accounts.organisations.list()).map((one) => [one.id, one]));
  for (const { id, name, role, organisation } of await accounts.samples()) {
    const asker: Asker = {
      account: id,
      name,
      role,
      organisation,
      territory: organisations.get(organisation)?.territory ?? '',
    };
    const concerned = watched.filter(({ record }) => isConcerned(asker, record, places)).length;
    found.push({ asker, cookie: '', concerned });
  }
  const chosen = [...Map.groupBy(found, ({ asker }) => asker.role).values()].flatMap((ofRole) => {
    const sorted = ofRole.toSorted((a, b) => b.concerned - a.concerned);
    return [...new Set([...sorted.slice(0, 1), ...sorted.slice(-1)])];
  });
  const signedIn: Walker[] = [];
  for (const { asker } of chosen) {
    const { token } = await accounts.signIn.asSample(asker.account, { address: '192.0.2.1', client: 'test' });
    signedIn.push({ asker, cookie: `tidu=${token}` });
  }
  return [...signedIn, { asker: everybody, cookie: '' }];
}

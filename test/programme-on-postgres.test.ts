import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../apps/tidu/src/house.store.ts';
import { httpServer } from '../apps/tidu/src/http.server.ts';
import { findPostgres } from '../packages/programme/src/ground/loopback-postgres.cases.ts';
import { dropDatabase, emptyDatabase } from '../packages/programme/src/ground/server-of-the-run.cases.ts';

const now = () => new Date('2026-03-02T02:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'tidu-both-'));
const urls = new Set<string>();

interface Standing {
  readonly house: House;
  readonly server: Awaited<ReturnType<typeof httpServer>>;
  get(account: string, url: string): Promise<{ status: number; body: string }>;
}

async function standing(name: string, url?: string): Promise<Standing> {
  if (url) process.env.DATABASE_URL = url;
  else delete process.env.DATABASE_URL;
  const house = await openHouse({ data: join(folder, name), now });
  await house.programme();
  const server = await httpServer({
    house,
    webRoot: folder,
    sampleSignIn: true,
    onRoute: ({ method, url: address, config = {} }) => {
      if (method === 'GET' && ('deed' in config || 'open' in config)) urls.add(address);
    },
  });
  await server.ready();
  const cookies = new Map<string, string>();
  return {
    house,
    server,
    async get(account, address) {
      if (!cookies.has(account)) {
        const entered = await server.inject({
          method: 'POST',
          url: '/api/session/sample',
          payload: { account },
        });
        cookies.set(account, String(entered.headers['set-cookie']).split(';')[0] as string);
      }
      const headers = { cookie: cookies.get(account) as string };
      const { statusCode, body } = await server.inject({ url: address, headers });
      return { status: statusCode, body };
    },
  };
}

describe.skipIf(!findPostgres())('the programme on PostgreSQL', () => {
  let address: string;
  let embedded: Standing;
  let served: Standing;
  beforeAll(async () => {
    address = await emptyDatabase();
    embedded = await standing('embedded');
    served = await standing('served', address);
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    for (const one of [embedded, served]) {
      await one?.server.close();
      await one?.house.close();
    }
    await dropDatabase(address);
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes the same demonstration as in process', async () => {
    const states = async ({ house }: Standing) => {
      const { records, kinds, database } = await house.programme();
      const counts = kinds.map(async ({ kind: { name } }) => [name, await records.counts({ kind: name })]);
      return { store: database.kind, counts: Object.fromEntries(await Promise.all(counts)) };
    };
    const [inProcess, onServer] = [await states(embedded), await states(served)];
    expect([inProcess.store, onServer.store]).toEqual(['pglite', 'postgres']);
    expect(onServer.counts).toEqual(inProcess.counts);
  });

  it('answers every address as in process, whoever asks', async () => {
    const { records, kinds } = await embedded.house.programme();
    const addresses: string[] = [];
    for (const url of urls) {
      if (!url.includes(':')) addresses.push(url);
      const kind = kinds.find(({ kind: { plural } }) => url.startsWith(`/api/${plural}/:id`))?.kind.name;
      if (!kind || url.slice(url.indexOf(':id') + 3).includes(':')) continue;
      for (const { id } of (await records.list({ kind, limit: 2 })).records)
        addresses.push(url.replace(':id', id));
    }
    expect(addresses.length).toBeGreaterThan(100);
    const differing: string[] = [];
    for (const account of ['ministry', 'park-taiyuan']) {
      for (const address of addresses.filter((one) => !random.test(one))) {
        const [one, other] = [await embedded.get(account, address), await served.get(account, address)];
        if (one.status !== other.status || said(one.body) !== said(other.body)) {
          differing.push(`${address} as ${account}: ${one.status} ${other.status}`);
        }
      }
    }
    expect(differing).toEqual([]);
  });
});

/** Archives hold the moment at which they were packed. */
const said = (body: string): string => (body.startsWith('PK') ? 'an archive' : body);

/** Sessions and the key of each folder are random. */
const random = /^\/api\/(account|house-key|lists\/[^/]+\/signed)$/;

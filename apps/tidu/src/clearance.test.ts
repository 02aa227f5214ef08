import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterFault, importFile } from '@tidu/trade';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type House, openHouse } from './house.store.ts';
import { httpServer } from './http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-clearance-'));
const token = 'shown by a command on this machine';
const desk = { authorization: `Bearer ${token}` };
let house: House;
let open: FastifyInstance;
let own: FastifyInstance;

const declared = [
  '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币',
  '出口,202301,3401000001,0615,84713000,502,34019,700',
  '出口,202301,3401000002,0110,84713000,502,34019,bad',
].join('\n');
const question = '/api/query?by=mode&flow=export&period=2023-01';

beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  const file = join(folder, 'declared.csv');
  writeFileSync(file, declared);
  await importFile(house.store, house.pack, file);
  const webRoot = join(folder, 'no-page');
  open = await httpServer({ house, webRoot, token, openToPublic: true });
  own = await httpServer({ house, webRoot, token });
});
afterAll(async () => {
  await open?.close();
  await own?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});
const status = async (
  server: FastifyInstance,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  headers = {},
) => (await server.inject({ method, url, headers, ...(method === 'POST' && { payload: {} }) })).statusCode;

describe('a server that is open to the public', () => {
  it('tells nobody but the desk where a server stands that is down', async () => {
    const down = new ClusterFault('shard-down', 'shard 2 (node-2:9000) does not answer', 'start it');
    const asked = vi.spyOn(house, 'seenBy').mockImplementation(() => {
      throw down;
    });
    const [known, unknown] = await Promise.all(
      [desk, {}].map((headers) =>
        open.inject({ url: '/api/query?by=region&flow=total&period=2024', headers }),
      ),
    );
    asked.mockRestore();
    expect([known?.statusCode, unknown?.statusCode]).toEqual([503, 503]);
    expect(known?.body).toContain('node-2');
    expect(unknown?.body).not.toMatch(/node-2|shard/);
    expect(unknown?.json().code).toBe('not-available');
  });

  it('answers nobody but the desk from declarations', async () => {
    const refused = await open.inject({ url: question });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({
      code: 'confidential',
      remedy: expect.stringContaining('releases'),
    });
    for (const format of ['csv', 'xlsx', 'parquet']) {
      const file = question.replace('query?', `query.${format}?`);
      expect(await status(open, 'GET', file)).toBe(403);
      expect(await status(open, 'GET', `${file}&across=mode`)).toBe(403);
      expect(await status(open, 'GET', file, desk)).toBe(200);
    }
    expect(await status(open, 'GET', `${question}&across=mode`)).toBe(403);
    expect(await status(open, 'GET', `${question}&most=5`)).toBe(403);
    const told = await open.inject({ url: question, headers: desk });
    expect(told.json()).toMatchObject({ rows: [{ mode: '15', value: 700 }] });
  });

  it('answers everybody from what the customs publish', async () => {
    expect(await status(open, 'GET', '/api/query?by=region&flow=total&period=2024')).toBe(200);
    expect(await status(open, 'GET', '/api/figures/region-shares?period=2024')).toBe(200);
  });

  it('names neither files nor rows of declarations', async () => {
    const loads = async (headers = {}) => (await open.inject({ url: '/api/loads', headers })).json().loads;
    expect(await loads()).toHaveLength(1);
    expect(await loads(desk)).toHaveLength(2);
    const rows = async (headers = {}) =>
      (await open.inject({ url: '/api/loads/2/quarantine', headers })).json().rows;
    expect(await rows()).toEqual([]);
    expect(await rows(desk)).toHaveLength(1);
    expect((await open.inject({ url: '/api/status' })).json()).toMatchObject({
      clearance: 'public',
      answers: { processing: false },
    });
  });

  it.each([
    ['GET', '/api/inbox'],
    ['POST', '/api/inbox'],
    ['POST', '/api/concordances'],
    ['POST', '/api/inbox/x/preview'],
    ['POST', '/api/inbox/x/load'],
    ['DELETE', '/api/inbox/x'],
    ['POST', '/api/loads/2/withdrawal'],
    ['GET', '/api/loads/2/quarantine.xlsx'],
    ['GET', '/api/desk/releases'],
    ['POST', '/api/desk/releases'],
    ['GET', '/api/desk/releases/R1'],
    ['GET', '/api/desk/releases/R1/certificate'],
    ['GET', '/api/desk/releases/R1/derived?measure=share'],
    ['POST', '/api/desk/releases/R1/publication'],
    ['POST', '/api/desk/releases/R1/withdrawal'],
    ['DELETE', '/api/desk/releases/R1'],
    ['POST', '/api/views'],
    ['PATCH', '/api/views/regions'],
    ['DELETE', '/api/views/regions'],
    ['GET', '/api/quality/run'],
    ['POST', '/api/quality/run'],
    ['POST', '/api/quality/1/decision'],
  ] as const)('keeps %s %s to the desk', async (method, url) => {
    const payload = {
      reason: 'x',
      verdict: 'explained',
      note: 'x',
      by: 'x',
      title: { zh: '表', en: 'x' },
      flow: 'export',
      period: '2023-01',
      name: { zh: '表', en: 'x' },
      state: {},
      question: { period: '2024' },
    };
    const refused = await open.inject({ method, url, ...(/^P/.test(method) && { payload }) });
    expect(refused.statusCode).toBe(403);
    expect(refused.json().code).toBe('not-allowed');
  });

  it('lists to everybody the views that rest on what is published, and no others', async () => {
    const save = async (en: string, asked: object) => {
      const payload = { name: { zh: en, en }, state: { by: 'mode' }, question: asked };
      return (await open.inject({ method: 'POST', url: '/api/views', headers: desk, payload })).json();
    };
    const secret = await save('secret', { by: 'mode', flow: 'export', period: '2023-01' });
    const open_ = await save('open', { by: ['region', 'month'], across: 'month', period: '2024' });
    expect([secret.published, open_.published]).toEqual([false, true]);
    const names = async (headers = {}) =>
      (await open.inject({ url: '/api/views', headers })).json().views.map((view: { id: string }) => view.id);
    expect(await names(desk)).toEqual(expect.arrayContaining([secret.id, open_.id, 'regions']));
    expect(await names()).toEqual(expect.arrayContaining([open_.id, 'regions']));
    expect(await names()).not.toContain(secret.id);
    expect(await status(open, 'GET', `/api/views/${secret.id}`)).toBe(404);
    expect(await status(open, 'GET', `/api/views/${secret.id}`, desk)).toBe(200);
    expect(await status(open, 'GET', `/api/views/${open_.id}`)).toBe(200);
  });

  it('tells of declarations what was released, and of a release nothing before it is published', async () => {
    const made = await open.inject({
      method: 'POST',
      url: '/api/desk/releases',
      headers: desk,
      payload: {
        title: { zh: '出口', en: 'Exports' },
        flow: 'export',
        period: '2023-01',
        place: 'country',
        commodity: 'all',
      },
    });
    expect(made.json()).toMatchObject({
      id: 'R1',
      status: 'draft',
      cells: [{ value: null, suppressed: 'primary' }],
    });
    expect(await status(open, 'GET', '/api/releases/R1')).toBe(404);
    for (const face of ['cells.csv', 'derived?measure=share', 'derived.csv?measure=lq']) {
      expect(await status(open, 'GET', `/api/releases/R1/${face}`)).toBe(404);
    }
    expect(await status(open, 'GET', '/api/sdmx/data/R1')).toBe(404);
    expect((await open.inject({ url: '/api/releases' })).json()).toEqual({ releases: [] });
    const published = await open.inject({
      method: 'POST',
      url: '/api/desk/releases/R1/publication',
      headers: desk,
      payload: {},
    });
    expect(published.json()).toMatchObject({ id: 'R1', status: 'published' });
    const told = (await open.inject({ url: '/api/releases/R1' })).json();
    expect(told.cells).toEqual([
      { key: ['100000', 'all', 'all', '2023-01'], value: null, suppressed: 'primary' },
    ]);
    expect(told).not.toHaveProperty('policy');
    const rows = (await open.inject({ url: '/api/releases/R1/cells.csv' })).body;
    expect(rows).toContain('100000,all,all,2023-01,,CNY,C');
    const derived = (await open.inject({ url: '/api/releases/R1/derived?measure=share' })).json();
    expect(derived.cells).toEqual(told.cells);
    const sheet = (await open.inject({ url: '/api/releases/R1/derived.csv?measure=lq' })).body;
    expect(sheet).toContain('100000,all,all,2023-01,,ratio,C');
    const exchanged = (await open.inject({ url: '/api/sdmx/data/R1' })).body;
    expect(JSON.stringify(told) + rows + sheet + exchanged).not.toContain('700');
  });

  it('tells nobody but the desk what is odd in declarations, nor who decided what', async () => {
    await house.quality.run({});
    const findings = async (headers = {}) =>
      (await open.inject({ url: '/api/quality?limit=500', headers })).json().findings;
    const all = await findings(desk);
    const declared = all.find(({ about }: { about: { shape: string } }) => about.shape.includes('company'));
    expect(declared).toMatchObject({ check: 'completeness', reason: 'quarantine' });
    expect(JSON.stringify(await findings())).not.toContain('company');
    expect(await status(open, 'GET', `/api/quality/${declared.id}`)).toBe(404);
    expect(await status(open, 'GET', `/api/quality/${declared.id}`, desk)).toBe(200);
    expect((await open.inject({ url: '/api/quality/sources' })).body).not.toContain('company');

    const { id } = all.find(({ check }: { check: string }) => check === 'balance');
    const decided = await open.inject({
      method: 'POST',
      url: `/api/quality/${id}/decision`,
      headers: desk,
      payload: { verdict: 'explained', note: 'only the desk reads this', by: 'Li' },
    });
    expect(decided.json()).toMatchObject({ state: 'decided', decisions: [{ by: 'Li' }] });
    const told = await open.inject({ url: `/api/quality/${id}` });
    expect(told.json()).toMatchObject({ state: 'decided', verdict: 'explained' });
    expect(told.body).not.toContain('only the desk');
    expect(told.json().decisions[0]).not.toHaveProperty('by');
  });

  it('takes no wrong token for the right one', async () => {
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, token, 'Bearer undefined']) {
      expect(await status(open, 'GET', '/api/inbox', { authorization })).toBe(403);
    }
    expect(await status(open, 'GET', '/api/inbox', desk)).toBe(200);
  });
});

describe('a server on its own machine', () => {
  it('is the desk, but changes nothing at the bidding of another site', async () => {
    expect(await status(own, 'GET', '/api/inbox')).toBe(200);
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      expect(await status(own, 'POST', '/api/loads/2/withdrawal', headers)).toBe(403);
      expect(await status(own, 'DELETE', '/api/inbox/x', headers)).toBe(403);
    }
    const here = { origin: 'http://localhost:4600', host: 'localhost:4600', 'sec-fetch-site': 'same-origin' };
    expect(await status(own, 'DELETE', '/api/inbox/x', here)).toBe(404);
  });
});

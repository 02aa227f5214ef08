import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { importFile } from '@tidu/trade';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, packRoot } from './house.store.ts';
import { httpServer } from './http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-http-'));
const token = 'shown by a command on this machine';
let house: House;
let server: FastifyInstance;

/** An export by trade mode, as the query site gives it: two modes, two places, one month of 2023. */
const byMode = [
  '数据年月,商品编码,贸易方式编码,注册地编码,人民币',
  '202301,84713090,14,31,"1,000"',
  '202301,84713090,10,31,3000',
  '202301,84713090,15,42,500',
].join('\n');

beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  const file = join(folder, 'modes.csv');
  writeFileSync(file, byMode);
  await importFile(house.store, house.pack, file, { flow: 'export' });
  server = await httpServer({ house, webRoot: join(folder, 'no-page'), token });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers });
const json = async (url: string) => {
  const answer = await get(url);
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200);
  return answer.json();
};
const problem = async (url: string) => {
  const { statusCode, headers, body } = await get(url);
  expect(headers['content-type'], url).toContain('application/problem+json');
  return { status: statusCode, ...JSON.parse(body) };
};

describe('the API answers', () => {
  it('what is loaded and what it can tell', async () => {
    expect(await json('/api/status')).toMatchObject({
      pack: { id: 'cn', name: { zh: expect.any(String), en: expect.any(String) } },
      months: { first: '2023-01', last: '2025-06' },
      loads: 2,
      synthetic: false,
      answers: { processing: true, commodity: true, partner: false },
    });
  });

  it('the places of a level, and whether the customs publish a figure for each', async () => {
    const { places } = await json('/api/places?level=prefecture,county');
    const published = (code: string) =>
      places.find((place: { code: string }) => place.code === code)?.published;
    expect(published('610100')).toBe(true);
    expect(published('511400')).toBe(false);
    expect(published('419001')).toBe(false);
    expect(places.some((place: { level: string }) => place.level === 'province')).toBe(false);
  });

  it('the programme: thirteen parks, one of them with its sources, and agglomerations', async () => {
    const { parks } = await json('/api/parks');
    expect(parks).toHaveLength(13);
    const { park, place, sources } = await json('/api/parks/jiyuan');
    expect(place).toMatchObject({ code: '419001', published: false });
    expect(park.place).toBe('419001');
    expect(Object.keys(sources).length).toBeGreaterThan(0);
    expect((await json('/api/agglomerations')).agglomerations.length).toBeGreaterThan(1);
    expect((await json('/api/sources')).sources.length).toBeGreaterThan(1);
  });

  it.each([
    ['trade-modes', 19],
    ['supervision-modes', 50],
    ['partners', 200],
    ['units', 19],
    ['commodities?level=chapter', 90],
    ['commodities?level=heading', 1000],
  ])('the code list %s', async (list, atLeast) => {
    expect((await json(`/api/codes/${list}`)).records.length).toBeGreaterThan(atLeast);
  });

  it('the figures that can be asked for, one of them, and its receipt which verifies', async () => {
    const { figures } = await json('/api/figures');
    expect(figures.map((one: { name: string }) => one.name)).toContain('region-shares');
    const { figure, receipt } = await json('/api/figures/region-shares?period=2024');
    expect(figure.values.east).toBeCloseTo(79.7, 1);
    const verdict = await server.inject({ method: 'POST', url: '/api/verify', payload: receipt });
    expect(verdict.json()).toEqual({ same: true, differences: [] });
    receipt.result.values.east = 80;
    const forged = await server.inject({ method: 'POST', url: '/api/verify', payload: receipt });
    expect(forged.json().same).toBe(false);
  });

  it('a question, with the loads it rests on', async () => {
    const answer = await json('/api/query?by=region&period=2024&flow=export&where.region=west,central');
    expect(answer.columns).toEqual(['region', 'value']);
    expect(answer.rows.map((row: { region: string }) => row.region).sort()).toEqual(['central', 'west']);
    expect(answer.loads).toEqual([
      expect.objectContaining({ file: 'gacc-by-location.csv', synthetic: false }),
    ]);
    expect(answer.notes).toContain('registration-not-production');
  });

  it('a question about processing trade from data that have the trade mode', async () => {
    const { rows } = await json('/api/query?by=province&period=2023-01&flow=export&where.processing=true');
    expect(rows).toEqual([
      { province: '310000', value: 1000 },
      { province: '420000', value: 500 },
    ]);
  });

  it('the loads and the quarantine of one', async () => {
    const { loads } = await json('/api/loads');
    expect(loads.map((load: { file: string }) => load.file)).toEqual(['gacc-by-location.csv', 'modes.csv']);
    expect(await json(`/api/loads/${loads[0].id}/quarantine`)).toEqual({ rows: [] });
  });
});

describe('the API refuses, with code and remedy', () => {
  it.each([
    ['/api/query?by=region&period=2024&where.processing=true', 422, 'no-trade-mode'],
    ['/api/query?by=region&period=2019', 422, 'not-loaded'],
    ['/api/query?by=region&period=yesterday', 422, 'period-not-understood'],
    ['/api/query?by=colour&period=2024', 422, 'not-understood'],
    ['/api/query?by=region&period=2024&where.colour=red', 422, 'not-understood'],
    ['/api/query?by=region', 400, 'not-understood'],
    ['/api/query?by=region&period=2024&flow=sideways', 400, 'not-understood'],
    ['/api/query?by=region&period=2024&measure=weight', 422, 'not-understood'],
    ['/api/query.csv?by=region&period=2024&lang=fr', 400, 'not-understood'],
    ['/api/query.xlsx?by=region&period=2019', 422, 'not-loaded'],
    ['/api/figures/no-such?period=2024', 404, 'figure-unknown'],
    ['/api/figures/region-shares?period=2024&colour=red', 422, 'parameter-unknown'],
    ['/api/figures/region-shares', 400, 'not-understood'],
    ['/api/parks/nowhere', 404, 'not-found'],
    ['/api/codes/no-such', 400, 'not-understood'],
    ['/api/map/no-such', 400, 'not-understood'],
    ['/api/loads/abc/quarantine', 400, 'not-understood'],
    ['/api/nothing', 404, 'not-found'],
  ])('%s', async (url, status, code) => {
    const told = await problem(url);
    expect(told, url).toMatchObject({ status, code, title: code });
    expect(told.detail.length, url).toBeGreaterThan(10);
    expect(told.remedy?.length, url).toBeGreaterThan(10);
    expect(JSON.stringify(told)).not.toMatch(/\.ts:\d|node_modules/);
  });

  it('an attempt to write SQL into a question finds nothing and breaks nothing', async () => {
    const attempt = encodeURIComponent("310000') OR 1=1; DROP TABLE facts; --");
    const answer = await get(`/api/query?by=province&period=2024&where.province=${attempt}`);
    expect(answer.statusCode === 422 || answer.json().rows.length === 0).toBe(true);
    expect((await json('/api/status')).facts).toBeGreaterThan(1000);
  });

  it('a receipt that is none, and a body that is no JSON', async () => {
    const none = await server.inject({ method: 'POST', url: '/api/verify', payload: { receipt: 7 } });
    expect([none.statusCode, none.json().code]).toEqual([422, 'receipt-not-understood']);
    const headers = { 'content-type': 'application/json' };
    const torn = await server.inject({ method: 'POST', url: '/api/verify', headers, payload: '{' });
    expect(torn.statusCode).toBe(400);
    expect(torn.headers['content-type']).toContain('application/problem+json');
  });

  it('an import from anybody but a command on this machine', async () => {
    const order = { path: join(folder, 'modes.csv') };
    for (const authorization of ['', 'Bearer ', 'Bearer guess', `Basic ${token}`]) {
      const answer = await server.inject({
        method: 'POST',
        url: '/api/loads',
        headers: { authorization },
        payload: order,
      });
      expect([answer.statusCode, answer.json().code], authorization).toEqual([403, 'not-allowed']);
    }
    const allowed = await server.inject({
      method: 'POST',
      url: '/api/loads',
      headers: { authorization: `Bearer ${token}` },
      payload: { ...order, flow: 'export', dryRun: true },
    });
    expect(allowed.statusCode).toBe(200);
  });
});

describe('downloads', () => {
  const asked = 'by=province&period=2024&flow=export';

  it('are CSV with a byte order mark and CRLF, names beside codes', async () => {
    const { headers, body } = await get(`/api/query.csv?${asked}&lang=zh`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('.csv"');
    expect(body.startsWith('\uFEFF')).toBe(true);
    const lines = body.slice(1).split('\r\n');
    expect(lines).toHaveLength(1 + 31 + 1);
    expect(lines.find((line) => line.startsWith('610000,'))).toMatch(/^610000,陕西省?,\d+$/);
  });

  it('are workbooks that read back the same, with what they rest on beside', async () => {
    const answer = await get(`/api/query.xlsx?${asked}&lang=zh`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    const [sheet, about] = book.worksheets;
    expect(sheet?.rowCount).toBe(32);
    const csv = (await get(`/api/query.csv?${asked}&lang=zh`)).body.slice(1).split('\r\n');
    const row = (i: number) => [1, 2, 3].map((column) => sheet?.getCell(i, column).text).join(',');
    for (const i of [1, 2, 20, 32]) expect(row(i)).toBe(csv[i - 1]);
    expect(JSON.stringify(about?.getSheetValues())).toContain('gacc-by-location.csv');
  });
});

describe('the wire', () => {
  it('carries the headers that keep a page to itself', async () => {
    const { headers } = await get('/api/status');
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it.each(['provinces', 'prefectures', 'inset'])('sends the map layer %s once', async (layer) => {
    const first = await get(`/api/map/${layer}`, { 'accept-encoding': 'br' });
    expect(first.headers['content-encoding']).toBe('br');
    const plain = readFileSync(join(packRoot, 'map', `${layer}.json`));
    expect(brotliDecompressSync(first.rawPayload).equals(plain)).toBe(true);
    const again = await get(`/api/map/${layer}`, { 'if-none-match': first.headers.etag as string });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('says how to build the page where there is none', async () => {
    const { statusCode, body } = await get('/parks/nanning');
    expect([statusCode, body]).toEqual([200, expect.stringContaining('npm start')]);
  });

  it('describes itself as the client was generated; `npm run -w apps/web types` generates it anew', async () => {
    const document = `${JSON.stringify(await json('/api/openapi.json'), null, 1)}\n`;
    await expect(document).toMatchFileSnapshot('../../web/src/api/openapi.gen.json');
  });
});

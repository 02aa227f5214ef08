import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.store.ts';
import { httpServer } from '../http.server.ts';

let house: House;
let server: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'tidu-guidance-'));
beforeAll(async () => {
  house = await openHouse({ data: folder, begin: 'own' });
  server = await httpServer({ house, webRoot: join(folder, 'no-page') });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const json = async (url: string, payload?: object) => {
  const response = await server.inject(payload ? { method: 'POST', url, payload } : { url });
  return { status: response.statusCode, body: response.json() };
};

describe('guidance over HTTP', () => {
  it('tells what it rests on: the official figures by city, which tell neither goods nor trade mode', async () => {
    const { status, body } = await json('/api/guidance/known');
    expect(status).toBe(200);
    expect(body.result.trade).toMatchObject({
      measured: 'all',
      periods: ['2024-01..2024-06', '2025-01..2025-06'],
      synthetic: false,
    });
    expect(body.result.groups.map(({ id }: { id: string }) => id)).toEqual(['all']);
    expect(body.result.parks).toHaveLength(13);
  });

  it('has a receipt that comes out again, and tells a forged one', async () => {
    const { body } = await json('/api/guidance/known');
    expect((await json('/api/verify', body.receipt)).body).toEqual({ same: true, differences: [] });
    const forged = { ...body.receipt, resultSha256: '0'.repeat(64) };
    const { body: verdict } = await json('/api/verify', forged);
    expect(verdict.same).toBe(false);
    expect(verdict.differences.join()).toContain('altered');
  });

  it('reckons once what rests on the same', async () => {
    const [one, other] = await Promise.all([json('/api/guidance/flows'), json('/api/guidance/flows')]);
    expect(one.body.receipt.sha256).toBe(other.body.receipt.sha256);
  });

  it('writes the bulletin of a month for a park and for the ministry, and says which month it could', async () => {
    for (const url of [
      '/api/guidance/bulletin.docx',
      '/api/guidance/parks/taiyuan/bulletin.docx?month=2025-06',
    ]) {
      const { statusCode, headers, rawPayload } = await server.inject({ url });
      expect(statusCode).toBe(200);
      expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
        '月度通报（2025年6月）.docx',
      );
      expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
    }
    const { status, body } = await json('/api/guidance/bulletin.docx?month=2031-01');
    expect(status).toBe(422);
    expect(body.remedy).toContain('2025-06');
  });

  it('plans what goes where, with a receipt that comes out again, and says what to mend of a scenario', async () => {
    const { status, body } = await json('/api/guidance/plan', { least: 0.2 });
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ status: 'planned', synthetic: false });
    expect((await json('/api/verify', body.receipt)).body.same).toBe(true);
    const nowhere = await json('/api/guidance/plan', { excluded: [{ park: 'atlantis' }] });
    expect(nowhere.status).toBe(422);
    expect(JSON.stringify(nowhere.body)).toContain('atlantis');
  });

  it('knows no guidance of another name', async () => {
    expect((await json('/api/guidance/weather')).status).toBe(404);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsOfWorkbook } from '@tidu/documents';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../../house.store.ts';
import { httpServer } from '../../http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-comparison-'));
let house: House;
let server: FastifyInstance;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse({ data: folder, now: () => new Date('2026-06-01T02:00:00Z') });
  server = await httpServer({ house, webRoot: join(folder, 'no-page'), openToPublic: true });
  const { accounts } = await house.programme();
  for (const id of [
    'company-1',
    'company-2',
    'park-taiyuan',
    'park-meishan',
    'ministry',
    'province-140000',
  ]) {
    const { token } = await accounts.signIn.asSample(id, { address: '192.0.2.1', client: 'test' });
    cookies[id] = `tidu=${token}`;
  }
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, as = '') {
  const answer = await server.inject({
    method,
    url: `/api/${url}`,
    ...(payload && { payload }),
    headers: cookies[as] ? { cookie: cookies[as] } : {},
  });
  return { status: answer.statusCode, text: answer.body, ...answer.json() };
}
const profile = async () => (await ask('GET', 'comparison')).profiles[0].plan;

describe('a comparison', () => {
  it('sets the thirteen parks beside each other for a profile, for anybody', async () => {
    const plan = await profile();
    const { status, places, figures } = await ask('POST', 'comparison', { plan });
    expect(status).toBe(200);
    expect(places).toHaveLength(13);
    // Every figure says whence it is, and how sure.
    for (const { source, sure } of figures) expect(source === undefined).toBe(sure === 'own');
  });

  it('of an empty plan says what is missing and makes up nothing', async () => {
    const { status, places } = await ask('POST', 'comparison', { plan: {} });
    expect(status).toBe(200);
    const labour = places[0].items.find(({ item }: { item: string }) => item === 'labour');
    expect(labour).not.toHaveProperty('npv');
    expect(labour.missing[0].field).toBe('jobs');
  });

  it('names what of a plan it does not understand, and parks that there are not', async () => {
    const wrong = await ask('POST', 'comparison', { plan: { powerKwh: -1 } });
    expect([wrong.status, wrong.detail]).toEqual([400, expect.stringContaining('powerKwh')]);
    const elsewhere = await ask('POST', 'comparison', { plan: {}, parks: ['atlantis'] });
    expect([elsewhere.status, elsewhere.code]).toEqual([422, 'not-understood']);
  });

  it('gives the way to each benefit, of the same amount as it counts', async () => {
    const plan = await profile();
    const { places } = await ask('POST', 'comparison', { plan });
    const { park, measures } = places.find(({ code }: { code: string }) => code === '511400');
    const { outcomes } = await ask('POST', 'comparison/reasons', { plan, park });
    const totals = (some: { measure: string; total?: number }[]) =>
      some.map(({ measure, total }) => [measure, total]);
    expect(totals(outcomes)).toEqual(totals(measures));
    expect(outcomes.some(({ reasons }: { reasons: object[] }) => reasons.length > 0)).toBe(true);
  });
});

describe('a plan of a company', () => {
  it('is kept half filled, and refused where it is not understood', async () => {
    const content = { title: '新方案', owner: 'org-company-1', plan: { powerKwh: 5000 } };
    const kept = await ask('POST', 'company-plans', content, 'company-1');
    expect([kept.status, kept.content.plan]).toEqual([201, { powerKwh: 5000 }]);
    const wrong = await ask('POST', 'company-plans', { ...content, plan: { power: 5 } }, 'company-1');
    expect([wrong.status, JSON.stringify(wrong.fields)]).toEqual([
      422,
      expect.stringContaining('content.plan'),
    ]);
    for (const other of ['company-2', 'ministry', 'park-taiyuan'])
      expect((await ask('GET', `company-plans/${kept.id}`, undefined, other)).status).toBe(404);
  });
});

describe('an intent', () => {
  const told = { industry: '通信设备', message: '拟租厂房' };
  const sending = { company: 'org-company-1', told, answerBy: '2026-07-01' };
  const taiyuan = { park: 'org-park-taiyuan', place: '140100' };

  it('tells the park what was told, and nothing of who and what else', async () => {
    const plan = await readyPlan();
    const sent = await ask('POST', 'intents', { ...sending, ...taiyuan, plan }, 'company-1');
    expect(sent.status).toBe(201);
    const atPark = await ask('GET', `intents/${sent.id}`, undefined, 'park-taiyuan');
    expect(atPark.content.told).toMatchObject(told);
    for (const seen of [
      atPark,
      await ask('GET', 'intents', undefined, 'park-taiyuan'),
      await ask('GET', `intents/${sent.id}/versions`, undefined, 'park-taiyuan'),
      await ask('GET', 'work/queue', undefined, 'park-taiyuan'),
      await ask('GET', `records/${sent.id}/comments`, undefined, 'park-taiyuan'),
    ])
      expect(seen.text).not.toMatch(/company-1|企业1经办|99000001/);
    // Nor by asking for a company's, or by talking beside it.
    const asked = await ask('GET', 'intents?organisation=org-company-2', undefined, 'park-taiyuan');
    expect(asked.records.map(({ id }: { id: string }) => id)).toContain(sent.id);
    const said = await ask('POST', `records/${sent.id}/comments`, { text: '您是？' }, 'park-taiyuan');
    expect(said.status).toBe(403);
    expect((await ask('GET', `intents/${sent.id}`, undefined, 'park-meishan')).status).toBe(404);
    expect((await ask('GET', `intents/${sent.id}`, undefined, 'ministry')).status).toBe(404);
  });

  it('goes to a park once, of a plan that is ready and one’s own', async () => {
    const plan = await readyPlan();
    const content = { ...sending, ...taiyuan, plan };
    await ask('POST', 'intents', content, 'company-1');
    const reasons = await Promise.all(
      [content, { ...content, place: '511400' }, { ...content, park: 'org-ministry' }].map(
        async (one) => (await ask('POST', 'intents', one, 'company-1')).fields?.[0]?.field,
      ),
    );
    expect(reasons).toEqual(['content.park', 'content.place', 'content.park']);
    const others = await ask('POST', 'intents', { ...content, company: 'org-company-2' }, 'company-2');
    expect(others.status).toBe(422);
  });

  async function readyPlan(): Promise<string> {
    const content = { title: '方案', owner: 'org-company-1', plan: { powerKwh: 99000001 } };
    const { id, version } = await ask('POST', 'company-plans', content, 'company-1');
    await ask('POST', `company-plans/${id}/acts/finish`, { version }, 'company-1');
    return id;
  }
});

describe('an offer sheet', () => {
  const file = (url: string, as = '') =>
    server.inject({ url: `/api/${url}`, headers: cookies[as] ? { cookie: cookies[as] } : {} });
  /** Few parks, so that nobody waits. */
  const few = 'parks=taiyuan,meishan';
  let offer = '';
  let kept: { id: string; version: number; content: object };
  beforeAll(async () => {
    const content = { title: '内迁方案', owner: 'org-company-1', plan: await profile() };
    kept = await ask('POST', 'company-plans', content, 'company-1');
    offer = `company-plans/${kept.id}/offer/taiyuan`;
  });
  const receiptNow = async (): Promise<string> => {
    const { rawPayload } = await file(`${offer}.xlsx?${few}`, 'company-1');
    return (await rowsOfWorkbook(rawPayload)).find(([label]) => label === '凭据')?.[1] as string;
  };

  it('comes as PDF and as a workbook to the company, in both languages', async () => {
    const pdf = await file(`${offer}.pdf?${few}&language=en`, 'company-1');
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers['cache-control']).toBe('private, no-store');
    const book = await file(`${offer}.xlsx?${few}`, 'company-1');
    expect(decodeURIComponent(String(book.headers['content-disposition']))).toContain(
      '园区落户测算单-太原市.xlsx',
    );
    expect(JSON.stringify(await rowsOfWorkbook(book.rawPayload))).toContain('方案“内迁方案”第1版');
  });

  it('is there for nobody else: another company, the park, the ministry, the public', async () => {
    for (const other of ['company-2', 'park-taiyuan', 'park-meishan', 'ministry', ''])
      for (const format of ['pdf', 'xlsx']) {
        const { statusCode } = await file(`${offer}.${format}?${few}`, other);
        expect([other, statusCode]).toEqual([other, 404]);
      }
  });

  it('is had again by its receipt, to the byte, when the plan has moved on', async () => {
    const receipt = await receiptNow();
    expect(receipt).toMatch(/^1-2026-06-01-[0-9a-f]{64}$/);
    const again = `${offer}.pdf?${few}&receipt=${receipt}`;
    const before = await file(again, 'company-1');
    const { id, version, content } = kept;
    const edited = { version, content: { ...content, plan: { powerKwh: 5 } } };
    expect((await ask('PUT', `company-plans/${id}`, edited, 'company-1')).status).toBe(200);
    expect(await receiptNow()).toMatch(/^2-/);
    const after = await file(again, 'company-1');
    expect(after.statusCode).toBe(200);
    expect(after.rawPayload.equals(before.rawPayload)).toBe(true);
  });

  it('is refused by a receipt from which it cannot be had again, with what to do', async () => {
    const receipt = await receiptNow();
    const others = await file(`${offer}.pdf?parks=jingzhou&receipt=${receipt}`, 'company-1');
    expect([others.statusCode, others.json().code]).toEqual([409, 'not-current']);
    expect(others.json().remedy).toContain('leave the receipt out');
    const never = await file(`${offer}.pdf?receipt=${receipt.replace(/^\d+/, '77')}`, 'company-1');
    expect(never.statusCode).toBe(404);
  });

  it('names parks that there are where it is asked for another', async () => {
    const { statusCode, json } = await file(`${offer.replace('taiyuan', 'atlantis')}.pdf`, 'company-1');
    expect([statusCode, json().remedy]).toEqual([422, expect.stringContaining('taiyuan')]);
  });
});

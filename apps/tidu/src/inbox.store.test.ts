import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './house.store.ts';
import { httpServer } from './http.server.ts';
import { Inbox, type Upload } from './inbox.store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-inbox-'));
let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  server = await httpServer({ house, webRoot: join(folder, 'no-page') });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const csv = '数据年月,商品编码,注册地编码,人民币\n202301,84713090,31,1000\n202302,84713090,31,viel\n';
async function handIn(files: Record<string, string>): Promise<Upload[]> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append('files', new File([text], name));
  const request = new Request('http://x/', { method: 'POST', body: form });
  const answer = await server.inject({
    method: 'POST',
    url: '/api/inbox',
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().uploads;
}
const post = (url: string, payload: object) => server.inject({ method: 'POST', url, payload });
async function settled(id: string): Promise<Upload> {
  for (;;) {
    const { uploads } = (await server.inject({ url: '/api/inbox' })).json() as { uploads: Upload[] };
    const upload = uploads.find((one) => one.id === id);
    if (upload && upload.state !== 'reading') return upload;
    await setTimeout(20);
  }
}

it('takes a file in: handed in, looked at, told what it lacks, loaded', async () => {
  const [upload] = await handIn({ '电脑.csv': csv });
  expect(upload).toMatchObject({
    name: '电脑.csv',
    state: 'received',
    recognised: { format: 'query-export', needs: ['flow'] },
  });
  const at = `/api/inbox/${upload?.id}`;
  expect((await post(`${at}/preview`, {})).json()).toMatchObject({ code: 'no-flow' });
  const preview = (await post(`${at}/preview`, { flow: 'export' })).json();
  expect(preview).toMatchObject({ status: 'dry-run', rows: { loaded: 1, quarantined: 1 } });
  expect(preview.first[0]).toMatchObject({ place: '310000', value: 1000 });
  expect((await post(`${at}/load`, { flow: 'export' })).json()).toMatchObject({ state: 'reading' });
  const done = await settled(upload?.id ?? '');
  expect(done).toMatchObject({ state: 'done', summary: { status: 'loaded', rows: { loaded: 1 } } });
  expect((await post(`${at}/load`, { flow: 'export' })).json()).toMatchObject({ code: 'contradiction' });
  expect(existsSync(join(folder, 'data/inbox', upload?.id ?? ''))).toBe(false);
  const load = done.summary?.load;
  const workbook = await server.inject({ url: `/api/loads/${load}/quarantine.xlsx` });
  expect(workbook.statusCode).toBe(200);
  const withdrawn = await post(`/api/loads/${load}/withdrawal`, { reason: 'a trial' });
  expect(withdrawn.json()).toMatchObject({ withdraws: load, takenBack: 1, restored: 0 });
});

it('says of each file why it is none, and keeps the others', async () => {
  const uploads = await handIn({ 'a.csv': 'x,y\n1,2\n', 'b-export.csv': csv, 'c.csv': '' });
  expect(uploads.map(({ state, problem }) => [state, problem?.code])).toEqual([
    ['refused', 'not-recognised'],
    ['received', undefined],
    ['refused', 'encoding'],
  ]);
  for (const { id } of uploads) {
    expect((await server.inject({ method: 'DELETE', url: `/api/inbox/${id}` })).statusCode).toBe(204);
  }
  expect(readdirSync(join(folder, 'data/inbox'))).toEqual([]);
});

it('loses no file by a restart, and trusts no name', async () => {
  const [upload] = await handIn({ '../../evil-import.csv': csv });
  expect(upload?.name).toBe('evil-import.csv');
  const again = new Inbox(join(folder, 'data/inbox'), {
    preview: () => Promise.reject(new Error('not asked')),
    take: () => Promise.reject(new Error('not asked')),
  });
  expect(await again.list()).toMatchObject([{ name: 'evil-import.csv', state: 'received' }]);
});

it('takes an upload that broke off for none, and the same file again for known', async () => {
  const broken = join(folder, 'data/inbox/broken');
  mkdirSync(broken, { recursive: true });
  writeFileSync(join(broken, 'half-export.csv.unfinished'), csv.slice(0, 40));
  const again = new Inbox(join(folder, 'data/inbox'), {
    preview: () => Promise.reject(new Error('not asked')),
    take: () => Promise.reject(new Error('not asked')),
  });
  expect((await again.list()).map(({ name }) => name)).not.toContain('half-export.csv');
  expect(existsSync(broken)).toBe(false);
  const statuses: unknown[] = [];
  for (const name of ['once-export.csv', 'twice-export.csv']) {
    const [upload] = await handIn({ [name]: csv.replace('1000', '1001') });
    await post(`/api/inbox/${upload?.id}/load`, { flow: 'export' });
    statuses.push((await settled(upload?.id ?? '')).summary?.status);
  }
  expect(statuses).toEqual(['loaded', 'unchanged']);
});

it('refuses what is no form', async () => {
  writeFileSync(join(folder, 'x'), 'x');
  expect((await post('/api/inbox', {})).statusCode).toBe(422);
});

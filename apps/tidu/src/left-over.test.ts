import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '@tidu/trade';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Concordances } from './concordances.store.ts';
import { type House, openHouse } from './house.store.ts';
import { httpServer } from './http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-editions-'));
const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  const columns = '数据年月,商品编码,商品名称,人民币';
  for (const [month, rows] of [
    ['202112', ['85171200,手机,1000', '85423110,处理器,100']],
    ['202201', ['85171300,智能手机,900', '85423110,处理器,110']],
  ] as const) {
    const path = file(`${month}出口.csv`, [columns, ...rows.map((row) => `${month},${row}`)]);
    await importFile(house.store, house.pack, path);
  }
  server = await httpServer({ house, webRoot: join(folder, 'no-page') });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const question = '/api/query?by=year,commodity&flow=export&period=2021-12..2022-01&edition=HS2022';

describe('the concordances of a data folder', () => {
  it('are known to a running server as soon as they are added, and replaced whole', async () => {
    const refused = await server.inject({ url: question });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'no-concordance',
      remedy: expect.stringContaining('tidu concordance add'),
    });
    expect((await server.inject({ url: '/api/status' })).json().answers.editions).toEqual([]);

    const added = new Concordances(join(folder, 'data', 'concordances'));
    await added.add(file('first.csv', ['HS 2022,HS 2017', '851713,851712']));
    await added.add(
      file('whole.csv', ['HS 2017,HS 2022', '851712,851713', '851712,851714', '854231,854231']),
    );
    expect(readdirSync(join(folder, 'data', 'concordances'))).toEqual(['HS2017-HS2022.json']);
    expect(added.list()).toMatchObject([{ file: 'whole.csv', from: 'HS2017', to: 'HS2022' }]);
    expect((await server.inject({ url: '/api/status' })).json().answers.editions).toEqual([
      'HS2017',
      'HS2022',
    ]);

    expect((await server.inject({ url: question })).json()).toMatchObject({
      rows: [
        { year: '2021', commodity: '854231', value: 100 },
        { year: '2022', commodity: '851713', value: 900 },
        { year: '2022', commodity: '854231', value: 110 },
      ],
      notConcorded: {
        value: 1000,
        share: 1000 / 2110,
        codes: 1,
        first: [{ code: '851712', from: 'HS2017', candidates: ['851713', '851714'] }],
      },
    });
  });

  it('are listed and taken in over HTTP, and a file that is none is refused with what to do', async () => {
    const post = async (name: string, text: string) => {
      const form = new FormData();
      form.append('file', new File([text], name));
      const request = new Request('http://tidu/', { method: 'POST', body: form });
      return server.inject({
        method: 'POST',
        url: '/api/concordances',
        payload: Buffer.from(await request.arrayBuffer()),
        headers: { 'content-type': request.headers.get('content-type') ?? '' },
      });
    };
    expect((await post('old.csv', 'HS 2012,HS 2017,Relationship\n854231,854231,1:1\n')).json()).toEqual({
      from: 'HS2012',
      to: 'HS2017',
      links: 1,
      otherwise: [],
    });
    const refused = await post('none.csv', 'a,b\n1,2\n');
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'not-recognised',
      remedy: expect.stringContaining('HS 2022'),
    });
    const { concordances } = (await server.inject({ url: '/api/concordances' })).json();
    expect(concordances).toMatchObject([
      { from: 'HS2012', to: 'HS2017', links: 1, file: 'old.csv' },
      { from: 'HS2017', to: 'HS2022', links: 3 },
    ]);
  });

  it('lose no amount from a table that is taken away', async () => {
    const csv = (await server.inject({ url: question.replace('query?', 'query.csv?') })).body;
    const amounts = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)));
    expect(csv).toContain('未能换算到HS2022');
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(2110);
  });

  it('are refused an edition that there is none of', async () => {
    const refused = await server.inject({ url: question.replace('HS2022', 'HS2023') });
    expect(refused.json()).toMatchObject({
      code: 'not-understood',
      remedy: expect.stringContaining('HS2022'),
    });
  });
});

describe('successive years to date', () => {
  it('give the month by which they differ, and say that it was reckoned', async () => {
    for (const [name, amount] of [
      ['2023年1-4月出口.csv', 400],
      ['2023年1-5月出口.csv', 510],
    ] as const) {
      const path = file(name, ['商品编码,商品名称,人民币', `85171300,智能手机,${amount}`]);
      await importFile(house.store, house.pack, path);
    }
    const ask = async (rest: string) =>
      (await server.inject({ url: `/api/query?flow=export&by=month,commodity${rest}` })).json();
    expect(await ask('&period=2023-05')).toMatchObject({
      rows: [{ month: '2023-05', commodity: '85171300', value: 110 }],
      reckoned: 'difference-of-years-to-date',
      notes: ['difference-of-years-to-date'],
    });
    expect(await ask('&period=2023-04')).toMatchObject({
      code: 'mixed-spans',
      detail: expect.stringContaining('2023-01..2023-03 is not loaded'),
    });
  });
});

describe('a question in both currencies', () => {
  it('sets the yuan and dollars of the same table side by side, in JSON and in what is taken away', async () => {
    const dollars = file('202201出口美元.csv', [
      '数据年月,商品编码,商品名称,美元',
      '202201,85171300,智能手机,150',
      '202201,26030000,铜矿,5',
    ]);
    await importFile(house.store, house.pack, dollars);
    const url = '/api/query?by=commodity&flow=export&period=2022-01&currency=both';
    expect((await server.inject({ url })).json()).toMatchObject({
      columns: ['commodity', 'valueCny', 'valueUsd', 'rate'],
      rows: [
        { commodity: '26030000', valueCny: null, valueUsd: 5, rate: null },
        { commodity: '85171300', valueCny: 900, valueUsd: 150, rate: 6 },
        { commodity: '85423110', valueCny: 110, valueUsd: null, rate: null },
      ],
      currencies: { onlyCny: 1, onlyUsd: 1 },
    });
    const csv = (await server.inject({ url: url.replace('query?', 'query.csv?') })).body;
    expect(csv).toContain('金额（元）,金额（美元）,折算率（元/美元）');
    expect(csv).toMatch(/85171300,[^,]*,900,150,6/);
  });
});

describe('the official figures in boundaries from before a merger', () => {
  it('count Jinan, which has taken Laiwu in, and are as ever in the boundaries of today', async () => {
    const ask = async (rest: string) =>
      (await server.inject({ url: `/api/query?by=prefecture&flow=export&period=2024${rest}` })).json();
    const published = await ask('');
    const before = await ask('&boundaries=2018-12');
    expect(before.unattributed).toMatchObject({
      codes: 1,
      first: [{ code: '370100', from: '2019-01', candidates: ['370100', '371200'] }],
    });
    expect(before.rows).toHaveLength(published.rows.length - 1);
    expect((await ask('&boundaries=2024-12')).rows).toEqual(published.rows);
    expect(await ask('&boundaries=December')).toMatchObject({ code: 'not-understood' });
  });
});

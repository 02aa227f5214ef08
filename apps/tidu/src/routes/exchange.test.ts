import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importFile, openStore, usualPolicy } from '@tidu/trade';
import type { FastifyInstance } from 'fastify';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../house.store.ts';
import { httpServer } from '../http.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-sdmx-'));
const token = 'shown by a command on this machine';
const offer = { publisher: '某统计局', licence: 'https://licence.example/by' };
let house: House;
let server: FastifyInstance;
let base: string;

/** Six firms declare in each place and chapter, but one alone in what Guangxi exports of chapter 85. */
const header = '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币';
const declared = ['34019', '44019', '45019'].flatMap((place) =>
  ['84713000', '85423119', '61091000'].flatMap((goods) =>
    (place === '45019' && goods.startsWith('85') ? [1] : [1, 2, 3, 4, 5, 6]).map(
      (firm) =>
        `出口,202401,${place}${goods.slice(0, 2)}${firm},0615,${goods},502,${place},${10000 * (10 + firm)}`,
    ),
  ),
);
const byMode = [
  '数据年月,商品编码,贸易方式编码,注册地编码,人民币',
  '202301,84713090,14,31,"1,000"',
  '202301,84713090,10,42,500',
].join('\n');

beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  const take = async (name: string, text: string, options = {}) => {
    writeFileSync(join(folder, name), text);
    await importFile(house.store, house.pack, join(folder, name), options);
  };
  await take('declared.csv', [header, ...declared].join('\n'));
  await take('modes.csv', byMode, { flow: 'export' });
  await take('2023年1-4月某物出口.csv', '商品编码,注册地编码,人民币\n84713090,31,5\n');
  await take(
    'years.csv',
    '数据年月,商品编码,贸易伙伴编码,人民币\n2022,84713090,502,70\n2022,84713090,999,8\n',
    {
      flow: 'import',
    },
  );
  const draft = (title: string) =>
    house.releases.draft({
      title: { zh: title, en: 'Exports by province' },
      flow: 'export',
      currency: 'CNY',
      period: '2024-01',
      place: 'province',
      commodity: 'chapter',
      mode: 'all',
      month: 'all',
      policy: usualPolicy,
    });
  await house.releases.publish((await draft('分省出口')).id);
  await draft('草稿');
  server = await httpServer({ house, webRoot: join(folder, 'no-page'), token, openToPublic: true, offer });
  base = `${await server.listen({ port: 0, host: '127.0.0.1' })}/api/sdmx`;
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  server.inject({ url: `/api/sdmx/${path}`, headers });
const hidden = 'R1/..450000.85..';

describe('whoever asks', () => {
  it('finds what the customs publish and what was released, and nothing of declarations or drafts', async () => {
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      const { data } = (await get('dataflow/TIDU?format=json', headers)).json();
      expect(data.dataflows.map(({ id }: { id: string }) => id)).toEqual([
        'MONTH-COMMODITY_8-MODE-PLACE_PROVINCE',
        'MONTH-PLACE_NESTED',
        'RANGE-COMMODITY_8-PLACE_PROVINCE',
        'YEAR-COMMODITY_8-PARTNER',
        'R1',
      ]);
      expect((await get('data/R2', headers)).statusCode).toBe(404);
      const shape = house.warehouse.coverage().then((held) => held.map((one) => one.shape.id));
      expect((await shape).some((id) => id.includes('company'))).toBe(true);
      const everything = (await get('structure/all/all/all?references=all', headers)).body;
      expect(everything.match(/SUPERVISION|COMPANY|3401984/)).toBeNull();
      const cells = (await get(`data/${hidden}?format=csv`, headers)).body;
      expect(cells.split('\r\n')[1]).toBe('TIDU:R1(1.0),M,X,450000,85,all,CNY,2024-01,,CNY,0,Q,C');
    }
  });

  it('no longer finds a release that was taken from view', async () => {
    const ids = async () => (await get('dataflow/TIDU?detail=allstubs')).body.match(/ id="R\d"/g);
    const { id } = await house.releases.draft({
      title: { zh: '全国', en: 'All' },
      flow: 'export',
      currency: 'CNY',
      period: '2024-01',
      place: 'country',
      commodity: 'all',
      mode: 'all',
      month: 'all',
      policy: usualPolicy,
    });
    await house.releases.publish(id);
    expect(await ids()).toEqual([' id="R1"', ` id="${id}"`]);
    await house.releases.withdraw(id, 'a test');
    expect(await ids()).toEqual([' id="R1"']);
    expect((await get(`data/${id}`)).statusCode).toBe(404);
  });

  it('reads the figures that a query gives', async () => {
    const told = await get(
      'data/MONTH-PLACE_NESTED/M.X.100000+610100.CNY?startPeriod=2025-01&endPeriod=2025-03&format=csv',
    );
    const rows = told.body.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(6);
    const url = '/api/query?by=month,prefecture&flow=export&period=2025-01..2025-03&where.prefecture=610100';
    const { rows: asked } = (await server.inject({ url })).json();
    const values = rows.filter((row) => row.includes(',610100,')).map((row) => Number(row.split(',')[6]));
    expect(values).toEqual(asked.map(({ value }: { value: number }) => value));
  });
});

it.each([
  [
    'MONTH-COMMODITY_8-MODE-PLACE_PROVINCE',
    ['M,X,310000,84713090,14,CNY,2023-01,1000', 'M,X,420000,84713090,10,CNY,2023-01,500'],
  ],
  ['RANGE-COMMODITY_8-PLACE_PROVINCE', ['_O,X,310000,84713090,CNY,2023-01-01/P4M,5']],
  ['YEAR-COMMODITY_8-PARTNER', ['A,M,84713090,502,CNY,2022,70', 'A,M,84713090,999,CNY,2022,8']],
])('each shape tells its own cells: %s', async (flow, cells) => {
  const rows = (await get(`data/${flow}?format=csv`)).body.trim().split('\r\n').slice(1);
  expect(rows.map((row) => row.split(',').slice(1, -4).join())).toEqual(cells);
  const frequency = rows[0]?.split(',')[1];
  const held = (await get(`contentconstraint/TIDU/CR_${flow}`)).body;
  expect(held).toContain(`<com:KeyValue id="FREQ"><com:Value>${frequency}</com:Value></com:KeyValue>`);
  expect((await get(`data/${flow}?startPeriod=2023-02&endPeriod=2023-03`)).statusCode).toBe(404);
});

describe('an answer comes', () => {
  it.each([
    ['*/*', 'application/vnd.sdmx.genericdata+xml;version=2.1', '<mes:GenericData'],
    [
      'application/vnd.sdmx.structurespecificdata+xml;version=2.1',
      'application/vnd.sdmx.structurespecificdata+xml',
      '<mes:StructureSpecificData',
    ],
    ['text/html,application/xml;q=0.9,*/*;q=0.8', 'application/vnd.sdmx.genericdata+xml', '<mes:GenericData'],
    ['application/vnd.sdmx.data+json;version=2.0.0', 'application/vnd.sdmx.data+json', '"structures":['],
    ['application/json', 'application/vnd.sdmx.data+json', '"structure":{'],
    ['application/vnd.sdmx.data+csv;version=1.0.0;labels=both', 'application/vnd.sdmx.data+csv', 'FREQ: '],
    ['text/csv', 'application/vnd.sdmx.data+csv', 'DATAFLOW,FREQ'],
  ])('as it is accepted: %s', async (accept, type, beginning) => {
    const answer = await get(`data/${hidden}`, { accept });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type.split(';')[0]);
    expect(answer.body).toContain(beginning);
  });

  it.each([
    ['data/NONE', 404, 100],
    ['data/R1/..999999...', 404, 100],
    ['data/R1?startPeriod=2030', 404, 100],
    ['data/R1/..450000', 400, 140],
    ['data/R1?startPeriod=soon', 400, 140],
    ['data/R1?format=pdf', 406, 140],
    ['data/R1?updatedAfter=2024-01-01', 501, 501],
    ['village/TIDU', 400, 140],
    ['', 400, 140],
    ['codelist/TIDU/CL_NONE', 404, 100],
  ])('with the number and status of SDMX where there is none: %s', async (path, status, number) => {
    const answer = await get(path);
    expect([answer.statusCode, answer.body]).toEqual([
      status,
      expect.stringContaining(`<mes:ErrorMessage code="${number}"><com:Text`),
    ]);
    const told = await get(path, {
      accept: 'application/vnd.sdmx.data+json, application/vnd.sdmx.structure+json',
    });
    expect(told.json().errors).toMatchObject([
      { code: number, title: expect.any(String), detail: expect.any(String) },
    ]);
  });

  it('to pages of other sites too, as nothing else does', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    const allowed = async (url: string) =>
      (await server.inject({ url, headers: origin })).headers['access-control-allow-origin'];
    for (const url of ['/api/sdmx/data/R1', '/api/sdmx/data/NONE', '/api/catalog.jsonld']) {
      expect([url, await allowed(url)]).toEqual([url, '*']);
    }
    for (const url of ['/api/query?period=2024', '/api/desk/releases', '/api/loads']) {
      expect([url, await allowed(url)]).toEqual([url, undefined]);
    }
  });

  it('under a key of hundreds of codes', async () => {
    const places = Array.from({ length: 300 }, (_, i) => String(110000 + i)).join('+');
    expect((await get(`data/MONTH-PLACE_NESTED/M.X.${places}.?format=csv`)).statusCode).toBe(200);
  });
});

describe('stock clients', () => {
  const require = createRequire(import.meta.url);

  it('sdmx-rest makes the addresses, sdmx-json-parser reads what is there', async () => {
    const rest = require('sdmx-rest');
    const service = rest.getService({ id: 'TIDU', url: base, api: 'v1.5.0' });
    const structure = rest.getMetadataQuery({
      resource: 'datastructure',
      agency: 'TIDU',
      id: 'R1',
      references: 'children',
    });
    expect(await rest.request(structure, service)).toContain('<str:DataStructure id="R1"');
    const availability = rest.getAvailabilityQuery({ flow: 'R1', key: '..450000...' });
    expect(await rest.request(availability, service)).toContain(
      '<com:KeyValue id="PLACE"><com:Value>450000</com:Value></com:KeyValue>',
    );
    const query = { flow: 'R1', key: '..450000.85+61..', obsDimension: 'AllDimensions' };
    const data = rest.getDataQuery(query);
    const { SDMX_ML_GENERIC: generic, SDMX_JSON: json } = rest.data.DataFormat;
    expect(await rest.request(data, service, { headers: { accept: generic } })).toContain('<gen:ObsKey>');
    expect(await rest.request(data, service, { headers: { accept: json } })).toContain('"structures":[');

    const { SDMXParser } = require('sdmx-json-parser');
    const parser = new SDMXParser();
    await parser.getDatasets(rest.getUrl(data, service), { headers: { 'accept-language': 'en' } });
    expect(parser.getName()).toBe('Exports by province');
    expect(parser.getData()).toMatchObject([
      { PLACE: 'Guangxi Zhuang Autonomous Region', value: 810000, CONF_STATUS: 'Free for publication' },
      {
        value: null,
        OBS_STATUS: 'Missing value; suppressed',
        CONF_STATUS: 'Confidential statistical information',
      },
    ]);
  });

  const rsdmx = spawnSync('Rscript', ['-e', 'library(rsdmx)'], { stdio: 'ignore' }).status === 0;
  it.skipIf(!rsdmx)('R reads flows, structure and data by rsdmx', async () => {
    const script = `
      suppressWarnings({
        library(rsdmx)
        base <- "${base}"
        addSDMXServiceProvider(SDMXServiceProvider(agencyId = "TIDU", name = "Tidu",
          builder = SDMXREST21RequestBuilder(regUrl = base, repoUrl = base, compliant = TRUE)))
        read <- function(...) readSDMX(providerId = "TIDU", ..., verbose = FALSE)
        cat(as.data.frame(read(resource = "dataflow"))$id, "\\n")
        d <- as.data.frame(read(resource = "data", flowRef = "R1", key = "..450000.61+85..", dsd = TRUE), labels = TRUE)
        cat(paste(d$COMMODITY, d$obsValue, d$OBS_STATUS, d$CONF_STATUS, d$CONF_STATUS_label.zh), sep = "\\n")
      })`;
    const { stdout: said } = await promisify(execFile)('Rscript', ['-e', script], { timeout: 60_000 });
    expect(
      said
        .trim()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      'MONTH-COMMODITY_8-MODE-PLACE_PROVINCE MONTH-PLACE_NESTED RANGE-COMMODITY_8-PLACE_PROVINCE YEAR-COMMODITY_8-PARTNER R1',
      '61 810000 A F 可公布',
      '85 NA Q C 保密',
    ]);
  });
});

describe('the catalogue', () => {
  const catalog = async (headers = {}) =>
    (
      await server.inject({ url: '/api/catalog.jsonld', headers: { host: 'statistics.example', ...headers } })
    ).json();

  it('is JSON-LD in the terms of DCAT, and the same graph as Turtle', async () => {
    const nquads = { format: 'application/n-quads' } as const;
    const graph = String(await jsonld.canonize(await catalog(), nquads));
    const quads = new Parser({ format: 'N-Quads' }).parse(graph);
    const objects = (predicate: string) =>
      quads.flatMap((quad) => (quad.predicate.value.endsWith(predicate) ? [quad.object] : []));
    expect(objects('dcat#dataset')).toHaveLength(5);
    expect(objects('foaf/0.1/name')).toMatchObject([{ value: '某统计局' }]);
    expect(new Set(objects('terms/license').map(({ value }) => value))).toEqual(new Set([offer.licence]));
    for (const start of objects('dcat#startDate')) {
      expect(start).toMatchObject({
        value: expect.stringMatching(/^\d{4}-\d{2}$/),
        datatype: { value: 'http://www.w3.org/2001/XMLSchema#gYearMonth' },
      });
    }
    for (const date of objects('terms/issued')) expect(Date.parse(date.value)).not.toBeNaN();
    const turtle = await server.inject({ url: '/api/catalog.ttl', headers: { host: 'statistics.example' } });
    expect(turtle.headers['content-type']).toContain('text/turtle');
    const again = new Writer(nquads).quadsToString(new Parser().parse(turtle.body));
    const read = { ...nquads, inputFormat: nquads.format };
    expect(String(await jsonld.canonize(again as never, read))).toBe(graph);
  });

  it('names what there is, and every address in it answers', async () => {
    const { dataset, service } = await catalog();
    expect(dataset.map(({ identifier }: { identifier: string }) => identifier)).toEqual([
      'MONTH-COMMODITY_8-MODE-PLACE_PROVINCE',
      'MONTH-PLACE_NESTED',
      'RANGE-COMMODITY_8-PLACE_PROVINCE',
      'YEAR-COMMODITY_8-PARTNER',
      'R1',
    ]);
    const addresses = dataset.flatMap((one: Record<string, unknown>) => [
      one['@id'],
      one.conformsTo,
      ...(one.distribution as { downloadURL: string }[]).map(({ downloadURL }) => downloadURL),
    ]);
    expect(addresses).toHaveLength(5 * 2 + 5 * 4 + 1);
    for (const address of [`${service.endpointURL}/dataflow`, ...addresses]) {
      const url = String(address).replace('http://statistics.example', '');
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 200]);
    }
  });

  it('says nothing of declarations, to the desk neither', async () => {
    const text = JSON.stringify(await catalog({ authorization: `Bearer ${token}` }));
    expect(text).not.toMatch(/declared\.csv|R2|company/);
    expect(text).toContain('modes.csv');
  });
});

it('a release comes as Parquet, its suppressed cells without value', async () => {
  const file = join(folder, 'r1.parquet');
  writeFileSync(file, (await server.inject({ url: '/api/releases/R1/cells.parquet' })).rawPayload);
  const store = await openStore({ path: ':memory:', places: [] });
  const { rows } = await store.connection
    .runAndReadAll(
      `SELECT value, CONF_STATUS FROM '${file}' WHERE place = '450000' AND commodity IN ('61', '85') ORDER BY 2`,
    )
    .then((read) => ({ rows: read.getRows() }));
  await store.close();
  expect(rows).toEqual([
    [null, 'C'],
    [810000, 'F'],
  ]);
  expect((await server.inject({ url: '/api/releases/R2/cells.parquet' })).statusCode).toBe(404);
});

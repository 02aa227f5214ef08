import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Batch, openStore, type StreamedAnswer } from '@tidu/trade';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.store.ts';
import { httpServer } from './http.server.ts';
import { writeWhole } from './part-file.file.ts';
import { mostRowsOfSheet, sheetXml, taking } from './sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-downloads-'));
const webRoot = join(folder, 'no-page');
let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
  server = await httpServer({ house, webRoot });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const wide = 'by=province,month&across=month&period=2024&flow=export&lang=zh';
const taken = async (format: string, asked = wide) => {
  const answer = await server.inject({ url: `/api/query.${format}?${asked}` });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer;
};
const linesOf = (csv: string) => csv.slice(1).trimEnd().split('\r\n');

describe('a download', () => {
  it('lays the months out as columns, and says how many rows there are', async () => {
    const { headers, body } = await taken('csv');
    const [heading, ...rows] = linesOf(body);
    expect(heading).toBe(
      `省份,省份名称,${Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}（元）`).join(',')}`,
    );
    expect(rows).toHaveLength(31);
    expect(headers['x-tidu-rows']).toBe('31');
    expect(headers['content-disposition']).toContain('31-rows.csv');
    const tall = linesOf((await taken('csv', wide.replace('&across=month', ''))).body).slice(1);
    const ofBeijing = tall.filter((line) => line.startsWith('110000,')).map((line) => line.split(',').at(-1));
    expect(rows.find((line) => line.startsWith('110000,'))).toBe(`110000,北京市,${ofBeijing.join(',')}`);
  });

  it('is a workbook in which codes are text, amounts are numbers, and the second sheet tells the rest', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await taken('xlsx')).rawPayload as unknown as ArrayBuffer);
    const [sheet, about] = book.worksheets;
    expect([sheet?.name, about?.name]).toEqual(['数据', '说明']);
    expect(sheet?.rowCount).toBe(32);
    expect(sheet?.getCell('A2').value).toBe('110000');
    expect(sheet?.getCell('B2').value).toBe('北京市');
    expect(typeof sheet?.getCell('C2').value).toBe('number');
    expect(sheet?.getCell('C2').numFmt).toBe('#,##0');
    const told = new Map(
      about
        ?.getSheetValues()
        .slice(1)
        .map((row) => (row as string[]).slice(1, 3) as [string, string]),
    );
    expect(told.get('行数')).toBe('31');
    expect(told.get('查询')).toMatch(/"period":"2024","across":"month"/);
    expect(told.get('数据文件')).toMatch(/gacc-by-location\.csv · sha256 \w{64}/);
  });

  it('is a Parquet file with names beside codes, which says in itself on what it rests', async () => {
    const { rawPayload, headers } = await taken('parquet');
    expect(headers['content-length']).toBe(String(rawPayload.length));
    const file = join(folder, 'wide.parquet');
    writeFileSync(file, rawPayload);
    const store = await openStore({ path: ':memory:', places: [] });
    const read = async (sql: string) => (await store.connection.runAndReadAll(sql)).getRowsJson();
    const [row] = await read(
      `SELECT province, province_name, typeof("2024-01"), (SELECT count(*) FROM '${file}') FROM '${file}'`,
    );
    expect(row).toEqual(['110000', '北京市', 'DOUBLE', '31']);
    const told = await read(
      `SELECT decode(value) FROM parquet_kv_metadata('${file}') WHERE decode(key) = '行数'`,
    );
    expect(told).toEqual([['31']]);
    await store.close();
    expect(readdirSync(house.store.scratch).filter((name) => name.includes('parquet'))).toEqual([]);
  });

  it('refuses before the first byte what cannot be laid out', async () => {
    const refused = await server.inject({
      url: `/api/query.csv?${wide.replace('across=month', 'across=region')}`,
    });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'not-understood']);
  });
});

describe('a download of many rows', () => {
  let broken: FastifyInstance;
  let address: string;
  let given = 0;
  let closed = 0;
  let failAfter = Number.POSITIVE_INFINITY;
  const batch: Batch = {
    size: 2000,
    codes: [Array.from({ length: 2000 }, () => '110000')],
    amounts: [Array.from({ length: 2000 }, (_, i) => i * 1e9)],
  };

  beforeAll(async () => {
    const seen = house.seenBy('desk');
    const stream = async (...asked: Parameters<typeof seen.stream>): Promise<StreamedAnswer> => {
      const answer = await seen.stream(...asked);
      const batches = async function* () {
        for (; given < 5_000; given++) {
          if (given >= failAfter) throw new Error('the disk is gone');
          await new Promise(setImmediate);
          yield batch;
        }
      };
      const close = async () => {
        closed += 1;
        await answer.close();
      };
      return { ...answer, count: 10_000_000, batches: batches(), close };
    };
    broken = await httpServer({ house: { ...house, seenBy: () => ({ ...seen, stream }) }, webRoot });
    address = await broken.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    broken?.server.closeAllConnections();
    await broken?.close();
  });
  const ask = (format: string, ticket: string, encoding: string, init: RequestInit = {}) =>
    fetch(`${address}/api/query.${format}?by=province&period=2024&ticket=${ticket}`, {
      ...init,
      headers: { 'accept-encoding': encoding },
    });
  const underway = async (ticket: string) => (await fetch(`${address}/api/downloads/${ticket}`)).json();

  const ways = [
    ['csv', 'identity'],
    ['csv', 'gzip'],
    ['csv', 'br'],
    ['xlsx', 'identity'],
  ] as const;

  it.each(ways)(
    'that breaks off as %s (%s) does not look whole, and whoever waits is told',
    async (format, encoding) => {
      [given, closed, failAfter] = [0, 0, 20];
      const ticket = crypto.randomUUID();
      const answer = await ask(format, ticket, encoding);
      expect(answer.headers.get('x-tidu-rows')).toBe('10000000');
      await expect(answer.arrayBuffer()).rejects.toThrow();
      await expect
        .poll(() => underway(ticket))
        .toMatchObject({
          state: 'failed',
          rows: 40_000,
          of: 10_000_000,
          problem: { code: 'fault', detail: expect.stringContaining('the disk is gone') },
        });
      expect(closed).toBe(1);
    },
  );

  it.each(ways)('stops being made as %s (%s) when whoever asked goes away', async (format, encoding) => {
    [given, closed, failAfter] = [0, 0, Number.POSITIVE_INFINITY];
    const leaving = new AbortController();
    const answer = await ask(format, crypto.randomUUID(), encoding, { signal: leaving.signal });
    await answer.body?.getReader().read();
    leaving.abort();
    await expect.poll(() => closed).toBe(1);
    const left = given;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(given).toBe(left);
    expect(given).toBeLessThan(5_000);
  });
});

describe('a sheet', () => {
  it('ends where a spreadsheet program ends, and the next goes on with the very next row', async () => {
    const size = 50_000;
    const all = 22;
    const batches = async function* () {
      for (let i = 0; i < all; i++)
        yield { size, columns: [Array.from({ length: size }, (_, j) => i * size + j)] };
    };
    const take = taking(batches());
    const columns = [{ heading: 'n', key: 'n', kind: 'amount' }] as const;
    const ends: (string | undefined)[][] = [];
    for (let sheet = 0; sheet < 2; sheet++) {
      let rows: string[] = [];
      for await (const xml of sheetXml(columns, take)) {
        const found = xml.match(/<row r="\d+"><c r="A\d+" s="1"><v>\d+/g) ?? [];
        if (found.length > 0) rows = [rows[0] ?? (found[0] as string), found.at(-1) as string];
      }
      ends.push(rows);
    }
    const row = (at: number, value: number) => `<row r="${at}"><c r="A${at}" s="1"><v>${value}`;
    expect(ends).toEqual([
      [row(2, 0), row(mostRowsOfSheet, mostRowsOfSheet - 2)],
      [row(2, mostRowsOfSheet - 1), row(size * all - mostRowsOfSheet + 2, size * all - 1)],
    ]);
  });

  it('keeps every digit of an amount that a spreadsheet program would round', async () => {
    const batches = async function* () {
      yield { size: 2, columns: [[999_999_999_999_999, 9_007_199_254_740_991]] };
    };
    let xml = '';
    for await (const piece of sheetXml([{ heading: 'n', key: 'n', kind: 'amount' }], taking(batches())))
      xml += piece;
    expect(xml).toContain('<v>999999999999999</v>');
    expect(xml).toMatch(/t="inlineStr"><is><t [^>]*>9007199254740991</);
  });
});

describe('a file on a disk', () => {
  it('is whole or is not there, and what stood there before stays', async () => {
    const file = join(folder, 'out.csv');
    const failing = async function* () {
      yield 'half';
      throw new Error('gone');
    };
    await expect(writeWhole(Readable.from(failing()), file)).rejects.toThrow('gone');
    expect(existsSync(file)).toBe(false);
    await writeWhole(Readable.from(['whole']), file);
    await expect(writeWhole(Readable.from(failing()), file)).rejects.toThrow('gone');
    expect(readFileSync(file, 'utf8')).toBe('whole');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

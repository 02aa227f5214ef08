import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CustomsFileError } from '../read/customs-file-error.ts';
import { zipped } from '../read/zipped.cases.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { importFile } from './import-file.duckdb.ts';
import { LoadRefused } from './load-refused.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-fuzz-'));
let store: Store;
beforeAll(async () => {
  store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const header =
  '"数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","贸易方式编码","贸易方式名称","注册地编码","注册地名称","第一数量","第一计量单位","第二数量","第二计量单位","人民币",';
const row = (hs: string, value: string, name = '某物') =>
  `"202401","${hs}","${name}","110","某国","14","某方式","31","某地","1,000","台","0","?","${value}",`;
const exported = [header, row('84713090', '1,000'), row('85076000', '2,500'), row('61091000', '40')];
const declared = [
  '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币',
  '出口,202403,3401000001,0615,84713000,502,34019,700',
  'I,2024-03-17,3401000002,0615,85423119,143,34019,400',
];
const byPlace = `\ufeffa,b,c,d,e,f,g,单位：万人民币,单位：万人民币,单位：万人民币
收发货人所在地,进出口,进出口,出口,出口,进口,进口,累计比去年同期±％,累计比去年同期±％.1,累计比去年同期±％.2
收发货人所在地,3月,1至3月,3月,1至3月,3月,1至3月,进出口,出口,进口
总值,300,900,200,600,100,300,1.0,2.0,-3.0
山西省,30,90,20,60,10,30,1385721.8,-,-
太原市,3,9,2,6,1,3,1.0,2.0,-3.0`;
const ofComtrade = `typeCode,freqCode,period,reporterISO,flowCode,partnerISO,partnerDesc,cmdCode,cmdDesc,customsCode,motCode,qtyUnitAbbr,qty,primaryValue
"C","A","2023","CHN","X","VNM","Viet Nam","8542","goods, named","C00","0","u","10","300.5"
"C","A","2023","CHN","M","W00","World","TOTAL","all","C06","0","u","10","90"`;
const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');
const tables: Buffer[] = [
  gbk(exported.join('\r\n')),
  Buffer.from(`\ufeff${exported.join('\n')}`),
  Buffer.from(declared.join('\n')),
  Buffer.from(byPlace),
  Buffer.from(ofComtrade),
  (() => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(declared.map((line) => line.split(','))), 'a');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  })(),
];

/** Whatever a file holds: a refusal that says what to do, or a load that accounts for every row. */
async function survives(name: string, content: Uint8Array, lines?: number): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  try {
    const { rows } = await importFile(store, pack, path, { flow: 'export' });
    if (lines !== undefined) expect(rows.read).toBe(lines);
    expect(rows.read).toBe(rows.loaded + rows.unchanged + rows.quarantined + rows.skipped);
  } catch (error) {
    if (!(error instanceof CustomsFileError || error instanceof LoadRefused)) throw error;
    expect(error.message).toContain(name);
    expect(error.remedy).toMatch(/\w/);
  }
}
const names = ['export-2024.csv', 'a.xlsx', 'a.txt'];
const budget = (numRuns: number) => ({ seed: 20240101, numRuns });

describe('no file breaks the reader, and no row of it is lost', () => {
  test('arbitrary bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 4000 }), (name, bytes) =>
        survives(name, bytes),
      ),
      budget(80),
    ));

  test('a real table that ends anywhere', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (table, part) =>
          survives(
            table === tables.at(-1) ? 'cut.xlsx' : 'export-2024-03.csv',
            table.subarray(0, Math.floor(part * table.length)),
          ),
      ),
      budget(60),
    ));

  test('a real table with some of its bytes changed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        (table, changes) => {
          const changed = Buffer.from(table);
          for (const [at, byte] of changes) changed[at % changed.length] = byte;
          return survives(table === tables.at(-1) ? 'changed.xlsx' : 'export-2024-03.csv', changed);
        },
      ),
      budget(80),
    ));

  test('every line of a file is counted, whatever stands on it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.nat(99).map((n) => row(`8471309${n % 10}`, String(n))),
            fc.constantFrom('x', '1,2,3', '"', ',,,,', '\u0000a', '=1+1', '合计,1', '注：说明', '"a""b"'),
            fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/[\s"\0]/g, '') || 'y'),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        (lines) => {
          const closed = lines.filter((line) => line !== '"');
          return survives(
            'export-2024.csv',
            Buffer.from([header, row('85076000', '1'), ...closed].join('\n')),
            closed.length + 2,
          );
        },
      ),
      budget(60),
    ));

  test.each([
    ['says how large it is', undefined, 'save the table as CSV'],
    ['says that it is small', 1000, expect.stringMatching(/\w/)],
  ])('a workbook that is a bomb and %s is refused', async (_, says, remedy) => {
    const sheet = { name: Buffer.from('xl/worksheets/sheet1.xml'), content: Buffer.alloc(300 << 20) };
    const bomb = zipped([says === undefined ? sheet : { ...sheet, says }]);
    expect(bomb.length).toBeLessThan(1 << 20);
    const path = join(folder, 'bomb.xlsx');
    writeFileSync(path, bomb);
    const before = process.memoryUsage().rss;
    await expect(importFile(store, pack, path)).rejects.toMatchObject({ code: 'unreadable', remedy });
    expect(process.memoryUsage().rss - before).toBeLessThan(700 << 20);
  });

  test('lines in one encoding among lines in another', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (inUtf8) =>
        survives(
          'export-2024.csv',
          Buffer.concat(exported.map((line, i) => (inUtf8[i] ? Buffer.from(`${line}\n`) : gbk(`${line}\n`)))),
        ),
      ),
      budget(16),
    ));

  test('cells that a spreadsheet would run, quotes that never close, and any text at all', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '=1+1',
            '@SUM(A1)',
            '+2',
            "-cmd|'/C calc'!A0",
            '\t=x',
            '"',
            '""',
            '"a',
            '\u0000',
            '1e999',
            '𠮷',
          ),
          {
            minLength: 3,
            maxLength: 3,
          },
        ),
        ([hs = '', value = '', name = '']) =>
          survives(
            'export-2024.csv',
            Buffer.from([header, row(hs, value, name), row('84713090', '7')].join('\n')),
          ),
      ),
      budget(30),
    ));

  test.each([
    ['a cell', `${header}\n${row('84713090', '1', '长'.repeat(3_500_000))}\n${row('85076000', '2')}`],
    ['a quote that stays open', `${header}\n"${'x'.repeat(10_000_000)}\n${row('85076000', '2')}`],
    ['no line at all', 'x'.repeat(10_000_000)],
  ])('ten megabytes in %s', (_, text) => survives('export-2024.csv', Buffer.from(text)));
});

import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { CustomsFileError } from '../read/customs-file-error.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { warehouseOver } from '../warehouse.duckdb.ts';
import { importFile, previewFile } from './import-file.duckdb.ts';
import type { ImportOptions } from './summary.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let store: Store;
beforeEach(async () => {
  store = await openStore({ path: join(folder, `${Math.random()}.duckdb`), places: pack.places });
});
afterEach(async () => {
  await store.close();
});

const take = (name: string, content: string | Uint8Array, options?: ImportOptions) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return importFile(store, pack, path, options);
};
const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030');
const sum = async (column = 'value', where = 'until IS NULL'): Promise<number> => {
  const [row] = (
    await store.connection.runAndReadAll(`SELECT sum(${column}) FROM fact WHERE ${where}`)
  ).getRows();
  return Number(row?.[0] ?? 0);
};

const header =
  '"数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","贸易方式编码","贸易方式名称","注册地编码","注册地名称","第一数量","第一计量单位","第二数量","第二计量单位","人民币",';
const row = (hs: string, partner: string, mode: string, place: string, value: string) =>
  `"202401","${hs}","某物","${partner}","某国","${mode}","某方式","${place}","某地","1,000","台","0","?","${value}",`;
const exported = [
  header,
  row('84713090', '110', '14', '31', '1,000'),
  row('84713090', '110', '15', '31', '2,500'),
  row('85076000', '502', '10', '41', '40'),
].join('\n');

const months = (rows: string): string =>
  `\ufeffa,b,c,d,e,f,g,单位：万人民币,单位：万人民币,单位：万人民币
收发货人所在地,进出口,进出口,出口,出口,进口,进口,累计比去年同期±％,累计比去年同期±％.1,累计比去年同期±％.2
收发货人所在地,3月,1至3月,3月,1至3月,3月,1至3月,进出口,出口,进口
${rows}
注：说明,注：说明,注：说明,注：说明,注：说明,注：说明,注：说明,注：说明,注：说明,注：说明
`;
const country = '总值,300,900,200,600,100,300,1.0,2.0,-3.0';
const shanxi = '山西省,30,90,20,60,10,30,1385721.8,-,-';

test('takes an export in GB18030 with commas, units without sense and an empty last column', async () => {
  const summary = await take('a-export.csv', gbk(exported));
  expect(summary).toMatchObject({
    status: 'loaded',
    rows: { read: 4, loaded: 3, quarantined: 0, skipped: 1 },
    shapes: ['month,commodity:8,partner,mode,place:province,CNY'],
  });
  expect(await sum()).toBe(3540);
  expect(await sum('quantity')).toBe(3000);
  expect(await sum('quantity2')).toBe(0);
});

test('reads the same from UTF-8, with TABs after values, NULs, other order and lost zeros', async () => {
  const dirty = [
    '人民币\t,注册地编码\t,商品编码\t,数据年月\t,',
    `1,000`.replace(',', ''),
    '"7"\t,31\t,1012100\t,202401\t,',
    `"1,000"\t,"31"\t,01012100${'\0'.repeat(300_000)}\t,202402\t,`,
  ].join('\n');
  const summary = await take('b-import.csv', `\ufeff${dirty}`);
  expect(summary.rows).toMatchObject({ read: 4, loaded: 2, quarantined: 1 });
  expect(await sum('value', "commodity = '01012100'")).toBe(1007);
  expect(summary.quarantine[0]).toMatchObject({ line: 2, reason: expect.stringContaining('columns') });
});

test('reads an export that was saved as a workbook, and tells the cell that is at fault', async () => {
  const sheet = utils.aoa_to_sheet([
    ['数据年月', '商品编码', '注册地编码', '人民币'],
    ['202401', 84713090, '31', '1,000'],
    [],
    ['202402', '84713090', '31', 'viel'],
  ]);
  const book = utils.book_new(sheet, 'Sheet1');
  const summary = await take('出口.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }));
  expect(summary).toMatchObject({ status: 'loaded', rows: { read: 3, loaded: 1, quarantined: 1 } });
  expect(await sum()).toBe(1000);
  const [fault] = await warehouseOver(store).quarantine(summary.load ?? 0);
  expect(fault).toMatchObject({ line: 4, column: '人民币', cell: 'D4', value: 'viel' });
});

test('puts rows that are not understood apart, with line, column, value and reason', async () => {
  const bad = [
    exported,
    row('84713090', '110', '99', '31', '1'),
    row('84713090', '110', '14', '88', '1'),
    row('x', '110', '14', '31', '1'),
    row('84713090', '111', '14', '31', 'viel'),
    row('84713090', '110', '14', '31', '9,999'),
    row('84713090', '110', '15', '31', '2,500'),
    '"202401","合计","","","","","","","","","","","","3,540",',
    '"offen',
  ].join('\n');
  const summary = await take('c-export.csv', gbk(bad));
  expect(summary.rows).toEqual({ read: 12, loaded: 3, unchanged: 0, quarantined: 6, skipped: 3 });
  expect(summary.quarantine.map(({ line, column }) => [line, column])).toEqual([
    [5, '贸易方式编码'],
    [6, '注册地编码'],
    [7, '商品编码'],
    [8, '人民币'],
    [9, '—'],
    [12, '—'],
  ]);
  const stored = await warehouseOver(store).quarantine(summary.load ?? 0);
  expect(stored).toHaveLength(6);
  expect(await warehouseOver(store).faults()).toEqual([]);
});

test('asks for the flow and the period that an export does not tell', async () => {
  await expect(take('d.csv', gbk(exported))).rejects.toMatchObject({ code: 'no-flow' });
  const yearless = '商品编码,注册地编码,人民币\n84713090,31,5\n';
  await expect(take('e出口.csv', gbk(yearless))).rejects.toMatchObject({ code: 'no-period' });
  const summary = await take('2023年1-4月某物出口.csv', gbk(yearless));
  expect(summary).toMatchObject({ period: { from: '2023-01', to: '2023-04' }, flows: ['export'] });
  expect(summary.shapes).toEqual(['range,commodity:8,place:province,CNY']);
});

test('holds little memory while it reads, however large the file, and gives back what it had', async () => {
  const limit = async () =>
    (await store.connection.runAndReadAll("SELECT current_setting('memory_limit')")).getRows()[0]?.[0];
  const usual = await limit();
  let meanwhile: Promise<unknown> | undefined;
  const progress = () => {
    meanwhile ??= limit();
  };
  await take('export-2024-01.csv', exported, { flow: 'export', progress });
  expect(await meanwhile).toBe('488.0 MiB');
  expect(await limit()).toBe(usual);
});

test('names cells as a spreadsheet counts them, where a value goes on in the next line', async () => {
  const lines = [
    '数据年月,商品编码,商品名称,人民币',
    '202401,85171300,"智能',
    '手机",100',
    '202401,85171400,其他,=1+1',
  ];
  const { load = 0 } = await take('export-names.csv', lines.join('\n'));
  expect(await warehouseOver(store).quarantine(load)).toMatchObject([{ line: 4, cell: 'D3', value: '=1+1' }]);
});

test('the same file changes nothing, nor does another with the same cells', async () => {
  await take('f-export.csv', gbk(exported));
  expect(await take('f-export.csv', gbk(exported))).toMatchObject({ status: 'unchanged', load: 1 });
  expect(await take('g-export.csv', exported)).toMatchObject({ status: 'unchanged', rows: { unchanged: 3 } });
  expect(await warehouseOver(store).loads()).toHaveLength(1);
});

test('a revised file supersedes the cells that it names and keeps the older vintage', async () => {
  await take('2024-03.csv', months(`${country}\n${shanxi}`));
  const revised = shanxi.replace('30,90,20,60,10,30', '31,91,21,61,10,30');
  const summary = await take('2024-03.csv', months(`${country}\n${revised}`));
  expect(summary.facts).toEqual({ loaded: 2, unchanged: 4, superseded: 2 });
  expect(await sum('value', "until IS NULL AND place = '140000' AND flow = 'export'")).toBe(210_000);
  expect(await sum('value', "until = 2 AND place = '140000' AND flow = 'export'")).toBe(200_000);
  expect(await warehouseOver(store).faults()).toEqual([]);
});

test('refuses a monthly table whose numbers or titles cannot be right, naming row and numbers', async () => {
  await expect(take('table.csv', months(country))).rejects.toMatchObject({ code: 'no-period' });
  await expect(take('2024-04.csv', months(country))).rejects.toMatchObject({ code: 'contradiction' });
  const wrong = shanxi.replace('30,90', '30,99');
  const refused = take('2024-03.csv', months(`${country}\n${wrong}`));
  await expect(refused).rejects.toMatchObject({ code: 'totals-do-not-add-up', row: 5 });
  await expect(take('2024-03.csv', months('总值,300,900,100,300,200,600,1,2,3'))).rejects.toThrow(/swapped/);
  expect(await sum()).toBe(0);
});

test('one place under two names is one; with other figures the later is at fault', async () => {
  const zone = '1,3,1,3,-,-,1,1,-';
  const rows = `${country}\n福建省,30,90,20,60,10,30,1,1,1\n平潭,${zone}\n平潭综合实验区,${zone}`;
  expect(await take('2024-03.csv', months(rows))).toMatchObject({ skipped: { repeated: 1 } });
  const other = `${rows}\n平潭综合实验区,2,3,2,3,-,-,1,1,-`;
  expect((await take('2024-03.csv', months(other))).rows.quarantined).toBe(1);
});

test('a preview leaves the store as it is', async () => {
  const path = join(folder, 'p-export.csv');
  writeFileSync(path, gbk(exported));
  const preview = await previewFile(store, pack, path);
  expect(preview).toMatchObject({ status: 'dry-run', rows: { loaded: 3 } });
  expect(preview.first[0]).toMatchObject({ place: '310000', commodity: '84713090', value: 1000 });
  expect(await sum()).toBe(0);
  expect(await warehouseOver(store).loads()).toEqual([]);
});

test('a second process is told in a sentence that the store is in use, and no file is a store', async () => {
  const path = join(folder, 'no-store.duckdb');
  writeFileSync(path, 'hello');
  await expect(openStore({ path, places: [] })).rejects.toMatchObject({ code: 'store-unreadable' });
});

test('every row is accounted for, whatever is done to a file', async () => {
  const lines = exported.split('\n');
  const mangled = fc.array(
    fc.oneof(
      fc.constantFrom(...lines, '', '"', '\t\t', '\0\0', ',,,,', '注：说明', header),
      fc.string(),
      fc.tuple(fc.nat(2000), fc.string()).map(([at, text]) => exported.slice(0, at) + text),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(mangled, fc.boolean(), async (rest, inGbk) => {
      const text = [header, ...rest].join('\n');
      try {
        const { rows } = await take('m-export.csv', inGbk ? gbk(text) : text);
        expect(rows.loaded + rows.unchanged + rows.quarantined + rows.skipped).toBe(rows.read);
        expect(rows.loaded).toBeGreaterThanOrEqual(0);
      } catch (error) {
        if (!(error instanceof CustomsFileError)) throw error;
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('arbitrary bytes are refused with a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(3), async (bytes, kind) => {
      const heads = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0xff, 0xfe]];
      const content = Uint8Array.from([...(heads[kind] ?? []), ...bytes]);
      await expect(take('fuzz-export.csv', content)).rejects.toBeInstanceOf(CustomsFileError);
    }),
    { numRuns: 60 },
  );
}, 60_000);

const given = fileURLToPath(new URL('../../../../../shared/data/gacc', import.meta.url));
test.runIf(existsSync(given))(
  'takes every published file at hand, with the totals that it prints',
  async () => {
    for (const path of globSync(`${given}/**/*.{csv,xls,xlsx}`).sort()) {
      const { rows, status } = await importFile(store, pack, path);
      expect(rows.loaded + rows.unchanged + rows.quarantined + rows.skipped, path).toBe(rows.read);
      if (!basename(path).startsWith('mode_2023')) expect(rows.quarantined, path).toBe(0);
      expect(['loaded', 'no-facts']).toContain(status);
    }
    const ytd = (where: string) =>
      sum('value_ytd', `until IS NULL AND month_from = 202412 AND flow = 'total' AND ${where}`);
    expect(await ytd("place = '100000'")).toBe(43_846_792_580_000);
    expect(
      await ytd(
        "place LIKE '__0000' AND place <> '100000' AND shape = (SELECT id FROM shape WHERE key = 'month,place:nested,CNY')",
      ),
    ).toBe(43_846_792_590_000);
    const mode = (year: number) =>
      sum(
        'value',
        `until IS NULL AND month_from = ${year}01 AND month_to = ${year}12 AND flow = 'total' AND mode IN ('14', '15')`,
      );
    expect([await mode(2018), await mode(2019), await mode(2020)]).toEqual([
      750_467_570_000, 704_053_940_000, 703_139_140_000,
    ]);
    expect(await warehouseOver(store).faults()).toEqual([]);
  },
  120_000,
);

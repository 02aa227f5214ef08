import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tidu as run } from '../command.ts';
import { choose, open as openAt } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a person at a page with made-up data', () => {
  let tidu: Served;
  let page: Page;

  beforeAll(async () => {
    tidu = await serve((folder) => {
      const out = join(folder, 'made-up');
      const made = run(folder, 'synth', '--out', out, '--rows', '20000', '--years', '2020');
      expect(made.status, made.stderr).toBe(0);
      expect(run(folder, 'import', out).status).toBe(0);
      const table = join(folder, 'concordance.csv');
      writeFileSync(table, 'HS 2017,HS 2022\n854231,854231\n854232,854232\n');
      expect(run(folder, 'concordance', 'add', table).status).toBe(0);
    });
  });
  afterAll(() => tidu?.stop());
  afterEach(async () => {
    await page?.context().close();
    expect(tidu.complaints()).toEqual([]);
  });
  const open = async (path: string) => {
    page = await tidu.page();
    await openAt(page, tidu.address + path);
  };

  const download = async (link: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return { path: await file.path(), asked: new URL(file.url()).searchParams };
  };

  it('is told so on every page, in both languages, on the screen and on paper', async () => {
    page = await tidu.page();
    for (const [lang, said] of [
      ['zh', '合成数据'],
      ['en', 'made up'],
    ] as const)
      for (const path of ['/', '/parks', '/parks/nanning', '/explore', '/data', '/nowhere']) {
        await page.goto(`${tidu.address}${path}?lang=${lang}`);
        const mark = page.getByRole('status').filter({ hasText: said });
        await mark.first().waitFor();
        await page.emulateMedia({ media: 'print' });
        expect(await mark.first().isVisible(), `${path} ${lang}`).toBe(true);
        await page.emulateMedia({ media: 'screen' });
      }
  });

  it('asks for goods in another edition, and sees what has no code there above the rows', async () => {
    await open('/explore?by=heading&from=2020-01&to=2020-12&flow=export');
    await choose(page.getByRole('combobox', { name: '商品编码版本' }), /^HS 2022$/);
    const left = page.getByText(/未能换算到 HS 2022：.+占 \d+\.\d\d%/);
    await left.waitFor();
    await left.click();
    await page.getByText('此前没有或对照表中没有').first().waitFor();
    await expect.poll(() => page.url()).toContain('edition=HS2022');
  });

  it('asks for processing trade in some goods with some partners, and takes the same away', async () => {
    await open('/explore?by=region&from=2020-01&to=2020-12&flow=export&mode=processing');
    await page.getByRole('combobox', { name: '商品', exact: true }).fill('85');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/goods=/);
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain('东部');
    expect(await page.innerText('main')).toContain('合成数据');
    const csv = await download('下载 CSV');
    expect(csv.asked.get('where.commodity')).toBe('85');
    expect(csv.asked.get('where.processing')).toBe('true');
    const rows = readFileSync(csv.path, 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','));
    expect(rows.map(([name]) => name).sort()).toEqual(['东北', '东部', '中部', '西部'].sort());

    const excel = await download('下载 Excel');
    // Each file that is waited for has a ticket of its own.
    const question = ({ asked }: typeof csv) => [...asked].filter(([name]) => name !== 'ticket');
    expect(question(excel)).toEqual(question(csv));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(excel.path);
    const sheet = book.worksheets[0]?.getRows(2, 4) ?? [];
    expect(sheet.map((row) => [row.getCell(1).text, String(row.getCell(2).value)])).toEqual(rows);
  });
});

import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, open as openAt } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a person with saved views', () => {
  let tidu: Served;
  let page: Page;
  beforeAll(async () => {
    tidu = await serve();
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
  /** The cells on the screen, a list for each row. */
  const tabled = () =>
    page
      .getByRole('row')
      .evaluateAll((rows) =>
        rows
          .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? ''))
          .filter((cells) => cells.some((cell) => cell !== '')),
      );

  it('lays months out, saves the view, and another opens its link and sees and takes the same', async () => {
    await open('/explore?by=region,month&from=2024-01&to=2024-06&flow=export');
    await choose(page.getByRole('combobox', { name: '横排为列', exact: true }), /^月份$/);
    await expect.poll(async () => (await tabled()).length).toBe(5);
    await page.getByRole('button', { name: '保存为视图' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: '中文名称' }).fill('上半年各区域出口');
    await form.getByRole('checkbox', { name: /固定数字/ }).check();
    await form.getByRole('button', { name: /^保 ?存$/ }).click();
    const link = await form.getByRole('link', { name: /^\/explore\/views\// }).textContent();
    await form.getByRole('button', { name: /^取 ?消$/ }).click();
    const seen = await tabled();
    expect(seen[0]).toEqual(['区域', ...[1, 2, 3, 4, 5, 6].map((n) => `2024年${n}月`)]);
    await page.context().close();

    await open(link as string);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('上半年各区域出口');
    await expect.poll(tabled).toEqual(seen);
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 Excel' }).click(),
    ]);
    expect(taken.suggestedFilename()).toBe('tidu-4-rows.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await taken.path());
    const [sheet, about] = book.worksheets;
    const inHundredMillions = (value: unknown) =>
      (Number(value) / 1e8).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const rows = (sheet?.getRows(2, 4) ?? []).map((row) => [
      row.getCell(1).text,
      ...[2, 3, 4, 5, 6, 7].map((column) => inHundredMillions(row.getCell(column).value)),
    ]);
    expect(rows).toEqual(seen.slice(1));
    expect(JSON.stringify(about?.getSheetValues())).toContain('asKnownAt');

    await page.getByRole('radiogroup', { name: '流向' }).getByText('进口', { exact: true }).click();
    await expect.poll(() => page.url()).toContain('/explore?');
    await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toContain('进口');
  });

  it('finds, renames and deletes views of its own, and has those in the box', async () => {
    await open('/explore');
    await page.getByRole('button', { name: /^视 ?图$/ }).click();
    const list = page.getByRole('dialog');
    await list.getByRole('link', { name: '上半年各区域出口' }).waitFor();
    await expect.poll(() => list.getByText('固定于版次 1').count()).toBe(1);
    await list.getByRole('button', { name: '给“上半年各区域出口”改名' }).click();
    await list.getByRole('textbox', { name: /改名/ }).fill('区域出口');
    await page.keyboard.press('Enter');
    await list.getByRole('link', { name: '区域出口', exact: true }).waitFor();
    await list.getByRole('searchbox', { name: '按名称查找' }).fill('park');
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await list.getByRole('searchbox', { name: '按名称查找' }).fill('区域出口');
    await list.getByRole('button', { name: '删除“区域出口”' }).click();
    await page
      .getByRole('button', { name: /^删 ?除$/ })
      .last()
      .click();
    await list.getByText('没有这样的视图').waitFor();
    await list.getByRole('searchbox', { name: '按名称查找' }).fill('');
    await list.getByRole('link', { name: '首批园区所在城市进出口，月份作列' }).click();
    await expect.poll(() => page.innerText('main')).toContain('海关未公布：亳州、济源、眉山');
  });
});

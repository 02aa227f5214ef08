import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, open as openAt } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

const header =
  '"数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","贸易方式编码","贸易方式名称","注册地编码","注册地名称","第一数量","第一计量单位","第二数量","第二计量单位","人民币",';
const row = (hs: string, value: string) =>
  `"202401","${hs}","某物","110","中国香港","14","来料加工贸易","31","上海市","1,000","台","0","?","${value}",`;
const exported = [header, row('84713090', '1,000'), row('85076000', '2,500'), row('85171300', '=1+1')].join(
  '\n',
);

describe.skipIf(!browserPath)('a person at the load centre', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-files-'));
  let tidu: Served;
  let page: Page;
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    tidu = await serve();
  });
  afterAll(async () => {
    await tidu?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page?.context().close();
    expect(tidu.complaints()).toEqual([]);
  });
  const open = async (path: string) => {
    page = await tidu.page();
    await openAt(page, tidu.address + path);
  };
  const chooseFiles = (...files: string[]) => page.locator('.inbox input[type=file]').setInputFiles(files);
  const upload = (name: string) => page.getByRole('listitem').filter({ hasText: name });

  it('looks at a file, says its flow, takes it in, sees what was refused and takes it back', async () => {
    await open('/data');
    await chooseFiles(file('shanghai.csv', exported));
    const one = upload('shanghai.csv');
    await one.getByText('待补充：流向').waitFor();
    await expect.poll(() => one.getByRole('button', { name: '载入 shanghai.csv' }).isDisabled()).toBe(true);

    await choose(one.getByRole('combobox', { name: '流向' }), /^出口$/);
    await one.getByRole('button', { name: '预览 shanghai.csv' }).click();
    await one.getByText('=1+1').first().waitFor();
    await one.getByRole('button', { name: '载入 shanghai.csv' }).click();
    await one.getByText('已载入 2 行').waitFor();

    const newest = page.getByRole('table').last().getByRole('row').nth(1);
    const vintage = await newest.getByRole('cell').first().textContent();
    await page.getByRole('button', { name: `查看版次 ${vintage} 的隔离行` }).click();
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载隔离行（XLSX）' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await sheet.path());
    const written = book.worksheets[0]?.getSheetValues().flat(2).join(' ');
    expect(written).toContain('=1+1');
    expect(written).toContain('N4');

    await page.getByRole('button', { name: `撤回版次 ${vintage}` }).click();
    const asked = page.getByRole('dialog');
    await expect.poll(() => asked.getByRole('button', { name: /^撤 ?回$/ }).isDisabled()).toBe(true);
    await asked.getByRole('textbox', { name: '撤回原因' }).fill('试载');
    await asked.getByRole('button', { name: /^撤 ?回$/ }).click();
    await page.getByText(`撤回版次 ${vintage}：试载`).waitFor();
    await page.getByText('收回 2 个数字').waitFor();
  });

  it('is told in its language what is wrong with a file, and loses none of the others', async () => {
    await open('/data?lang=en');
    await chooseFiles(file('notes.csv', 'a,b\n1,2\n'), file('export-2024-01.csv', exported));
    await upload('notes.csv').getByText('It is no customs table that is known').waitFor();
    await upload('export-2024-01.csv').getByText('Waiting').waitFor();
    await upload('notes.csv').getByRole('button', { name: 'Remove notes.csv' }).click();
    await expect.poll(() => upload('notes.csv').count()).toBe(0);
    expect(await upload('export-2024-01.csv').count()).toBe(1);
  });
});

import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open as openAt } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a person at the page', () => {
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

  const open = async (path = '/', options = {}) => {
    page = await tidu.page(options);
    await openAt(page, tidu.address + path);
  };
  const region = (name: string) => page.getByRole('region', { name });
  const download = async (link: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).click(),
    ]);
    return file.path();
  };

  it('opens on the map, with the figures of the newest month and what the customs do not publish', async () => {
    await open();
    await expect.poll(() => region('四大区域').innerText()).toMatch(/79\.11%/);
    const parks = page.locator('[data-figure=park-cities-share]');
    await expect.poll(() => parks.innerText()).toMatch(/25\.61%/);
    await expect.poll(() => parks.innerText()).toMatch(/13 市中的 10 市/);
    for (const city of ['亳州', '济源', '眉山'])
      await expect
        .poll(() => parks.getByRole('listitem').filter({ hasText: city }).innerText())
        .toContain('未公布');
    await expect
      .poll(() => parks.getByRole('listitem').filter({ hasText: '西安' }).innerText())
      .toContain('+12.6%');
    await expect.poll(() => page.getByRole('link', { name: /^产业园：/ }).count()).toBe(13);
  });

  it('moves through the months by keyboard, and the figures follow', async () => {
    await open();
    const month = page.getByRole('slider', { name: '月份' });
    await month.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => region('四大区域').innerText()).toContain('2024年');
    await expect.poll(() => region('四大区域').innerText()).toContain('79.70%');
    await expect.poll(() => page.innerText('body')).toContain('25.52%');
  });

  it('switches exports, growth and the table of the map', async () => {
    await open();
    await page.getByRole('radiogroup', { name: '流向' }).getByText('出口', { exact: true }).click();
    await expect.poll(() => region('四大区域').innerText()).toContain('出口');
    await page.getByRole('radiogroup', { name: '着色' }).getByText('增速').click();
    await page.getByRole('button', { name: '看表格' }).click();
    await expect.poll(() => page.getByRole('table').first().innerText()).toMatch(/市|州/);
  });

  it('shows how a figure came about, and computes it again', async () => {
    await open();
    await page.getByRole('button', { name: /园区城市比重.*来源与算法/ }).click();
    const receipt = page.getByRole('dialog');
    await expect.poll(() => receipt.innerText()).toContain('gacc-by-location.csv');
    await expect.poll(() => receipt.innerText()).toMatch(/Σ 园区所在城市外贸额/);
    await expect.poll(() => receipt.innerText()).toMatch(/商务部就首批/);
    await expect.poll(() => receipt.getByRole('row', { name: /比重/ }).innerText()).toContain('25.61');
    await receipt.getByRole('button', { name: '重新核算' }).click();
    await expect.poll(() => receipt.innerText()).toContain('结果一致');
  });

  it('opens a park from its mark, and says where the customs publish nothing', async () => {
    await open();
    await page.getByRole('link', { name: '产业园：西安' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('西安');
    await expect.poll(() => page.url()).toContain('/parks/xian');
    await openAt(page, `${tidu.address}/parks/meishan`);
    await expect.poll(() => page.innerText('main')).toMatch(/海关未单独公布眉山市/);
  });

  it('speaks English when asked, and remembers', async () => {
    await open();
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.innerText('body')).toContain('Northeast');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await openAt(page, `${tidu.address}/parks`);
    await expect.poll(() => page.innerText('main')).toContain('Nanning');
  });

  it('downloads what it shows, as CSV and as a workbook that read back the same', async () => {
    await open('/explore?by=region&from=2024-01&to=2024-12');
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain('东北');
    const csv = readFileSync(await download('下载 CSV'), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.map(([name]) => name).sort()).toEqual(['东北', '东部', '中部', '西部'].sort());

    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await download('下载 Excel'));
    const sheet = book.worksheets[0];
    const read = (sheet?.getRows(2, 4) ?? []).map((row) => [
      row.getCell(1).text,
      String(row.getCell(2).value),
    ]);
    expect(read).toEqual(rows);
  });

  it('refuses processing trade on tables without a trade mode, and says why', async () => {
    await open('/explore');
    await page
      .getByRole('radiogroup', { name: '是否加工贸易' })
      .getByText('加工贸易', { exact: true })
      .click();
    await expect.poll(() => page.innerText('main')).toMatch(/贸易方式/);
    await expect.poll(() => page.getByRole('alert').first().innerText()).toMatch(/贸易方式|trade mode/);
    tidu.complaints();
  });

  it('lets nothing be chosen that the tables do not tell apart, and says why', async () => {
    await open('/explore');
    for (const [field, reason] of [
      ['商品', '不分商品'],
      ['贸易伙伴', '不分贸易伙伴'],
      ['贸易方式', '没有贸易方式'],
    ] as const) {
      const choice = page.getByRole('combobox', { name: field, exact: true });
      await expect.poll(() => choice.isDisabled(), { message: field }).toBe(true);
      await expect.poll(() => page.locator('.question').innerText()).toContain(reason);
    }
  });

  it('prints the map and the figures, and nothing to press', async () => {
    await open();
    await expect.poll(() => region('四大区域').innerText()).toMatch(/79\.11%/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('slider').isVisible()).toBe(false);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await region('四大区域').isVisible()).toBe(true);
    await expect.poll(() => page.locator('.areas path').count()).toBeGreaterThan(300);
  });

  it('prints an answer with its question, and all of its rows', async () => {
    await open('/explore');
    await expect.poll(() => page.locator('.ant-table-row').count()).toBe(50);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.ant-table-row').count()).toBe(72);
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe(
      '金额 · 进出口 · 2024年1月 – 2025年6月',
    );
    expect(await page.getByRole('form', { name: '查询条件' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.locator('.ant-table-row').count()).toBe(50);
  });

  it('moves the map by buttons and keys, never past its edge', async () => {
    await open();
    const inSight = async () =>
      (await page.locator('.map > svg').getAttribute('viewBox'))?.split(' ').map(Number) ?? [];
    await page.locator('.map > svg').waitFor();
    const [left = 0, top = 0, width = 0] = await inSight();
    await page.getByRole('button', { name: '放大' }).click();
    await expect.poll(async () => (await inSight())[2]).toBeCloseTo(width / 1.6);
    const [near = 0] = await inSight();
    await page.getByRole('button', { name: '向东移' }).click();
    await expect.poll(async () => (await inSight())[0]).toBeGreaterThan(near);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await inSight())[0]).toBe(left);
    await page.keyboard.press('0');
    await expect.poll(inSight).toEqual([left, top, width, expect.any(Number)]);
    expect(await page.getByRole('button', { name: '向东移' }).isVisible()).toBe(true);
  });

  it('is walked by keyboard from the skip link to the marks of the map', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('link', { name: '产业园：重庆' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('/parks/chongqing');
  });

  it('says why regions changed and what is implied to have moved, each with its receipt and its table', async () => {
    await open('/');
    await page.getByRole('link', { name: '梯度转移' }).click();
    const share = page.getByRole('region', { name: /偏离—份额/ }).first();
    await share.getByRole('button', { name: '看表格' }).click();
    const east = share.getByRole('row', { name: /东部/ });
    await expect.poll(() => east.innerText()).toMatch(/4,977亿元.*−88\.3亿元.*−2,555亿元/s);
    const transfer = page.getByRole('region', { name: '推算的转移' }).first();
    await expect.poll(() => transfer.innerText()).toMatch(/北京\s+广东\s+1,166亿元\s+1,166亿元 至 1,496亿元/);
    await expect.poll(() => transfer.innerText()).toContain('并非观测');
    await expect.poll(() => page.locator('.arcs path').count()).toBe(20);
    await transfer.getByRole('button', { name: /推算的转移.*来源与算法/ }).click();
    const receipt = page.getByRole('dialog');
    await receipt.getByRole('button', { name: '重新核算' }).click();
    await expect.poll(() => receipt.innerText()).toContain('结果一致');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.getByRole('region', { name: '外贸重心的移动' }).first().innerText())
      .toContain('18.7 公里');
    const heat = page.getByRole('region', { name: /区位商/ }).first();
    await expect.poll(() => heat.innerText()).toContain('不分商品');
    await page.getByRole('radiogroup', { name: '层级' }).getByText('各省').click();
    await expect.poll(() => share.innerText()).toContain('北京');
    await expect.poll(() => page.url()).toContain('level=province');
  });

  it('fits a phone without scrolling sideways', async () => {
    page = await tidu.page({ viewport: { width: 390, height: 844 } });
    for (const path of ['/', '/parks', '/parks/nanning', '/gradient', '/explore', '/data']) {
      // What comes last is to fit too.
      await page.goto(tidu.address + path, { waitUntil: 'networkidle' });
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width, path).toBeLessThanOrEqual(390);
    }
  });
});

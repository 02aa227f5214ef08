import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open, openAgain } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a person at the quality board', () => {
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

  it('runs the checks, looks at a finding, decides on it, and finds it among those decided', async () => {
    page = await tidu.page();
    await open(page, `${tidu.address}/quality`);
    await page.getByText('运行一次检查').waitFor();
    await page.getByRole('button', { name: '运行检查' }).click();
    await page.getByText(/^上次检查/).waitFor();

    await page
      .getByRole('row', { name: /雄安新区.*超过所在的保定市/ })
      .getByRole('link')
      .press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('gacc-by-location.csv').waitFor();
    await sheet.getByRole('combobox', { name: '结论' }).press('Enter');
    await page.getByRole('option', { name: '有合理解释' }).or(page.getByTitle('有合理解释')).last().click();
    await sheet.getByRole('textbox', { name: '作出结论的人' }).fill('李');
    await sheet.getByRole('textbox', { name: '说明' }).fill('自 2025 年 5 月起单独统计');
    await sheet.getByRole('button', { name: '保存结论' }).click();
    await sheet.getByRole('listitem').getByText('自 2025 年 5 月起单独统计').waitFor();
    await page.keyboard.press('Escape');

    await page.getByText(/^已有结论 1$/).click();
    await page.getByRole('row', { name: /雄安新区.*有合理解释/ }).waitFor();
    await expect.poll(() => page.url()).toContain('list=decided');

    // What was decided stands when everything is looked at again.
    await page.getByRole('button', { name: '全部重查' }).click();
    await page.getByText(/^待定 \d+$/).waitFor();
    await openAgain(page);
    await page.getByRole('row', { name: /雄安新区.*有合理解释/ }).waitFor();
  });

  it('reads it on a phone in English, and follows a finding into the explorer', async () => {
    page = await tidu.page({ viewport: { width: 390, height: 844 } });
    await open(page, `${tidu.address}/quality?lang=en&check=break`);
    await page
      .getByRole('link', { name: /times as much/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'As a table' }).click();
    await page.getByRole('dialog').getByRole('rowheader', { name: '2024-12' }).waitFor();
    await page.getByRole('link', { name: 'Look in the explorer' }).click();
    await page.getByRole('heading', { name: 'Trade explorer' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.locator('[data-chart="line"]').waitFor();
  });
});

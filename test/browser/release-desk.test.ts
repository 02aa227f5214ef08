import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tidu as run } from '../command.ts';
import { open } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

const header = '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币';
/** Six firms everywhere, but one alone in what Nanning exports of chapter 85. */
const declared = ['34019', '44019', '45019'].flatMap((place) =>
  ['84713000', '85423119', '61091000'].flatMap((goods) =>
    (place === '45019' && goods.startsWith('85') ? [1] : [1, 2, 3, 4, 5, 6]).map(
      (firm) =>
        `出口,202401,${place}${goods.slice(0, 2)}${firm},0615,${goods},502,${place},${10000 * (10 + firm)}`,
    ),
  ),
);

describe.skipIf(!browserPath)('a person at the release desk', () => {
  let tidu: Served;
  let page: Page;
  beforeAll(async () => {
    tidu = await serve((folder) => {
      const file = join(folder, 'declared.csv');
      writeFileSync(file, [header, ...declared].join('\n'));
      expect(run(folder, 'import', file).status).toBe(0);
    });
  });
  afterAll(() => tidu?.stop());
  afterEach(async () => {
    await page?.context().close();
    expect(tidu.complaints()).toEqual([]);
  });

  it('drafts a table, sees the proof that no firm can be told, and publishes it', async () => {
    page = await tidu.page();
    await open(page, `${tidu.address}/releases`);
    await page.getByText('还没有统计表').waitFor();
    await page.getByRole('textbox', { name: '中文表名' }).fill('分省出口');
    await page.getByRole('textbox', { name: '时段' }).fill('2024-01');
    await page.getByRole('button', { name: '做保密处理' }).click();

    await page.getByRole('heading', { name: '保密证明 R1' }).waitFor();
    const recoverable = page.locator('dt', { hasText: '攻击者可推出' }).locator('..').locator('dd');
    await expect.poll(() => recoverable.textContent()).toBe('0');
    const guangxi = page.getByRole('row', { name: '广西壮族自治区' });
    await expect.poll(() => guangxi.getByRole('cell').allTextContents()).toContain('C');

    await page.getByText('攻击者能算出的区间').click();
    await page.getByRole('columnheader', { name: '下限' }).waitFor();
    await page
      .getByRole('row', { name: /广西.*本身须隐去/ })
      .first()
      .waitFor();

    await page.getByRole('button', { name: /^发 ?布$/ }).click();
    await page.getByRole('cell', { name: '已发布' }).waitFor();
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载全部（CSV）' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toBe('release-R1.csv');

    await page.getByText('占全国比重').click();
    const shares = page.getByRole('table', { name: '分省出口' });
    await shares.getByRole('cell', { name: '33.33%' }).first().waitFor();
    const ofGuangxi = shares.getByRole('row', { name: '广西壮族自治区' }).getByRole('cell');
    await expect.poll(() => ofGuangxi.allTextContents()).toContain('C');
    await expect.poll(() => page.url()).toContain('show=share');
    await page.getByRole('button', { name: '看地图' }).click();
    await page.getByRole('region', { name: '中国地图：分省出口 · 占全国比重' }).waitFor();
    await page.getByText('隐去，或本表未列').waitFor();
  });

  it('finds the addresses that other programs read, and each of them answers', async () => {
    page = await tidu.page();
    await open(page, `${tidu.address}/releases?release=R1`);
    const links = page.getByRole('region', { name: '开放数据' }).getByRole('link');
    await expect.poll(() => links.count()).toBe(6);
    const addresses = await links.evaluateAll((all) => all.map((link) => String(link.getAttribute('href'))));
    for (const address of addresses) {
      const answer = await fetch(address);
      expect([address, answer.status]).toEqual([address, 200]);
    }
    expect(await (await fetch(`${tidu.address}/api/sdmx/data/R1?format=csv`)).text()).toContain(',Q,C');
  });

  it('is told in English what is wrong with the period', async () => {
    page = await tidu.page();
    await open(page, `${tidu.address}/releases?lang=en`);
    await page.getByRole('textbox', { name: 'Title in Chinese' }).fill('表');
    await page.getByRole('textbox', { name: 'Period' }).fill('2024-13');
    await page.getByRole('button', { name: 'Protect' }).click();
    await page.getByRole('alert').getByText('"2024-13" is not a period').waitFor();
    await expect.poll(() => tidu.complaints().join()).toMatch(/422/);
  });
});

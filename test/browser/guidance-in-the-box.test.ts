import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open, press } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';
import { whatNext } from './what-next.steps.ts';

describe.skipIf(!browserPath)('guidance with the figures in the box', () => {
  let served: Served;
  let page: Page;
  beforeAll(async () => {
    served = await serve();
    page = await served.page();
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  it('names the cities under pressure, says that one year shows no trend, and what pressure is made of', async () => {
    await open(page, `${served.address}/guidance/leaving`);
    const table = page.getByRole('table', { name: '东部城市转出压力' });
    await table.getByRole('button', { name: '深圳市' }).waitFor();
    await page.getByText('只有一年可比').waitFor();
    await page.getByText('并非观测').first().waitFor();

    await table.getByRole('button', { name: '深圳市' }).click();
    const drawer = page.getByRole('dialog');
    const parts = drawer.getByRole('table', { name: '压力由哪些部分组成' });
    await parts.getByRole('rowheader', { name: '工资差距' }).waitFor();
    // Tables without trade mode tell no value-added rate: it stays unknown.
    expect(await parts.getByRole('row', { name: '加工贸易增值率' }).innerText()).toContain('未知');
    await drawer.getByText('流失的部分可能去了哪里').waitFor();
  }, 90_000);

  it('opens a receipt of the answer and reckons it again', async () => {
    await open(page, `${served.address}/guidance/leaving`);
    await page.getByRole('table', { name: '东部城市转出压力' }).waitFor();
    await page.getByRole('button', { name: '谁要转出' }).click();
    await press(page, '重新核算');
    await page.getByText('已重新核算：结果一致。').waitFor();
  }, 60_000);

  it('ranks parks with the bounds of ranks, counts sample numbers only when asked to, and opens a park', async () => {
    await open(page, `${served.address}/guidance/capacity`);
    const table = page.getByRole('table', { name: '各产业园的承接能力' });
    await table.getByRole('button', { name: '眉山' }).waitFor();
    const land = page.getByRole('table', { name: '指标和权重' }).getByRole('row', { name: '可用劳动力' });
    expect(await land.innerText()).toContain('0 / 13');
    await page.getByRole('checkbox', { name: '计入示例数据' }).check();
    await page.getByText('排序计入了示例数据').waitFor();
    expect(await land.innerText()).toContain('13 / 13');

    await table.getByRole('button', { name: '眉山' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('table', { name: '典型企业要付多少' }).getByText('服装').first().waitFor();
    await drawer.getByText('到港口怎么走').waitFor();
  }, 90_000);

  whatNext(() => served);
});

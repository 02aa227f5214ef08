import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterByHand } from './by-hand.ts';
import type { Served } from './served.ts';

/** Asks whom to pair with, and whether it worked. */
export const whetherItWorked = (served: () => Served) =>
  describe('whom to pair with, and whether it worked', () => {
    let park: Page;
    beforeAll(async () => {
      park = await enterByHand(served(), '示例·长沙市园区经办');
    });

    it('advises pairings, makes them anew with other limits, and leads to the proposal of one', async () => {
      await park.goto(`${served().address}/guidance/pairing`);
      const sentence = park.getByText(/建议新增结对 \d+ 对/);
      await sentence.waitFor();
      const before = await sentence.innerText();
      await park.getByText('打开结对').first().waitFor();
      await park.getByLabel('每个园区最多结对城市').fill('3');
      await park.keyboard.press('Tab');
      await park.waitForURL(/perPark=3/);
      const row = park.getByRole('row', { name: /长沙市/ }).filter({ hasText: '提出结对' });
      await expect.poll(() => sentence.innerText()).not.toBe(before);
      await row.first().locator('summary').click();
      await row.first().getByRole('rowheader', { name: '商品互补' }).waitFor();
      await row.first().getByRole('link', { name: '提出结对' }).click();
      await park.getByRole('heading', { name: '提出结对' }).waitFor();
      expect(new URL(park.url()).searchParams.get('with')).toMatch(/^\d{6}$/);
    }, 60_000);

    it('says in a sentence what came of it, with its numbers as a table and its receipt', async () => {
      await park.goto(`${served().address}/guidance/effect`);
      await park.getByText(/认定以后，13 个园区城市的加工贸易出口/).waitFor();
      await park.getByRole('button', { name: '看表格' }).first().click();
      await park.getByRole('row', { name: /前 1 期（基准）/ }).waitFor();
      await park.getByRole('button', { name: /查看“成效如何/ }).click();
      await park
        .getByText('group-time', { exact: false })
        .or(park.getByText('分批的双重差分'))
        .first()
        .waitFor();
      await park.keyboard.press('Escape');
      await park.getByRole('link', { name: '长沙市', exact: true }).click();
      await park.getByRole('heading', { name: '长沙市' }).waitFor();
      await park.getByText(/认定以后，长沙市的加工贸易出口/).waitFor();
      await park.getByText('合成对照由谁组成').waitFor();
      await park
        .getByText(/个项目/)
        .first()
        .waitFor();
    }, 60_000);
  });

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterByHand, open, press } from './by-hand.ts';
import type { Served } from './served.ts';

/** Asks what to do next. */
export const whatNext = (served: () => Served) =>
  describe('what to do next', () => {
    let page: Page;
    beforeAll(async () => {
      page = await enterByHand(served(), '示例·太原市园区经办');
    });

    it('brings a park’s people to their own park, and shows where a number comes from', async () => {
      await open(page, `${served().address}/guidance/parks`);
      await page.waitForURL('**/guidance/parks/taiyuan');
      await page.getByRole('heading', { name: '载入分商品的海关统计' }).waitFor();
      await page.getByText('东部以外 86 个有数城市合计').waitFor();
      await page.getByRole('button', { name: '“所在城市出口同比”的出处' }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('/city/change').waitFor();
      await press(drawer, '重新核算');
      await drawer.getByText('已重新核算：结果一致。').waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }, 90_000);

    it('gives the bulletin of the month as a file', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '月度通报（Word）' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('太原市承接加工贸易梯度转移月度通报（2025年6月）.docx');
    }, 60_000);

    it('tells the nation where the programme works and where not', async () => {
      await open(page, `${served().address}/guidance/next`);
      await page.getByText('13 个园区中 10 个所在城市有数').waitFor();
      await page.getByRole('heading', { name: '会同太原市查明增速落后的原因' }).waitFor();
      await page.getByRole('link', { name: '太原市', exact: true }).click();
      await page.waitForURL('**/guidance/parks/taiyuan');
    }, 60_000);
  });

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { choose, named, open } from './by-hand.ts';
import type { Served } from './served.ts';

/** Asks whose share will rise. */
export const whoseShareWillRise = (served: () => Served) =>
  describe('whose share will rise', () => {
    let page: Page;
    beforeAll(async () => {
      page = await served().page();
    });

    it('sees for which goods of a park city, why, and how well it would have done', async () => {
      await open(page, `${served().address}/guidance/prediction`);
      const today = page.getByRole('table', { name: '份额上升的可能性' });
      await today.waitFor();
      expect(await page.getByRole('heading', { name: '到2023年，谁的份额可能上升' }).isVisible()).toBe(true);
      await choose(page.getByRole('combobox', { name: '商品组' }), /^电子和电气设备$/);
      await expect.poll(() => page.url()).toContain('group=electronics');
      await today
        .getByRole('row', { name: '电子和电气设备' })
        .first()
        .getByRole('button', { name: '为何' })
        .click();
      const why = page.getByRole('dialog');
      await why.getByRole('row', { name: '专业化程度（区位商）' }).waitFor();
      expect(await why.innerText()).toContain('不说明原因');
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'hidden' });

      await page.getByText('共检验 1 次').waitFor();
      await page.getByRole('table', { name: '说几成，来几成' }).waitFor();
      await page.getByRole('button', { name: /过去若照此推断，准不准/ }).click();
      await page.getByRole('dialog').getByText('docs/methods/prediction.md').first().waitFor();
      expect(served().complaints()).toEqual([]);
    });

    it('reads what it must not be used for, in English and by the keyboard', async () => {
      await open(page, `${served().address}/guidance/prediction?lang=en`);
      await page.getByText('Granting or refusing anything').waitFor();
      await page
        .getByRole('button', { name: named('Why') })
        .or(page.getByRole('button', { name: /: why$/ }))
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('columnheader', { name: 'Odds of rising' }).waitFor();
    });
  });

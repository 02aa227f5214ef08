import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tidu } from '../command.ts';
import { open, press } from './by-hand.ts';
import { whetherItWorked } from './did-it-work.steps.ts';
import { whoseShareWillRise } from './prediction.steps.ts';
import { act, enterAs, saved, stateIs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('guidance on a made-up nation', () => {
  let served: Served;
  let ministry: Page;
  let park: Page;
  let scenario = '';
  beforeAll(async () => {
    // Official tables by city tell no goods, and without goods nobody knows what they need of a park.
    served = await serve((folder) => {
      const out = join(folder, 'made-up');
      const made = tidu(folder, 'synth', '--out', out, '--rows', '52000', '--years', '2020..2022');
      expect(made.status, made.stderr).toBe(0);
      expect(tidu(folder, 'import', out).status).toBe(0);
    });
    ministry = await enterAs(served, 'ministry');
    park = await enterAs(served, 'park-taiyuan');
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  const placements = (page: Page) => page.getByRole('table', { name: '方案表' });
  /** What Taiyuan gets, as the page says it. */
  const ofTaiyuan = (page: Page) =>
    page.getByRole('table', { name: '各产业园所得' }).getByRole('row', { name: /^太原市/ });
  const reckoned = (page: Page) => page.locator('.scenario-result[aria-busy=false]').waitFor();

  it('is kept as a scenario of the ministry, which lowers a limit and sees the plan change', async () => {
    await open(ministry, `${served.address}/guidance/plan`);
    await ministry.getByRole('textbox', { name: '情景名称' }).fill('太原用地收紧');
    await press(ministry, '从现状新建');
    await ministry.waitForURL(/\/guidance\/plan\/scenario-\d+$/);
    scenario = new URL(ministry.url()).pathname;
    await placements(ministry).waitFor();
    await ministry.getByText('园区填报 120 公顷').waitFor();
    await saved(ministry);
    const before = await ofTaiyuan(ministry).innerText();
    await ministry.getByRole('spinbutton', { name: '手工限额：太原市用地' }).fill('30');
    await ministry.getByRole('textbox', { name: '理由：太原市用地' }).fill('规划调整');
    await ofTaiyuan(ministry)
      .and(ministry.locator('tr', { hasNotText: before }))
      .waitFor();
    await reckoned(ministry);
    await saved(ministry);
    await ministry.getByRole('listitem').filter({ hasText: '太原市每多一公顷用地' }).waitFor();
  }, 60_000);

  it('says of a placement why this park, why not the next, and what would have to change', async () => {
    await ministry
      .getByRole('button', { name: /^为什么：/ })
      .first()
      .click();
    const drawer = ministry.getByRole('dialog');
    for (const heading of ['为什么是这里', /^为什么不是下一个：/, '要怎样才会改去那里'])
      await drawer.getByRole('heading', { name: heading }).waitFor();
    await drawer
      .getByRole('row', { name: /^产业关联/ })
      .first()
      .waitFor();
    await press(drawer, '关闭');
    await drawer.waitFor({ state: 'hidden' });
  }, 30_000);

  it('answers moved weights with an approximation that says so, then in full', async () => {
    // The whole answer waits until the approximation has been seen.
    const seen = Promise.withResolvers<void>();
    await ministry.route('**/api/guidance/plan', async (route) => {
      if (!route.request().postData()?.includes('quickFrom')) await seen.promise;
      await route.continue();
    });
    await ministry.getByRole('slider', { name: '权重：路途近' }).press('ArrowRight');
    await ministry.locator('.plan-summary .approximate').waitFor();
    seen.resolve();
    await ministry.getByText('已算到头').waitFor();
    await reckoned(ministry);
    await saved(ministry);
  }, 30_000);

  it('says which demands cannot be met together, and what to loosen', async () => {
    const least = ministry.getByRole('spinbutton', { name: '每园不少于平均数的' });
    await least.fill('1');
    await ministry.getByRole('spinbutton', { name: '手工限额：太原市用地' }).fill('1');
    const conflicts = ministry.getByRole('alert').filter({ hasText: '不能同时满足' });
    await conflicts.getByRole('listitem').filter({ hasText: '太原市的用地限额' }).waitFor();
    await ministry.getByRole('spinbutton', { name: '手工限额：太原市用地' }).fill('30');
    await least.fill('0.1');
    await placements(ministry).waitFor();
    await reckoned(ministry);
    await saved(ministry);
  }, 30_000);

  it('is shared with a park, which sees it and can change nothing of it', async () => {
    await ministry.getByRole('combobox', { name: '共享给' }).fill('太原市园区');
    await ministry.locator('.ant-select-item-option:visible', { hasText: '太原市园区' }).click();
    await ministry.getByRole('combobox', { name: '共享给' }).press('Escape');
    await press(ministry, '共享');
    await stateIs(ministry, 'shared');
    await open(park, `${served.address}/guidance/plan`);
    await park.getByRole('link', { name: '太原用地收紧' }).click();
    await park.getByText('您可以查看、比较、复制，不能修改').waitFor();
    await placements(park).waitFor();
    expect(await park.getByRole('spinbutton', { name: '手工限额：太原市用地' }).isDisabled()).toBe(true);
  }, 60_000);

  it('is set beside another scenario: what was asked otherwise, what moved, and why', async () => {
    await open(
      ministry,
      `${served.address}/guidance/plan/compare?a=scenario-1&b=${scenario.split('/').pop()}`,
    );
    await ministry
      .getByRole('table', { name: '设置的不同' })
      .getByRole('row', { name: /太原市 用地 不手工设定 30 公顷/ })
      .waitFor();
    await ministry
      .getByRole('table', { name: '变动的安排' })
      .getByRole('row', { name: /太原市.*那里的用地限额由 120 公顷 改为 30 公顷/ })
      .first()
      .waitFor();
  }, 30_000);

  it('leaves as a table, and goes back to its makers', async () => {
    await open(ministry, `${served.address}${scenario}`);
    const [file] = await Promise.all([
      ministry.waitForEvent('download'),
      ministry.getByRole('link', { name: '下载方案（CSV）' }).click(),
    ]);
    const [head = '', first = ''] = readFileSync(await file.path(), 'utf8').split('\n');
    expect(head).toContain('产业园');
    expect(first).toMatch(/^\d{6},/);
    await act(ministry, '收回修改');
    await stateIs(ministry, 'draft');
  }, 30_000);

  whoseShareWillRise(() => served);
  whetherItWorked(() => served);
});

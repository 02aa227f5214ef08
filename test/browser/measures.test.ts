import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, named, open, press } from './by-hand.ts';
import { act, enterAs, stateIs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a policy measure, from a draft to a visitor who tries it', () => {
  let served: Served;
  let park: Page;
  let province: Page;
  beforeAll(async () => {
    served = await serve();
    park = await enterAs(served, 'park-taiyuan');
    province = await enterAs(served, 'province-140000');
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  const text = () => park.locator('#measure-text');
  const rewrite = async (from: string, to: string) => {
    const was = await text().inputValue();
    expect(was).toContain(from);
    await text().fill(was.replace(from, to));
  };

  it('an official drafts it, sees a fault with its line, mends it and sees its examples come out', async () => {
    await open(park, `${served.address}/measures`);
    await park.getByRole('link', { name: '起草措施' }).click();
    await park.getByRole('textbox', { name: '编号' }).fill('taiyuan-equipment-test');
    await park.getByText('2 个算例全部相符').waitFor();

    await rewrite('project.equipmentCny * p.rate', 'project.equipmentCnyy * p.rate');
    const fault = park.locator('.measure-faults li');
    await fault.getByText('没有字段 equipmentCnyy').waitFor();
    const [line] = /\d+/.exec(await fault.getByRole('button').innerText()) ?? [];
    expect((await text().inputValue()).split('\n')[Number(line) - 1]).toContain('equipmentCnyy');
    await fault.getByRole('button').click();
    await park.locator('#measure-text:focus').waitFor();

    await rewrite('project.equipmentCnyy * p.rate', 'project.equipmentCny * p.rate * 2');
    await park.getByText('1 个算例不符').waitFor();
    await rewrite('expect: { verdict: given, total: 2000000 }', 'expect: { verdict: given, total: 3000000 }');
    await park.getByText('2 个算例全部相符').waitFor();
  }, 90_000);

  it('sees whom it would touch among made-up companies, saves it and proposes it', async () => {
    await press(park, '试算影响');
    await park.getByText('合成企业上').waitFor();
    await park.locator('.measure-checked dt', { hasText: '受益' }).waitFor();
    await press(park, '保存草案');
    await park.waitForURL(/\/measures\/edit\/measure-\d+/);
    await stateIs(park, 'draft');
    await act(park, '报请施行');
    await stateIs(park, 'proposed');
    expect(await text().isEditable()).toBe(false);
  }, 60_000);

  it('the province puts it in force, and the library shows it as a page of law', async () => {
    await open(province, `${served.address}/measures`);
    await province.locator('.measures-mine').getByRole('link', { name: '设备投资补助', exact: true }).click();
    await stateIs(province, 'proposed');
    await act(province, named('施行'));
    await stateIs(province, 'in-force');
    await province.getByRole('link', { name: '在措施库中查看' }).click();
    await province.getByRole('heading', { name: '享受条件' }).waitFor();
    await province.getByText('第一条').first().waitFor();
  }, 60_000);

  it('a visitor finds it by pinyin and place, tries it on a company and reads why', async () => {
    const visitor = await served.page();
    await open(visitor, `${served.address}/measures`);
    await visitor.getByRole('searchbox').fill('shebeitouzi');
    await visitor.getByRole('searchbox').press('Enter');
    await choose(visitor.getByRole('combobox', { name: '地区' }), '太原市');
    await visitor.getByRole('link', { name: '设备投资补助', exact: true }).click();
    const verdict = (wanted: string) => visitor.locator(`.verdict[data-verdict="${wanted}"]`).waitFor();
    await verdict('given');
    await visitor.locator('.verdict', { hasText: '300万元' }).waitFor();
    const equipment = visitor.getByRole('spinbutton', { name: '设备投资' });
    await equipment.fill('100');
    await verdict('not-eligible');
    await visitor.locator('.measure-reasons li[data-said="false"]', { hasText: '第一条' }).waitFor();
    await equipment.fill('');
    await verdict('unknown');
    await visitor.getByText('补充后才能判断：设备投资').waitFor();
    // The record is published too, without what was written to those who decide.
    await open(visitor, park.url());
    await stateIs(visitor, 'in-force');
    expect(await visitor.locator('#measure-text').isEditable()).toBe(false);
  }, 60_000);

  it('the ministry sees what measures would cost, and which are never given', async () => {
    const ministry = await enterAs(served, 'ministry');
    await open(ministry, `${served.address}/measures/use`);
    await ministry.getByRole('table', { name: '预算与使用' }).waitFor();
    await choose(ministry.getByRole('combobox', { name: '只看' }), '无企业享受');
    await ministry.waitForURL(/code=never-given/);
    const rows = ministry.locator('.measure-uses tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.all()) expect(await row.innerText()).toContain('无企业享受');
  }, 60_000);

  it('an official brings a measure in from a workbook, as it was given out', async () => {
    await open(park, `${served.address}/measures/west-income-tax-15`);
    const waiting = park.waitForEvent('download');
    await park.getByRole('link', { name: '下载 Excel' }).click();
    const file = await (await waiting).path();
    await open(park, `${served.address}/measures/edit/new`);
    await park.locator('#measure-workbook').setInputFiles({
      name: 'measures.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: readFileSync(file),
    });
    await park.locator('.checked-line[data-sound="true"]', { hasText: '西部地区鼓励类产业' }).waitFor();
    expect(await park.getByRole('textbox', { name: '编号' }).inputValue()).toBe('west-income-tax-15');
    expect(await text().inputValue()).toContain('project.encouragedShare >= 0.6');
  }, 60_000);
});

import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, give, named, open, press } from './by-hand.ts';
import { act, enterAs, saved, stateIs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a company that may move', () => {
  let served: Served;
  let company: Page;
  let park: Page;
  let plan = '';
  beforeAll(async () => {
    served = await serve();
    company = await enterAs(served, 'company-2');
    park = await enterAs(served, 'park-taiyuan');
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  it('begins a plan from a typical one, changes it, and sees what is missing', async () => {
    await open(company, `${served.address}/move`);
    await company.getByText('还没有方案').waitFor();
    await company.getByRole('textbox', { name: '方案名称' }).fill('电子总装内迁');
    await choose(company.getByRole('combobox', { name: '从典型行业起步' }), '电子组装');
    await press(company, '开始填写');
    await company.waitForURL(/\/move\/company-plan-\d+$/);
    plan = new URL(company.url()).pathname;
    await company.getByRole('spinbutton', { name: '设备投资' }).fill('20000');
    await saved(company);
    await company.locator('.checks li[data-verdict="met"]', { hasText: '用工成本' }).waitFor();
    await company.locator('.checks li[data-verdict="unknown"]', { hasText: '水费' }).waitFor();
  }, 90_000);

  it('compares thirteen parks, reads the sources of one cost and the reasons of one measure', async () => {
    await company.getByRole('link', { name: '比较各园区' }).click();
    const rows = company.getByRole('table', { name: '并列比较' }).locator('tbody tr');
    await rows.nth(12).waitFor();
    expect(await rows.all()).toHaveLength(13);
    await press(company, '太原市：用工成本');
    const drawer = company.getByRole('dialog');
    await drawer.locator('.rests-on a').first().waitFor();
    await drawer.getByText('官方发布').first().waitFor();
    await press(drawer, '关闭');
    await drawer.waitFor({ state: 'hidden' });
    await press(company, '太原市：政策收益');
    await drawer.locator('.measure-there summary').first().click();
    await drawer.locator('.verdict').first().waitFor();
    await press(drawer, '关闭');
    await drawer.waitFor({ state: 'hidden' });
    await company.getByRole('table', { name: '一起变动时（蒙特卡洛）' }).waitFor();
    await company.getByRole('heading', { name: '排名何时改变' }).waitFor();
  }, 90_000);

  it('takes the offer sheet of a park along, as a page and as a workbook', async () => {
    const taken = async (name: string) => {
      const [file] = await Promise.all([
        company.waitForEvent('download'),
        company.getByRole('link', { name }).click(),
      ]);
      return readFileSync(await file.path());
    };
    await choose(company.getByRole('combobox', { name: '测算单的园区' }), '南宁市');
    expect((await taken('下载 PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await taken('下载 XLSX')) as never);
    const said = workbook.worksheets.flatMap((sheet) => JSON.stringify(sheet.getSheetValues()));
    expect(said[0]).toContain('南宁市');
    expect(said[0]).toContain('电子总装内迁');
  }, 60_000);

  it('lets two parks know, unnamed, what it chooses to tell', async () => {
    await open(company, `${served.address}${plan}`);
    await act(company, '标为完成');
    await stateIs(company, 'ready');
    const parks = company.getByRole('combobox', { name: '发给哪些园区' });
    await parks.click();
    // The list stays open while several are chosen.
    for (const name of ['太原市', '南宁市']) {
      await parks.fill(name);
      await company.locator(`.ant-select-item-option[title="${name}"]:visible`).click();
      await company.locator('.question .ant-select-selection-item', { hasText: name }).waitFor();
    }
    await parks.press('Escape');
    await company.getByRole('textbox', { name: '行业' }).last().fill('电子制造');
    await company.getByRole('textbox', { name: '说明' }).fill('拟租厂房四万平方米。');
    await company.locator('.intent-told', { hasText: '暂不具名' }).waitFor();
    await press(company, '发给2个园区');
    await company.getByRole('table', { name: '已发出的意向' }).locator('tbody tr').nth(1).waitFor();
  }, 60_000);

  it('is answered by a park that sees nothing else', async () => {
    await open(park, `${served.address}/intents`);
    await park.getByRole('link', { name: '未具名企业：电子制造' }).click();
    await stateIs(park, 'sent');
    expect(await park.locator('main').innerText()).not.toMatch(/示例企业2|示例·企业2|电子总装内迁/);
    await press(park, '答复');
    await give(park, { 答复内容: '有厂房可租。', 园区联系人: '招商局', 有效期至: '2099-12-31' }, '答复');
    await stateIs(park, 'answered');
    await open(company, `${served.address}${plan}`);
    await company.getByRole('table', { name: '已发出的意向' }).getByText('园区已答复').waitFor();
  }, 60_000);

  it('is told when a measure changes what it would get', async () => {
    await open(park, `${served.address}/measures/edit/new`);
    await park.getByRole('textbox', { name: '编号' }).fill('taiyuan-movers-test');
    await park.locator('#measure-text').fill(grant);
    await park.getByText('1 个算例全部相符').waitFor();
    await press(park, '保存草案');
    await park.waitForURL(/\/measures\/edit\/measure-\d+/);
    await act(park, '报请施行');
    await stateIs(park, 'proposed');
    const province = await enterAs(served, 'province-140000');
    await open(province, park.url());
    await act(province, named('施行'));
    await stateIs(province, 'in-force');
    await open(company, `${served.address}/work`);
    await company
      .getByText('“太原内迁设备补助”已施行，本方案可得的支持有变化：太原市十年+2,000万元')
      .waitFor();
    await open(company, `${served.address}${plan}/compare`);
    await press(company, '太原市：政策收益');
    await company
      .getByRole('dialog')
      .locator('.measure-there', { hasText: '太原内迁设备补助' })
      .getByText('给予 2,000万元')
      .waitFor();
  }, 90_000);
});

const grant = `title: { zh: 太原内迁设备补助, en: Equipment grant for movers to Taiyuan }
issuer: { zh: 太原市, en: Taiyuan }
source: own
wording: paraphrase
holds: { in: ["140100"], from: 2020-01-01 }
kind: equipment
about: { zh: 测试, en: A test }
eligible:
  - when: project.equipmentCny >= 5000000
    says: { zh: 设备500万元以上, en: Five million of equipment and more }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * 0.1
      says: { zh: 按比例, en: A share }
examples:
  - name: { zh: 设备2000万元, en: Twenty million of equipment }
    date: 2026-06-30
    place: "140100"
    project: { equipmentCny: 20000000 }
    expect: { verdict: given, total: 2000000 }
`;

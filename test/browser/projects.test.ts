import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, enterByHand, give, named, press } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
/** The same day so many months ago; the first of the month keeps it a date. */
const ago = (months: number) => {
  const now = new Date(`${today}T00:00:00Z`);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
};

describe.skipIf(!browserPath)('projects and plans', () => {
  let served: Served;
  let taiyuan: Page;
  let bozhou: Page;
  let shenzhen: Page;
  beforeAll(async () => {
    served = await serve();
    // The demonstration is made when somebody first asks for it.
    await fetch(`${served.address}/api/session`);
    taiyuan = await enterByHand(served, '示例·太原市园区经办');
    bozhou = await enterByHand(served, '示例·亳州市园区经办');
    shenzhen = await enterByHand(served, '示例·深圳市经办');
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  const until = (page: Page, said: string) =>
    page.locator('.record-head .state-tag', { hasText: said }).waitFor();
  const box = (page: Page, label: string) => page.getByRole('combobox', { name: label });
  async function enter(page: Page, company: string, money: string) {
    await page.goto(`${served.address}/projects`);
    await page.getByRole('link', { name: '录入项目' }).click();
    await page.getByLabel('项目名称').fill('高速连接器生产线');
    await page.getByLabel('投资方').fill(company);
    await choose(box(page, '来源地'), '深圳市');
    await choose(box(page, '行业'), '39');
    await choose(box(page, '共建方'), '深圳市');
    await page.getByLabel('首次对接日期').fill(ago(20));
    await page.getByLabel('计划投资').fill(money);
    await page.getByLabel('计划用工').fill('400');
    await press(page, '保存');
    await until(page, '线索');
  }

  it('a park enters a project and its partner confirms it', async () => {
    await enter(taiyuan, '深圳市示例云谷精密电子有限公司', '20000');
    await shenzhen.goto(taiyuan.url());
    await press(shenzhen, '确认共建');
    await until(shenzhen, '洽谈');
    await shenzhen.getByText(`${today}确认`).waitFor();
  }, 60_000);

  it('a second park enters the same, and neither can sign before both agree', async () => {
    await enter(bozhou, '示例云谷精密电子（深圳）股份有限公司', '20800');
    await bozhou.getByRole('heading', { name: '疑似重复申报' }).waitFor();
    const told = await bozhou.locator('.claims').innerText();
    expect(told).toContain('太原市申报的“高速连接器生产线”');
    expect(told).toContain('名称相同');
    expect(told).not.toContain('亿');

    await taiyuan.reload();
    await taiyuan.getByText('疑与亳州市申报的项目重复').first().waitFor();
    await expect.poll(() => taiyuan.getByRole('button', { name: named('签约') }).isDisabled()).toBe(true);

    await press(bozhou, '提出认定意见');
    await choose(box(bozhou, '认定'), '同一项目，计入太原');
    await give(bozhou, { 理由: '示例：投资方确认只在太原落户' }, '提出认定意见');
    await bozhou.getByText('提出：').waitFor();
    await taiyuan.reload();
    await press(taiyuan, '同意');
    await taiyuan.locator('.claim .state-tag', { hasText: '已认定' }).waitFor();
    await bozhou.reload();
    await bozhou.locator('dd', { hasText: /^0%$/ }).waitFor();
  }, 90_000);

  it('stages are entered with evidence, to the first export', async () => {
    const stages = [
      ['签约', '签约'],
      ['落地', '落地'],
      ['开工', '开工建设'],
      ['安装设备', '设备安装'],
      ['投产', '投产'],
      ['首次出口', '首次出口'],
    ] as const;
    // Confirmed today, so that no stage is earlier.
    await taiyuan.locator('.files input[type=file]').setInputFiles({
      name: '示例投资协议.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
    });
    await taiyuan.locator('.files').getByRole('link', { name: '示例投资协议.pdf' }).waitFor();
    for (const [act, state] of stages) {
      await press(taiyuan, act);
      if (act === '签约') await choose(box(taiyuan, '所附文件'), '示例投资协议');
      await give(taiyuan, { 日期: today, 佐证: `示例文号-${act}` }, act);
      await until(taiyuan, state);
    }
    await expect
      .poll(() => taiyuan.locator('.timeline .evidence').allInnerTexts())
      .toEqual(stages.map(([act]) => `示例文号-${act}`));
    await taiyuan.locator('.timeline').getByRole('link', { name: '示例投资协议.pdf' }).waitFor();
  }, 90_000);

  it('a result is entered and stands beside the promise', async () => {
    await taiyuan.getByLabel('年份').fill(today.slice(0, 4));
    await taiyuan.getByLabel('到位投资').fill('15000');
    await taiyuan.getByLabel('年末用工').fill('100');
    await press(taiyuan, '登记');
    const rows = taiyuan.getByRole('table', { name: '承诺与实绩' }).getByRole('row');
    await expect
      .poll(() => rows.filter({ hasText: '投资' }).innerText())
      .toMatch(/2\.00亿元\s+1\.50亿元\s+75%/);
    await taiyuan.goto(`${served.address}/projects?view=results&text=云谷`);
    const sums = taiyuan.getByRole('table', { name: '承诺与实绩' });
    await expect.poll(() => sums.innerText()).toMatch(/合计\s+1\s+2\.00亿元\s+1\.50亿元\s+75%/);
  }, 60_000);

  it('who is not concerned finds no project, and groups of three companies only', async () => {
    const anybody = await served.page();
    await anybody.goto(`${served.address}/projects`);
    const rows = anybody.getByRole('table', { name: '项目来源与去向' }).getByRole('row');
    await rows.nth(1).waitFor();
    const counts = await rows.locator('td:nth-child(3)').allInnerTexts();
    expect(counts.every((count) => Number(count) >= 3)).toBe(true);
    expect(await anybody.locator('main').innerText()).not.toContain('云谷');
  }, 60_000);

  it('a table is brought in whole or not at all, and taken out again', async () => {
    await taiyuan.goto(`${served.address}/projects`);
    await press(taiyuan, '导入');
    const headings = [
      '项目名称',
      '投资方',
      '来源地',
      '行业代码',
      '首次对接日期',
      '计划投资（万元）',
      '计划用工（人）',
    ];
    const good = ['示例导入项目', '示例导入玩具有限公司', '汕头', '2451', '2024-03-05', '3000', '90'];
    const bring = async (rows: string[][]) => {
      const buffer = Buffer.from([headings, ...rows].map((row) => row.join(',')).join('\n'));
      await taiyuan.getByLabel('选择文件').setInputFiles({ name: '项目.csv', mimeType: 'text/csv', buffer });
      await press(taiyuan.locator('.bring-in'), '导入');
    };
    await bring([good, good.with(2, '不存在的市')]);
    const fault = taiyuan.locator('.bring-in tbody tr');
    await expect
      .poll(() => fault.allInnerTexts())
      .toEqual([expect.stringMatching(/^3\s+来源地\s+不存在的市\s+没有这个城市/)]);
    await bring([good]);
    await taiyuan.getByText('已导入1个项目').waitFor();

    const [taken] = await Promise.all([
      taiyuan.waitForEvent('download'),
      taiyuan.getByRole('link', { name: '下载 Excel' }).click(),
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await taken.path());
    const names = book.worksheets[0]?.getColumn(2).values.map(String) ?? [];
    expect(names).toContain('示例导入项目');
    expect(names.filter((name) => name === '高速连接器生产线')).toHaveLength(1);
  }, 90_000);

  it('a plan goes from draft to complete, task by task', async () => {
    await taiyuan.goto(`${served.address}/plans`);
    await taiyuan.getByRole('link', { name: '新建计划' }).click();
    await taiyuan.getByLabel('名称', { exact: true }).fill('示例：承接电子信息产业行动计划');
    await taiyuan.getByRole('combobox', { name: '参与单位' }).fill('深圳市');
    await taiyuan.keyboard.press('Enter');
    await taiyuan.keyboard.press('Escape');
    await press(taiyuan, '增加目标');
    await taiyuan.getByLabel('目标', { exact: true }).fill('加工贸易进出口额');
    await taiyuan.getByLabel('单位', { exact: true }).fill('亿元');
    await taiyuan.getByLabel('基年', { exact: true }).fill('2024');
    await taiyuan.getByLabel('基年值').fill('100');
    await taiyuan.getByLabel('目标年', { exact: true }).fill('2027');
    await taiyuan.getByLabel('目标值').fill('150');
    await press(taiyuan, '保存');
    await until(taiyuan, '草案');
    const plan = taiyuan.url();
    await taiyuan.getByText('计划没有任务').waitFor();

    await taiyuan.getByLabel('任务', { exact: true }).last().fill('示例：互派干部');
    await choose(box(taiyuan, '责任单位'), '深圳市');
    await taiyuan.getByLabel('开始', { exact: true }).fill(ago(2));
    await taiyuan.getByLabel('期限', { exact: true }).fill(today);
    await press(taiyuan, '增加任务');
    await taiyuan.getByRole('link', { name: '示例：互派干部' }).waitFor();
    await press(taiyuan, '印发');
    await until(taiyuan, '已印发');

    await shenzhen.goto(plan);
    await shenzhen.getByRole('link', { name: '示例：互派干部' }).click();
    await press(shenzhen, '开始');
    await give(shenzhen, { 日期: today, 情况: '示例：名单已定' }, '开始');
    await until(shenzhen, '进行中');
    await press(shenzhen, '报完成');
    await give(shenzhen, { 日期: today, 情况: '示例：已到岗', 佐证材料: '示例任职文件1号' }, '报完成');
    await until(shenzhen, '待验收');

    await taiyuan.goto(plan);
    await press(taiyuan, '启动');
    await until(taiyuan, '实施中');
    await expect.poll(() => taiyuan.getByRole('button', { name: named('完成') }).isDisabled()).toBe(true);
    await taiyuan.goto(shenzhen.url());
    await press(taiyuan, '验收');
    await until(taiyuan, '已验收');
    await taiyuan.goto(plan);
    await taiyuan.getByText('实际100%').first().waitFor();
    await press(taiyuan, '完成');
    await until(taiyuan, '已完成');
  }, 120_000);
});

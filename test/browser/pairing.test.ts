import { readFileSync } from 'node:fs';
import { Workbook } from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choose, enterByHand, give, press } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

const year = new Date().getFullYear() - 1;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describe.skipIf(!browserPath)('a pairing, from proposal to a confirmed statement', () => {
  let served: Served;
  let park: Page;
  let partner: Page;
  let ministry: Page;
  beforeAll(async () => {
    served = await serve();
    park = await enterByHand(served, '示例·太原市园区经办');
    partner = await enterByHand(served, '示例·宁波市经办');
    ministry = await enterByHand(served, '示例·部机关经办');
  }, 180_000);
  afterEach(() => expect(served.complaints()).toEqual([]));
  afterAll(() => served?.stop());

  const state = (page: Page) => page.locator('.record-head .state-tag').innerText();
  const until = (page: Page, said: string) =>
    page.locator('.record-head .state-tag', { hasText: said }).waitFor();

  it('is proposed by a park and agreed to by the other side', async () => {
    await park.goto(`${served.address}/pairings`);
    await choose(park.getByLabel('结对对象'), /宁波市（东部伙伴，示例）/);
    await park.getByLabel('中文名称').fill('太原—宁波');
    await park.getByLabel('英文名称').fill('Taiyuan–Ningbo');
    await park.getByLabel('共建设想').fill('共同承接电子信息产业的梯度转移');
    await press(park, '提出结对');
    await park.getByRole('heading', { name: '太原—宁波' }).waitFor();
    await expect.poll(() => state(park)).toBe('已提出');

    await partner.goto(park.url());
    await press(partner, '原则同意');
    await until(partner, '原则同意');
  }, 60_000);

  it('gets an agreement from templates, which is talked over and signed by both', async () => {
    await park.reload();
    await press(park, '起草协议');
    await park.getByRole('heading', { name: '太原—宁波合作框架协议' }).waitFor();
    await park.getByLabel('每年活动（场）').fill('3');
    await park.getByRole('checkbox', { name: '权益分配条款' }).check();
    await park.getByLabel('起始月份').fill(`${year}-01`);
    await park.getByLabel('自（年）').fill(String(year));
    await press(park, '增加项目');
    await park.getByLabel('名称', { exact: true }).fill('示例电子');
    await press(park, '保存');
    await park.getByText('每年联合举办不少于3场招商推介活动').waitFor();
    await expect.poll(() => park.locator('.agreement-text').innerText()).toContain('园区方与合作方按4:6分配');
    await press(park, '送对方磋商');
    await until(park, '磋商');

    await partner.goto(park.url());
    await press(partner, '签署');
    await give(partner, { 签署人姓名: '示例·副市长', 签署日期: today }, '签署');
    await until(partner, '一方已签');
    await expect.poll(() => partner.getByText('本方已签署').count()).toBe(1);

    await park.reload();
    await press(park, '签署（第二方）');
    await give(park, { 签署人姓名: '示例·园区主任', 签署日期: today }, '签署（第二方）');
    await until(park, '生效');
    await expect.poll(() => park.locator('.agreement-text').innerText()).toContain('示例·副市长');
    await park.getByRole('link', { name: '返回结对' }).click();
    await until(park, '活跃');
  }, 60_000);

  it('makes obligations due; one is fulfilled with evidence and confirmed', async () => {
    const owed = (page: Page) => page.locator('tr', { hasText: '召集首次联席会议' });
    // The first meeting is owed only where the agreement began less than sixty days ago: the yearly ones always are.
    const row = (page: Page) =>
      page.locator('tr[data-obligation]', { hasText: '举办本年度的联合招商活动' }).first();
    await row(park).waitFor();
    expect(await owed(park).count()).toBeLessThan(2);
    await row(park).getByRole('button', { name: '办理' }).click();
    await press(park, '申报履行');
    await give(park, { 履行情况和凭据: '推介会签到表、照片', 履行日期: today }, '申报履行');
    await row(park).getByText('已申报履行').waitFor();

    await partner.goto(park.url());
    await row(partner).getByRole('button', { name: '办理' }).click();
    await press(partner, '确认履行');
    await row(partner).getByText('已确认').waitFor();
    await expect.poll(() => row(partner).innerText()).toContain('推介会签到表、照片');
  }, 60_000);

  it('lets a side take on what no clause promises, on the page of the agreement', async () => {
    const pairing = park.url();
    await park.getByRole('link', { name: '太原—宁波合作框架协议' }).click();
    await park.getByLabel('本方承担的事项').fill('示例：提供标准厂房清单');
    await park.getByLabel('到期日').fill(today);
    await press(park, '增加义务');
    await park.getByRole('link', { name: '示例：提供标准厂房清单' }).waitFor();
    await park.goto(pairing);
    await park.locator('tr[data-obligation]', { hasText: '示例：提供标准厂房清单' }).waitFor();
  }, 60_000);

  it('remembers an event with its numbers, and the pulse rises by it', async () => {
    const pulse = async () =>
      Number((await partner.getByRole('heading', { name: /热度怎么算/ }).innerText()).split(' ').at(-1));
    const before = await pulse();
    await partner.getByLabel('名称', { exact: true }).fill('宁波电子信息推介会');
    await partner.getByLabel('日期', { exact: true }).fill(today);
    await partner.getByLabel('对接企业（家）').fill('26');
    await press(partner, '登记活动');
    await partner.getByText('对接企业（家） 26').waitFor();
    await expect.poll(pulse).toBeCloseTo(before + 2, 1);
  }, 60_000);

  it('shares a year: stated, disputed, corrected, confirmed by both, and handed out as a workbook', async () => {
    await park.reload();
    await press(park, '起草结算单');
    await park.getByRole('heading', { name: `太原—宁波${year}年权益分配结算单` }).waitFor();
    await press(park, '增加一行');
    await park.getByRole('textbox', { name: '金额（元）' }).fill('5,000,000.01');
    await press(park, '保存草稿');
    await park.getByText('尚未填写金额').waitFor({ state: 'hidden' });
    await press(park, '出具结算单');
    await until(park, '已出具');
    const due = (page: Page) => page.locator('tr[data-row=due]').innerText();
    await expect.poll(() => due(park)).toMatch(/2,000,000\.01\s+3,000,000\.00/);

    await partner.goto(park.url());
    await press(partner, '提出异议');
    await give(partner, { 理由: '少计一笔增值税一百万元' }, '提出异议');
    await until(partner, '有争议');

    await park.reload();
    await park.getByRole('textbox', { name: '金额（元）' }).fill('6000000');
    await park.getByLabel('更正说明').fill('补计一笔');
    await press(park, '更正金额并重新出具');
    await until(park, '已出具');
    await expect.poll(() => due(park)).toMatch(/2,400,000\.00\s+3,600,000\.00/);
    await expect.poll(() => park.locator('.steps').innerText()).toContain('按园区方4：合作方6分');
    await press(park, '确认');
    await until(park, '一方已确认');

    await partner.reload();
    await press(partner, '确认（第二方）');
    await until(partner, '双方确认');
    await partner.getByText('第2版').first().waitFor();

    const download = partner.waitForEvent('download');
    await partner.getByRole('link', { name: '下载 Excel' }).click();
    const workbook = new Workbook();
    await workbook.xlsx.load(readFileSync(await (await download).path()).buffer as ArrayBuffer);
    const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows.find((row) => row?.[1] === '应得')?.slice(7, 9)).toEqual([2_400_000, 3_600_000]);
  }, 90_000);

  it('is counted once in the table of the whole country, which the sides do not see', async () => {
    await ministry.goto(`${served.address}/benefit-counted-once?year=${year}`);
    await ministry.getByText('太原市').first().waitFor();
    expect(await ministry.locator('[data-adds-up=false]').count()).toBe(0);
    const answer = await park.request.get(`${served.address}/api/benefit-counted-once`);
    expect(answer.status()).toBe(403);
  }, 60_000);

  it('is flagged to both sides when nothing is heard of it', async () => {
    for (const name of ['示例·贵阳市园区经办', '示例·深圳市经办']) {
      const page = await enterByHand(served, name);
      await page.goto(`${served.address}/pairings?state=dormant`);
      await page.getByRole('link', { name: '贵阳—深圳' }).click();
      await page.getByText('没有往来。双方应恢复联系').waitFor();
      await expect.poll(() => state(page)).toBe('沉寂');
      await page.context().close();
    }
  }, 60_000);
});

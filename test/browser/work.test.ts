import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailServer, textOf } from '../../apps/tidu/src/jobs/mail-server.cases.ts';
import { browserPath, type Served, serve } from './served.ts';

let smtp: Awaited<ReturnType<typeof mailServer>>;
let served: Served;
let park: Page;
let province: Page;

beforeAll(async () => {
  if (!browserPath) return;
  smtp = await mailServer();
  process.env.SMTP_URL = smtp.url;
  process.env.TIDU_MAIL_FROM = 'tidu@example.org';
  // Early in a month, so that the report of the last one is due soon.
  process.env.TIDU_TODAY = '2026-11-04';
  served = await serve();
  park = await signedIn('park-bozhou');
  province = await signedIn('province-340000');
});
afterAll(async () => {
  for (const name of ['SMTP_URL', 'TIDU_MAIL_FROM', 'TIDU_TODAY']) delete process.env[name];
  await served?.stop();
  await smtp?.close();
});

async function signedIn(account: string): Promise<Page> {
  const page = await served.page();
  // The first who asks waits until the demonstration has been made.
  const answer = await page.request.post(`${served.address}/api/session/sample`, {
    data: { account },
    timeout: 180_000,
  });
  expect(answer.status()).toBe(204);
  return page;
}

const open = (page: Page, path: string) => page.goto(`${served.address}${path}`);
const toDo = (page: Page) => page.getByRole('table', { name: '待办' });
const month = '2026-10';
const report = '亳州市 2026-10 月报';

describe.skipIf(!browserPath)('work', () => {
  it('waits for the park until it has reported, with the date by which', async () => {
    await open(park, '/work');
    const row = toDo(park).getByRole('row', { name: new RegExp(report) });
    await row.waitFor();
    await expect.poll(() => row.innerText()).toContain('2026-11-10');
    const rooms = park.getByRole('navigation', { name: '主导航' });
    await expect.poll(() => rooms.innerText()).toMatch(/我的工作\s*\d+/);
    await park.getByRole('radio', { name: '每条都发' }).check();
    await park.getByLabel('邮箱').fill('park@example.org');
    await park.getByRole('button', { name: '保存设置' }).click();
    await park.getByText('已保存').waitFor();
  });

  it('is a form that says what is still missing, and takes the report when nothing is', async () => {
    await toDo(park).getByRole('link', { name: report }).click();
    await park.getByLabel('加工贸易出口额').waitFor();
    await park.getByLabel('加工贸易出口额').fill('1200');
    await park.getByRole('button', { name: '保存并报送' }).click();
    await park.getByText('请填写：加工贸易进口额').waitFor();
    for (const [label, value] of [
      ['加工贸易进口额', '600'],
      ['当月签约项目', '1'],
      ['已投产项目（月末）', '3'],
      ['当月到位资金', '250'],
      ['从业人数（月末）', '1300'],
      ['加工贸易企业数（月末）', '15'],
    ] as const)
      await park.getByLabel(label).fill(value);
    await park.getByLabel('差异说明').fill('示例：含异地报关部分');
    await park.getByRole('button', { name: '保存并报送' }).click();
    await park.getByText('已报送', { exact: true }).first().waitFor();
  });

  it('then waits for the province, which returns it with a reason and a comment', async () => {
    await open(province, '/work');
    await toDo(province).getByRole('link', { name: report }).click();
    await province.getByRole('heading', { name: report }).waitFor();
    await province.getByLabel('写评论').fill('请核对从业人数，与上月相差较大。');
    await province.getByRole('button', { name: '发 表' }).click();
    await province.getByText('请核对从业人数，与上月相差较大。').waitFor();
    await province.getByRole('button', { name: '退 回' }).click();
    await province.getByLabel('退回意见').fill('请核对从业人数');
    await province.getByRole('dialog').getByRole('button', { name: '退 回' }).click();
    await province.getByText('退回意见：').waitFor();
  });

  it('comes back to the park: told in the programme and by mail', async () => {
    await open(park, '/work');
    const notices = park.getByRole('region', { name: '消息' });
    await notices.getByText('退回，现为“已退回”').first().waitFor();
    await expect.poll(() => notices.innerText()).toContain(report);
    const toPark = () => smtp.mails.find((one) => one.includes('park@example.org'));
    await expect.poll(toPark).toBeDefined();
    const mail = toPark() ?? '';
    expect(mail).toMatch(/^Idempotency-Key: mail:\d+/m);
    // What the report says stays in the programme.
    expect(textOf(mail)).toContain(report);
    expect(textOf(mail)).not.toContain('核对');
  });

  it('is mended, sent again and accepted', async () => {
    await toDo(park).getByRole('link', { name: report }).click();
    await park.getByText('请核对从业人数', { exact: true }).first().waitFor();
    await park.getByText('请核对从业人数，与上月相差较大。').waitFor();
    await park.getByLabel('从业人数（月末）').fill('1250');
    await park.getByRole('button', { name: '保存并报送' }).click();
    await park.getByText('已报送', { exact: true }).first().waitFor();
    await open(province, '/work');
    await toDo(province).getByRole('link', { name: report }).click();
    await province.getByRole('button', { name: '接 收' }).click();
    await province.getByText('已接收', { exact: true }).first().waitFor();
    await open(province, '/reports');
    const row = province.getByRole('row', { name: /亳州市/ });
    await row.getByRole('link', { name: '已接收' }).last().waitFor();
    const file = await province.request.get(`${served.address}/api/reports.csv?until=${month}&months=1`);
    expect(await file.text()).toContain('亳州市,2026-10,已接收,1200,600');
  });

  it('finds a park by the initials of its name, from the keyboard alone', async () => {
    await open(park, '/work');
    await toDo(park).or(park.getByText('没有待办事项')).first().waitFor();
    await park.keyboard.press('/');
    await park.keyboard.type('bzs');
    const found = park.getByRole('option', { name: /亳州市/ }).first();
    await found.waitFor();
    await park.keyboard.press('ArrowDown');
    await park.keyboard.press('ArrowUp');
    await park.keyboard.press('Enter');
    await park.waitForURL(/\/(parks|records|reports|applications|pairings|assessment)\//);
  });

  it('shows another park nothing of it', async () => {
    const other = await signedIn('park-taiyuan');
    const answer = await other.request.get(
      `${served.address}/api/search?q=${encodeURIComponent('亳州市 月报')}`,
    );
    expect(await answer.json()).toEqual({ found: [] });
    await open(other, '/reports');
    await other.getByRole('row', { name: /太原市/ }).waitFor();
    expect(await other.getByRole('row', { name: /亳州市/ }).count()).toBe(0);
    expect(served.complaints().filter((line) => !line.includes('409'))).toEqual([]);
  });
});

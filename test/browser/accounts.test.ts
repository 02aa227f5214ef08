import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterByHand } from './by-hand.ts';
import { browserPath, type Served, serve } from './served.ts';

let served: Served;
const password = 'fjord kelp under glass';

/** What the telephone shows: RFC 6238, by hand. */
function telephone(secret: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) as number) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${served.address}/sign-in`);
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('form button[type=submit]').click();
}

describe.skipIf(!browserPath)('accounts, in a browser', () => {
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served?.stop());

  let person: Page;

  it('an administrator is made and invited, and sets a password that nobody else knows', async () => {
    const admin = await enterByHand(served, '示例·安全管理员');
    await admin.getByRole('button', { name: '新建账户' }).click();
    const form = admin.getByRole('dialog');
    await form.getByLabel('登录名').fill('chen.jing');
    await form.getByLabel('姓名').fill('陈静');
    await form.getByLabel('角色').click();
    await admin.getByTitle('审计管理员').click();
    await form.getByLabel('单位').fill('系统');
    await admin.getByTitle('系统管理（示例）').click();
    await form.getByRole('button', { name: '新建账户' }).click();
    const link = await admin.getByRole('textbox', { name: '设置密码的链接' }).inputValue();
    expect(link).toMatch(/\/invitation#[\w-]{43}$/);

    person = await served.page();
    await person.goto(link);
    await person.getByText('陈静，您的登录名是 chen.jing').waitFor();
    await person.getByLabel('密码').fill('chen.jing-chen.jing');
    await person.getByRole('button', { name: '设置密码' }).click();
    await person.getByText('由本人姓名、登录名或单位名称组成').waitFor();
    await expect.poll(() => served.complaints().join()).toContain('422');
    await person.getByLabel('密码').fill(password);
    await person.getByRole('button', { name: '设置密码' }).click();
    await person.getByText('密码已设置，请登录').waitFor();
  });

  it('the administrator sets up a second factor, and comes to what they look after', async () => {
    await signIn(person, 'chen.jing');
    await person.getByRole('button', { name: '启用第二因子' }).click();
    const secret = (await person.locator('.factor code').innerText()).replaceAll(' ', '');
    await person.getByLabel('验证码').fill(telephone(secret));
    await person.getByRole('button', { name: '确认启用' }).click();
    await person.locator('.recovery').waitFor();
    const codes = await person.locator('.recovery code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await person.getByRole('button', { name: '已妥善保存' }).click();
    await person.getByRole('heading', { name: '审计日志' }).waitFor();
    await person.getByRole('button', { name: '退出' }).click();

    await signIn(person, 'chen.jing');
    await person.getByLabel('验证码').fill(codes[0] as string);
    await person.locator('form button[type=submit]').click();
    await person.getByRole('heading', { name: '审计日志' }).waitFor();
    await person.goto(`${served.address}/account`);
    await person.getByText('剩余恢复码 9 个').waitFor();
    expect(served.complaints()).toEqual([]);
  });

  it('the auditor reads what the others did, filters by a click, and verifies', async () => {
    const page = await enterByHand(served, '示例·审计管理员');
    await page.getByRole('button', { name: '新建账户' }).first().click();
    await page.waitForURL(/deed=account\.create/);
    await page.locator('.audit-lines tbody tr').first().waitFor();
    await expect.poll(() => page.locator('.audit-lines tbody tr').count()).toBe(1);
    await page.getByRole('button', { name: /^校\s*验$/ }).click();
    await page.getByText('未发现改动').waitFor();
    expect(served.complaints()).toEqual([]);
  });

  it('the system administrator makes an organisation in a place, and sees no account', async () => {
    const page = await enterByHand(served, '示例·系统管理员');
    await page.getByRole('button', { name: '新建单位' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('编号').fill('org-park-datong');
    await form.getByLabel('类别').click();
    await page.getByTitle('园区', { exact: true }).click();
    await form.getByLabel('中文名称').fill('示例大同园区');
    await form.getByLabel('英文名称').fill('Sample Datong park');
    await form.getByLabel('所在地').fill('大同');
    await page.getByTitle('大同市 140200').click();
    await form.getByRole('button', { name: /^保\s*存$/ }).click();
    await page.getByLabel('按名称、编号或地名查找').fill('大同');
    await page.getByText('示例大同园区').waitFor();
    expect(served.complaints()).toEqual([]);
    await page.goto(`${served.address}/admin/accounts`);
    await page.getByText('没有办成').waitFor();
    await expect.poll(() => served.complaints().join()).toContain('403');
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../repository.ts';
import { choose, open, openAgain, press } from './by-hand.ts';
import { act, beginApplication, enterAs, fillApplication, publishCall, stateIs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

const on = (day: string) => ({ TIDU_TODAY: day });

describe.skipIf(!browserPath)('a batch from call to list, by seven roles and the clock', () => {
  let tidu: Served;
  let batch = '';
  let application = '';
  let review = '';
  let notice = '';
  let seed = '';
  let people: Record<string, Page> = {};
  const downloads = mkdtempSync(join(tmpdir(), 'tidu-batch-'));

  const as = async (account: string, path: string): Promise<Page> => {
    const page = people[account] ?? (account === '' ? await tidu.page() : await enterAs(tidu, account));
    people[account] = page;
    await open(page, `${tidu.address}${path}`);
    return page;
  };
  /** The demonstration plays on another day; everybody signs in again. */
  const becomes = async (day: string) => {
    for (const page of Object.values(people)) await page.context().close();
    people = {};
    await tidu.again(on(day));
    await opened();
  };
  /** The first start makes the demonstration, which takes a moment. */
  const opened = () => fetch(`${tidu.address}/api/session`);
  const download = async (page: Page, name: string | RegExp, file: string): Promise<string> => {
    const [made] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ]);
    const path = join(downloads, file);
    await made.saveAs(path);
    return path;
  };
  const tell = (...args: string[]): string =>
    execFileSync(process.execPath, [join(root, 'apps/tidu/bin/tidu.js'), ...args], { encoding: 'utf8' });
  const say = async (page: Page, name: string | RegExp, text: string): Promise<void> => act(page, name, text);

  beforeAll(async () => {
    tidu = await serve(() => {}, on('2026-03-02'));
    await opened();
  });
  afterAll(async () => {
    await tidu?.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  it('is called, applied for, reported, countersigned, accepted and closed', async () => {
    const ministry = await as('ministry', '/recognition');
    batch = await publishCall(ministry, tidu.address, { zh: '全程批次', en: 'Whole batch' });
    const park = await as('park-taiyuan', batch);
    application = await beginApplication(park, tidu.address, batch);
    await fillApplication(park, { name: '全程产业园', applicant: '太原市人民政府' });
    await act(park, /^提 ?交$/);
    await stateIs(park, 'submitted');
    await say(await as('province-140000', application), '同意并上报', '材料属实');
    await say(await as('labour-140000', application), /^会 ?签$/, '同意');
    await people['labour-140000']?.getByText('会签意见：').waitFor();
    const desk = await as('ministry', application);
    await act(desk, /^受 ?理$/);
    await stateIs(desk, 'accepted');
    const closing = await as('ministry', batch);
    await say(closing, '截止申报', '示例：提前截止');
    await stateIs(closing, 'reviewing');
  });

  it('commits to a seed before the day of the draw, and draws by it on the day', async () => {
    review = `${batch}/review`;
    const desk = await as('ministry', review);
    await desk.getByRole('button', { name: '组建专家组' }).click();
    await stateIs(desk, 'draft');
    seed = await desk.getByRole('textbox', { name: '种子（请保存）' }).inputValue();
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    await desk.getByLabel('抽取日期').fill('2026-03-03');
    await desk.getByRole('button', { name: '公布种子承诺' }).click();
    await stateIs(desk, 'committed');
    await desk.getByText('暂不能公布种子并抽取').waitFor();
    expect(await desk.content()).not.toContain(seed);

    await becomes('2026-03-03');
    const drawing = await as('ministry', review);
    await say(drawing, '公布种子并抽取', seed);
    await stateIs(drawing, 'drawn');
    await act(drawing, '开始独立评分');
    await stateIs(drawing, 'scoring');
    const file = await download(drawing, '下载抽取文件', 'draw.json');
    expect(tell('review', 'verify', file)).toContain('the same');
  });

  it('is scored blind by its experts, one of whom steps back and is replaced', async () => {
    let recused = '';
    const scored: string[] = [];
    const got = async (path: string) =>
      (await people.ministry?.request.get(`${tidu.address}/api/${path}`))?.json();
    /** One who was called and has not answered yet; where somebody steps back another is called. */
    const awaited = async (): Promise<string | undefined> => {
      const { records } = await got(`scores?state=draft&parent=${application.split('/').at(-1)}`);
      return records[0] && (await got(`scores/${records[0].id}`)).content.expert;
    };
    for (let name = await awaited(); name !== undefined; name = await awaited()) {
      const expert = await as(name, '/review');
      await expert
        .getByRole('row', { name: /全程产业园.*待评分/ })
        .getByRole('link')
        .click();
      await stateIs(expert, 'draft');
      if (recused === '') {
        recused = name;
        await say(expert, '申请回避', '示例：与申报单位有合作');
        await stateIs(expert, 'recused');
        await expert.getByText('这份申报不再由您评审').waitFor();
        continue;
      }
      await expert.getByRole('spinbutton').first().waitFor();
      const mark = `${5 + scored.length / 2}`;
      for (const field of await expert.getByRole('spinbutton').all()) await field.fill(mark);
      await expert.getByRole('textbox', { name: '评审意见' }).fill('示例意见');
      await press(expert, '提交评分');
      await stateIs(expert, 'submitted');
      scored.push(name);
    }
    expect(scored).toHaveLength(3);
    expect(scored).not.toContain(recused);
    const desk = await as('ministry', review);
    await desk.getByText('示例：与申报单位有合作').waitFor();
    const told = await (await desk.context().request.get(`${tidu.address}/api/scores?size=500`)).text();
    expect(told).not.toContain('示例意见');
  });

  it('is ranked, recommended, proposed, and made known for five working days', async () => {
    const desk = await as('ministry', review);
    await act(desk, '结束评审');
    await stateIs(desk, 'closed');
    await desk.getByRole('checkbox', { name: '推荐 全程产业园' }).check();
    await desk.getByRole('button', { name: /形成推荐意见/ }).click();
    await desk.getByRole('row', { name: /全程产业园.*推荐/ }).waitFor();

    const proposing = await as('ministry', batch);
    await act(proposing, '提出拟认定名单');
    await stateIs(proposing, 'proposed');
    await proposing.getByText('起草公示').click();
    await proposing.getByRole('textbox', { name: '受理异议的部门' }).fill('示例处室');
    await proposing.getByRole('button', { name: '保存公示草稿' }).click();
    await proposing.waitForURL(/\/notices\//);
    await act(proposing, '发布公示');
    await stateIs(proposing, 'published');
    await proposing.getByText('2026-03-09').first().waitFor();
    notice = new URL(proposing.url()).pathname;
    const file = await download(proposing, '下载公文（docx）', 'notice.docx');
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('is objected to by somebody without an account, whose name stays with the desk', async () => {
    const somebody = await as('', notice);
    await somebody.getByText('已进行 1 个工作日，还有 4 个工作日').waitFor();
    await somebody.getByText('提出异议').click();
    await choose(somebody.getByRole('combobox', { name: '对象' }), /全程产业园/);
    await somebody.getByRole('textbox', { name: '姓名' }).fill('示例·群众甲');
    await somebody.getByRole('textbox', { name: '联系方式' }).fill('000-12345678');
    await somebody.getByRole('textbox', { name: '事实和理由' }).fill('示例：面积不实');
    await somebody.getByRole('button', { name: '提交异议' }).click();
    await somebody.getByText(/已收到，编号 objection-\d+/).waitFor();

    const desk = await as('ministry', notice);
    await desk.getByRole('link', { name: /对公示的异议/ }).click();
    await desk.getByText('000-12345678').waitFor();
  });

  it('cannot be listed before the notice is over and the objection is decided', async () => {
    const desk = await as('ministry', batch);
    await desk.getByText('起草名单').click();
    await desk.getByRole('textbox', { name: '发文字号' }).fill('示例函〔2026〕1号');
    await desk.getByRole('textbox', { name: '发文机关' }).fill('示例部');
    await desk.getByRole('button', { name: '保存名单草稿' }).click();
    await desk.waitForURL(/\/lists\//);
    await desk.getByText(/暂不能印发名单：.*公示期未满.*异议未办结/).waitFor();
    const list = new URL(desk.url()).pathname;

    await becomes('2026-03-10');
    // Time does it, a moment after the start.
    const published = `${tidu.address}/api/notices/${notice.split('/').at(-1)}`;
    const state = async () => ((await (await fetch(published)).json()) as { state: string }).state;
    await expect.poll(state, { timeout: 60_000, interval: 200 }).toBe('expired');
    const objection = await as('ministry', notice);
    await stateIs(objection, 'expired');
    await objection.getByRole('link', { name: /对公示的异议/ }).click();
    await say(objection, /^受 ?理$/, '示例：予以受理');
    await stateIs(objection, 'admitted');
    const park = await as('park-taiyuan', new URL(objection.url()).pathname);
    await stateIs(park, 'admitted');
    expect(await park.content()).not.toContain('000-12345678');
    await say(park, '当事方说明', '示例：面积以批复为准');
    await park.locator('dd', { hasText: '示例：面积以批复为准' }).waitFor();
    await openAgain(objection);
    await say(objection, /^答 ?复$/, '示例：经核查，面积属实');
    await stateIs(objection, 'replied');
    await say(objection, '认定不成立', '示例：异议不成立');
    await stateIs(objection, 'dismissed');

    const issuing = await as('ministry', list);
    await act(issuing, '印发名单');
    await stateIs(issuing, 'issued');
    await issuing.getByRole('row', { name: /全程产业园.*太原市/ }).waitFor();
    const signed = await download(issuing, '签名名单（JSON）', 'list.json');
    expect(tell('list', 'verify', signed)).toContain('genuine');
    await stateIs(await as('ministry', batch), 'listed');
    const everybody = await as('', list);
    await everybody.getByRole('row', { name: /全程产业园/ }).waitFor();
    expect(tidu.complaints()).toEqual([]);
  });
});

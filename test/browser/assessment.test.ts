import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { type APIRequestContext, type Page, request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, open as openAt, press } from './by-hand.ts';
import { enterAs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';
import { zipEntry } from './zip-entry.ts';

const inDays = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** A page, or only its way to the server. */
interface Asking {
  readonly request: APIRequestContext;
}

interface Seen {
  id: string;
  version: number;
  state: string;
  parent?: string;
  organisations: string[];
  content: { asked: { indicator: string; prefilled?: object }[]; park: { names: { zh: string } } };
}

describe.skipIf(!browserPath)('a round of assessment, walked by those it concerns', () => {
  let tidu: Served;
  let ministry: Page;
  let park: Page;
  let round = '';
  let ownAssessment = '';
  beforeAll(async () => {
    tidu = await serve();
    ministry = await enter('ministry');
    park = await enter('park-taiyuan');
  });
  afterAll(() => tidu?.stop());

  const enter = (account: string): Promise<Page> => enterAs(tidu, account);
  const open = (page: Page, path: string) => openAt(page, `${tidu.address}${path}`);
  /** Somebody of whom only what they send matters: with a session, without a page. */
  const sender = async (account: string): Promise<Asking> => {
    const context = await request.newContext();
    const answer = await context.post(`${tidu.address}/api/session/sample`, { data: { account } });
    expect(answer.status()).toBe(204);
    return { request: context };
  };
  const got = async (page: Asking, path: string) =>
    (await page.request.get(`${tidu.address}/api/${path}`)).json();
  const act = async (page: Asking, plural: string, id: string, name: string, given?: object) => {
    const { version } = (await got(page, `${plural}/${id}`)) as Seen;
    const data = { version, ...(given && { given }) };
    const answer = await page.request.post(`${tidu.address}/api/${plural}/${id}/acts/${name}`, { data });
    if (!answer.ok()) throw new Error(`${name} of ${id}: ${await answer.text()}`);
  };
  const assessments = async () =>
    ((await got(ministry, `assessments?parent=${round}`)) as { records: Seen[] }).records;
  const number = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });
  const stateIs = (page: Page, state: string) =>
    page.locator(`header .state-tag[data-state="${state}"]`).waitFor();

  it('is made by the Ministry, weighed and opened', async () => {
    await open(ministry, '/assessment');
    await ministry.getByText('先例', { exact: true }).waitFor();
    await ministry.getByLabel('名称', { exact: true }).fill('走查考核');
    await ministry.getByLabel('统计时段').fill('2025-01..2025-06');
    await ministry.getByLabel('填报截止日').fill(inDays(10));
    await press(ministry, '建立');
    await stateIs(ministry, 'draft');
    round = new URL(ministry.url()).pathname.split('/').at(-1) as string;

    await number(ministry, '所在市进出口增速的权重').fill('7');
    await ministry.getByText('合计为101，须为100：请减去1').waitFor();
    await number(ministry, '所在市出口增速的权重').fill('3');
    await press(ministry, '保存');
    await ministry.getByText('第2版').waitFor();
    await ministry.getByText('建议预警：总分低于40分').waitFor();

    await press(ministry, '启动填报');
    await stateIs(ministry, 'opened');
    await ministry.getByRole('row', { name: /太原市.*园区.*未提交/ }).waitFor();
    await expect.poll(() => ministry.getByRole('button', { name: '结束填报' }).isDisabled()).toBe(true);
  });

  it('asks a company and the partner beside the park', async () => {
    const own = (await assessments()).find(({ organisations }) => organisations.includes('org-park-taiyuan'));
    ownAssessment = own?.id as string;
    await open(ministry, `/assessment/${ownAssessment}`);
    for (const [organisation, party] of [
      ['示例企业3', /入驻企业/],
      ['深圳市', /东部伙伴/],
    ] as const) {
      await press(ministry, '请一家单位填报');
      const box = (name: string) => ministry.getByRole('dialog').getByRole('combobox', { name });
      await choose(box('单位'), organisation);
      await choose(box('身份'), party);
      await ministry.getByRole('dialog').getByRole('button', { name: '请一家单位填报' }).click();
      await ministry.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  });

  it('is answered by the park, which says why where it differs from what was found', async () => {
    await open(park, '/assessment');
    await park
      .getByRole('table', { name: '待填报' })
      .getByRole('link', { name: /太原市2026年考核填报/ })
      .last()
      .waitFor();
    const answers = ((await got(park, 'assessment-answers?state=draft')) as { records: Seen[] }).records;
    const mine = answers.find(({ parent }) => parent === ownAssessment);
    await open(park, `/assessment/answers/${mine?.id}`);
    await number(park, '园区加工贸易增速').fill('115');
    await number(park, '园区加工贸易增速 上年').fill('100');
    await number(park, '园区占全市加工贸易比重').fill('60');
    for (const name of ['合作成效评价', '政策兑现评价', '承接条件评价']) await number(park, name).fill('90');
    await choose(park.getByRole('combobox', { name: '无重大安全、环保事故', exact: true }), /^是$/);
    await park.getByRole('textbox', { name: '无重大安全、环保事故 证明材料' }).fill('安全生产证明');
    await park
      .locator('.answer-line')
      .filter({ has: park.getByText('所在市进出口增速', { exact: true }) })
      .getByRole('button', { name: '与实际不符' })
      .click();
    await number(park, '所在市进出口增速').fill('5');
    await press(park, '提交');
    await park.getByText('与系统预填值不同而未说明理由：trade-growth').waitFor();
    await park.getByRole('textbox', { name: /所在市进出口增速 理由/ }).fill('统计按注册地，与实际经营地不同');
    await press(park, '提交');
    await stateIs(park, 'submitted');

    await open(park, `/assessment/${ownAssessment}`);
    await park.getByLabel('园区自述').fill('主导产业集聚，东部伙伴共建成效明显。');
    await press(park, '保存');
    await park.locator('.own-words').waitFor();
    tidu.complaints();
  });

  it('is answered by a tenant and the partner, who see nothing of each other nor of the park', async () => {
    for (const [account, names] of [
      ['company-3', ['政策兑现评价', '承接条件评价']],
      ['partner-440300', ['合作成效评价']],
    ] as const) {
      const page = await enter(account);
      const drafts = ((await got(page, 'assessment-answers?state=draft')) as { records: Seen[] }).records;
      const mine = drafts.find(({ parent }) => parent === ownAssessment);
      await open(page, `/assessment/answers/${mine?.id}`);
      await expect.poll(() => page.getByRole('spinbutton').count()).toBe(names.length);
      for (const name of names) await number(page, name).fill('40');
      await press(page, '提交');
      await stateIs(page, 'submitted');
      const all = ((await got(park, 'assessment-answers')) as { records: Seen[] }).records;
      const parks = all.find(({ parent }) => parent === ownAssessment);
      for (const path of [`assessment-answers/${parks?.id}`, `assessments/${ownAssessment}`]) {
        expect((await page.request.get(`${tidu.address}/api/${path}`)).status()).toBe(404);
      }
      const sealed = (await got(ministry, `assessment-answers/${mine?.id}`)) as {
        content: { values: object };
      };
      expect(sealed.content.values).toEqual({});
      await page.context().close();
    }
  });

  it('is closed when everybody has answered, checked and scored', async () => {
    await answerForAllOthers();
    await open(ministry, `/assessment/rounds/${round}`);
    await press(ministry, '结束填报');
    await stateIs(ministry, 'closed');

    await open(ministry, `/assessment/${ownAssessment}`);
    await ministry.getByText('填报值与系统值不同，须先核定：trade-growth').waitFor();
    await ministry.getByText('统计按注册地，与实际经营地不同').first().waitFor();
    const settle = ministry.getByRole('region', { name: '核定数值' });
    await choose(settle.getByRole('combobox', { name: '指标' }), /^所在市进出口增速$/);
    await settle.getByLabel('数值', { exact: true }).fill('-30');
    await settle.getByLabel('理由').fill('以公布的统计为准');
    await settle.getByRole('button', { name: '核定数值' }).click();
    await ministry.getByText('已核定：以公布的统计为准').waitFor();
    await press(ministry, '审核通过');
    await stateIs(ministry, 'checked');
    await checkAllOthers();

    await open(ministry, `/assessment/rounds/${round}`);
    await press(ministry, '评分');
    await stateIs(ministry, 'scored');
    const ranks = ministry.getByRole('table', { name: '得分与名次' });
    await ranks.getByRole('row', { name: /太原市/ }).waitFor();
    await expect.poll(() => ranks.getByRole('row').count()).toBe(14);
    await ministry.getByRole('slider', { name: '外贸与加工贸易的权重' }).focus();
    await ministry.keyboard.press('End');
    await ranks.getByRole('columnheader', { name: '变后名次' }).waitFor();
    const early = (await got(park, `assessments/${ownAssessment}`)) as { content: { result?: object } };
    expect(early.content.result).toBeUndefined();
  });

  it('is shown to the park, which traces its score, comments and confirms', async () => {
    await open(ministry, `/assessment/rounds/${round}`);
    await press(ministry, '征求园区意见');
    await ministry.getByRole('dialog').getByLabel('征求意见截止日').fill(inDays(5));
    await ministry.getByRole('dialog').getByRole('button', { name: '征求园区意见' }).click();
    await stateIs(ministry, 'consultation');

    await open(park, `/assessment/${ownAssessment}`);
    const trace = park.getByRole('table', { name: '由数值到总分' });
    await trace.getByRole('row', { name: /园区加工贸易增速.*115.*填报.*83\.3.*8%.*6\.67/ }).waitFor();
    await trace.getByRole('row', { name: /所在市进出口增速.*-30.*核定.*0\.0.*7%/ }).waitFor();
    await press(park, '反馈意见');
    await park.getByRole('dialog').getByLabel('意见').fill('对统计口径有说明');
    await park.getByRole('dialog').getByRole('button', { name: '反馈意见' }).click();
    await park.getByRole('region', { name: '园区意见' }).getByText('对统计口径有说明').waitFor();
    await park.getByRole('dialog').waitFor({ state: 'hidden' });
    await press(park, '确认得分');
    await stateIs(park, 'confirmed');
  });

  it('is published, and its report is a Word document and a workbook', async () => {
    for (const { id, organisations } of await assessments()) {
      if (id === ownAssessment) continue;
      const other = await sender((organisations[0] as string).replace('org-', ''));
      await act(other, 'assessments', id, 'confirm');
      await other.request.dispose();
    }
    await open(ministry, `/assessment/rounds/${round}`);
    await press(ministry, '公布');
    await stateIs(ministry, 'published');
    const download = async (page: Page, name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const text = zipEntry(await download(ministry, '下载 Word'), 'word/document.xml').replaceAll(
      /<[^>]+>/g,
      '',
    );
    expect(text).toContain('走查考核报告');
    expect(text).toContain('预警与退出建议');
    expect(text).toContain('对统计口径有说明');

    const everybody = await tidu.page();
    await open(everybody, `/assessment/rounds/${round}`);
    await everybody
      .getByRole('table', { name: '得分与名次' })
      .getByRole('row', { name: /太原市/ })
      .waitFor();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await download(everybody, '下载 Excel')) as never);
    expect(workbook.worksheets.map(({ name }) => name)).not.toContain('预警与退出建议');
    const ranks = workbook.getWorksheet('得分与名次');
    expect(ranks?.rowCount).toBe(14);
    expect(typeof ranks?.getCell('A2').value).toBe('number');
    await open(everybody, `/assessment/${ownAssessment}`);
    await everybody.getByText('主导产业集聚，东部伙伴共建成效明显。').waitFor();
    await everybody.getByRole('table', { name: '历年结果' }).getByRole('row').nth(2).waitFor();
    expect(await everybody.getByText('对统计口径有说明').count()).toBe(0);
    await everybody.context().close();
    expect(tidu.complaints()).toEqual([]);
  });

  it('proposes a warning, which the Ministry decides', async () => {
    await open(ministry, `/assessment/rounds/${round}`);
    const proposal = ministry.locator('.proposals li', { hasText: /大连市.*建议预警.*总分低于40分/ });
    await proposal.getByRole('textbox', { name: '理由' }).fill('连续偏低，限期整改');
    await proposal.getByRole('button', { name: /^采\s?纳$/ }).click();
    await proposal.getByText('采纳。连续偏低，限期整改').waitFor();
    const parks = (await got(ministry, 'park-profiles?state=warned')) as {
      records: { title: { zh: string } }[];
    };
    expect(parks.records.map(({ title }) => title.zh)).toContain('大连市');
  });

  /** The other parks, their tenants and partners answer what the system does not know. */
  async function answerForAllOthers(): Promise<void> {
    const progress = (await got(ministry, `assessment-rounds/${round}/progress`)) as {
      parks: { id: string; answers: { id: string; state: string }[] }[];
    };
    const waiting = progress.parks.flatMap(({ answers }) => answers).filter(({ state }) => state === 'draft');
    for (const { id } of waiting) {
      const seen = (await got(ministry, `assessment-answers/${id}`)) as Seen;
      const other = await sender((seen.organisations[0] as string).replace('org-', ''));
      const values = seen.content.asked
        .filter(({ prefilled }) => prefilled === undefined)
        .map(({ indicator }) => [indicator, { value: 80, previous: 75, evidence: '示例' }]);
      await act(other, 'assessment-answers', id, 'fill', { values: Object.fromEntries(values), comment: '' });
      await act(other, 'assessment-answers', id, 'submit');
      await other.request.dispose();
    }
  }

  /** Dalian is settled as low as it goes, so that something is proposed whatever the statistics say. */
  async function checkAllOthers(): Promise<void> {
    const { framework } = (await got(ministry, `assessment-rounds/${round}/framework`)) as {
      framework: { groups: { indicators: { id: string }[] }[] };
    };
    for (const { id, organisations } of await assessments()) {
      if (id === ownAssessment) continue;
      if (organisations.includes('org-park-dalian')) {
        for (const one of framework.groups.flatMap(({ indicators }) => indicators)) {
          const value = one.id === 'no-major-accident' ? 0 : -100;
          await act(ministry, 'assessments', id, 'settle', {
            indicator: one.id,
            value,
            previous: 100,
            reason: '走查',
          });
        }
      }
      await act(ministry, 'assessments', id, 'check');
    }
  }
});

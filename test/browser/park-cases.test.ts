import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, open } from './by-hand.ts';
import { act, enterAs, stateIs } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

/** A day of the programme's country, so many days from now. */
const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!browserPath)('what becomes of recognised parks', () => {
  let tidu: Served;
  let reAssessment = '';
  let exit = '';
  let people: Record<string, Page> = {};

  const as = async (account: string, path: string): Promise<Page> => {
    const page = people[account] ?? (account === '' ? await tidu.page() : await enterAs(tidu, account));
    people[account] = page;
    await open(page, `${tidu.address}${path}`);
    return page;
  };
  /** The first start makes the demonstration, which takes a moment. */
  const opened = () => fetch(`${tidu.address}/api/session`);
  /** The ministry begins a case on the page of all cases. @returns the address of the case */
  const begin = async (section: string, how: string, park: string, fill: (page: Page) => Promise<void>) => {
    const ministry = await as('ministry', '/notices');
    await ministry.getByRole('link', { name: '复核与退出' }).click();
    const cases = ministry.getByRole('region', { name: section, exact: true });
    await cases.getByText(how, { exact: true }).click();
    await choose(ministry.getByRole('combobox', { name: '产业园' }), park);
    await fill(ministry);
    await cases.getByRole('button', { name: /^提 ?交$/ }).click();
    await cases.getByRole('link', { name: park }).click();
    await ministry.getByRole('heading', { name: park, level: 1 }).waitFor();
    return new URL(ministry.url()).pathname;
  };
  const waitsFor = async (account: string, park: string, kind: string, toDo: string): Promise<void> => {
    const page = await as(account, '/work');
    await page
      .getByRole('table', { name: '待办' })
      .getByRole('row', { name: new RegExp(`${park} ?${kind}.*${toDo}`) })
      .getByRole('link')
      .click();
  };

  beforeAll(async () => {
    tidu = await serve();
    await opened();
  });
  afterAll(() => tidu?.stop());

  it('is re-assessed: the ministry opens it for the list of a batch', async () => {
    reAssessment = await begin('复核', '发起复核', '太原市', async (ministry) => {
      await choose(ministry.getByRole('combobox', { name: '列入批次' }), /第二批/);
      await ministry.getByLabel('自评报告截止日期').fill(inDays(20));
    });
    const ministry = people.ministry as Page;
    await stateIs(ministry, 'open');
    await ministry.getByText(/暂不能不通过.*自评报告截止日期.*未到/).waitFor();
  });

  it('reports on itself, which its province reads and another park does not', async () => {
    await waitsFor('park-taiyuan', '太原市', '复核', '提交自评报告');
    const park = people['park-taiyuan'] as Page;
    await act(park, '提交自评报告', '示例：三个片区均已建成');
    await stateIs(park, 'reported');

    const province = await as('province-140000', reAssessment);
    await province.getByText('示例：三个片区均已建成').waitFor();
    await stateIs(province, 'reported');
    expect(await province.locator('.acts-row').count()).toBe(0);

    const other = await as('park-bozhou', reAssessment);
    await other.getByRole('alert').waitFor();
    expect(await other.locator('main').innerText()).not.toContain('示例：三个片区');
    // What may not be seen is not found, and the browser says so.
    tidu.complaints();
  });

  it('passes by the decision of the ministry, which everybody sees, and the report nobody else', async () => {
    await waitsFor('ministry', '太原市', '复核', '通过复核');
    const ministry = people.ministry as Page;
    await act(ministry, '通过复核', '示例：符合认定条件');
    await stateIs(ministry, 'passed');

    const everybody = await as('', '/re-assessment');
    await everybody.getByRole('link', { name: '太原市' }).click();
    await stateIs(everybody, 'passed');
    expect(await everybody.locator('main').innerText()).not.toContain('示例：三个片区');
  });

  it('is warned and has time to mend, in which no exit is proposed', async () => {
    exit = await begin('预警与退出', '发出预警', '亳州市', async (ministry) => {
      await ministry.getByLabel('预警原因').fill('示例：连续两年考核不达标');
      await ministry.getByLabel('整改期限').fill(inDays(5));
    });
    const ministry = people.ministry as Page;
    await stateIs(ministry, 'warned');
    await ministry.getByText(/暂不能提出退出建议.*整改期限.*未满/).waitFor();

    const park = await as('park-bozhou', exit);
    await park.getByText('示例：连续两年考核不达标').waitFor();
    await act(park, '报告整改', '示例：正在整改');
    await park.getByText('示例：正在整改').waitFor();
    expect(tidu.complaints()).toEqual([]);
  });

  it('may be proposed to leave when the time to mend is over, and is heard before anything is decided', async () => {
    for (const page of Object.values(people)) await page.context().close();
    people = {};
    await tidu.again({ TIDU_TODAY: inDays(10) });
    await opened();

    await waitsFor('ministry', '亳州市', '退出', '提出退出建议');
    const ministry = people.ministry as Page;
    await ministry.getByText('示例：正在整改').waitFor();
    await act(ministry, '提出退出建议', '示例：整改未达到要求');
    await stateIs(ministry, 'proposed');
    await ministry.getByText(/暂不能决定退出.*尚未听取园区陈述申辩/).waitFor();

    const park = await as('park-bozhou', exit);
    await park.getByText('示例：整改未达到要求').waitFor();
    await act(park, '陈述申辩', '示例：请求延长整改期限');
    await park.getByText('示例：请求延长整改期限').waitFor();
  });

  it('leaves the programme by the decision of the ministry, and everybody can read why', async () => {
    await waitsFor('ministry', '亳州市', '退出', '决定退出');
    const ministry = people.ministry as Page;
    await ministry.getByText('示例：请求延长整改期限').waitFor();
    await act(ministry, '决定退出', '示例：不再符合条件，退出名单');
    await stateIs(ministry, 'exited');

    const everybody = await as('', '/re-assessment');
    await everybody.getByRole('link', { name: '亳州市' }).click();
    await stateIs(everybody, 'exited');
    await everybody.getByText('示例：不再符合条件，退出名单').waitFor();
    expect(await everybody.locator('main').innerText()).not.toContain('示例：请求延长');
    const profile = await everybody.request.get(`${tidu.address}/api/park-profiles/park-2`);
    expect(await profile.json()).toMatchObject({ title: { zh: '亳州市' }, state: 'exited' });
    expect(tidu.complaints()).toEqual([]);
  });
});

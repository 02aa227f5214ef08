import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from './by-hand.ts';
import {
  act,
  beginApplication,
  enterAs,
  fillApplication,
  lineIs,
  publishCall,
  remark,
  saved,
  square,
  stateIs,
  uploadZones,
  zonesFile,
} from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a batch from its call to what the ministry accepts', () => {
  let tidu: Served;
  let batch = '';
  let application = '';
  const people: Record<string, Page> = {};
  const as = async (account: string, path: string): Promise<Page> => {
    const page = people[account] ?? (await enterAs(tidu, account));
    people[account] = page;
    await open(page, `${tidu.address}${path}`);
    return page;
  };
  beforeAll(async () => {
    tidu = await serve();
  });
  afterAll(() => tidu?.stop());

  it('begins with a call that the ministry makes from another and publishes', async () => {
    const ministry = await enterAs(tidu, 'ministry');
    people.ministry = ministry;
    batch = await publishCall(ministry, tidu.address, { zh: '走查批次', en: 'Walk' });
    await ministry.getByRole('heading', { name: '走查批次' }).waitFor();
    await ministry.getByText('省级人力资源社会保障部门').waitFor();

    const everybody = await tidu.page();
    await open(everybody, `${tidu.address}/recognition`);
    await everybody.getByRole('row', { name: /走查批次.*征集申报.*还有 45 天/ }).waitFor();
    await everybody.context().close();
  });

  it('is applied for with the lines of the call beside the form', async () => {
    const park = await as('park-taiyuan', batch);
    application = await beginApplication(park, tidu.address, batch);
    await lineIs(park, 'level', 'met');
    await lineIs(park, 'zones', 'unknown');
    expect(
      await park
        .locator('.acts-row')
        .getByRole('button', { name: /^提 ?交$/ })
        .isDisabled(),
    ).toBe(true);

    const eight: [number, number][] = [
      [112.5, 37.8],
      [112.6, 37.9],
      [112.6, 37.8],
      [112.5, 37.9],
      [112.5, 37.8],
    ];
    await uploadZones(park, zonesFile([eight]));
    await park
      .getByRole('alert')
      .getByText(/第 1 个要素.*自相交/)
      .waitFor();
    await uploadZones(park, zonesFile([square(112.5, 37.8, 0.1)]));
    await lineIs(park, 'area', 'judgement');
    await uploadZones(park, zonesFile([0, 1, 2, 3].map((i) => square(112.5 + i / 50, 37.8, 0.01))));
    await lineIs(park, 'zones', 'judgement');

    await fillApplication(park, { name: '走查产业园', applicant: '太原市人民政府' });
    for (const condition of ['zones', 'area', 'apart', 'inside', 'industry', 'potential']) {
      await lineIs(park, condition, 'met');
    }
    await saved(park);
    await act(park, /^提 ?交$/);
    await stateIs(park, 'submitted');
  });

  it('lets one draw a zone on the map by clicking its corners, or type them', async () => {
    const park = await as('park-guiyang', '/recognition');
    await park.getByRole('link', { name: '示例：贵阳市第二产业园' }).click();
    await lineIs(park, 'zones', 'met');
    await park.getByRole('button', { name: '在图上画片区' }).click();
    const map = park.locator('.zones-map svg').first();
    const box = await map.boundingBox();
    if (!box) throw new Error('the map has no place on the page');
    for (const [x, y] of [
      [0.5, 0.3],
      [0.55, 0.3],
      [0.55, 0.36],
    ] as const) {
      await park.mouse.click(box.x + x * box.width, box.y + y * box.height);
    }
    await park.getByText(/已有 3 个点/).waitFor();
    await park.getByRole('spinbutton', { name: '经度 1' }).fill('106.7');
    await park.getByRole('button', { name: '完成片区' }).click();
    await park.getByText('3. 片区3').waitFor();
    await park.locator('.checks [data-condition="zones"]', { hasText: '3 个片区' }).waitFor();
    await saved(park);
  });

  it('lets one set out a zone with the keyboard alone', async () => {
    const park = people['park-guiyang'] as Page;
    await park.getByRole('button', { name: '在图上画片区' }).press('Enter');
    for (const [i, [longitude, latitude]] of [
      [106.75, 26.6],
      [106.76, 26.6],
      [106.76, 26.61],
    ].entries()) {
      await park.getByRole('button', { name: '加一点' }).first().press('Enter');
      await park
        .getByRole('spinbutton', { name: `经度 ${i + 1}` })
        .first()
        .fill(`${longitude}`);
      await park
        .getByRole('spinbutton', { name: `纬度 ${i + 1}` })
        .first()
        .fill(`${latitude}`);
    }
    await park.getByRole('button', { name: '完成片区' }).press('Enter');
    await lineIs(park, 'zones', 'judgement');
    await saved(park);
  });

  it('says so where two of one organisation change it at once, and overwrites nothing unasked', async () => {
    const [one, path] = [
      people['park-guiyang'] as Page,
      new URL((people['park-guiyang'] as Page).url()).pathname,
    ];
    const other = await enterAs(tidu, 'park-guiyang');
    await open(other, `${tidu.address}${path}`);
    await one.getByRole('textbox', { name: '概况' }).fill('一人所写');
    await saved(one);
    await other.getByRole('textbox', { name: '概况' }).fill('另一人所写');
    await other.getByText('你的改动尚未保存').waitFor();
    await other.getByRole('button', { name: '放弃我的，载入最新' }).click();
    await saved(other);
    await expect.poll(() => other.getByRole('textbox', { name: '概况' }).inputValue()).toBe('一人所写');
    await other.context().close();
    // The refused change was a conflict, and the browser says so.
    tidu.complaints();
  });

  it('is returned by the province with what to mend, and mended', async () => {
    const province = await as('province-140000', application);
    await lineIs(province, 'area', 'met');
    await remark(province, '退回补正', '请补充东侧边界');
    await stateIs(province, 'returned');

    const park = await as('park-taiyuan', application);
    await park.locator('.part.remarked', { hasText: '请补充东侧边界' }).waitFor();
    const kept = park.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await uploadZones(park, zonesFile([square(112.55, 37.9, 0.04)]));
    await kept;
    await saved(park);
    await act(park, /^提 ?交$/);
    await stateIs(park, 'submitted');
  });

  it('is returned once more, and both returns stand on its page with their reasons', async () => {
    const province = await as('province-140000', application);
    await remark(province, '退回补正', '请核对四至范围图');
    await stateIs(province, 'returned');

    const park = await as('park-taiyuan', application);
    const said = park.getByRole('region', { name: '办理意见' });
    await said.getByText('省级第1次退回补正').waitFor();
    await said.getByText('请补充东侧边界').waitFor();
    await said.getByText('省级第2次退回补正').waitFor();
    await said.getByText('请核对四至范围图').waitFor();
    await act(park, /^提 ?交$/);
    await stateIs(park, 'submitted');
  });

  it('is reported, countersigned by another department, and accepted', async () => {
    const province = await as('province-140000', application);
    await act(province, '同意并上报', '材料属实，同意上报');
    await stateIs(province, 'reported');

    const ministry = await as('ministry', application);
    await ministry.getByText(/暂不能受理.*会签/).waitFor();
    const labour = await as('labour-140000', application);
    await act(labour, /^会 ?签$/, '同意');
    await labour.getByText('会签意见：').waitFor();

    const again = await as('ministry', application);
    await act(again, /^受 ?理$/);
    await stateIs(again, 'accepted');
    for (const said of ['提交', '退回补正', '同意并上报', '会签', '受理']) {
      await again.locator('.versions li', { hasText: said }).first().waitFor();
    }
    await open(again, `${tidu.address}${batch}`);
    await again.getByRole('row', { name: /走查产业园.*太原市.*已受理/ }).waitFor();
    expect(tidu.complaints()).toEqual([]);
  });
});

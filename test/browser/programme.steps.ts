import type { Page } from 'playwright-core';
import { choose, open, openAgain } from './by-hand.ts';
import type { Served } from './served.ts';

/** Steps of the programme that several walks take, each as a person takes it. */

/** A page in which somebody of the demonstration has signed in. */
export async function enterAs(served: Served, account: string): Promise<Page> {
  const page = await served.page();
  const answer = await page
    .context()
    .request.post(`${served.address}/api/session/sample`, { data: { account } });
  if (!answer.ok()) throw new Error(`${account} cannot sign in: ${await answer.text()}`);
  return page;
}

/** The ministry drafts a call from the demonstration's and publishes it. @returns the address of the batch */
export async function publishCall(
  ministry: Page,
  address: string,
  name: { zh: string; en: string },
): Promise<string> {
  await open(ministry, `${address}/recognition`);
  await ministry.getByRole('link', { name: '新建批次' }).click();
  await choose(ministry.getByRole('combobox', { name: '底稿' }), '示范');
  await ministry.getByRole('textbox', { name: '批次名称 中文' }).fill(name.zh);
  await ministry.getByRole('textbox', { name: '批次名称 英文' }).fill(name.en);
  await ministry.getByRole('button', { name: '保存草稿' }).click();
  await ministry.getByRole('button', { name: '发布征集通知' }).click();
  await stateIs(ministry, 'called');
  return new URL(ministry.url()).pathname;
}

/** A park begins an application in a batch. @returns its address */
export async function beginApplication(park: Page, address: string, batch: string): Promise<string> {
  await open(park, `${address}${batch}`);
  await park.getByRole('button', { name: /^申 ?报$/ }).click();
  await park.waitForURL(/\/applications\//);
  await stateIs(park, 'draft');
  return new URL(park.url()).pathname;
}

/** Fills in everything that an application has to have. */
export async function fillApplication(
  park: Page,
  { name, applicant }: { name: string; applicant: string },
): Promise<void> {
  await park.getByRole('textbox', { name: '中文名称', exact: true }).fill(name);
  await park.getByRole('textbox', { name: '申报主体' }).fill(applicant);
  await uploadZones(park, zonesFile([square(112.55, 37.9, 0.03)]));
  await park.getByRole('button', { name: '添加产业' }).click();
  await park.getByRole('textbox', { name: '产业名称 1' }).fill('电子信息');
  for (const [i, exports] of ['90000', '110000'].entries()) {
    await park.getByRole('button', { name: '添加年份' }).click();
    await park.getByRole('spinbutton', { name: `年份 ${i + 1}` }).fill(`${2023 + i}`);
    await park.getByRole('spinbutton', { name: `出口 ${i + 1}` }).fill(exports);
  }
  await choose(park.getByRole('combobox', { name: '结对地区' }), '深圳');
  await park.getByRole('button', { name: '添加联系人' }).click();
  await park.getByRole('textbox', { name: '姓名 1' }).fill('示例联系人');
  await park.getByRole('textbox', { name: '电话 1' }).fill('000-00000000');
  await park.getByRole('textbox', { name: '概况' }).fill('示例文字。');
  const asked = park.locator('.documents li', { hasText: '必交' });
  for (let i = 0; i < (await asked.count()); i++) {
    const line = asked.nth(i);
    await line.locator('input[type=file]').setInputFiles({
      name: `示例材料${i + 1}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
    });
    await line.getByRole('link', { name: `示例材料${i + 1}.pdf` }).waitFor();
  }
  await saved(park);
}

/**
 * An act that asks for nothing, or for one text. Where somebody else was faster the page says so, and one
 * does as it says: loads it again, once.
 */
export async function act(page: Page, name: string | RegExp, text?: string, again = true): Promise<void> {
  await page.locator('.acts-row').getByRole('button', { name }).click();
  if (text === undefined) return;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name }).click();
  const outrun = dialog.locator('[data-code="not-current"]');
  await dialog.waitFor({ state: 'hidden', timeout: 20_000 }).catch(async (error: Error) => {
    if (!again || (await outrun.count()) === 0) {
      throw new Error(`${error.message}\nthe dialog says: ${await dialog.innerText()}`);
    }
    await openAgain(page);
    await act(page, name, text, false);
  });
}

/** Says what is to be mended in one field, by an act that returns the application. */
export async function remark(page: Page, actName: string, reason: string): Promise<void> {
  await page.locator('.acts-row').getByRole('button', { name: actName }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '补正内容 1' }).fill(reason);
  await dialog.getByRole('button', { name: actName }).click();
}

export const stateIs = (page: Page, state: string): Promise<void> =>
  page
    .locator(`.record-head [data-state="${state}"]`)
    .waitFor()
    .catch(async (error: Error) => {
      const said = await page.locator('.record-head, .acts, [role=alert]').allInnerTexts();
      throw new Error(`${error.message}\nthe page says: ${said.join(' | ')}`);
    });

export const saved = (page: Page): Promise<void> => page.locator('.saving.saved').waitFor();

/** Waits until a line of the call stands at a verdict. */
export const lineIs = (page: Page, condition: string, verdict: string): Promise<void> =>
  page.locator(`.checks [data-condition="${condition}"][data-verdict="${verdict}"]`).waitFor();

export async function uploadZones(page: Page, text: string): Promise<void> {
  await page
    .locator('.zones-field input[type=file]')
    .setInputFiles({ name: 'zones.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) });
}

export const square = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

export const zonesFile = (rings: readonly (readonly [number, number][])[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: rings.map((ring, i) => ({
      type: 'Feature',
      properties: { name: `片区${i + 1}`, name_en: `Zone ${i + 1}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  });

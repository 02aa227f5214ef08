import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open } from './by-hand.ts';
import { enterAs, square, zonesFile } from './programme.steps.ts';
import { browserPath, type Served, serve } from './served.ts';

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'),
});
const geojson = (text: string) => ({
  name: 'zones.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(text),
});
const main = (page: Page) => page.locator('main');

describe.skipIf(!browserPath)('the profile of a park', () => {
  let tidu: Served;
  const pages: Page[] = [];
  beforeAll(async () => {
    tidu = await serve();
    // The first start makes the demonstration, which takes longer than a page waits.
    await fetch(`${tidu.address}/api/session`);
  });
  afterAll(() => tidu?.stop());
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(tidu.complaints()).toEqual([]);
  });
  const as = async (account: string | undefined, path: string): Promise<Page> => {
    const page = account ? await enterAs(tidu, account) : await tidu.page();
    pages.push(page);
    await open(page, `${tidu.address}${path}`);
    return page;
  };

  it('is kept by the committee: facts, zones and documents stay inside until they are published', async () => {
    const park = await as('park-xian', '/parks/xian');
    await park.getByRole('link', { name: '编辑档案' }).click();
    await park.getByRole('textbox', { name: '供电容量 兆伏安' }).fill('321');
    await park.getByRole('textbox', { name: '可供产业用地 公顷' }).fill('77');
    await park.getByRole('textbox', { name: '来源', exact: true }).first().fill('园区统计年报');
    await park.getByRole('button', { name: /填报 2 条/ }).click();
    await park.getByText('已填报，尚未发布').waitFor();

    const chooser = park.locator('.zones-form input[type=file]');
    await chooser.setInputFiles(geojson(zonesFile([square(108.9, 34.2, 0.03), square(108.91, 34.21, 0.03)])));
    await park.getByText('与第 1 个要素的第 1 个面重叠').waitFor();
    await chooser.setInputFiles(geojson(zonesFile([square(108.9, 34.2, 0.03), square(108.95, 34.2, 0.02)])));
    await park.getByText(/按坐标合计 1\d\.\d\d 平方公里/).waitFor();
    await park.locator('#zones-source').fill('测绘成果');
    await park.getByRole('button', { name: '填报片区' }).click();
    await park.getByText('已填报，尚未发布').waitFor();

    const files = park.locator('.files');
    await files.locator('input[type=file]').setInputFiles(pdf('内部 方案.pdf'));
    await files.getByRole('link', { name: '内部 方案.pdf' }).waitFor();
    await files.getByRole('checkbox', { name: '对公众公开' }).check();
    await files.locator('input[type=file]').setInputFiles(pdf('招商手册.pdf'));
    await files.getByRole('link', { name: '招商手册.pdf' }).waitFor();
    await files
      .locator('input[type=file]')
      .setInputFiles({ ...pdf('程序.pdf'), buffer: Buffer.from('MZ\0\0') });
    await files.getByRole('alert').getByText('文件内容不是允许的类型').waitFor();
    tidu.complaints();

    const before = await as(undefined, '/parks/xian');
    await main(before).getByText('档案发布于').waitFor();
    expect(await main(before).innerText()).not.toMatch(/321 兆伏安/);

    await park.getByRole('button', { name: '发布档案' }).click();
    await park.getByText('已发布', { exact: true }).waitFor();
  });

  it('shows everybody what is public and nothing more', async () => {
    const anybody = await as(undefined, '/parks/xian');
    await main(anybody).getByText('321 兆伏安').waitFor();
    await anybody.getByRole('link', { name: '招商手册.pdf' }).waitFor();
    const text = await main(anybody).innerText();
    expect(text).not.toMatch(/77 公顷|招商专员|内部 方案|版本比较/);
    const [download] = await Promise.all([
      anybody.waitForEvent('download'),
      anybody.getByRole('link', { name: '下载片区 GeoJSON' }).click(),
    ]);
    const zones = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(zones.features.map(({ properties }: { properties: { name: string } }) => properties.name)).toEqual(
      ['片区1', '片区2'],
    );
    await anybody.getByLabel('查看时点').fill('2021-12-31');
    await anybody.getByText('截至 2021-12-31 所知').waitFor();
    await expect.poll(() => main(anybody).innerText()).not.toMatch(/321 兆伏安/);
  });

  it('shows the ministry its versions, and what changed between them', async () => {
    const ministry = await as('ministry', '/parks/xian');
    await ministry.locator('.facts').getByText('77 公顷').waitFor();
    const power = ministry.locator('.differences').getByRole('row', { name: '供电容量' });
    await power.getByRole('cell').first().getByText('216 兆伏安').waitFor();
    await power.getByRole('cell').nth(1).getByText('321 兆伏安').waitFor();
    await ministry.getByRole('checkbox', { name: '按公众所见显示' }).check();
    await expect.poll(() => main(ministry).locator('.facts').innerText()).not.toMatch(/77 公顷/);
  });

  it('stands in the registry, beside others, and in files', async () => {
    const anybody = await as(undefined, '/parks');
    await anybody.getByRole('checkbox', { name: '选择西安市参加比较' }).check();
    await anybody.getByRole('checkbox', { name: '选择南宁市参加比较' }).check();
    const [download] = await Promise.all([
      anybody.waitForEvent('download'),
      anybody.getByRole('link', { name: '导出 CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.startsWith('\uFEFF园区,')).toBe(true);
    expect(csv.trim().split('\r\n')).toHaveLength(14);
    await anybody.getByRole('link', { name: /并列比较/ }).click();
    await anybody.getByRole('columnheader', { name: '南宁市' }).waitFor();
    await expect
      .poll(() => anybody.getByRole('row', { name: /供电容量/ }).innerText())
      .toContain('321 兆伏安');
  });

  it('of another park is not there to edit', async () => {
    const other = await as('park-nanning', '/parks/xian/edit');
    await other.getByText('这个园区的档案不由您填报').waitFor();
  });
});

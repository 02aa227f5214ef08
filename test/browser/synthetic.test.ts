import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tidu as run } from '../command.ts';
import { browserPath, type Served, serve } from './served.ts';

describe.skipIf(!browserPath)('a person at a page with made-up data', () => {
  let tidu: Served;
  let page: Page;

  beforeAll(async () => {
    tidu = await serve((folder) => {
      const out = join(folder, 'made-up');
      const made = run(folder, 'synth', '--out', out, '--rows', '20000', '--years', '2020');
      expect(made.status, made.stderr).toBe(0);
      expect(run(folder, 'import', out).status).toBe(0);
    });
  });
  afterAll(() => tidu?.stop());
  afterEach(async () => {
    await page?.context().close();
    expect(tidu.complaints()).toEqual([]);
  });
  const open = async (path: string) => {
    page = await tidu.page();
    await page.goto(tidu.address + path, { waitUntil: 'networkidle' });
  };

  it('is told so on every page, in both languages', async () => {
    await open('/');
    for (const room of ['总览', '产业园', '贸易查询', '数据']) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await expect.poll(() => page.locator('.banner').innerText()).toContain('合成数据');
    }
    await page.getByRole('button', { name: 'English' }).click();
    for (const room of ['Overview', 'Parks', 'Trade explorer', 'Data']) {
      await page.getByRole('link', { name: room, exact: true }).click();
      await expect.poll(() => page.locator('.banner').innerText()).toContain('made up');
    }
  });

  it('asks for processing trade in some goods with some partners, and takes the same away', async () => {
    await open('/explore?by=region&from=2020-01&to=2020-12&flow=export&mode=processing');
    await page.getByRole('combobox', { name: '商品', exact: true }).fill('85');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/goods=/);
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain('东部');
    expect(await page.innerText('main')).toContain('合成数据');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 CSV' }).click(),
    ]);
    const [, ...rows] = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    const asked = new URL(file.url()).searchParams;
    expect(asked.get('where.commodity')).toBe('85');
    expect(asked.get('where.processing')).toBe('true');
    expect(rows.map((row) => row.split(',')[0]).sort()).toEqual(['东北', '东部', '中部', '西部'].sort());
  });
});

import type { Locator, Page } from 'playwright-core';
import type { Served } from './served.ts';

/** What a hand does on a page, and what the eye waits for before the hand goes on. */

/** Goes to an address and waits until nothing on the page is still being fetched. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await shown(page);
}

export async function openAgain(page: Page): Promise<void> {
  await page.reload();
  await shown(page);
}

/** A page says of what it still waits for that it is busy. */
const shown = (page: Page): Promise<void> =>
  page.locator('main:not(:empty):not(:has([aria-busy=true]))').waitFor();

/** Signs in as one of the demonstration, by its button on the page. */
export async function enterByHand(served: Served, name: string): Promise<Page> {
  const page = await served.page();
  await page.goto(`${served.address}/sign-in`);
  await press(page, name);
  await page.getByRole('button', { name: '退出' }).waitFor();
  return page;
}

/** The whole name of a button; Ant Design sets two Chinese characters apart. */
export const named = (name: string): RegExp =>
  new RegExp(`^${[...name].map((sign) => sign.replace(/[()（）·]/, '\\$&')).join('\\s*')}$`);

/** A button that is at work has another name, so that it is not pressed before it is done. */
export const press = (where: Page | Locator, name: string): Promise<void> =>
  where
    .getByRole('button', { name: named(name) })
    .first()
    .click();

/** Fills in what a dialog asks, sends it, and waits until it is gone. */
export async function give(
  page: Page,
  fields: Readonly<Record<string, string>>,
  name: string,
): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await press(dialog, name);
  await dialog.waitFor({ state: 'hidden' });
}

/** Opens a list, types where it lets one search, takes what is called so, and waits until the list is gone. */
export async function choose(field: Locator, wanted: string | RegExp): Promise<void> {
  await field.click();
  if (typeof wanted === 'string' && (await field.isEditable())) await field.fill(wanted);
  const options = field.page().locator('.ant-select-item-option:visible').filter({ hasText: wanted });
  await options.first().click();
  await options.first().waitFor({ state: 'hidden' });
}

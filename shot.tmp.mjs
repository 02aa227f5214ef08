import { chromium } from 'playwright-core';

const base = 'http://127.0.0.1:4713';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const shots = process.argv.slice(2).map((s) => s.split('|')); // account|path|lang|width|name
for (const [account, path, lang, width, name] of shots) {
  const ctx = await browser.newContext({ viewport: { width: +width, height: +width < 500 ? 844 : 768 } });
  if (account) await ctx.request.post(base + '/api/session/sample', { data: { account } });
  const page = await ctx.newPage();
  page.on('pageerror', (e) => console.log(name, 'ERR', String(e)));
  page.on('console', (m) => {
    if (m.type() === 'error') console.log(name, 'CON', m.text());
  });
  await page.goto(base + path + (path.includes('?') ? '&' : '?') + 'lang=' + lang, {
    waitUntil: 'networkidle',
  });
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) console.log(name, 'overflow', over);
  await ctx.close();
}
await browser.close();

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The Chromium that the browser tests drive; `CHROMIUM` names another. */
export const findBrowser = () => places.find((path) => path && existsSync(path));

/**
 * Installs Debian's Chromium and the fonts without which Chinese is boxes.
 * @returns a sentence for people when that is not possible here
 */
export function installBrowser() {
  const advice =
    'install the packages chromium and fonts-noto-cjk, or set CHROMIUM to the path of a Chromium';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return `the browser tests need a Chromium and may not install one here: ${advice}`;
  }
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  apt('update', '-qq');
  const status = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  return status === 0 ? undefined : `apt-get could not install Chromium: ${advice}`;
}

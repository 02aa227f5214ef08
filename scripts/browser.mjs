import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';

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
  if (installPackages('chromium', 'fonts-noto-cjk')) return undefined;
  return 'the browser tests need a Chromium, and none could be installed: install the packages chromium and fonts-noto-cjk, or set CHROMIUM to the path of a Chromium';
}

// Runs before anything is installed, so: plain JavaScript that Node 20 understands, no dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, installBrowser } from './browser.mjs';
import { findClickHouse, installClickHouse } from './clickhouse.mjs';
import { findPostgres, installPostgres } from './postgres.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const goals = {
  install: [install],
  build: [install, build],
  test: [install, build, browser, clickhouse, postgres],
};

const steps = goals[process.argv[2] ?? 'build'];
if (!steps) fail(`prepare: say one of ${Object.keys(goals).join(', ')}`);
const asksHelp = process.argv.slice(3).some((arg) => arg === '--help' || arg === '-h');
for (const step of asksHelp ? [install] : steps) step();

/** Installs when the lock file is not the one that node_modules was made from, or an install broke off. */
function install() {
  const stamp = join(root, 'node_modules/.tidu-installed');
  const wanted = fingerprint(['package-lock.json']);
  if (read(stamp) === wanted) return;
  say('installing dependencies (about a minute, once)');
  // Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms.
  run(
    'npm',
    ['install', '--no-save', '--loglevel=error', '--no-fund', '--no-audit'],
    'the dependencies could not be installed',
    {
      hint: 'check that the npm registry can be reached, then try again',
    },
  );
  writeFileSync(stamp, wanted);
}

/** Builds the web app when its sources changed since the last build that ended. */
function build() {
  const stamp = join(root, 'apps/web/dist/.built');
  const wanted = fingerprint([
    'package-lock.json',
    'apps/web/index.html',
    'apps/web/package.json',
    'apps/web/vite.config.ts',
    'apps/web/public',
    'apps/web/src',
    'packages/reference/src',
  ]);
  if (read(stamp) === wanted) return;
  say('building the web app');
  run('npm', ['run', '--silent', '--workspace', 'apps/web', 'build'], 'the web app could not be built', {
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` },
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function browser() {
  if (findBrowser()) return;
  say('installing Chromium for the browser tests');
  const problem = installBrowser();
  if (problem) say(problem);
}

function clickhouse() {
  if (findClickHouse()) return;
  say('installing ClickHouse for the cluster tests');
  const problem = installClickHouse();
  if (problem) say(problem);
}

function postgres() {
  if (findPostgres()) return;
  say('installing PostgreSQL for the tests of the programme');
  const problem = installPostgres();
  if (problem) say(problem);
}

function run(command, args, problem, { hint = 'the lines above say why', env = withoutLocalBin() } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  if (error || status !== 0) fail(`${problem}: ${hint}`);
}

/** npm must run on the machine's own Node: it may replace the one in node_modules. */
function withoutLocalBin() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((dir) => !dir.endsWith(join('node_modules', '.bin')));
  return { ...process.env, PATH: path.join(delimiter) };
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesBelow(join(root, path))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function say(sentence) {
  process.stderr.write(`tidu: ${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

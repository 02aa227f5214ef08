// Runs every suite and closes with one line that counts what passed, failed and was skipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { findClickHouse } from './clickhouse.mjs';
import { findPostgres } from './postgres.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tidu-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);

const counts = { passed: 0, failed: 0, skipped: 0 };
let exit = status ?? 1;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed = result.numPassedTests;
  counts.failed = result.numFailedTests;
  counts.skipped = result.numPendingTests + result.numTodoTests;
} catch {
  console.error('tidu: the test runner left no report: the lines above say why');
  exit ||= 1;
}
rmSync(folder, { recursive: true, force: true });

const needed = [
  ['browser', findBrowser(), 'chromium'],
  ['cluster', findClickHouse(), 'clickhouse-server'],
  ['PostgreSQL', findPostgres(), 'postgresql'],
];
for (const [tests, found, name] of needed) {
  if (process.env.CI !== 'true' || found) continue;
  console.error(`tidu: the ${tests} tests were skipped, which is a failure under CI: install ${name}`);
  exit ||= 1;
}
if (counts.passed === 0) exit ||= 1;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(exit);

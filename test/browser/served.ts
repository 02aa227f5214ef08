import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { begunFolder } from '../../apps/tidu/src/begun-folder.cases.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { root } from '../repository.ts';

export const browserPath = findBrowser();

export interface Served {
  readonly address: string;
  /** A page of its own, which fails the test on any error that the page itself throws or logs. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** What pages complained of since the last call. */
  complaints(): string[];
  /** The same folder served again, with another environment: another day of the demonstration. */
  again(env: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The program as a user starts it, on a fresh data folder and a free port, and a real browser.
 * @param prepare  what the user did to the data folder before
 * @param env      beside the environment of the test
 */
export async function serve(
  prepare: (folder: string) => void = () => {},
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-journey-'));
  // On another day the programme begins anew; the statistics are the same on any.
  const begun = await begunFolder();
  const shared = 'TIDU_TODAY' in env ? 'statistics.duckdb' : '';
  cpSync(join(begun, shared), join(folder, shared), { recursive: true });
  prepare(folder);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const start = async (more: Readonly<Record<string, string>>): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [join(root, 'apps/tidu/bin/tidu.js'), 'serve'], {
      env: { ...process.env, PORT: String(port), TIDU_DATA: folder, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await answering(started, `${address}/api/status`);
    return started;
  };
  let server = await start(env);

  const browser: Browser = await chromium.launch({
    executablePath: browserPath as string,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  let complaints: string[] = [];

  return {
    address,
    async page(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        acceptDownloads: true,
        // What moves while one clicks on it is missed on a busy machine.
        reducedMotion: 'reduce',
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      return page;
    },
    complaints() {
      const heard = complaints;
      complaints = [];
      return heard;
    },
    async again(more) {
      await ended(server);
      server = await start(more);
    },
    async stop() {
      await browser.close();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(null)));
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stdout?.on('data', (chunk) => (said += chunk));
  server.stderr?.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended at once: ${said}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not answer within a minute: ${said}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

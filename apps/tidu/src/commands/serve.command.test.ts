import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-serve-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** Everything it has said so far, on both streams. */
  said(): string;
  /** When it has said what matches; fails when it ends before. */
  until(pattern: RegExp): Promise<string>;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

function start(data: string, port: number | string): Started {
  const child = spawn(process.execPath, [bin, 'serve'], {
    env: { ...process.env, TIDU_DATA: data, PORT: String(port) },
  });
  running.add(child);
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(text) && resolve(text);
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then(() => (pattern.test(text) ? resolve(text) : reject(new Error(`it ended: ${text}`))));
      look();
    });
  return { child, said: () => text, until, ended };
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const doctor = (data: string) =>
  spawnSync(process.execPath, [bin, 'doctor', '--data', data], { encoding: 'utf8' });

const oneSentence = (said: string, pattern: RegExp) => {
  const lines = said.trim().split('\n');
  expect(lines.at(-1)).toMatch(pattern);
  expect(said).not.toMatch(/\n\s+at |Error:|node:internal/);
};

describe('a start that cannot be', () => {
  it('says that the port is taken, and which to try', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port));
    });
    const tidu = start(join(folder, 'taken'), port);
    expect(await tidu.ended).toMatchObject({ code: 1 });
    taken.close();
    oneSentence(
      tidu.said(),
      new RegExp(`^tidu: port ${port} is taken; choose another: PORT=${port + 1} npm start$`),
    );
    expect(existsSync(join(folder, 'taken/server.json'))).toBe(false);
  });

  it.each(['abc', '65536'])('refuses %s as a port', async (port) => {
    const tidu = start(join(folder, 'port'), port);
    expect(await tidu.ended).toMatchObject({ code: 1 });
    oneSentence(tidu.said(), /is not a port; choose a number from 1 to 65535$/);
  });

  it('refuses what is no address of a licence', () => {
    const options = ['serve', '--licence', 'by all means'];
    const { status, stderr } = spawnSync(process.execPath, [bin, ...options], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain(
      '"by all means" is no address of a licence; write one that begins with https://',
    );
  });

  it('says that the folder cannot be written, and what to set', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'not a folder');
    const tidu = start(join(file, 'data'), await freePort());
    expect(await tidu.ended).toMatchObject({ code: 1 });
    oneSentence(tidu.said(), /a-file\/data cannot be written; set TIDU_DATA/);
  });

  it('says which server has the folder already', async () => {
    const data = join(folder, 'shared');
    const port = await freePort();
    const first = start(data, port);
    await first.until(/Tidu is at/);
    const second = start(data, await freePort());
    expect(await second.ended).toMatchObject({ code: 1 });
    oneSentence(
      second.said(),
      new RegExp(`already running on .*, at http://127.0.0.1:${port}; open that address`),
    );
    expect((await fetch(`http://127.0.0.1:${port}/api/status`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(existsSync(join(data, 'server.json'))).toBe(false);
  });
});

describe('a start after one that broke off', () => {
  it('takes up what a first start left half done, whenever it was killed', async () => {
    for (const at of [/loading the official figures/, /Tidu is at/]) {
      const data = mkdtempSync(join(folder, 'killed-'));
      const killed = start(data, await freePort());
      await killed.until(at);
      killed.child.kill('SIGKILL');
      await killed.ended;
      const port = await freePort();
      const again = start(data, port);
      await again.until(/Tidu is at/);
      const status = await (await fetch(`http://127.0.0.1:${port}/api/status`)).json();
      expect(status).toMatchObject({ loads: 1, months: { last: '2025-06' } });
      again.child.kill('SIGTERM');
      expect((await again.ended).code).toBe(0);
      const { status: exit, stdout } = doctor(data);
      expect(exit, stdout).toBe(0);
    }
  });

  it('is not kept away by the note of a server that is gone, even where another process has its number', async () => {
    const data = join(folder, 'stale');
    for (const pid of [999_999_999, process.ppid]) {
      const first = start(data, await freePort());
      await first.until(/Tidu is at/);
      const note = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
      first.child.kill('SIGKILL');
      await first.ended;
      writeFileSync(join(data, 'server.json'), JSON.stringify({ ...note, pid }));
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [bin, 'figure', 'region-shares', '--period', '2024', '--data', data],
        { encoding: 'utf8' },
      );
      expect(status, stderr).toBe(0);
      expect(stdout).toContain('79.70');
      const again = start(data, await freePort());
      await again.until(/Tidu is at/);
      again.child.kill('SIGTERM');
      expect((await again.ended).code).toBe(0);
    }
  });
});

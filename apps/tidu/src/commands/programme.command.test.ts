import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-programme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tidu = (data: string, ...args: string[]) => {
  const env = { ...process.env, TIDU_DATA: join(folder, data) };
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
  return { stdout, stderr, status };
};

describe('tidu programme', () => {
  it('begins with the parks that there are and nothing else, once', () => {
    expect(tidu('own', 'programme', 'init', '--empty').stdout).toContain('begins empty');
    expect(tidu('own', 'programme', 'status').stdout).toBe(
      'begun: own; store: pglite\npark: 13 recognised\n',
    );
    const again = tidu('own', 'programme', 'init');
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('has begun already (own); set TIDU_DATA to another folder');
  });

  it('begins with the demonstration when nothing is said', () => {
    expect(tidu('sample', 'programme', 'init').stdout).toContain('sign in at /sign-in');
    expect(tidu('sample', 'programme', 'status').stdout).toMatch(/^begun: demonstration; store: pglite\n/);
  });

  it('says how to go on when the server named by DATABASE_URL does not answer', () => {
    const env = {
      ...process.env,
      TIDU_DATA: join(folder, 'own'),
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    };
    const { stderr, status } = spawnSync(process.execPath, [bin, 'programme', 'status'], {
      env,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('check DATABASE_URL');
  });
});

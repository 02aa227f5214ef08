import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@tidu/programme';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-account-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { DATABASE_URL: _, ...rest } = process.env;
const env = { ...rest, TIDU_DATA: folder, TIDU_ORIGIN: 'https://tidu.example.cn' };
const tidu = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
const create = (login: string, role: string, ...more: string[]) =>
  tidu('account', 'create', '--login', login, '--name', login, '--role', role, ...more);

beforeAll(() => {
  tidu('programme', 'init', '--empty');
});

describe('tidu account', () => {
  it('makes the administrators of a programme that begins empty, each with a link of their own', () => {
    const made = create('security', 'security-admin', '--email', 's@example.cn');
    expect(made.stdout).toMatch(/^https:\/\/tidu\.example\.cn\/invitation#[\w-]{43}\n$/);
    expect(made.stderr).toContain('opens once within 72 hours');
    expect(create('audit', 'audit-admin', '--email', 's@example.cn').stderr).toContain('kept apart');
    expect(create('audit', 'audit-admin').status).toBe(0);
    expect(create('wang', 'province').stderr).toContain('name it with --organisation');
    expect(tidu('account', 'list').stdout).toMatch(
      /account-1 +security +security-admin +org-system +invited/,
    );
  });

  it('does what a security administrator may, and no more', () => {
    expect(tidu('account', 'reset', 'Security').stdout).toContain('/invitation#');
    expect(tidu('account', 'disable', 'security').stderr).toContain('last account of this administrator');
    expect(tidu('account', 'invite', 'nobody')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('see tidu account list'),
    });
  });
});

describe('tidu audit', () => {
  const checkpoint = join(folder, 'checkpoint.json');
  const change = async (sql: { set?: object; drop?: boolean }, seq: number) => {
    const database = await openDatabase({ folder: join(folder, 'programme') });
    if (sql.drop) await database.reading.deleteFrom('audit').where('seq', '=', seq).execute();
    if (sql.set) await database.reading.updateTable('audit').set(sql.set).where('seq', '=', seq).execute();
    await database.close();
  };

  it('verifies a trail that nobody touched, exports it, and signs how far it has come', () => {
    writeFileSync(checkpoint, tidu('audit', 'checkpoint').stdout);
    expect(tidu('audit', 'verify', '--against', checkpoint)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('none tampered with'),
    });
    const out = join(folder, 'audit.jsonl');
    expect(tidu('audit', 'export', '--out', out).status).toBe(0);
    const lines = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, n) => n + 1));
    expect(lines.some(({ deed, account }) => deed === 'account.create' && account === 'operator')).toBe(true);
  });

  it('tells a checkpoint that another house signed', () => {
    const forged = join(folder, 'forged.json');
    const said = JSON.parse(readFileSync(checkpoint, 'utf8'));
    writeFileSync(forged, JSON.stringify({ ...said, lines: said.lines - 1 }));
    expect(tidu('audit', 'verify', '--against', forged).stdout).toContain(
      'was not signed by the key of this house',
    );
    expect(tidu('audit', 'verify', '--against', join(folder, 'none.json')).stderr).toContain(
      'is no checkpoint',
    );
  });

  it('names the line that was changed, and the one that is missing', async () => {
    await change({ set: { name: '别人' } }, 2);
    expect(tidu('audit', 'verify')).toMatchObject({ status: 5, stdout: 'line 2: the line was changed\n' });
    expect(tidu('audit', 'checkpoint').stderr).toContain('broken at line 2');
    await change({ drop: true }, 2);
    expect(tidu('audit', 'verify').stdout).toBe('line 2: the line is missing\n');
  });
});

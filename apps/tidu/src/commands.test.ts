import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, packRoot } from './house.store.ts';

const bin = fileURLToPath(new URL('../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-commands-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, TIDU_DATA: data };
const tidu = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { env, encoding: 'utf8' });
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('on a data folder of its own', () => {
  it('shows help with examples, and tells a wrong call from a refusal', () => {
    const help = tidu('figure', '--help');
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('Examples:');
    expect(tidu('figure').status).toBe(2);
    expect(tidu('no-such-command').status).toBe(2);
  });

  it('refuses an unknown figure and a bad period in a sentence', () => {
    const unknown = tidu('figure', 'no-such');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('region-shares');
    const bad = tidu('figure', 'region-shares', '--period', '2024-13');
    expect(bad.status).toBe(1);
    expect(bad.stderr).toContain('"2024-13" is not a period');
    expect(bad.stderr).not.toMatch(/\n\s+at /);
  });

  it('writes CSV that opens in a spreadsheet', () => {
    const { status, stdout } = tidu('query', '--by', 'region', '--period', '2024', '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout.startsWith('\uFEFFRegion,')).toBe(true);
    expect(stdout.trim().split('\r\n')).toHaveLength(5);
  });

  it('writes Parquet', () => {
    const out = join(folder, "it's.parquet");
    expect(tidu('query', '--by', 'month', '--format', 'parquet', '--out', out).status).toBe(0);
    expect(readFileSync(out).subarray(0, 4).toString()).toBe('PAR1');
  });

  it('lays months out in a workbook, and says how many rows it has written', () => {
    const out = join(folder, 'wide.xlsx');
    const asked = ['--by', 'province,month', '--across', 'month', '--period', '2024', '--format', 'xlsx'];
    const { status, stderr } = tidu('query', ...asked, '--out', out);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('31 rows written to');
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const refused = tidu('query', ...asked.slice(0, 4), '--period', '2024');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--format csv')]);
  });

  it('tries every file, and names the one that is refused with its remedy', () => {
    const bad = file('2024-01.csv', 'hello\n');
    const { status, stdout, stderr } = tidu('import', bad, join(folder, 'absent.csv'), '--json');
    expect(status).toBe(1);
    const outcomes: { status: string; remedy: string }[] = JSON.parse(stdout);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['refused', 'refused']);
    expect(outcomes.every(({ remedy }) => remedy.length > 0)).toBe(true);
    expect(stderr).toContain('2024-01.csv');
  });

  it('says with 3 that rows are in quarantine, and changes nothing in a dry run', () => {
    const rows = ['84713090,31,5', '84713090,99,5'].map((row) => `202301,${row}`);
    const path = file('a-export.csv', ['数据年月,商品编码,注册地编码,人民币', ...rows].join('\n'));
    const { status, stdout } = tidu('import', path, '--dry-run', '--json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)[0].rows).toMatchObject({ loaded: 1, quarantined: 1, superseded: 0 });
    expect(JSON.parse(tidu('loads', '--json').stdout)).toHaveLength(1);
  });

  it('goes on where an import broke off, and gives what was refused as a workbook', async () => {
    const downloads = join(folder, 'downloads');
    mkdirSync(downloads);
    const save = (name: string, row: string) =>
      writeFileSync(
        join(downloads, name),
        `数据年月,商品编码,注册地编码,人民币\n${row}\n202301,84713090,31,7\n`,
      );
    save('a-export.csv', '202301,85423110,31,=1+1');
    expect(tidu('import', downloads).status).toBe(3);
    save('b-export.csv', '202302,85423110,31,6');
    const again = tidu('import', downloads);
    expect(again.stdout).toContain('2 of 2 files taken; 1 of 2 were in already');
    const out = join(folder, 'errors.xlsx');
    expect(tidu('loads', 'quarantine', '2', '--out', out, '--lang', 'en').status).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const [, head, fault] = (book.worksheets[0]?.getSheetValues() ?? []) as unknown[][];
    expect(head?.slice(1, 5)).toEqual(['file', 'cell', 'line', 'column']);
    expect(fault?.slice(1, 7)).toEqual(['a-export.csv', 'D2', '2', '人民币', "'=1+1", '不是金额']);
    expect(fault?.at(-1)).toContain('without unit or formula');
  });
});

describe('the quality of what is loaded', () => {
  it('is checked, listed and decided upon', () => {
    const run = tidu('quality', 'run', '--json');
    expect(run.status, run.stderr).toBe(0);
    const { complete, found } = JSON.parse(run.stdout);
    expect(complete).toBe(true);
    expect(found.balance).toBeGreaterThan(20);
    const listed = tidu('quality', 'list', '--check', 'balance', '--severity', 'doubt');
    expect(listed.stdout).toContain('Shiyan');
    const id = /^ *(\d+) .*zone.*Xiong'an/m.exec(listed.stdout)?.[1] ?? '';
    expect(tidu('quality', 'decide', id, '--as', 'explained', '--note', ' ').stderr).toContain('note');
    const decided = tidu(
      'quality',
      'decide',
      id,
      '--as',
      'explained',
      '--note',
      'counted apart',
      '--by',
      'Li',
    );
    expect(decided.stdout).toContain('decided');
    expect(tidu('quality', 'list', '--check', 'no-such').status).toBe(1);
  });
});

describe('packs and folders', () => {
  it('examines a sound folder and a damaged one', () => {
    const sound = tidu('doctor', '--json');
    expect(sound.status, sound.stdout).toBe(0);
    expect(JSON.parse(sound.stdout)).toMatchObject({ folder: dataFolder(data), sound: true });
    const damaged = join(folder, 'damaged');
    mkdirSync(damaged);
    writeFileSync(join(damaged, 'statistics.duckdb'), 'no store');
    const broken = tidu('doctor', '--data', damaged);
    expect(broken.status).toBe(5);
    expect(broken.stdout).toMatch(/BROKEN {2}statistics: .+; /);
  });

  it('prints every fault of a pack', () => {
    const bad = join(folder, 'pack');
    cpSync(packRoot, bad, { recursive: true, filter: (path) => !/map|statistics|node_modules/.test(path) });
    writeFileSync(join(bad, 'aliases.csv'), 'name,code,source\nX,999999,nobody\n');
    const { status, stdout } = tidu('pack', 'check', bad);
    expect(status).toBe(1);
    expect(stdout).toContain('"999999" is not in the pack');
    expect(stdout).toContain('"nobody" is not in the pack');
  });

  it('says of made-up files that they are', () => {
    const out = join(folder, 'made-up');
    const { status, stdout } = tidu('synth', '--out', out, '--rows', '20000', '--years', '2024');
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('合成');
  });
});

describe('while a server has the folder', () => {
  let server: ChildProcess;
  const port = 20_000 + (process.pid % 20_000);
  beforeAll(async () => {
    server = spawn(process.execPath, [bin, 'serve', '--port', String(port)], { env });
    await new Promise((resolve, reject) => {
      server.stdout?.once('data', resolve);
      server.once('exit', reject);
    });
  }, 120_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await gone;
  });

  it('commands get their answers from it', () => {
    const share = tidu('figure', 'region-shares', '--period', '2024');
    expect(share.stdout).toMatch(/East +79\.70 +%/);
    expect(tidu('query', '--by', 'region', '--where', 'region=west').stdout).toContain('West');
    const csv = join(folder, 'from-server.csv');
    const taken = tidu('query', '--by', 'region', '--period', '2024', '--format', 'csv', '--out', csv);
    expect([taken.status, taken.stderr]).toEqual([0, expect.stringContaining('4 rows written')]);
    expect(readFileSync(csv, 'utf8').trim().split('\r\n')).toHaveLength(5);
    expect(tidu('figure', 'no-such').stderr).toContain('region-shares');
    expect(tidu('loads').stdout).toContain('gacc-by-location.csv');
    expect(tidu('import', join(folder, '2024-01.csv')).status).toBe(1);
    const receipt = tidu('figure', 'region-shares', '--receipt').stdout;
    expect(tidu('verify', file('receipt.json', receipt)).status).toBe(0);
    const tampered = tidu('verify', file('tampered.json', receipt.replace(/"east": /, '"east": 1')));
    expect(tampered.status).toBe(4);
    expect(tampered.stdout).toContain('altered');
    expect(tidu('doctor').status).toBe(0);
  }, 120_000);

  it('so do findings, with what was decided before the server had them', () => {
    expect(tidu('quality', 'run').stdout).toContain('what was loaded since the last run');
    const decided = JSON.parse(tidu('quality', 'list', '--state', 'decided', '--json').stdout);
    expect(decided).toMatchObject([{ check: 'balance', reason: 'zone', state: 'decided' }]);
    const shown = tidu('quality', 'show', String(decided[0].id)).stdout;
    expect(shown).toContain('Li: explained: counted apart');
    expect(shown).toContain('rests on loads 1');
  }, 120_000);
});

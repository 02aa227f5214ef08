import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidu } from './command.ts';
import { root } from './repository.ts';

/** What the official tables in the box are known to say, asked as a user asks. */
describe('the figures of 2024', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidu-figures-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const figure = (...args: string[]) => {
    const { status, stdout, stderr } = tidu(folder, 'figure', ...args, '--json');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout);
  };

  it('east, central, west and northeast hold 79.70, 8.21, 9.24 and 2.85 percent of total trade', () => {
    const { values, unit } = figure('region-shares', '--period', '2024');
    expect(unit).toBe('percent');
    expect(values.east).toBeCloseTo(79.7, 2);
    expect(values.central).toBeCloseTo(8.21, 2);
    expect(values.west).toBeCloseTo(9.24, 2);
    expect(values.northeast).toBeCloseTo(2.85, 2);
  });

  it('to July 80.27, 7.77, 9.08 and 2.89', () => {
    const { values } = figure('region-shares', '--period', '2024-01..2024-07');
    expect(Object.values(values).map((v) => Number(v).toFixed(2))).toEqual(['80.27', '7.77', '9.08', '2.89']);
  });

  it('the ten park cities that the table names hold 25.52 percent, and the three that it does not are named', () => {
    const { values, coverage } = figure('park-cities-share', '--period', '2024');
    expect(values.share).toBeCloseTo(25.52, 2);
    expect(coverage.named).toHaveLength(10);
    expect([...coverage.missing].sort()).toEqual(['341600', '419001', '511400']);
  });

  it('says "total trade, 10 of 13 cities" to people', () => {
    const { stdout } = tidu(folder, 'figure', 'park-cities-share', '--period', '2024');
    expect(stdout).toContain('25.52');
    expect(stdout).toContain('total trade, 10 of 13 cities');
  });

  it('refuses a question about processing trade, because the tables have no trade mode', () => {
    const { status, stderr } = tidu(
      folder,
      'figure',
      'park-cities-share',
      '--period',
      '2024',
      '--processing',
    );
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/trade mode/);
  });

  it('a receipt can be walked again, and one that was tampered with cannot', () => {
    const { stdout } = tidu(folder, 'figure', 'region-shares', '--period', '2024', '--receipt');
    const receipt = join(folder, 'receipt.json');
    writeFileSync(receipt, stdout);
    expect(tidu(folder, 'verify', receipt).status).toBe(0);
    writeFileSync(receipt, stdout.replace(/"east":\s*79/, '"east": 78'));
    expect(tidu(folder, 'verify', receipt).status).not.toBe(0);
  });

  const official = join(root, '../shared/data/gacc/by-location');
  it.runIf(existsSync(official))(
    'the original tables carry the same cells as the pack: importing them changes nothing',
    () => {
      const files = readdirSync(official)
        .filter((name) => /^20\d\d-\d\d\.csv$/.test(name))
        .map((name) => join(official, name));
      const { status, stdout, stderr } = tidu(folder, 'import', ...files, '--json');
      expect(status, stderr).toBe(0);
      const text = stdout.trim();
      const summaries = text.startsWith('[')
        ? JSON.parse(text)
        : text.split('\n').map((line) => JSON.parse(line));
      expect(summaries).toHaveLength(files.length);
      for (const { rows } of summaries)
        expect(rows).toMatchObject({ loaded: 0, quarantined: 0, superseded: 0 });
      expect(figure('region-shares', '--period', '2024').values.east).toBeCloseTo(79.7, 2);
    },
  );
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the package that others install', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-regional-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(() => {
    execFileSync(process.execPath, [join(import.meta.dirname, '../pack.mjs'), folder]);
  });
  const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' });

  it('has types beside every file, two doors, no dependency and no test', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.exports)).toEqual(['.', './compute']);
    const code = files().filter((file) => file.endsWith('.js'));
    expect(code.length).toBeGreaterThan(50);
    expect(code.filter((file) => !files().includes(file.replace(/\.js$/, '.d.ts')))).toEqual([]);
    expect(files().filter((file) => file.includes('.test.'))).toEqual([]);
  });

  it('runs as it stands', () => {
    const program = `
      import { gini, locationQuotient, matrix } from ${JSON.stringify(join(folder, 'index.js'))};
      import { compute } from ${JSON.stringify(join(folder, 'compute/index.js'))};
      console.log(gini([10, 10, 10, 20, 50]), locationQuotient(matrix([[8, 2], [2, 8]])).at(0, 0), compute('herfindahl', { values: [1, 1] }).value);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(said.trim()).toBe('0.36 1.6 0.5');
  });

  it('is below 60 kB compressed, even before a minifier has seen it', () => {
    const code = files()
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''))
      .join('');
    expect(gzipSync(code).length).toBeLessThan(60_000);
  });
});

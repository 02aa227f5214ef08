import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-compute-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const compute = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, 'compute', ...args], { input, encoding: 'utf8', maxBuffer: 2 ** 26 });

describe('tidu compute', () => {
  it('lists the methods by family, for people and for programs', () => {
    expect(compute(['--list']).stdout).toMatch(/transfer\n {2}implied-transfer: /);
    const list: { family: string; name: string }[] = JSON.parse(compute(['--list', '--json']).stdout);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    expect(new Set(list.map(({ family }) => family)).size).toBe(11);
  });

  it('reads a table with labels, or JSON from standard input', () => {
    const file = join(folder, 'table.csv');
    writeFileSync(file, '\uFEFFregion,84,85\r\neast,8,2\r\nwest,2,8\r\n');
    expect(JSON.parse(compute(['location-quotient', file]).stdout).matrix[0]).toEqual([1.6, 0.4]);
    const { stdout, status } = compute(['gini', '-'], '{"values": [10, 10, 10, 20, 50]}');
    expect([JSON.parse(stdout), status]).toEqual([{ value: 0.36 }, 0]);
  });

  it('refuses with a sentence: an unknown method, a bad number, a missing file, nothing', () => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, 'values\n1\nzwei\n');
    for (const [args, says] of [
      [['no-such-method', file], /no method "no-such-method"; the methods are /],
      [['gini', file], /bad\.csv, line 3, column "values": "zwei" is not a number/],
      [['gini', join(folder, 'absent.csv')], /absent\.csv cannot be read/],
      [[], /a method and its input are needed/],
    ] as const) {
      const { status, stderr } = compute(args);
      expect(status, stderr).toBe(1);
      expect(stderr).toMatch(says);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

/** Numbers that other programs of the field gave; beside the repository, where somebody keeps them. */
const kept = fileURLToPath(new URL('../../../../../shared/golden/open', import.meta.url));

interface Golden {
  readonly method: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const cases = (existsSync(kept) ? readdirSync(kept) : [])
  .filter((file) => file.endsWith('.json'))
  .flatMap((file): Golden[] => JSON.parse(readFileSync(join(kept, file), 'utf8')));
/** One of each method goes through the program; all of them go through the library in its own tests. */
const ofEachMethod = [...new Map(cases.map((one) => [one.method, one])).values()];

describe.skipIf(cases.length === 0)('the golden cases through the program', () => {
  it.each(ofEachMethod)('$method', ({ method, input, expected, tolerance }) => {
    const { status, stdout, stderr } = compute([method, '-'], JSON.stringify(input));
    expect(status, stderr).toBe(0);
    const answer = JSON.parse(stdout);
    for (const [key, value] of Object.entries(expected)) {
      const [ours, theirs] = [numbers(answer[key]), numbers(value)];
      expect(ours, key).toHaveLength(theirs.length);
      theirs.forEach((number, i) => {
        if (number === null) return;
        const allowed = tolerance * (Math.abs(number) || 1);
        expect(Math.abs((ours[i] as number) - number), `${key}[${i}]`).toBeLessThanOrEqual(allowed);
      });
    }
  });
});

const numbers = (value: unknown): (number | null)[] =>
  Array.isArray(value) ? value.flatMap(numbers) : [value as number | null];

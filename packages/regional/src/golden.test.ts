import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, compute } from './compute/index.ts';

/** Numbers that other programs of the field gave; beside the repository, where somebody keeps them. */
const folder = join(import.meta.dirname, '../../../../shared/golden/open');

interface Golden {
  readonly name: string;
  readonly method: string;
  readonly source: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const known = new Set(
  Object.values(catalogue)
    .flat()
    .map(({ name }) => name),
);

const cases = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.json'))
  .flatMap((file): Golden[] => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  .filter(({ method }) => known.has(method));

describe.skipIf(cases.length === 0)('golden cases', () => {
  it.each(cases)('$method: $name ($source)', ({ method, input, expected, tolerance }) => {
    const actual = compute(method, input);
    expect(Object.keys(actual)).toEqual(expect.arrayContaining(Object.keys(expected)));
    for (const [key, value] of Object.entries(expected)) agree(actual[key], value, tolerance, key);
  });
});

function agree(actual: unknown, expected: unknown, tolerance: number, where: string): void {
  if (expected === null) return;
  if (Array.isArray(expected)) {
    expect(actual, where).toHaveLength(expected.length);
    expected.forEach((value, i) => {
      agree((actual as unknown[])[i], value, tolerance, `${where}[${i}]`);
    });
    return;
  }
  const allowed = tolerance * (Math.abs(expected as number) || 1);
  expect(Math.abs((actual as number) - (expected as number)), where).toBeLessThanOrEqual(allowed);
}

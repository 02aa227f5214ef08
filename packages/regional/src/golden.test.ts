import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { herfindahl, herfindahlByRegion, locationQuotient, matrix, theilL, toArrays } from './index.ts';

/** Numbers that other programs of the field gave; beside the repository, where somebody keeps them. */
const folder = join(import.meta.dirname, '../../../../shared/golden/open');

interface Golden {
  readonly name: string;
  readonly method: string;
  readonly source: string;
  readonly input: { readonly matrix: number[][]; readonly values: number[] };
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const methods: Record<string, (input: Golden['input']) => Record<string, unknown>> = {
  'location-quotient': (input) => ({ matrix: toArrays(locationQuotient(matrix(input.matrix))) }),
  'herfindahl-by-region': (input) => ({ values: herfindahlByRegion(matrix(input.matrix)) }),
  herfindahl: (input) => ({ value: herfindahl(input.values) }),
  'theil-l': (input) => ({ value: theilL(input.values) }),
};

const cases = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.json'))
  .flatMap((file): Golden[] => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  .filter(({ method }) => method in methods);

describe.skipIf(cases.length === 0)('golden cases', () => {
  it.each(cases)('$method: $name ($source)', ({ method, input, expected, tolerance }) => {
    const actual = methods[method]?.(input) ?? {};
    expect(Object.keys(actual)).toEqual(Object.keys(expected));
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

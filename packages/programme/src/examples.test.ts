import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';

const examples = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
        /@example\s+(.+?) \/\/ (.+?)(?: \*\/)?$/gm,
      ),
    ].map(([, expression = '', value = '']) => ({ file, expression, value })),
  );

describe('docstrings', () => {
  it('have examples', () => expect(examples.length).toBeGreaterThan(5));

  it.each(examples)('$file: $expression is $value', async ({ file, expression, value }) => {
    const known: Record<string, unknown> = await import(join(import.meta.dirname, file));
    const run = (text: string): unknown =>
      compileFunction(`return (${text})`, Object.keys(known))(...Object.values(known));
    expect(rounded(run(expression))).toEqual(rounded(run(value)));
  });
});

const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(12)) : value;

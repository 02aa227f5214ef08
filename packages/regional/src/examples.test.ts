import { readdirSync, readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as catalogue from './compute/index.ts';
import { inputOf } from './compute/input.ts';
import * as methods from './index.ts';

const regional = { ...methods, ...catalogue, inputOf };

const run = (expression: string): unknown =>
  compileFunction(`return (${expression})`, Object.keys(regional))(...Object.values(regional));

const examples = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(
        /@example\s+(.+?) \/\/ (.+?)(?: \*\/)?$/gm,
      ),
    ].map(([, expression = '', value = '']) => ({ file, expression, value })),
  );

describe('docstrings', () => {
  it('have examples', () => expect(examples.length).toBeGreaterThan(20));

  it.each(examples)('$file: $expression is $value', ({ expression, value }) => {
    expect(rounded(run(expression))).toEqual(rounded(run(value)));
  });
});

const rounded = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(rounded)
    : typeof value === 'number'
      ? Number(value.toPrecision(12))
      : value;

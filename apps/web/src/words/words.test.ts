import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const keysOf = (words: object, under = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${under}${key}`] : keysOf(value as object, `${under}${key}.`),
  );
const textAt = (words: object, key: string): string =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words) as string;
const slots = (text: string): string[] =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();

const source = join(import.meta.dirname, '..');
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

describe('words', () => {
  it('has every sentence in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zhCN).sort());
  });

  it('names the same things in both', () => {
    const differing = keysOf(zhCN).filter(
      (key) => slots(textAt(zhCN, key)).join() !== slots(textAt(en, key)).join(),
    );
    expect(differing).toEqual([]);
  });

  it('keeps Chinese out of components', () => {
    const literal = components.filter((file) =>
      /\p{Script=Han}/u.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(literal).toEqual([]);
  });

  it('keeps sentences out of components', () => {
    const sentence = />\s*[A-Z][a-z]+ [a-z]+[^<>{}=;()]*<\//;
    const literal = components.filter((file) => sentence.test(readFileSync(join(source, file), 'utf8')));
    expect(literal).toEqual([]);
  });

  it('has a sentence for every key that a component says outright', () => {
    const known = new Set(keysOf(zhCN));
    const unknown = components.flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/\bt\('([\w.-]+)'/g)]
        .map(([, key]) => key ?? '')
        .filter((key) => !known.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNames, checks, reasons } from '../packages/indicators/src/index.ts';
import { content, root } from './repository.ts';

interface Words {
  readonly reason: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly check: Readonly<Record<string, string>>;
  readonly method: Readonly<Record<string, string>>;
  readonly source: Readonly<Record<string, string>>;
}

/** The page's words are its own: they are read as it reads them, by no door of a room. */
async function wordsOf(file: string, name: string): Promise<Words> {
  const said = await import(join(root, 'apps/web/src/words', file));
  return said[name].quality;
}

describe('the words of the quality board', () => {
  it('has a sentence for all that a check may say, and its name, method and source', async () => {
    const both = [
      await wordsOf('zh-CN.quality.ts', 'qualityZhCN'),
      await wordsOf('en.quality.ts', 'qualityEn'),
    ];
    for (const quality of both) {
      for (const check of checkNames) {
        expect(Object.keys(quality.reason[check] ?? {}).sort()).toEqual([...reasons[check]].sort());
        for (const about of [quality.check, quality.method, quality.source])
          expect(about[check]).toBeTruthy();
      }
    }
  });

  it('has every tolerance in the description of the methods', () => {
    const page = content('docs/methods/data-quality.md');
    for (const { name, tolerances } of checks) {
      expect(page).toContain(`\`${name}\``);
      for (const tolerance of Object.keys(tolerances)) expect(page, name).toContain(`\`${tolerance}\``);
    }
  });
});

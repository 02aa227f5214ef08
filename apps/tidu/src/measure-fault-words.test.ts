import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMeasure } from '@tidu/policy';
import { describe, expect, it } from 'vitest';
import { packRoot } from './house.store.ts';
import { faultTold } from './measure-fault-words.ts';

const text = readFileSync(join(packRoot, 'measures/national/west-income-tax-15.yaml'), 'utf8');

describe('what is wrong with a measure', () => {
  it.each([
    ['a field that there is not', 'project.encouragedShare >= 0.6', 'project.encouragedShares >= 0.6'],
    ['an amount where a condition is asked for', 'project.encouragedShare >= 0.6', 'project.encouragedShare'],
    ['a part that is missing', 'kind: tax', ''],
    ['a part that is not known', 'kind: tax', 'kind: tax\nkinds: tax'],
    ['an expression that breaks off', 'project.encouragedShare >= 0.6', 'project.encouragedShare >='],
    ['YAML', 'kind: tax', 'kind: [tax'],
    ['a choice that there is not', 'kind: tax', 'kind: taxes'],
    ['a day', 'from: 2021-01-01', 'from: 2021'],
    ['a place', '"150000"', '"15"'],
    ['something else than a list', 'eligible:', 'eligible: none\nothers:'],
  ])('is told in Chinese, with a remedy in Chinese: %s', (_, from, to) => {
    expect(text).toContain(from);
    const { faults } = readMeasure('west.yaml', text.replace(from, to));
    expect(faults.length).toBeGreaterThan(0);
    for (const { message, remedy } of faults.map(faultTold)) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(remedy.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeNames } from './company-name.ts';
import { type Claimed, comparable, compare, thresholds } from './duplicate-claims.ts';
import { duplicatesAmong, duplicatesOf } from './duplicate-search.ts';
import { pretendedProjects } from './pretended.cases.ts';

interface GoldenPair {
  same: boolean;
  why: string;
  a: Omit<Claimed, 'id'>;
  b: Omit<Claimed, 'id'>;
}
const golden: GoldenPair[] = JSON.parse(
  readFileSync(new URL('../../golden/duplicate-claims.json', import.meta.url), 'utf8'),
);
const names = (zh: string) => ({ name: { zh: `${zh}市` }, short: { zh } });
const places = placeNames(
  ['深圳', '东莞', '泉州', '汕头', '宁波', '苏州', '厦门', '杭州', '温州', '佛山', '上海']
    .map(names)
    .concat([
      { name: { zh: '广东省' }, short: { zh: '广东' } },
      { name: { zh: '福建省' }, short: { zh: '福建' } },
    ])
    .concat([{ name: { zh: '澄海区' }, short: { zh: '澄海区' } }]),
);
const of = (claimed: Omit<Claimed, 'id'>, id = 'x') => comparable({ ...claimed, id }, places);
const score = ({ a, b }: GoldenPair) => compare(of(a), of(b)).score;

describe('two claims', () => {
  it('are told apart as people told them apart: precision and recall over the golden pairs', () => {
    const rates = (threshold: number) => {
      const caught = golden.filter((pair) => score(pair) >= threshold);
      const right = caught.filter(({ same }) => same).length;
      return { precision: right / caught.length, recall: right / golden.filter(({ same }) => same).length };
    };
    const [possible, strong] = [rates(thresholds.possible), rates(thresholds.strong)];
    console.log(`${golden.length} golden pairs`, { possible, strong });
    for (const pair of golden) {
      const wrong = pair.same !== score(pair) >= thresholds.strong;
      if (wrong) console.log(pair.same ? 'missed:' : 'caught wrongly:', pair.why, score(pair).toFixed(3));
    }
    expect(possible.recall).toBeGreaterThanOrEqual(0.96);
    expect(possible.precision).toBeGreaterThanOrEqual(0.8);
    expect(strong.precision).toBeGreaterThanOrEqual(0.95);
    expect(strong.recall).toBeGreaterThanOrEqual(0.9);
  });

  it('are as alike one way as the other', () => {
    for (const { a, b } of golden) {
      expect(compare(of(a), of(b)).score).toBe(compare(of(b), of(a)).score);
    }
  });

  it('say what speaks for one project and what against, in bits', () => {
    const [first] = golden as [GoldenPair];
    expect(compare(of(first.a), of({ ...first.b, origin: '330200' })).evidence).toEqual([
      { field: 'company', level: 'same-code', weight: 14 },
      { field: 'origin', level: 'other', weight: -4 },
      { field: 'investment', level: 'equal', weight: 4 },
      { field: 'industry', level: 'same-group', weight: 3 },
      { field: 'project', level: 'alike', weight: 2 },
      { field: 'date', level: 'near', weight: 1.5 },
    ]);
  });
});

describe('a search', () => {
  const { projects, twins } = pretendedProjects(1_000, 40);

  it('finds the twins hidden among a thousand projects, and hardly anything else', () => {
    const found = duplicatesAmong(projects.map((one) => comparable(one, places))).filter(
      ({ score: likely }) => likely >= thresholds.strong,
    );
    const pairs = new Set(found.map(({ a, b }) => [a, b].sort().join()));
    expect(twins.filter((pair) => !pairs.has([...pair].sort().join()))).toEqual([]);
    expect(pairs.size - twins.length).toBeLessThanOrEqual(2);
  });

  it('finds for one project what the search among all finds for it', () => {
    const all = projects.map((one) => comparable(one, places));
    const [[one]] = twins as [[string, string]];
    const found = duplicatesAmong(all).filter(({ a, b }) => a === one || b === one);
    const self = all.find(({ id }) => id === one);
    expect(self && duplicatesOf(self, all).map(({ score: likely }) => likely)).toEqual(
      found.map(({ score: likely }) => likely),
    );
  });
});

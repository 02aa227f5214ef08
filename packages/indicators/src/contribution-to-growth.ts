import { regions } from '@tidu/reference';
import { contributionToGrowth as contributions } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import { growthCoverage, growthPairs, growthQuestions, kindParameter } from './growth-of-places.ts';
import { levelOf, levelParameter, percent, placesAt, total } from './place-amounts.ts';

/** Percentage points that each place adds to the growth of the whole; `total` is that growth. */
export const contributionToGrowth: Indicator = {
  name: 'contribution-to-growth',
  unit: 'percent',
  formula: {
    text: '100 · (trade of the place − its trade in the base) / Σ trade in the base; the contributions add up to `total`',
    source: 'arithmetic of the published table',
  },
  parameters: {
    ...levelParameter(['region', 'province'], 'region'),
    ...kindParameter(['year-on-year', 'month-on-month', 'year-to-date', 'implied']),
  },
  questions: (ask) => growthQuestions(ask, levelOf(ask)),
  compute(answers, ask, pack) {
    const level = levelOf(ask);
    const { current, base } = growthPairs(answers, ask, level, pack);
    const codes = level === 'region' ? regions : placesAt('province', pack, ask.period);
    const pairs = codes.filter((code) => current.has(code) && base.has(code));
    const parts = contributions(
      pairs.map((code) => current.get(code) as number),
      pairs.map((code) => base.get(code) as number),
    );
    return {
      values: {
        ...Object.fromEntries(codes.map((code) => [code, percent(parts[pairs.indexOf(code)])])),
        total: pairs.length === 0 ? null : percent(total(parts)),
      },
      ...growthCoverage(answers, ask, level, pack),
    };
  },
};

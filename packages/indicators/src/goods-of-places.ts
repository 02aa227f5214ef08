import type { Indicator } from './figure.ts';
import { amountsQuestion, placeCoverage } from './place-amounts.ts';

/**
 * What each city trades in: `place.chapter`, or `place.all` where the tables tell no goods. A chapter that a city is not
 * told to trade in has no entry; a city of which nothing is told is missing in the coverage.
 */
export const goodsOfPlaces: Indicator = {
  name: 'goods-of-places',
  unit: 'CNY',
  formula: {
    text: 'X[r,i], the trade of city r in HS chapter i, as loaded',
    source: 'customs statistics by place of registration',
  },
  parameters: {
    goods: {
      default: 'chapter',
      describe: 'told apart by chapter (HS), or all together',
      values: ['chapter', 'all'],
    },
  },
  questions: (ask) => ({
    goods: amountsQuestion(ask, 'prefecture', ask.period, {
      by: ask.parameters.goods === 'all' ? [] : ['chapter'],
    }),
  }),
  compute({ goods }, ask, pack) {
    const known = new Set(pack.places.map(({ code }) => code));
    const values: Record<string, number> = {};
    const amounts = new Map<string, number>();
    for (const { prefecture, chapter = 'all', value } of goods?.rows ?? []) {
      if (prefecture === undefined || value === null || value < 0 || !known.has(prefecture)) continue;
      values[`${prefecture}.${chapter}`] = value;
      amounts.set(prefecture, (amounts.get(prefecture) ?? 0) + value);
    }
    const { coverage, notes } = placeCoverage(amounts, 'prefecture', pack, ask.period);
    return { values, coverage, notes };
  },
};

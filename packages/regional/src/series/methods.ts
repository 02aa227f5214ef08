import type { Method } from '../compute/method.ts';
import { chainIndex, compoundGrowth } from './chain.ts';
import { newYearStandstill } from './chinese-new-year.ts';
import { classicalDecomposition } from './classical-decomposition.ts';
import { cumulated, fromYearToDate, monthOnMonth, yearOnYear, yearToDate } from './growth.ts';
import { hampelOutliers, madOutliers, stlOutliers } from './outliers.ts';
import { stl } from './stl.ts';

const values = { values: 'one amount per month, in order' };
const first = { '?firstMonth': 'calendar month of the first, 1' };

export const seriesMethods: readonly Method[] = [
  {
    name: 'year-on-year',
    says: 'each month against the same month a year before',
    input: { ...values, '?season': 'months in a year, 12' },
    compute: (input) => ({ values: yearOnYear(input.numbers('values'), input.number('season', 12)) }),
  },
  {
    name: 'month-on-month',
    says: 'each month against the one before',
    input: values,
    compute: (input) => ({ values: monthOnMonth(input.numbers('values')) }),
  },
  {
    name: 'year-to-date-growth',
    says: 'January to the month against the same of the year before',
    input: { ...values, ...first },
    compute: (input) => ({ values: yearToDate(input.numbers('values'), input.number('firstMonth', 1)) }),
  },
  {
    name: 'cumulated',
    says: 'running sums that start again each January',
    input: { ...values, ...first },
    compute: (input) => ({ values: cumulated(input.numbers('values'), input.number('firstMonth', 1)) }),
  },
  {
    name: 'from-year-to-date',
    says: 'months out of years to date',
    input: { ...values, ...first },
    compute: (input) => ({ values: fromYearToDate(input.numbers('values'), input.number('firstMonth', 1)) }),
  },
  {
    name: 'compound-growth',
    says: 'mean growth per step between the ends',
    input: values,
    compute: (input) => ({ value: compoundGrowth(input.numbers('values')) }),
  },
  {
    name: 'chain-index',
    says: 'a chain of growth rates as an index',
    input: { values: 'fractions', '?base': '100' },
    compute: (input) => ({ values: chainIndex(input.numbers('values'), input.number('base', 100)) }),
  },
  {
    name: 'outliers-mad',
    says: 'values far from the middle of all',
    input: { ...values, '?k': '3.5' },
    compute: (input) => ({ values: madOutliers(input.numbers('values'), input.number('k', 3.5)) }),
  },
  {
    name: 'outliers-hampel',
    says: 'values far from the middle of their neighbours',
    input: { ...values, '?half': 'neighbours on each side, 6', '?k': '3' },
    compute: (input) => ({
      values: hampelOutliers(input.numbers('values'), input.number('half', 6), input.number('k', 3)),
    }),
  },
  {
    name: 'outliers-stl',
    says: 'values far from what trend and season explain',
    input: { ...values, '?period': '12', '?k': '3.5' },
    compute: (input) => ({
      values: stlOutliers(input.numbers('values'), input.number('period', 12), input.number('k', 3.5)),
    }),
  },
  {
    name: 'new-year-standstill',
    says: 'how much of the standstill about Chinese New Year falls into each month: a regressor for stl',
    input: {
      months: 'how many',
      firstYear: 'calendar year of the first',
      ...first,
      '?before': 'days ahead of New Year’s Day, 7',
      '?after': 'days from it, 14',
    },
    compute: (input) => ({
      values: newYearStandstill(
        input.number('months'),
        input.number('firstYear'),
        input.number('firstMonth', 1),
        { before: input.number('before', 7), after: input.number('after', 14) },
      ),
    }),
  },
  {
    name: 'stl',
    says: 'trend, season and remainder by loess',
    input: {
      ...values,
      '?period': '12',
      '?seasonal': 'window of the seasonal smoother; 0 keeps one season for all years; 7',
      '?degree': 'of the seasonal smoother, 0 or 1; 1',
      '?trend': 'window of the trend smoother',
      '?robust': 'yes or no',
      '?regressor': 'something that moves through the season, per month',
    },
    compute: (input) => {
      const seasonal = input.number('seasonal', 7);
      const regressor = input.optionalNumbers('regressor');
      return {
        ...stl(input.numbers('values'), {
          period: input.number('period', 12),
          seasonal: seasonal === 0 ? 'periodic' : seasonal,
          robust: input.choice('robust', ['yes', 'no'], 'no') === 'yes',
          degree: input.number('degree', 1) === 0 ? 0 : 1,
          ...(input.has('trend') ? { trend: input.number('trend') } : {}),
          ...(regressor ? { regressor } : {}),
        }),
      };
    },
  },
  {
    name: 'classical-decomposition',
    says: 'trend, season and remainder by moving averages',
    input: { ...values, '?period': '12', '?kind': 'additive or multiplicative' },
    compute: (input) => ({
      ...classicalDecomposition(
        input.numbers('values'),
        input.number('period', 12),
        input.choice('kind', ['additive', 'multiplicative'], 'additive'),
      ),
    }),
  },
];

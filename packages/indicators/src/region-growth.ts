import { regions } from '@tidu/reference';
import type { Indicator } from './figure.ts';
import { growthOfPlaces, growthQuestions, kindParameter } from './growth-of-places.ts';
import { growthFormula } from './place-growth.ts';

/**
 * How the trade of each of the four regions grew. The customs print no growth for regions, so
 * `printed` is refused; `implied` sums the bases that the growth printed for each province implies.
 */
export const regionGrowth: Indicator = {
  name: 'region-growth',
  unit: 'percent',
  formula: {
    ...growthFormula,
    text: '100 · (Σ trade of the region’s provinces / Σ their trade in the base − 1); implied base of a province: year to date / (1 + printed growth)',
  },
  parameters: kindParameter(),
  questions: (ask) => growthQuestions(ask, 'region'),
  compute: (answers, ask, pack) => growthOfPlaces(answers, ask, 'region', pack, regions),
};

import type { Indicator } from './figure.ts';
import { growthOfPlaces, growthQuestions, kindParameter } from './growth-of-places.ts';
import { levelOf, levelParameter, levels } from './place-amounts.ts';

export const growthFormula = {
  text: '100 · (trade of the period / trade of the base − 1); printed: as the customs print the growth of the year to date',
  source: 'customs practice: year on year (同比), month on month (环比), year to date (累计)',
};

/** How each place's trade grew. */
export const placeGrowth: Indicator = {
  name: 'place-growth',
  unit: 'percent',
  formula: growthFormula,
  parameters: { ...levelParameter(levels), ...kindParameter() },
  questions: (ask) => growthQuestions(ask, levelOf(ask)),
  compute: (answers, ask, pack) => growthOfPlaces(answers, ask, levelOf(ask), pack),
};

import { share } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import {
  amountsOf,
  amountsQuestion,
  atLevel,
  levelOf,
  levelParameter,
  levels,
  percent,
  placeCoverage,
} from './place-amounts.ts';

/** What each place holds of the country's trade. */
export const placeShares: Indicator = {
  name: 'place-shares',
  unit: 'percent',
  formula: {
    text: '100 · trade of the place / Σ trade of all provinces',
    source: 'arithmetic of the published table',
  },
  parameters: levelParameter(levels),
  questions: (ask) => ({
    places: amountsQuestion(ask, levelOf(ask)),
    ...(levelOf(ask) === 'prefecture' ? { country: amountsQuestion(ask, 'province') } : {}),
  }),
  compute({ places, country }, ask, pack) {
    const level = levelOf(ask);
    const amounts = amountsOf(places, level, pack);
    const whole = level === 'prefecture' ? amountsOf(country, 'province', pack) : amounts;
    const parts = [...atLevel(amounts, level, pack)];
    return {
      values: Object.fromEntries(
        parts.map(([code, amount]) => [code, percent(share([amount], [...whole.values()]))]),
      ),
      ...placeCoverage(amounts, level, pack, ask.period),
    };
  },
};

import { equivalentNumber, herfindahl } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import {
  amountsOf,
  amountsQuestion,
  known,
  levelOf,
  levelParameter,
  placeCoverage,
} from './place-amounts.ts';

/** How concentrated trade is on few places. */
export const concentration: Indicator = {
  name: 'concentration',
  unit: 'index',
  formula: {
    text: 'herfindahl = Σ s², s = trade of the place / Σ trade of the places published; equivalent-number = 1 / herfindahl',
    source: 'Hirschman (1964); Adelman (1969)',
  },
  parameters: levelParameter(['province', 'prefecture']),
  questions: (ask) => ({ places: amountsQuestion(ask, levelOf(ask)) }),
  compute({ places }, ask, pack) {
    const level = levelOf(ask);
    const amounts = amountsOf(places, level, pack);
    const { coverage, notes } = placeCoverage(amounts, level, pack, ask.period);
    const values = [...amounts.values()];
    return {
      values: {
        herfindahl: known(herfindahl(values)),
        'equivalent-number': known(equivalentNumber(values)),
      },
      coverage,
      notes: notes.length > 0 ? [...notes, 'published-places-only'] : notes,
    };
  },
};

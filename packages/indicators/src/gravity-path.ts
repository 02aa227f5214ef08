import { months } from '@tidu/reference';
import { gravityPath as pathOf } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import { centre, gravityFormula, located } from './gravity-centre.ts';
import {
  amountsOf,
  amountsQuestion,
  known,
  levelOf,
  levelParameter,
  placeCoverage,
} from './place-amounts.ts';

/**
 * The way of the centre of gravity, month by month: `2024-01.longitude`, `2024-01.latitude` in
 * degrees and `2024-02.km`, the kilometres from the month before.
 */
export const gravityPath: Indicator = {
  name: 'gravity-path',
  unit: 'degrees',
  formula: { ...gravityFormula, text: `${gravityFormula.text}; km by great circle from the month before` },
  parameters: levelParameter(['province', 'prefecture']),
  questions: (ask) => ({ places: amountsQuestion(ask, levelOf(ask), ask.period, { by: ['month'] }) }),
  compute({ places }, ask, pack) {
    const level = levelOf(ask);
    const asked = months(ask.period);
    const ofMonth = (month: string) => {
      const rows = places?.rows.filter((row) => row.month === month) ?? [];
      return located(amountsOf(places && { ...places, rows }, level, pack), pack);
    };
    const amounts = asked.map(ofMonth);
    const path = pathOf(amounts.map((month) => centre(month, pack)));
    const widest = new Map(amounts.flatMap((month) => [...month]));
    return {
      values: Object.fromEntries(
        path.flatMap(({ longitude, latitude, km }, i) => [
          [`${asked[i]}.longitude`, known(longitude)],
          [`${asked[i]}.latitude`, known(latitude)],
          [`${asked[i]}.km`, known(km)],
        ]),
      ),
      ...placeCoverage(widest, level, pack, ask.period),
    };
  },
};

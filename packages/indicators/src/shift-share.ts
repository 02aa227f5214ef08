import { rowSums, shiftShareDunn } from '@tidu/regional';
import { changeByGoods, changeNotes, changeQuestions, goodsParameter } from './change-by-goods.ts';
import type { Indicator } from './figure.ts';
import { known, levelOf, levelParameter } from './place-amounts.ts';

/** Why the trade of each place changed: as the whole, for what it trades in, or for itself. */
export const shiftShare: Indicator = {
  name: 'shift-share',
  unit: 'CNY',
  formula: {
    text: 'national = Σ X g, mix = Σ X (g[i] − g), competitive = Σ X (g[r,i] − g[i]), new = what began from nothing; X a year before, i goods; they add up to change',
    source: 'Dunn (1960)',
  },
  parameters: { ...levelParameter(['region', 'province'], 'region'), ...goodsParameter },
  questions: changeQuestions,
  compute(answers, ask, pack) {
    const level = levelOf(ask) === 'region' ? 'region' : 'province';
    const change = changeByGoods(answers, ask, level, pack);
    const { before, after } = change;
    const parts = shiftShareDunn(before, after);
    const of = {
      national: rowSums(parts.nationalShare),
      mix: rowSums(parts.industrialMix),
      competitive: rowSums(parts.regionalShare),
      new: rowSums(parts.newIndustries),
    };
    const [from, to] = [rowSums(before), rowSums(after)];
    const value = (amount: number | undefined) => (change.baseLoaded ? known(amount) : null);
    return {
      values: Object.fromEntries(
        before.rows.flatMap((place, r) => [
          ...Object.entries(of).map(([part, amounts]) => [`${place}.${part}`, value(amounts[r])]),
          [`${place}.change`, value((to[r] ?? Number.NaN) - (from[r] ?? Number.NaN))],
        ]),
      ),
      coverage: { level, goods: before.columns.length, missing: change.missing },
      notes: changeNotes(change),
    };
  },
};

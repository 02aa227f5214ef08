import type { Names } from '@tidu/reference';
import type { Indicator } from './framework.ts';

const places: Readonly<Record<'region' | 'all', Names>> = {
  region: { zh: '同一地区的园区', en: 'parks of the same region' },
  all: { zh: '全部园区', en: 'all parks' },
};
const unknownWords: Readonly<Record<Indicator['unknown'], Names>> = {
  worst: { zh: '不详计0分', en: 'not known counts 0' },
  middle: { zh: '不详按其他园区平均分计', en: 'not known counts the mean of the others' },
  'left-out': { zh: '不详不计，权重由同组其他指标承担', en: 'not known is left out of its group' },
};

/** A scoring rule as a sentence, and what an unknown value does. */
export function ruleWords({
  scoring,
  unit,
  unknown,
}: Pick<Indicator, 'scoring' | 'unit' | 'unknown'>): Names {
  const said = sentence(scoring, unit);
  const { zh, en } = unknownWords[unknown];
  return { zh: `${said.zh}；${zh}。`, en: `${said.en}; ${en}.` };
}

function sentence(rule: Indicator['scoring'], unit: Names): Names {
  switch (rule.rule) {
    case 'linear':
      return {
        zh: `${rule.floor}得0分，${rule.target}得100分，其间按比例（${unit.zh}）`,
        en: `0 points at ${rule.floor}, 100 at ${rule.target}, in proportion between (${unit.en})`,
      };
    case 'growth':
      return {
        zh: `与上年相比增长${rule.floor}%得0分，${rule.target}%得100分，其间按比例`,
        en: `growth on the year: 0 points at ${rule.floor} %, 100 at ${rule.target} %, in proportion between`,
      };
    case 'thresholds':
      return {
        zh: rule.steps.map(({ from, points }) => `达到${from}得${points}分`).join('，'),
        en: rule.steps.map(({ from, points }) => `${points} points from ${from}`).join(', '),
      };
    case 'rank-percentile':
      return {
        zh: `在${places[rule.within].zh}中超过的百分比`,
        en: `per cent of ${places[rule.within].en} that are behind`,
      };
    case 'yes-no':
      return {
        zh: rule.evidence ? '是得100分（须附证明），否得0分' : '是得100分，否得0分',
        en: rule.evidence ? 'yes 100 points (with evidence), no 0' : 'yes 100 points, no 0',
      };
  }
}

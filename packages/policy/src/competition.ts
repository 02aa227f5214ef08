import type { Finding } from './finding.ts';
import type { Rule } from './rule-set.ts';

/**
 * What the Regulation on Fair Competition Review (公平竞争审查条例, State Council Decree 783, in force since 1 August 2024) tells a
 * drafting authority to look at, as far as it can be seen in a measure's expressions. It flags and does not judge: a measure that
 * rests on a law or was approved by the State Council may stand, and a national measure is not looked at.
 */
const watched: Readonly<Record<string, { zh: string; en: string; article: string }>> = {
  'company.registeredIn': {
    zh: '以企业注册地为条件',
    en: 'asks where a company is registered',
    article: '9',
  },
  'company.newcomer': { zh: '以新设企业为条件', en: 'asks that a company be new to the place', article: '9' },
  'project.relocatedFrom': { zh: '以迁出地为条件', en: 'asks where a company comes from', article: '9' },
  'company.foreignInvested': { zh: '按所有制区别对待', en: 'distinguishes by ownership', article: '10' },
  'yearly.localTaxCny': {
    zh: '奖励与地方税收挂钩',
    en: 'is tied to taxes that stay with the place',
    article: '10',
  },
  'yearly.vatCny': { zh: '奖励与缴纳的增值税挂钩', en: 'is tied to value added tax paid', article: '10' },
  'yearly.incomeTaxCny': { zh: '奖励与缴纳的所得税挂钩', en: 'is tied to income tax paid', article: '10' },
};

export function competitionFindings({ measure, eligible, branches }: Rule): Finding[] {
  if (measure.holds.in.includes('100000') || /^(国务院|财政部|海关总署|商务部|国家)/.test(measure.issuer.zh))
    return [];
  const parts = [
    ...eligible.map((expression, i) => ({ expression, path: ['eligible', i, 'when'] })),
    ...branches.flatMap(({ when, amount }, i) => [
      ...(when ? [{ expression: when, path: ['gives', 'amounts', i, 'when'] }] : []),
      { expression: amount, path: ['gives', 'amounts', i, 'amount'] },
    ]),
  ];
  return parts.flatMap(({ expression, path }) =>
    expression.paths.flatMap((named) => {
      const what = watched[named];
      if (!what) return [];
      return [
        {
          code: 'competition',
          weight: 'look',
          measure: measure.id,
          path,
          expression: expression.text,
          message: {
            zh: `${what.zh}：公平竞争审查条例第${what.article}条所列情形，需审查`,
            en: `${what.en}: article ${what.article} of the Regulation on Fair Competition Review asks to look at this`,
          },
          remedy: {
            zh: '核对有无法律、行政法规依据或国务院批准',
            en: 'see whether a law or the State Council allows it',
          },
        } satisfies Finding,
      ];
    }),
  );
}

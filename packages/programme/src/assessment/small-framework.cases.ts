import { words } from '@tidu/reference';
import { framework, type Indicator } from './framework.ts';

function one(
  id: string,
  weight: number,
  scoring: Indicator['scoring'],
  more: Partial<Indicator> = {},
): Indicator {
  return {
    id,
    names: words(id, id),
    unit: words('%', '%'),
    about: words(id, id),
    source: { from: 'system', measure: id },
    askedOf: [],
    scoring,
    direction: 'more',
    weight,
    unknown: 'worst',
    basis: words('例', 'example'),
    basisSource: 'tidu-proposal',
    ...more,
  };
}

/** Four indicators, one of each rule but growth, small enough to be reckoned by hand. */
export const small = framework.parse({
  id: 'small',
  version: 1,
  names: words('例', 'example'),
  standing: 'proposal',
  groups: [
    {
      id: 'trade',
      names: words('贸易', 'trade'),
      weight: 60,
      indicators: [
        one('growth', 40, { rule: 'linear', floor: -10, target: 30 }, { unknown: 'middle' }),
        one('share', 20, { rule: 'rank-percentile', within: 'region' }),
      ],
    },
    {
      id: 'work',
      names: words('工作', 'work'),
      weight: 40,
      indicators: [
        one(
          'events',
          30,
          {
            rule: 'thresholds',
            steps: [
              { from: 1, points: 50 },
              { from: 3, points: 100 },
            ],
          },
          { unknown: 'left-out', source: { from: 'partner' }, askedOf: ['park', 'partner'] },
        ),
        one(
          'safe',
          10,
          { rule: 'yes-no', evidence: true },
          { source: { from: 'park' }, askedOf: ['park', 'tenant'] },
        ),
      ],
    },
  ],
  proposals: [
    {
      id: 'lowest-twice',
      proposes: 'warn',
      names: words('例', 'example'),
      when: { rule: 'lowest', count: 1, within: 'region', times: 2, years: 3 },
      source: 'tidu-proposal',
    },
    {
      id: 'below-40',
      proposes: 'exit',
      names: words('例', 'example'),
      when: { rule: 'below', points: 40, times: 1, years: 1 },
      source: 'tidu-proposal',
    },
  ],
  source: 'tidu-proposal',
  note: words('例', 'example'),
});

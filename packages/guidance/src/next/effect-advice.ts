import { words } from '@tidu/reference';
import type { EffectResult } from '../effect/effect-result.ts';
import type { Draft, Reason } from './advice.ts';
import { ofStatistics } from './made-up.ts';

/** What the evaluation says of a park, or of the programme where none is named; nothing where it cannot tell. */
export function effectAdvice({ answer, park, synthetic }: EffectResult): Draft[] {
  if (!answer.told) return [];
  const { percent, low, high } = answer.effect;
  const clear = (low !== null && low > 0) || (high !== null && high < 0);
  const doubtful = answer.cautions.some((one) => one === 'differed-before' || one === 'poor-fit');
  const who = park?.names ?? words('全部园区', 'all parks');
  const request: Record<string, string> = park ? { park: park.id } : {};
  return [
    {
      kind: 'read-effect',
      extent: clear ? 1 : 0.5,
      sure: clear && !doubtful ? 'measured' : 'open',
      about: { what: 'park', id: park?.record ?? 'programme', names: who },
      says: !clear
        ? words(
            '认定前后与可比城市看不出差别：宣传成效要留余地',
            'Beside comparable cities recognition shows no clear difference: claim no success of it yet',
          )
        : percent > 0
          ? words(
              '认定后快于可比城市：总结做法，供其他园区参考',
              'Since recognition it does better than comparable cities: write down what was done, for others',
            )
          : words(
              '认定后慢于可比城市：查明原因，调整培育措施',
              'Since recognition it does worse than comparable cities: find out why, and change what is done',
            ),
      reasons: [
        {
          code: 'effect',
          says: words('认定后的出口与可比城市相比', 'Exports since recognition, beside comparable cities'),
          quantity: { value: percent, as: 'difference' },
          evidence: {
            in: 'guidance',
            name: 'effect',
            request,
            field: '/answer/effect/percent',
          },
          madeUp: ofStatistics({ synthetic }),
        },
        ...(['low', 'high'] as const).flatMap((end): Reason[] => {
          const value = answer.effect[end];
          return value === null
            ? []
            : [
                {
                  code: end,
                  says:
                    end === 'low'
                      ? words('按把握程度，至少', 'As far as can be told, at least')
                      : words('至多', 'At most'),
                  quantity: { value, as: 'difference' },
                  evidence: { in: 'guidance', name: 'effect', request, field: `/answer/effect/${end}` },
                  madeUp: ofStatistics({ synthetic }),
                },
              ];
        }),
      ],
    },
  ];
}

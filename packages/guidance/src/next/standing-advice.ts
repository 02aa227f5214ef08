import { type Names, words } from '@tidu/reference';
import type { Draft, Quantity, Reason } from './advice.ts';
import { ofStatistics } from './made-up.ts';
import type { Sight } from './sight.ts';
import type { ParkStanding } from './standing-of-parks.ts';

/** Parks that are named at most of each kind; points of change at which there could not be more to it. */
const [named, full] = [3, 20];

/** Where the programme works and where not: parks behind and ahead of the other cities, and parks that tell too little. */
export function standingAdvice(
  { ground: { trade }, courses }: Sight,
  parks: readonly ParkStanding[],
): Draft[] {
  const reason = (
    park: ParkStanding,
    code: 'change' | 'notStated',
    says: Names,
    as: Quantity['as'],
  ): Reason => ({
    code,
    says,
    quantity: { value: park[code] as number, as },
    evidence: {
      in: 'guidance',
      name: 'ministry-next',
      request: {},
      field: `/parks/${parks.indexOf(park)}/${code}`,
    },
    madeUp: code === 'change' ? ofStatistics(trade) : null,
  });
  const about = ({ record, names }: ParkStanding) => ({ what: 'park' as const, id: record, names });
  const together = courses?.together.change ?? Number.NaN;
  const ahead = parks
    .flatMap((park) =>
      park.change === null || Number.isNaN(together) ? [] : [{ park, by: park.change - together }],
    )
    .sort((a, b) => b.by - a.by);
  const others: Reason = {
    code: 'others-change',
    says: words('东部以外有数城市合计同比', 'The cities outside the east together'),
    quantity: { value: together, as: 'change' },
    evidence: { in: 'guidance', name: 'ministry-next', request: {}, field: '/programme/othersChange' },
    madeUp: ofStatistics(trade),
  };
  const change = words('所在城市出口同比', 'Exports of its city against the year before');
  return [
    ...ahead
      .filter(({ by }) => by < 0)
      .slice(-named)
      .map(
        ({ park, by }): Draft => ({
          kind: 'find-why',
          extent: -by / full,
          sure: 'open',
          about: about(park),
          says: words(
            `会同${park.names.zh}查明增速落后的原因`,
            `Find out with ${park.names.en} why its growth lags`,
          ),
          reasons: [reason(park, 'change', change, 'change'), others],
        }),
      ),
    ...ahead
      .filter(({ by }) => by > 0)
      .slice(0, named)
      .map(
        ({ park, by }): Draft => ({
          kind: 'learn-from',
          extent: by / full,
          sure: 'open',
          about: about(park),
          says: words(
            `总结${park.names.zh}的做法，供其他园区参考`,
            `Write down what ${park.names.en} does, for the other parks`,
          ),
          reasons: [reason(park, 'change', change, 'change'), others],
        }),
      ),
    ...parks
      .filter(({ notStated }) => notStated > 0)
      .map(
        (park): Draft => ({
          kind: 'state-capacity',
          extent: park.notStated / park.stateable,
          sure: 'stated',
          about: about(park),
          says: words(`请${park.names.zh}填报承接条件`, `Ask ${park.names.en} to state what it has left`),
          reasons: [
            reason(
              park,
              'notStated',
              words('承接条件中没有填报的项数', 'Things that it does not state of what it has left'),
              'count',
            ),
          ],
          remedy: words('由园区管委会在园区资料中填报', 'The park committee states it in the park’s profile'),
        }),
      ),
  ];
}

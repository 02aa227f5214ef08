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
    ...silentParks(parks, reason),
  ];
}

/** Parks of which it is not known what they have left for newcomers, those that tell least first. */
function silentParks(
  parks: readonly ParkStanding[],
  reason: (park: ParkStanding, code: 'notStated', says: Names, as: Quantity['as']) => Reason,
): Draft[] {
  const silent = parks
    .filter(({ notStated }) => notStated > 0)
    .sort((a, b) => b.notStated - a.notStated || (a.id < b.id ? -1 : 1));
  if (silent.length === 0) return [];
  const asked = parks.reduce((sum, { stateable }) => sum + stateable, 0);
  return [
    {
      kind: 'state-capacity',
      extent: silent.reduce((sum, { notStated }) => sum + notStated, 0) / asked,
      sure: 'stated',
      about: { what: 'statistics', id: 'capacity', names: words('各园区的承接条件', 'what parks have left') },
      says: words(
        `请${silent.length}个园区补齐承接条件`,
        `Ask ${silent.length} parks to state what they have left`,
      ),
      reasons: silent.map((park) =>
        reason(
          park,
          'notStated',
          words(
            `${park.names.zh}：您可见的资料里没有的项数`,
            `${park.names.en}: things that are not in what you may see`,
          ),
          'count',
        ),
      ),
      remedy: words(
        '由园区管委会在园区资料中填报并公开',
        'The park committees state and publish it in their profiles',
      ),
    },
  ];
}

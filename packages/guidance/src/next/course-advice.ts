import { words } from '@tidu/reference';
import type { Evidence } from './advice.ts';
import { ofStatistics } from './made-up.ts';
import type { Adviser } from './sight.ts';

/** Points behind the other cities at which there could not be more to it. */
const full = 20;

/** The park's city grows slower than the cities outside of the east together: find out why. */
export const courseAdvice: Adviser = ({ ground: { trade }, courses }, { park }) => {
  const own = courses?.of(park.place);
  if (!trade || !courses || !own || !(own.change < courses.together.change)) return [];
  const field = (name: string): Evidence => ({
    in: 'guidance',
    name: 'park-next',
    request: { park: park.id },
    field: `/city/${name}`,
  });
  const lost = own.share < own.shareBefore;
  return [
    {
      kind: 'find-why',
      extent: (courses.together.change - own.change) / full,
      sure: lost && trade.exports.periods.length > 2 ? 'measured' : 'open',
      about: { what: 'park', id: park.record, names: park.names },
      says: words(
        '逐家走访出口大户，查明增速落后是订单、产能还是企业外迁所致',
        'Visit the largest exporters and find out why growth lags: orders, capacity, or firms that leave',
      ),
      reasons: [
        {
          code: 'city-change',
          says: words('所在城市出口同比', 'Exports of the city against the year before'),
          quantity: { value: own.change, as: 'change' },
          evidence: field('change'),
          madeUp: ofStatistics(trade),
        },
        {
          code: 'others-change',
          says: words('东部以外有数城市合计同比', 'The cities outside the east together'),
          quantity: { value: courses.together.change, as: 'change' },
          evidence: field('othersChange'),
          madeUp: ofStatistics(trade),
        },
        ...(lost
          ? [
              {
                code: 'share-fell',
                says: words('在这些城市出口中的份额降到', 'Its share of these cities’ exports fell to'),
                quantity: { value: own.share, as: 'part' as const },
                evidence: field('share'),
                madeUp: ofStatistics(trade),
              },
            ]
          : []),
      ],
    },
  ];
};

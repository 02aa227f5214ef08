import { type Names, words } from '@tidu/reference';
import type { Draft, Reason } from './advice.ts';
import type { CityForPark } from './cities-for-park.ts';
import { ofStatistics } from './made-up.ts';
import type { Adviser } from './sight.ts';

const named = 3;

/** Eastern cities whose leaving firms this park should talk to, besides those that it is tied to. */
export const approachAdvice: Adviser = (sight, { park, cities }) => {
  const most = cities[0]?.fits ?? 0;
  return cities.slice(0, named).map((city, i): Draft => {
    const { place, names, leaves, fits } = city;
    const reason = (code: keyof CityForPark, says: Names, value: number): Reason => ({
      code,
      says,
      quantity: { value, as: 'money' },
      evidence: {
        in: 'guidance',
        name: 'park-next',
        request: { park: park.id },
        field: `/cities/${i}/${code}`,
      },
      madeUp: ofStatistics(sight.ground.trade),
    });
    return {
      kind: 'approach',
      extent: fits / most,
      sure: 'open',
      about: { what: 'place', id: place, names },
      says: words(`上门对接${names.zh}的外迁企业`, `Approach firms that leave ${names.en}`),
      reasons: [
        reason(
          'leaves',
          words(
            '若势头不变，该市三年内转出（每年出口）',
            'Exports a year that leave it within three years if it goes on as it did',
          ),
          leaves,
        ),
        reason(
          'fits',
          words('其中按本市承接基础折算', 'Of that, as far as this city has what it takes'),
          fits,
        ),
      ],
      talk: [{ place, names, movable: leaves }],
    };
  });
};

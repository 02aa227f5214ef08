import { type Names, words } from '@tidu/reference';
import type { Draft, Reason } from './advice.ts';
import { ofStatistics } from './made-up.ts';
import type { Sight } from './sight.ts';

/** A commodity group, by how much of it may leave the east within three years. */
export interface MobileGroup {
  readonly group: string;
  readonly names: Names;
  /** Yuan of exports a year: as little, as in the past, as much. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** Cities from which most may leave. */
  readonly cities: readonly { readonly place: string; readonly names: Names; readonly movable: number }[];
}

const [cities, named] = [3, 3];

/** Groups of which something may move, the most first. Where goods are not told there is one: all of them. */
export function mobileGroups({ ground, movable }: Sight): MobileGroup[] {
  const namesOf = new Map(ground.places.map(({ code, names }) => [code, names]));
  return ground.groups
    .flatMap(({ id, name }): MobileGroup[] => {
      const all = movable
        .filter(({ group }) => group === id)
        .sort((a, b) => b.mid - a.mid || (a.place < b.place ? -1 : 1));
      const sum = (of: 'low' | 'mid' | 'high') => all.reduce((total, one) => total + one[of], 0);
      if (!(sum('mid') > 0)) return [];
      return [
        {
          group: id,
          names: name,
          low: sum('low'),
          mid: sum('mid'),
          high: sum('high'),
          cities: all.slice(0, cities).flatMap(({ place, mid }) => {
            const names = namesOf.get(place);
            return names && mid > 0 ? [{ place, names, movable: mid }] : [];
          }),
        },
      ];
    })
    .sort((a, b) => b.mid - a.mid || (a.group < b.group ? -1 : 1));
}

/** The groups that move most: guide these first. Where goods are not told: the cities that lose most. */
export function mobileAdvice({ ground: { trade } }: Sight, groups: readonly MobileGroup[]): Draft[] {
  const most = groups[0]?.mid ?? 0;
  const told = groups.some(({ group }) => group !== 'all');
  return groups.slice(0, named).map(({ group, names, mid, low, cities: talk }, i): Draft => {
    const reason = (code: 'mid' | 'low', says: Names, value: number): Reason => ({
      code,
      says,
      quantity: { value, as: 'money' },
      evidence: { in: 'guidance', name: 'ministry-next', request: {}, field: `/groups/${i}/${code}` },
      madeUp: ofStatistics(trade),
    });
    return {
      kind: 'guide-group',
      extent: mid / most,
      sure: low > 0 ? 'measured' : 'open',
      about: { what: 'group', id: group, names },
      says: told
        ? words(`优先引导${names.zh}有序转移`, `Guide ${names.en} first`)
        : words(
            '先与份额下降最多的东部城市商定转移方向',
            'Agree with the eastern cities that lose most on where their industry goes',
          ),
      reasons: [
        reason(
          'mid',
          words(
            '若势头不变，东部三年内转出（每年出口）',
            'Exports a year that leave the east within three years if it goes on as it did',
          ),
          mid,
        ),
        reason('low', words('其中较有把握的', 'Of that, fairly sure'), low),
      ],
      talk: [...talk],
    };
  });
}

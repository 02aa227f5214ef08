import { type Names, words } from '@tidu/reference';
import type { GuidedPark } from '../ground/ground.ts';
import type { AdvisedPair } from '../pairing/pairing-result.ts';
import type { Draft, Reason } from './advice.ts';
import { ofStatistics } from './made-up.ts';
import type { Sight } from './sight.ts';

/** Pairs that are named at most for the programme: all of them stand in the advice on pairings. */
const named = 5;

/** Cities that the advice on pairings proposes to a park. */
export const pairAdvice = (sight: Sight, park: GuidedPark): Draft[] =>
  proposed(sight, ({ record }) => record === park.record, false).map(({ draft }) => draft);

/** Parks without any tie to the east, each with the city that is best for both. */
export function missingPairs(sight: Sight): Draft[] {
  const tied = new Set(sight.ground.ties.map(({ park }) => park));
  const free = proposed(sight, ({ record }) => !tied.has(record), true);
  return [...Map.groupBy(free, ({ pair }) => pair.park).values()]
    .flatMap((own) => own.sort((a, b) => b.draft.extent - a.draft.extent).slice(0, 1))
    .sort((a, b) => b.draft.extent - a.draft.extent || (a.pair.park < b.pair.park ? -1 : 1))
    .slice(0, named)
    .map(({ draft }) => draft);
}

function proposed(
  sight: Sight,
  of: (park: GuidedPark) => boolean,
  forMinistry: boolean,
): { readonly pair: AdvisedPair; readonly draft: Draft }[] {
  return (sight.pairing?.proposed ?? []).flatMap((pair, i) => {
    const park = sight.ground.parks.find(({ record }) => record === pair.park);
    if (!park || !of(park) || pair.parkScore === null || pair.cityScore === null) return [];
    const { parkScore, cityScore } = pair;
    return [
      { pair, draft: proposal(pair, i, parkScore, cityScore, sight, forMinistry ? park.names : undefined) },
    ];
  });
}

function proposal(
  pair: AdvisedPair,
  i: number,
  parkScore: number,
  cityScore: number,
  { ground, movable }: Sight,
  parkNames: Names | undefined,
): Draft {
  const leaves = movable.reduce((sum, { place, mid }) => (place === pair.city ? sum + mid : sum), 0);
  const goods = ground.groups.find(({ id }) => id === pair.goods[0]?.group)?.name;
  const reason = (
    code: string,
    says: Names,
    value: number,
    field: string,
    rest: Partial<Reason> = {},
  ): Reason => ({
    code,
    says,
    quantity: { value, as: 'score' },
    evidence: { in: 'guidance', name: 'pairing-advice', request: {}, field: `/proposed/${i}/${field}` },
    madeUp: ofStatistics(ground.trade),
    ...rest,
  });
  const first = pair.goods[0];
  return {
    kind: 'propose-pair',
    extent: (parkScore + cityScore) / 2,
    sure: 'open',
    about: {
      what: 'place',
      id: `${pair.city} ${pair.park}`,
      names: parkNames
        ? words(`${pair.cityNames.zh}—${parkNames.zh}`, `${pair.cityNames.en}–${parkNames.en}`)
        : pair.cityNames,
    },
    says: parkNames
      ? words(
          `牵线${pair.cityNames.zh}与${parkNames.zh}结对`,
          `Bring ${pair.cityNames.en} and ${parkNames.en} together`,
        )
      : words(`与${pair.cityNames.zh}商谈结对`, `Talk to ${pair.cityNames.en} about a pairing`),
    reasons: [
      reason(
        'city-score',
        words('对方看本园区的合适程度（0至1）', 'How well the park suits the city (0 to 1)'),
        cityScore,
        'cityScore',
      ),
      reason(
        'park-score',
        words('本园区看对方的合适程度（0至1）', 'How well the city suits the park (0 to 1)'),
        parkScore,
        'parkScore',
      ),
      ...(first && goods
        ? [
            reason(
              'shed',
              words(
                `对方的${goods.zh}因增长慢于全国每年少出口`,
                `Exports of ${goods.en} that it loses a year by growing slower than the country`,
              ),
              first.shed,
              'goods/0/shed',
              { quantity: { value: first.shed, as: 'money' } },
            ),
          ]
        : []),
    ],
    talk: [{ place: pair.city, names: pair.cityNames, movable: leaves }],
  };
}

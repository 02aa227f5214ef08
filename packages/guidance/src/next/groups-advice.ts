import { words } from '@tidu/reference';
import { parkFit } from '../capacity/park-fit.ts';
import type { Advice, Draft, Evidence, Reason } from './advice.ts';
import type { GoodsForPark } from './goods-for-park.ts';
import { helpfulMeasures } from './helpful-measures.ts';
import { ofStatistics } from './made-up.ts';
import type { Adviser, ParkView, Sight } from './sight.ts';

/** Groups to go for and to leave alone that are named at most; cities to talk to of each; kinds of measures of each. */
const [goFor, leaveAlone, cities, kinds] = [3, 2, 3, 2];
/** Among the cities outside of the east: from where on a city could take a group well, and up to where hardly. */
const [well, hardly] = [0.5, 0.3];

/** Groups to go for: the east gives them up, and the park's city could take them. Groups to leave alone: it could not. */
export const groupsAdvice: Adviser = async (sight, view) => {
  const { goods } = view;
  const best = goods.filter(({ take }) => take >= well).slice(0, goFor);
  const poor = goods
    .filter(({ take }) => take <= hardly)
    .sort((a, b) => b.pull * (1 - b.take) - a.pull * (1 - a.take) || (a.group < b.group ? -1 : 1))
    .slice(0, leaveAlone);
  const sure = (sight.ground.trade?.exports.periods.length ?? 0) > 2 ? 'measured' : 'open';
  const about = ({ group, names }: GoodsForPark) => ({ what: 'group' as const, id: group, names });
  return [
    ...(await Promise.all(
      best.map(
        async (one): Promise<Draft> => ({
          kind: 'go-for',
          extent: one.potential,
          sure,
          about: about(one),
          says: words(`主攻${one.names.zh}`, `Go for ${one.names.en}`),
          reasons: [...reasonsFor(sight, view, one), ...(await fitReasons(sight, view, one))],
          measures: helpfulMeasures(sight, view.park, one.group)
            .slice(0, kinds)
            .map(({ kind, elsewhere }) => ({ kind, elsewhere })),
          talk: citiesOf(sight, one.group),
        }),
      ),
    )),
    ...poor.map(
      (one): Draft => ({
        kind: 'leave-alone',
        extent: one.pull * (1 - one.take),
        sure,
        about: about(one),
        says: words(
          `暂不主攻${one.names.zh}：东部虽在转出，本市基础弱`,
          `Leave ${one.names.en} alone for now: the east gives it up, but this city has little to build on`,
        ),
        reasons: reasonsFor(sight, view, one),
      }),
    ),
  ];
};

/** What may move of a group, how well the city could take it, and the chance that its share rises. */
function reasonsFor({ ground: { trade } }: Sight, { park, goods }: ParkView, one: GoodsForPark): Reason[] {
  const madeUp = ofStatistics(trade);
  const own = (field: 'movable' | 'take'): Evidence => ({
    in: 'guidance',
    name: 'park-next',
    request: { park: park.id },
    field: `/goods/${goods.indexOf(one)}/${field}`,
  });
  return [
    {
      code: 'movable',
      says: words(
        '若势头不变，东部三年内转出（每年出口）',
        'Exports a year that leave the east within three years if it goes on as it did',
      ),
      quantity: { value: one.movable, as: 'money' },
      evidence: own('movable'),
      madeUp,
    },
    {
      code: 'take',
      says: words(
        '本市承接基础在东部以外城市中的位次（1为最好）',
        'How well this city could take it among those outside the east (1 is best)',
      ),
      quantity: { value: one.take, as: 'score' },
      evidence: own('take'),
      madeUp,
    },
    ...(one.probability === null
      ? []
      : [
          {
            code: 'probability',
            says: words('预测本市份额上升的可能性', 'Chance that the city’s share rises, as foretold'),
            quantity: { value: one.probability, as: 'part' as const },
            evidence: {
              in: 'guidance' as const,
              name: 'prediction',
              request: { place: park.place },
              field: `/cells/${one.foretold}/probability`,
            },
            madeUp,
          },
        ]),
  ];
}

/** Where the park stands among the parks: by what is related to the group, and by what a typical firm would pay. */
async function fitReasons({ ground }: Sight, { park }: ParkView, { group }: GoodsForPark): Promise<Reason[]> {
  const request = { park: park.id, group };
  const { rows, firms } = await parkFit.compute(ground, request);
  const at = (field: string): Evidence => ({ in: 'guidance', name: 'park-fit', request, field });
  const rank = rows[0]?.densityRank ?? null;
  return [
    ...(rank === null
      ? []
      : [
          {
            code: 'density-rank',
            says: words('相关产业基础在各园区中的名次', 'Place among the parks by what is related to it'),
            quantity: { value: rank, as: 'rank' as const },
            evidence: at('/rows/0/densityRank'),
            madeUp: ofStatistics(ground.trade),
          },
        ]),
    ...firms.flatMap(({ names, parks }, f) => {
      const own = parks[0];
      return own
        ? [
            {
              code: 'cost-rank',
              says: words(
                `典型${names.zh}企业十年成本在各园区中的名次（1为最低）`,
                `Place among the parks by ten-year cost of a typical plan (${names.en}; 1 is the least)`,
              ),
              quantity: { value: own.rank, as: 'rank' as const },
              evidence: at(`/firms/${f}/parks/0/rank`),
              madeUp: null,
            },
          ]
        : [];
    }),
  ];
}

/** The eastern cities from which most of a group may move. */
function citiesOf({ ground, movable }: Sight, group: string): Advice['talk'] {
  const namesOf = new Map(ground.places.map(({ code, names }) => [code, names]));
  return movable
    .filter((one) => one.group === group && one.mid > 0)
    .sort((a, b) => b.mid - a.mid || (a.place < b.place ? -1 : 1))
    .slice(0, cities)
    .flatMap(({ place, mid }) => {
      const names = namesOf.get(place);
      return names ? [{ place, names, movable: mid }] : [];
    });
}

import { greatCircleKm } from '../comparison/great-circle.ts';
import type { Ground, GuidedPark, GuidedPlace, Tie } from '../ground/ground.ts';
import type { GoodsToPass } from './goods-to-pass.ts';
import { linksBetween } from './industry-links.ts';
import type { AdvisedPair, PairTerm, PairTermName } from './pairing-result.ts';

/** What speaks for an eastern city and a park, before either has made a list. */
export interface PossiblePair {
  readonly city: GuidedPlace;
  readonly park: GuidedPark;
  readonly terms: readonly PairTerm[];
  readonly goods: AdvisedPair['goods'];
}

/** Goods that are named as a reason. */
const named = 3;

/**
 * Every eastern city with every park, term by term.
 *
 *   goods     for the city  Σ_i shed[c,i] take[p,i] / Σ_i shed[c,i]    how much of what it loses the park could take
 *             for the park  Σ_i shed[c,i] take[p,i], over the most of any city
 *   links     what either city takes of the other's goods, over the most of any pair
 *   distance  1 − km / the farthest pair
 *   ties      whether another place of the city's province is paired with the park
 */
export function possiblePairs(
  cities: readonly GuidedPlace[],
  { parks, ties, pack }: Pick<Ground, 'parks' | 'ties' | 'pack'>,
  goods: GoodsToPass,
): PossiblePair[] {
  const raw = cities.flatMap((city) => parks.map((park) => ({ city, park, ...passing(city, park, goods) })));
  const most = new Map(
    parks.map(({ record }) => [
      record,
      raw.reduce((max, { park, volume }) => (park.record === record && volume > max ? volume : max), 0),
    ]),
  );
  const km = raw.map(({ city, park }) => kilometres(city, park));
  const farthest = mostOf(km);
  const linked = linksBetween(pack.inputOutput, goods);
  const links = raw.map(({ city, park }) => linked(city.code, park.place));
  const closest = mostOf(links);
  return raw.map(({ city, park, volume, part, reasons }, k) => {
    const largest = most.get(park.record) ?? 0;
    const near = farthest > 0 ? 1 - (km[k] as number) / farthest : Number.NaN;
    const link = closest > 0 ? (links[k] as number) / closest : Number.NaN;
    const tied = ties.filter((tie) => tiesProvince(tie, city, park)).length;
    return {
      city,
      park,
      terms: [
        term('goods', part, largest > 0 ? volume / largest : Number.NaN, volume),
        term('links', link, link, links[k] as number),
        term('distance', near, near, km[k] as number),
        term('ties', Math.min(1, tied), Math.min(1, tied), tied),
      ],
      goods: reasons,
    };
  });
}

/** What would pass between two places: yuan a year, and its part of all that the city loses. */
function passing(city: GuidedPlace, park: GuidedPark, goods: GoodsToPass) {
  const known = goods.groups.flatMap((group, i) => {
    const [shed, take] = [goods.shed(city.code, i), goods.take(park.place, i)];
    return shed > 0 && !Number.isNaN(take)
      ? [
          {
            group,
            shed,
            density: told(goods.density(park.place, i)),
            gain: told(goods.gain(park.place, i)),
            take,
          },
        ]
      : [];
  });
  const volume = known.reduce((sum, { shed, take }) => sum + shed * take, 0);
  const all = known.reduce((sum, { shed }) => sum + shed, 0);
  return {
    volume: all > 0 ? volume : Number.NaN,
    part: all > 0 ? volume / all : Number.NaN,
    reasons: known
      .sort((a, b) => b.shed * b.take - a.shed * a.take || (a.group < b.group ? -1 : 1))
      .slice(0, named),
  };
}

const told = (value: number): number | null => (Number.isFinite(value) ? value : null);

const term = (name: PairTermName, forCity: number, forPark: number, amount: number): PairTerm => ({
  term: name,
  forCity: told(forCity),
  forPark: told(forPark),
  amount: told(amount),
});

const mostOf = (values: readonly number[]): number =>
  Math.max(0, ...values.filter((value) => !Number.isNaN(value)));

const kilometres = ({ longitude, latitude }: GuidedPlace, park: GuidedPark): number =>
  longitude === undefined || latitude === undefined
    ? Number.NaN
    : greatCircleKm({ longitude, latitude }, park);

const tiesProvince = (tie: Tie, city: GuidedPlace, park: GuidedPark): boolean =>
  tie.park === park.record &&
  tie.partnerPlace !== city.code &&
  tie.partnerPlace.slice(0, 2) === city.province.slice(0, 2);

import { greatCircleKm } from '../comparison/great-circle.ts';
import type { Ground, GuidedPark, GuidedPlace } from '../ground/ground.ts';
import type { Intensity } from '../ground/intensity.ts';
import { tradeOf } from '../ground/trade-of.ts';
import { costGap } from '../leaving/cost-gap.ts';
import { goodsToPass } from '../pairing/goods-to-pass.ts';
import { linksBetween } from '../pairing/industry-links.ts';
import type { PlacementProblem } from './placement-problem.ts';
import type { SuitabilityTerm } from './placement-scenario.ts';

type Goods = PlacementProblem['movable'][number];
/** How good, as far as it is known, in a measure of its own; more is better. */
type Raw = (goods: Goods, park: GuidedPark) => number;

const sides = {
  relatedness: 'park',
  cost: 'firm',
  distance: 'firm',
  links: 'both',
  ties: 'both',
} as const satisfies Record<SuitabilityTerm, 'firm' | 'park' | 'both'>;

/** What each yuan of output of a group takes; nothing where the pack does not say. */
export function needOf(
  intensities: readonly Intensity[],
  group: string,
  item: Intensity['item'],
): number | undefined {
  const found = intensities.find((one) => one.group === group && one.item === item)?.value;
  if (found === undefined || typeof found === 'number') return found;
  return (found.low + found.high) / 2;
}

/**
 * What wages and power save in the city of a park, as part of the output.
 *
 *   s = share of pay · (w_o − w_p) / w_o  +  share of energy · (e_o − e_p) / e_o
 *
 * Both parts have to be known.
 */
function saving(ground: Ground, origins: readonly string[]): Raw {
  const levels = (['wage', 'power'] as const).map((cost) => {
    const { parks, places } = costGap(ground, cost, origins).told;
    return new Map([...places, ...parks].map(({ place, level }) => [place, level]));
  });
  return ({ origin, group }, { place }) =>
    (['pay', 'energy-payments'] as const).reduce((sum, item, k) => {
      const [here, there] = [levels[k]?.get(origin) ?? Number.NaN, levels[k]?.get(place) ?? Number.NaN];
      return sum + (needOf(ground.pack.intensities, group, item) ?? Number.NaN) * ((here - there) / here);
    }, 0);
}

/** From the least of all pairs, 0, to the most, 1; all alike: 1. What is not known stays so. */
function between0And1(raw: readonly (readonly number[])[]): (number | null)[][] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of raw.flat()) {
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return raw.map((row) =>
    row.map((value) => (Number.isNaN(value) ? null : most > least ? (value - least) / (most - least) : 1)),
  );
}

/**
 * How good each park is for each of the movable goods, term by term, 0 to 1: how far the park's city stands out in what
 * is related to them and grows in it; what wages and power save; how near it is; how much of what the two cities make the
 * one takes from the other; whether the origin or its province and the park have agreed on something.
 */
export function suitability(
  ground: Ground,
  movable: readonly Goods[],
  weights: Readonly<Record<SuitabilityTerm, number>>,
): PlacementProblem['terms'] {
  const goods = goodsToPass(tradeOf(ground), ground.places);
  const at = new Map(goods.groups.map((group, i) => [group, i]));
  const places = new Map(ground.places.map((place) => [place.code, place]));
  const linked = linksBetween(ground.pack.inputOutput, goods);
  const links = new Map<string, number>();
  const raw: Record<SuitabilityTerm, Raw> = {
    relatedness: ({ group }, { place }) => goods.take(place, at.get(group) ?? -1),
    cost: saving(ground, [...new Set(movable.map(({ origin }) => origin))].sort()),
    distance: ({ origin }, park) => -kilometres(places.get(origin), park),
    links: ({ origin }, { place }) => {
      const key = `${origin} ${place}`;
      const link = links.get(key) ?? linked(origin, place);
      links.set(key, link);
      return link;
    },
    ties: ({ origin }, park) => {
      const province = places.get(origin)?.province.slice(0, 2);
      return ground.ties.some((tie) => tie.park === park.record && tie.partnerPlace.slice(0, 2) === province)
        ? 1
        : 0;
    },
  };
  return (Object.keys(raw) as SuitabilityTerm[]).map((id) => {
    const values = movable.map((one) => ground.parks.map((park) => raw[id](one, park)));
    return {
      id,
      weight: weights[id],
      side: sides[id],
      values:
        id === 'relatedness' || id === 'ties'
          ? values.map((row) => row.map((value) => (Number.isNaN(value) ? null : value)))
          : between0And1(values),
    };
  });
}

const kilometres = (from: GuidedPlace | undefined, park: GuidedPark): number =>
  from?.longitude === undefined || from.latitude === undefined
    ? Number.NaN
    : greatCircleKm({ longitude: from.longitude, latitude: from.latitude }, park);

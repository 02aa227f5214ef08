import type { CompanyPlan, Market } from './company-plan.ts';
import type { ComparedPlace } from './compared-places.ts';
import { type Costs, type FreightRate, type Gateway, journey, type Range } from './cost-facts.ts';
import type { Missing } from './cost-item.ts';
import { factNames } from './fact-names.ts';
import type { Figures } from './figures.ts';
import { greatCircleKm } from './great-circle.ts';
import { daysOf, type Leg, legs } from './leg.ts';
import type { Route } from './routes.ts';

/** One way to a market: inland to a gateway, and onward from there. Handling and waiting are in neither. */
export interface WayToMarket {
  readonly to: Market;
  readonly by: 'sea' | 'china-europe-rail';
  readonly gateway?: Gateway | undefined;
  readonly inland?: Range | undefined;
  readonly onward?: Range | undefined;
  /** Both; nothing where one is unknown. */
  readonly days?: Range | undefined;
  /** Records that tell the days. */
  readonly from: readonly FreightRate[];
  readonly missing: readonly Missing[];
}

/** A railhead is reached by road from no farther away than this, by great circle. */
const reachKm = 600;

/** Under which names records speak of a market; the market itself first. */
const namesOf = (market: Market): string[] => (market === 'EU' ? ['EU', 'DE'] : [market]);

/**
 * How long goods travel to the markets of the plan: by the way that is taken to the quay and by sea, and to Europe by rail from
 * the nearest railhead of which a journey is told.
 */
export function waysToMarket(
  plan: CompanyPlan,
  place: ComparedPlace,
  costs: Costs,
  figures: Figures,
  taken: Route | undefined,
): WayToMarket[] {
  const wanted = new Set((plan.products ?? []).flatMap(({ markets = [] }) => markets.map(({ to }) => to)));
  return [...wanted].flatMap((to) => {
    const rail = nearestRailhead(place, costs, to);
    const road = rail && legs(costs, figures)('road')(place, rail);
    return [
      way(costs, to, 'sea', taken?.port, taken),
      ...(rail ? [way(costs, to, 'china-europe-rail', rail, road)] : []),
    ];
  });
}

function way(
  costs: Costs,
  to: Market,
  by: WayToMarket['by'],
  gateway: Gateway | undefined,
  inland: Pick<Leg, 'days' | 'daysFrom'> | undefined,
): WayToMarket {
  const rate = gateway && told(costs, by, gateway, to);
  const onward = daysOf(rate);
  const days = inland?.days;
  return {
    to,
    by,
    gateway,
    inland: days,
    onward,
    from: [...(inland?.daysFrom ?? []), ...(rate ? [rate] : [])],
    ...(days && onward && { days: { low: days.low + onward.low, high: days.high + onward.high } }),
    missing: [...(days ? [] : [lacking('days.inland')]), ...(onward ? [] : [lacking(`days.${by}`)])],
  };
}

const lacking = (fact: string): Missing => ({ fact, names: factNames(fact) });

const told = (costs: Costs, mode: FreightRate['mode'], from: Gateway, to: Market) =>
  namesOf(to)
    .map((name) => journey(costs, mode, from, [name], ({ days }) => days !== undefined))
    .find((rate) => rate !== undefined);

function nearestRailhead(place: ComparedPlace, costs: Costs, to: Market): Gateway | undefined {
  const away = (one: Gateway) => greatCircleKm(place, one);
  return costs.gateways
    .filter(
      (one) => one.kind === 'railhead' && away(one) <= reachKm && told(costs, 'china-europe-rail', one, to),
    )
    .sort((a, b) => away(a) - away(b))[0];
}

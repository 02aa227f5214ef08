import type { Names } from '@tidu/reference';
import type { ComparedPlace } from './compared-places.ts';
import { type Costs, type FreightRate, freightFact, type Gateway, journey } from './cost-facts.ts';
import type { Figures } from './figures.ts';
import { greatCircleKm } from './great-circle.ts';
import { charge, daysOf, type Leg, legs, plus } from './leg.ts';

/** One way from a works to the quay of a seaport. */
export interface Route extends Leg {
  readonly mode: 'road' | 'rail' | 'river';
  /** Where it changes from the road to the rails or to the river. */
  readonly by?: { readonly id: string; readonly names: Names } | undefined;
  /** Nothing where no rate leads from the river to a port. */
  readonly port?: Gateway | undefined;
}

/** A railhead or river port is reached by road from no farther away than this, by great circle. */
const reachKm = 300;

/**
 * The ways from a place to the quay: by road, by rail and by river, of each the one through the gateways that make it cheapest.
 * A way of which a rate is missing is told without a cost. What lies beyond the quay is not in it.
 */
export function routesToQuay(place: ComparedPlace, costs: Costs, figures: Figures): Route[] {
  const ports = costs.gateways.filter(({ kind }) => kind === 'seaport');
  const near = (kind: Gateway['kind']) =>
    costs.gateways.filter((one) => one.kind === kind && greatCircleKm(place, one) <= reachKm);
  const leg = legs(costs, figures);
  const road = leg('road');
  const rail = leg('rail');
  const here = { id: place.code, place: place.code };
  const told = (mode: FreightRate['mode'], from: { id: string; place: string }, port: Gateway) =>
    journey(costs, mode, from, [port.id, port.place], ({ days }) => days !== undefined);
  /** Days as somebody has told them come before days by distance. */
  const during = (way: Leg, rate: FreightRate | undefined): Leg =>
    rate ? { ...way, days: daysOf(rate), daysFrom: [rate] } : way;

  const byRoad = ports.map(
    (port): Route => ({
      mode: 'road',
      port,
      ...during(road(place, port), told('road', here, port)),
    }),
  );
  const handling = charge(figures, freightFact(costs, 'rail', 'TEU'), 'freight.rail.TEU');
  const byRail = near('railhead').flatMap((head) =>
    ports.map((port): Route => {
      const rails = plus({ ...handling, days: { low: 0, high: 0 } }, rail(head, port));
      return {
        mode: 'rail',
        by: { id: head.id, names: head.name },
        port,
        ...plus(road(place, head), during(rails, told('rail', head, port) ?? told('rail', here, port))),
      };
    }),
  );
  const byRiver = near('riverport').flatMap((quay): Route[] => {
    const common = { mode: 'river', by: { id: quay.id, names: quay.name } } as const;
    const rated = ports.flatMap((port): Route[] => {
      const rate = journey(costs, 'river', quay, [port.id, port.place], ({ value }) => value !== undefined);
      return rate
        ? [{ ...common, port, ...plus(road(place, quay), charge(figures, rate, 'freight.river.TEU')) }]
        : [];
    });
    return rated.length > 0
      ? rated
      : [{ ...common, ...plus(road(place, quay), charge(figures, undefined, 'freight.river.TEU')) }];
  });

  const likely = figures.likely();
  const cheapest = (routes: readonly Route[]) =>
    routes.reduce<Route | undefined>(
      (best, one) => (!best || worth(one, likely) < worth(best, likely) ? one : best),
      undefined,
    );
  return [byRoad, byRail, byRiver].map(cheapest).filter((route) => route !== undefined);
}

/** Yuan per TEU; among ways without a rate the shortest is taken. */
const worth = (route: Route, likely: Float64Array): number => route.cost?.(likely) ?? 1e9 + route.km;

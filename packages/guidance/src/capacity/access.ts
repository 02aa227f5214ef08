import type { ComparedPlace } from '../comparison/compared-places.ts';
import type { Comparison } from '../comparison/comparison.ts';
import type { Costs } from '../comparison/cost-facts.ts';
import { figureTable } from '../comparison/figures.ts';
import { routesToQuay } from '../comparison/routes.ts';
import { toldRoutes } from '../comparison/told-routes.ts';

export interface Access {
  readonly routes: Comparison['places'][number]['routes'];
  /** What the costs rest on. */
  readonly figures: Comparison['figures'];
}

/** The ways from a park to the quay, by road, rail and river, with what they cost, how long they take and what that rests on. */
export function accessOf(place: ComparedPlace, costs: Costs): Access {
  const figures = figureTable();
  const routes = toldRoutes(routesToQuay(place, costs, figures), figures.all);
  const used = new Set(routes.flatMap((route) => route.figures));
  return { routes, figures: figures.all.filter(({ id }) => used.has(id)) };
}

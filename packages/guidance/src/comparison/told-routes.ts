import type { Comparison } from './comparison.ts';
import type { FreightRate } from './cost-facts.ts';
import type { Figure } from './figures.ts';
import type { Route } from './routes.ts';

/** Ways to the quay as they are told; taken is the cheapest of those whose cost is known. */
export function toldRoutes(
  routes: readonly Route[],
  figures: readonly Figure[],
): Comparison['places'][number]['routes'] {
  const at = (end: 'low' | 'likely' | 'high') => Float64Array.from(figures, (figure) => figure[end]);
  const [low, likely, high] = [at('low'), at('likely'), at('high')];
  const rates = routes.map(({ cost }) => cost?.(likely));
  const least = Math.min(...rates.filter((one) => one !== undefined));
  const taken = rates.indexOf(least);
  return routes.map((route, i) => ({
    mode: route.mode,
    by: route.by,
    port: route.port && { id: route.port.id, names: route.port.name },
    km: route.km,
    ...(route.cost && {
      cnyPerTeu: { low: route.cost(low), likely: route.cost(likely), high: route.cost(high) },
    }),
    days: route.days,
    figures: [...new Set(route.uses)].map((position) => figures[position]?.id as string),
    daysFrom: (route.daysFrom ?? []).map(whence),
    missing: [...route.missing],
    taken: i === taken,
  }));
}

/** Where a record comes from, and how sure it is. */
export const whence = ({ source, date, sure }: FreightRate) => ({ source, date, sure });

import type { Ground } from '../ground/ground.ts';

const kept = new WeakMap<object, WeakMap<object, Map<string, unknown>>>();

/**
 * What is learnt from the same statistics, costs, places and parks is the same: it is kept as long as the statistics are, so that
 * other cities and goods are answered at once.
 * @param what everything else that it depends on
 */
export function keptWith<T>({ trade, costs, parks }: Ground, what: string, make: () => T): T {
  if (!trade) return make();
  const byCosts = kept.get(trade) ?? new WeakMap<object, Map<string, unknown>>();
  kept.set(trade, byCosts);
  const made = byCosts.get(costs) ?? new Map<string, unknown>();
  byCosts.set(costs, made);
  const key = JSON.stringify([what, parks.map(({ place, recognised }) => [place, recognised])]);
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

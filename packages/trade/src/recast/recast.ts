import { laidLast, streamOf } from '../stream-of.ts';
import type { Answer, Query, Warehouse } from '../warehouse.ts';

/**
 * A warehouse that answers some questions by others: those that `concerns` says are told by `told`, all else
 * as before. What is told is summed up in memory, so a stream of it is laid out from the whole answer.
 */
export const recast = (
  warehouse: Warehouse,
  concerns: (query: Query) => boolean,
  told: (query: Query) => Promise<Answer>,
): Warehouse => ({
  ...warehouse,
  aggregate: (query) => (concerns(query) ? told(query) : warehouse.aggregate(query)),
  stream: async (query, options) =>
    concerns(query)
      ? streamOf(await told(laidLast(query, options?.across)), options?.across)
      : warehouse.stream(query, options),
});

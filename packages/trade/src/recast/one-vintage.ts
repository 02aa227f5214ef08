import type { Query, Warehouse } from '../warehouse.ts';

/** The question as known now: asked in several steps it sees the same facts, though a load is committed between them. */
export async function atOneVintage(warehouse: Warehouse, query: Query): Promise<Query> {
  if (query.asKnownAt !== undefined) return query;
  const latest = (await warehouse.loads()).at(-1);
  return latest === undefined ? query : { ...query, asKnownAt: latest.id };
}

import type { PlacementProblem } from './placement-problem.ts';

interface Valued {
  /** Benefit of each yuan. */
  readonly value: number;
  readonly terms: { term: string; weight: number; value: number | null }[];
  readonly pairing: number;
  readonly preference: number;
}

/** Values of goods in parks, by the places of both in the lists of the problem. */
export interface Values {
  /** Benefit of each yuan moved; NaN where no term that counts is known. */
  of(movable: number, park: number): number;
  /** The same by the wishes of one side alone, its own terms and what the other agreed to; NaN where none is known. */
  bySide(side: 'firm' | 'park', movable: number, park: number): number;
  explained(movable: number, park: number): Valued;
}

/**
 * What each yuan of goods is worth in a park: the weighted mean of the terms that are known, and what is agreed and
 * wished on top.
 *
 *   v = Σ w_t u_t ÷ Σ w_t  (over t known)  +  bonus of the pairing  +  preference of the firms
 */
export function valuesOf(problem: PlacementProblem): Values {
  const { movable, parks, terms, pairings, preferences } = problem;
  const width = parks.length;
  const goodsAt = new Map(movable.map(({ origin, group }, i) => [`${origin} ${group}`, i]));
  const parkAt = new Map(parks.map(({ id }, p) => [id, p]));
  const bonus = new Float64Array(movable.length * width);
  const wish = new Float64Array(movable.length * width);
  for (const { origin, park, bonus: more } of pairings)
    movable.forEach((goods, i) => {
      if (goods.origin === origin) bonus[i * width + (parkAt.get(park) as number)] = more;
    });
  for (const { origin, group, park, value } of preferences)
    wish[(goodsAt.get(`${origin} ${group}`) as number) * width + (parkAt.get(park) as number)] = value;
  const sides = {
    all: terms,
    firm: terms.filter(({ side }) => side !== 'park'),
    park: terms.filter(({ side }) => side !== 'firm'),
  };
  const mean = (counted: typeof terms, i: number, p: number) => {
    let sum = 0;
    let weights = 0;
    for (const { weight, values } of counted) {
      const value = values[i]?.[p] ?? null;
      if (value === null) continue;
      sum += weight * value;
      weights += weight;
    }
    return weights > 0 ? sum / weights : Number.NaN;
  };
  const pairing = (i: number, p: number) => bonus[i * width + p] as number;
  const preference = (i: number, p: number) => wish[i * width + p] as number;
  const of = (i: number, p: number) => mean(sides.all, i, p) + pairing(i, p) + preference(i, p);
  return {
    of,
    bySide: (side, i, p) =>
      mean(sides[side], i, p) + pairing(i, p) + (side === 'firm' ? preference(i, p) : 0),
    explained: (i, p) => ({
      value: of(i, p),
      terms: terms.map(({ id, weight, values }) => ({ term: id, weight, value: values[i]?.[p] ?? null })),
      pairing: pairing(i, p),
      preference: preference(i, p),
    }),
  };
}

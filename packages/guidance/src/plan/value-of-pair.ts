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
  const { movable, parks, terms } = problem;
  const key = (...parts: string[]) => parts.join(' ');
  const bonus = new Map(problem.pairings.map(({ origin, park, bonus: more }) => [key(origin, park), more]));
  const wish = new Map(
    problem.preferences.map(({ origin, group, park, value }) => [key(origin, group, park), value]),
  );
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
  const pairing = (i: number, p: number) => bonus.get(key(movable[i]?.origin ?? '', parks[p]?.id ?? '')) ?? 0;
  const preference = (i: number, p: number) =>
    wish.get(key(movable[i]?.origin ?? '', movable[i]?.group ?? '', parks[p]?.id ?? '')) ?? 0;
  const sides = {
    firm: terms.filter(({ side }) => side !== 'park'),
    park: terms.filter(({ side }) => side !== 'firm'),
  };
  const of = (i: number, p: number) => mean(terms, i, p) + pairing(i, p) + preference(i, p);
  return {
    of,
    bySide: (side, i, p) =>
      mean(sides[side], i, p) + pairing(i, p) + (side === 'firm' ? preference(i, p) : 0),
    explained: (i, p) => ({
      value: of(i, p),
      terms: terms.map(({ id, weight, values }) => ({
        term: id,
        weight,
        value: values[i]?.[p] ?? null,
      })),
      pairing: pairing(i, p),
      preference: preference(i, p),
    }),
  };
}

import type { PossiblePair } from './pair-terms.ts';
import { type AdvisedPair, type PairTermName, pairTerms } from './pairing-result.ts';

export const keyOf = ({ city, park }: { city: string; park: string }): string => `${city} ${park}`;

type Weights = Readonly<Record<PairTermName, number>>;

/** The weights that are asked for, over terms of which something is known. */
export function weightsOf(
  pairs: readonly PossiblePair[],
  asked: Weights,
): { weights: Weights; unknown: PairTermName[] } {
  const unknown = pairTerms.filter((name) =>
    pairs.every(({ terms }) => terms.every(({ term, forCity }) => term !== name || forCity === null)),
  );
  const of = (name: PairTermName) => (unknown.includes(name) ? 0 : asked[name]);
  const all = pairTerms.reduce((sum, name) => sum + of(name), 0);
  const part = (name: PairTermName) => (all > 0 ? of(name) / all : 0);
  return {
    unknown,
    weights: { goods: part('goods'), links: part('links'), distance: part('distance'), ties: part('ties') },
  };
}

/** Weighted mean of the terms that are known of the pair; nothing where no goods can pass. */
export function scored({ city, park, terms, goods }: PossiblePair, weights: Weights): AdvisedPair {
  const score = (side: 'forCity' | 'forPark'): number | null => {
    if (goods.length === 0) return null;
    const known = terms.filter((term) => term[side] !== null);
    const all = known.reduce((sum, { term }) => sum + weights[term], 0);
    return all > 0
      ? known.reduce((sum, term) => sum + weights[term.term] * (term[side] as number), 0) / all
      : null;
  };
  return {
    city: city.code,
    cityNames: city.names,
    park: park.record,
    parkNames: park.names,
    parkPlace: park.place,
    cityScore: score('forCity'),
    parkScore: score('forPark'),
    cityRank: null,
    parkRank: null,
    terms: [...terms],
    goods,
  };
}

/** Each pair with its place on both lists; equal scores in the order of codes, so that the advice is the same each time. */
export function ranked(pairs: readonly AdvisedPair[]): AdvisedPair[] {
  const places = (by: 'city' | 'park', score: 'cityScore' | 'parkScore') => {
    const lists = Map.groupBy(
      pairs.filter((pair) => pair[score] !== null),
      (pair) => pair[by],
    );
    return new Map(
      [...lists.values()].flatMap((list) =>
        list
          .sort((a, b) => (b[score] as number) - (a[score] as number) || (keyOf(a) < keyOf(b) ? -1 : 1))
          .map((pair, i) => [keyOf(pair), i + 1] as const),
      ),
    );
  };
  const [city, park] = [places('city', 'cityScore'), places('park', 'parkScore')];
  return pairs.map((pair) => ({
    ...pair,
    cityRank: city.get(keyOf(pair)) ?? null,
    parkRank: park.get(keyOf(pair)) ?? null,
  }));
}

import { keyOf } from './pair-lists.ts';
import type { AdvisedPair, PairingAdvice } from './pairing-result.ts';

/** Pairs that are named for each park besides those that are proposed. */
const named = 2;

/**
 * What comes next on each park's list: cities that it puts before the last of those it gets have better parks, for the
 * matching is stable; for the others the park itself has better.
 */
export function nextPairs(pairs: readonly AdvisedPair[], chosen: ReadonlySet<string>): PairingAdvice['next'] {
  return [...Map.groupBy(pairs, ({ park }) => park).values()].flatMap((list) => {
    const own = list.filter((pair) => chosen.has(keyOf(pair))).map(({ parkRank }) => parkRank ?? 0);
    const last = own.length > 0 ? Math.max(...own) : Number.POSITIVE_INFINITY;
    return list
      .filter((pair) => pair.parkRank !== null && !chosen.has(keyOf(pair)))
      .sort((a, b) => (a.parkRank as number) - (b.parkRank as number))
      .slice(0, named)
      .map((pair) => ({
        pair,
        why: (pair.parkRank as number) < last ? ('city-has-better' as const) : ('park-has-better' as const),
      }));
  });
}

import { RegionalFault, requireNonNegative, requireSameLength } from '../fault.ts';

/** One of two sides that choose each other. */
export interface ChoosingSide {
  /** Of each member, whom of the other side it would have, best first; whom it does not name it would not have. */
  readonly preferences: readonly (readonly number[])[];
  /** How many partners each member takes at most. */
  readonly capacity: readonly number[];
}

/** A member of the first side with one of the second. */
export type ChosenPair = readonly [first: number, second: number];

/**
 * Stable matching by deferred acceptance: the proposing side goes down its lists, the other keeps the best it has
 * been offered so far. With a capacity of 1 on one side these are hospitals and residents.
 *
 * @param proposing  which side proposes: of all stable matchings it gets the one that is best for each of its members
 * @returns  pairs in order of the first side, each side by its members' numbers; no pair blocks it
 *           (`blockingPairs`), and who is left with how many is the same whichever side proposes
 * @throws   RegionalFault `wrong-shape` (as many capacities as members there are not), `unknown-label` (a list names
 *           nobody), `repeated-label` (a list names somebody twice), `negative-value`
 * @see      Gale & Shapley (1962), College admissions and the stability of marriage; Roth (1984), Stability and
 *           polarization of interests in job matching, for capacities on both sides; Roth (1986), On the allocation
 *           of residents to rural hospitals
 * @example  stableMatching({ preferences: [[0, 1], [0]], capacity: [1, 1] }, { preferences: [[1, 0], [0]], capacity: [1, 1] }) // [[0, 1], [1, 0]]
 */
export function stableMatching(
  first: ChoosingSide,
  second: ChoosingSide,
  proposing: 'first' | 'second' = 'first',
): ChosenPair[] {
  const [offering, choosing] = proposing === 'first' ? [first, second] : [second, first];
  const ranks = ranksOf(choosing, offering);
  ranksOf(offering, choosing);
  const held = choosing.preferences.map((): number[] => []);
  const next = offering.preferences.map(() => 0);
  const free = offering.capacity.map(Math.floor);
  const waiting = [...offering.preferences.keys()];
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    while (free[p] > 0 && next[p] < offering.preferences[p].length) {
      const r = offering.preferences[p][next[p]];
      next[p] += 1;
      if (ranks[r][p] === Number.POSITIVE_INFINITY) continue;
      held[r].push(p);
      free[p] -= 1;
      if (held[r].length <= Math.floor(choosing.capacity[r])) continue;
      const worst = worstOf(held[r], ranks[r]);
      held[r] = held[r].filter((one) => one !== worst);
      free[worst] += 1;
      if (worst !== p) waiting.push(worst);
    }
  }
  return held
    .flatMap((partners, r) => partners.map((p): ChosenPair => (proposing === 'first' ? [p, r] : [r, p])))
    .sort(([a, b], [c, d]) => a - c || b - d);
}

/**
 * Pairs that a matching leaves apart although both would rather have each other: each has a place free, or prefers
 * the other to the last of its partners.
 *
 * @returns  pairs in order of the first side; none where the matching is stable
 * @throws   RegionalFault as `stableMatching`
 * @example  blockingPairs({ preferences: [[0, 1], [0]], capacity: [1, 1] }, { preferences: [[1, 0], [0]], capacity: [1, 1] }, [[0, 0]]) // [[1, 0]]
 */
export function blockingPairs(
  first: ChoosingSide,
  second: ChoosingSide,
  matching: readonly ChosenPair[],
): ChosenPair[] {
  const [ranks, ranksBack] = [ranksOf(first, second), ranksOf(second, first)];
  const partners = first.preferences.map((_, f) => matching.flatMap(([a, b]) => (a === f ? [b] : [])));
  const partnersBack = second.preferences.map((_, s) => matching.flatMap(([a, b]) => (b === s ? [a] : [])));
  const would = (whom: number, has: readonly number[], capacity: number, rank: Ranks) =>
    rank[whom] < Number.POSITIVE_INFINITY &&
    !has.includes(whom) &&
    (has.length < Math.floor(capacity) || has.some((one) => rank[one] > rank[whom]));
  return first.preferences.flatMap((list, f) =>
    list
      .filter(
        (s) =>
          would(s, partners[f], first.capacity[f], ranks[f]) &&
          would(f, partnersBack[s], second.capacity[s], ranksBack[s]),
      )
      .sort((a, b) => a - b)
      .map((s): ChosenPair => [f, s]),
  );
}

/** Place of each member of the other side on a member's list; infinite where it is not on it. */
type Ranks = Float64Array;

function ranksOf({ preferences, capacity }: ChoosingSide, { preferences: others }: ChoosingSide): Ranks[] {
  requireSameLength('capacities', capacity.length, 'members', preferences.length);
  requireNonNegative(capacity, (i) => `capacity of member ${i}`);
  return preferences.map((list, member) => {
    const ranks = new Float64Array(others.length).fill(Number.POSITIVE_INFINITY);
    list.forEach((other, rank) => {
      if (!(other in others)) {
        throw new RegionalFault('unknown-label', `member ${member} names ${other} of ${others.length}`);
      }
      if (ranks[other] < Number.POSITIVE_INFINITY) {
        throw new RegionalFault('repeated-label', `member ${member} names ${other} twice`);
      }
      ranks[other] = rank;
    });
    return ranks;
  });
}

const worstOf = (partners: readonly number[], ranks: Ranks): number =>
  partners.reduce((worst, one) => (ranks[one] > ranks[worst] ? one : worst));

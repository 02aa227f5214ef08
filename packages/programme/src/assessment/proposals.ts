import type { Framework, ProposalRule } from './framework.ts';

/** A park's standing in one round. */
export interface Standing {
  readonly park: string;
  readonly region: string;
  readonly total: number;
  readonly rank: number;
  /** Interval of the rank; where it is absent the rank alone is known. */
  readonly from?: number;
  readonly to?: number;
}

export interface RankedRound {
  readonly year: number;
  readonly standings: readonly Standing[];
}

/** What the rules propose; whether it is done a person decides. */
export interface Proposal {
  readonly park: string;
  readonly rule: string;
  readonly proposes: 'warn' | 'exit';
  /** Years in which the condition held, ascending. */
  readonly years: readonly number[];
  /** It would hold in this round wherever in its interval the rank lay. */
  readonly certain: boolean;
}

/**
 * What the framework's rules propose after a round, with earlier rounds as they were published.
 *
 * A rule holds for a park when its condition held in this round, and in at least `times` rounds of the last `years`
 * years, this one among them.
 * @returns by rule and then by park, in the order of the round
 */
export function proposals(
  { proposals: rules }: Framework,
  round: RankedRound,
  earlier: readonly RankedRound[],
): Proposal[] {
  return rules.flatMap((rule) => {
    const { times, years } = rule.when;
    const rounds = [round, ...earlier.filter(({ year }) => year < round.year && year > round.year - years)];
    const held = rounds.map((one) => ({ year: one.year, parks: heldFor(rule, one.standings) }));
    return round.standings.flatMap(({ park }) => {
      const now = held[0]?.parks.get(park);
      if (!now) return [];
      const when = held.filter(({ parks }) => parks.has(park)).map(({ year }) => year);
      return new Set(when).size >= times
        ? [
            {
              park,
              rule: rule.id,
              proposes: rule.proposes,
              years: when.sort((a, b) => a - b),
              certain: now.certain,
            },
          ]
        : [];
    });
  });
}

/** Parks for which the condition holds in one round. */
function heldFor({ when }: ProposalRule, standings: readonly Standing[]): Map<string, { certain: boolean }> {
  if (when.rule === 'below') {
    const below = standings.filter(({ total }) => total < when.points);
    return new Map(below.map(({ park }) => [park, { certain: true }]));
  }
  const circles =
    when.within === 'all'
      ? [standings]
      : [...new Set(standings.map(({ region }) => region))].map((region) =>
          standings.filter((one) => one.region === region),
        );
  return new Map(
    circles.flatMap((circle) => {
      const lowest = Math.min(circle.length, when.count ?? Math.floor(circle.length * (when.share ?? 0)));
      if (lowest === 0) return [];
      const worstFirst = [...circle].sort((a, b) => a.total - b.total);
      const limit = worstFirst[lowest - 1] as Standing;
      const safe = worstFirst.filter(({ total }) => total > limit.total);
      return worstFirst
        .filter(({ total }) => total <= limit.total)
        .map((one) => [
          one.park,
          { certain: safe.every(({ to, rank }) => (to ?? rank) < (one.from ?? one.rank)) },
        ]);
    }),
  );
}

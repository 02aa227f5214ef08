import { type Framework, indicatorsOf } from './framework.ts';
import type { Entry, Scored } from './score.ts';
import { valueFor } from './scoring-rule.ts';

/** One way to the next rank: an indicator that alone would close the gap. */
export interface Step {
  readonly indicator: string;
  /** Points from, and to, 0 to 100. */
  readonly from: number;
  readonly to: number;
  /** The value that is worth them; `null` where the rule compares with others. */
  readonly value: number | null;
}

export interface NextRank {
  readonly rank: number;
  /** Of the total. */
  readonly gap: number;
  /** From the one that asks for the fewest points. */
  readonly steps: readonly Step[];
}

/**
 * What a park would need for the next rank, the others staying as they are.
 *
 *   points needed of indicator i = its points + 100 · gap / weight of i, if not above 100
 *
 * @returns `undefined` for the first
 */
export function nextRank(
  framework: Framework,
  scored: readonly Scored[],
  own: Scored,
  { known }: Entry,
): NextRank | undefined {
  const ahead = scored
    .filter(({ rank }) => rank < own.rank)
    .reduce<Scored | undefined>((near, one) => (near && near.total <= one.total ? near : one), undefined);
  if (!ahead) return undefined;
  const gap = ahead.total - own.total;
  const steps = indicatorsOf(framework).flatMap(({ id, weight, scoring }, i) => {
    const from = own.counted[i] as number;
    const to = from + (100 * gap) / weight;
    if (!(to <= 100)) return [];
    return [{ indicator: id, from, to, value: valueFor(scoring, to, known[id] ?? { value: null }) }];
  });
  return { rank: ahead.rank, gap, steps: steps.sort((a, b) => a.to - a.from - (b.to - b.from)).slice(0, 5) };
}

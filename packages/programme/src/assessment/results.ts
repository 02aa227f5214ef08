import type { Names } from '@tidu/reference';
import { agreement, type Said } from './agreement.ts';
import type { Answer } from './answer.ts';
import type { Assessment, AssessmentResult } from './assessment.ts';
import { type Framework, indicatorsOf } from './framework.ts';
import { nextRank } from './next-rank.ts';
import { rankIntervals } from './rank-interval.ts';
import type { RoundStanding } from './round.ts';
import { type Entry, pointTable, ranksOf, score, totalsOf } from './score.ts';
import type { Known } from './scoring-rule.ts';
import { valuesUsed } from './values.ts';

/** One park as it comes to be scored: what was found, settled and said. */
export interface ToScore {
  readonly id: string;
  readonly content: Pick<Assessment, 'park' | 'region' | 'prefilled' | 'settled'>;
  readonly answers: readonly Pick<Answer, 'party' | 'organisation' | 'values'>[];
}

export interface RoundResults {
  /** By the id of the assessment. */
  readonly results: ReadonlyMap<string, AssessmentResult>;
  /** From the best. */
  readonly standings: readonly RoundStanding[];
}

/** Scores a whole round: values, points, totals, ranks with their intervals, and what each park makes of it. */
export function resultsOf(framework: Framework, parks: readonly ToScore[]): RoundResults {
  const indicators = indicatorsOf(framework);
  const said = parks.map(({ answers }) => answers.map(saidBy));
  const used = parks.map(({ content }, i) => valuesUsed(framework, content, said[i] ?? []));
  const entries = parks.map(({ content }, i): Entry => {
    const known = Object.entries(used[i] ?? {}).map(([id, value]): [string, Known] => [id, value.known]);
    return { park: content.park.id, region: content.region, known: Object.fromEntries(known) };
  });
  const scored = score(framework, entries);
  const ranks = scored.map(({ rank }) => rank);
  const intervals = rankIntervals(framework, pointTable(framework, entries), ranks);
  const meanOfGroups = framework.groups.map(
    (_, g) => scored.reduce((sum, { groups }) => sum + (groups[g] ?? 0), 0) / Math.max(1, scored.length),
  );
  const results = new Map<string, AssessmentResult>();
  const standings = scored.map((own, row): RoundStanding => {
    const { id, content } = parks[row] as ToScore;
    const { from, to } = intervals[row] as { from: number; to: number };
    const next = nextRank(framework, scored, own, entries[row] as Entry);
    results.set(id, {
      values: indicators.map(({ id: indicator }, i) => {
        const value = used[row]?.[indicator];
        return {
          indicator,
          value: value?.known.value ?? null,
          ...(value?.known.previous !== undefined && { previous: value.known.previous }),
          by: value?.by ?? 'nobody',
          points: own.points[i] ?? null,
          counted: own.counted[i] ?? 0,
        };
      }),
      groups: [...own.groups],
      total: own.total,
      rank: own.rank,
      from,
      to,
      of: parks.length,
      unknown: own.unknown,
      meanOfGroups,
      ...(next && { next: { ...next, steps: next.steps.map((step) => ({ ...step })) } }),
      agreement: agreement(framework, said[row] ?? []).map((one) => ({
        ...one,
        points: { ...one.points },
        answers: { ...one.answers },
      })),
    });
    return {
      park: content.park.id,
      assessment: id,
      names: content.park.names as Names,
      region: content.region,
      territory: content.park.territory,
      groups: [...own.groups],
      counted: own.counted.map((points) => Math.round(points * 1000) / 1000),
      total: own.total,
      rank: own.rank,
      from,
      to,
      unknown: own.unknown,
    };
  });
  return { results, standings: standings.sort((a, b) => a.rank - b.rank || a.park.localeCompare(b.park)) };
}

const saidBy = ({ party, organisation, values }: ToScore['answers'][number]): Said => ({
  party,
  organisation,
  values: Object.fromEntries(
    Object.entries(values).map(([id, { value, previous, evidence }]): [string, Known] => [
      id,
      { value, ...(previous !== undefined && { previous }), evidence: Boolean(evidence?.trim()) },
    ]),
  ),
});

/** A park's points by indicator, as its result keeps them. */
export interface PointsKept {
  readonly park: string;
  readonly counted: readonly number[];
}

/**
 * Totals and ranks under other weights, the points staying as they are: what would have been.
 * @param weights  per indicator, in the framework's order; any unit, their shares count
 */
export function ranksUnder(
  parks: readonly PointsKept[],
  weights: readonly number[],
): { park: string; total: number; rank: number }[] {
  const width = weights.length;
  const table = {
    parks: parks.map(({ park }) => park),
    width,
    points: Float64Array.from(parks.flatMap(({ counted }) => counted)),
  };
  const totals = totalsOf(table, table.points, weights);
  const ranks = ranksOf(totals);
  return parks.map(({ park }, i) => ({ park, total: totals[i] as number, rank: ranks[i] as number }));
}

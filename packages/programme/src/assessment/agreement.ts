import { type Framework, indicatorsOf, type Party, parties } from './framework.ts';
import { type Known, pointsOf } from './scoring-rule.ts';

/** What one party said, by indicator. */
export interface Said {
  readonly party: Party;
  readonly organisation: string;
  readonly values: Readonly<Record<string, Known>>;
}

export interface Agreement {
  readonly indicator: string;
  /** Mean points of each party that answered. */
  readonly points: Readonly<Partial<Record<Party, number>>>;
  /** How many of each answered. */
  readonly answers: Readonly<Partial<Record<Party, number>>>;
  /** Largest difference between parties, in points. */
  readonly apart: number;
}

/** From this on parties do not merely round differently. */
export const disagree = 25;

/**
 * Where parties agree and where they do not, in points, for every indicator that two of them answered.
 *
 *   apart = max over parties − min over parties of the mean of their answers' points
 *
 * Rules that compare parks are no measure of two answers about one park, and are left out.
 */
export function agreement(framework: Framework, said: readonly Said[]): Agreement[] {
  return indicatorsOf(framework).flatMap(({ id, scoring }) => {
    const found = parties.flatMap((party) => {
      const points = said
        .filter((one) => one.party === party && one.values[id] !== undefined)
        .map(({ values }) => pointsOf(scoring, values[id] as Known))
        .filter((worth) => worth !== null);
      return points.length > 0 ? [{ party, mean: meanOf(points), count: points.length }] : [];
    });
    if (found.length < 2) return [];
    const means = found.map(({ mean }) => mean);
    return [
      {
        indicator: id,
        points: Object.fromEntries(found.map(({ party, mean }) => [party, mean])),
        answers: Object.fromEntries(found.map(({ party, count }) => [party, count])),
        apart: Math.max(...means) - Math.min(...means),
      },
    ];
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

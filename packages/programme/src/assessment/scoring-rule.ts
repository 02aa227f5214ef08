import { z } from 'zod';

const unequal = { message: 'the floor and the target are the same: set them apart', path: ['target'] };

/** How a value becomes 0 to 100 points. */
export const scoringRule = z.discriminatedUnion('rule', [
  /** 0 points at the floor, 100 at the target, in a straight line between; less is better where the floor is above. */
  z.strictObject({ rule: z.literal('linear'), floor: z.number(), target: z.number() }).refine(apart, unequal),
  /** The same, of the growth against the year before in per cent. */
  z.strictObject({ rule: z.literal('growth'), floor: z.number(), target: z.number() }).refine(apart, unequal),
  /** The points of the highest step that the value reaches; 0 below the first. */
  z.strictObject({
    rule: z.literal('thresholds'),
    steps: z
      .array(z.strictObject({ from: z.number(), points: z.number().min(0).max(100) }))
      .min(1)
      .refine(
        (steps) => steps.every(({ from }, i) => i === 0 || from > (steps[i - 1]?.from ?? 0)),
        'each step begins above the one before: put them in order',
      ),
  }),
  /** Part of the others that are behind, in per cent, those level counting half. */
  z.strictObject({ rule: z.literal('rank-percentile'), within: z.enum(['region', 'all']) }),
  /** 100 points for yes, 0 for no; a yes without the evidence that is asked for is not known. */
  z.strictObject({ rule: z.literal('yes-no'), evidence: z.boolean() }),
]);
export type ScoringRule = z.infer<typeof scoringRule>;

function apart({ floor, target }: { floor: number; target: number }): boolean {
  return floor !== target;
}

/** What is known of one indicator of one park; yes is 1 and no is 0. */
export interface Known {
  readonly value: number | null;
  /** The year before, where growth is scored. */
  readonly previous?: number | null;
  readonly evidence?: boolean;
}

/** What rank percentiles are taken in. */
export interface Peers {
  /** Values of all parks compared, this one among them, ascending. */
  readonly sorted: Float64Array;
  readonly more: boolean;
}

/**
 * Points of one value.
 *
 *   linear           100 · (x − floor) / (target − floor), not below 0 nor above 100
 *   growth           the same of 100 · (x / previous − 1)
 *   thresholds       the points of the highest step reached
 *   rank-percentile  100 · (behind + ½ · level) / (n − 1); a park without peers is not known
 *   yes-no           100 or 0
 *
 * @returns 0 to 100; `null` where nothing is known
 * @example pointsOf({ rule: 'linear', floor: -10, target: 30 }, { value: 10 }) // 50
 * @example pointsOf({ rule: 'growth', floor: 0, target: 20 }, { value: 115, previous: 100 }) // 75
 */
export function pointsOf(rule: ScoringRule, known: Known, peers?: Peers): number | null {
  const { value } = known;
  if (value === null || !Number.isFinite(value)) return null;
  switch (rule.rule) {
    case 'linear':
      return between(value, rule);
    case 'growth': {
      const growth = growthOf(known);
      return growth === null ? null : between(growth, rule);
    }
    case 'thresholds':
      return rule.steps.reduce((points, step) => (value >= step.from ? step.points : points), 0);
    case 'rank-percentile':
      return peers ? percentile(value, peers) : null;
    case 'yes-no':
      return value === 0 ? 0 : rule.evidence && !known.evidence ? null : 100;
  }
}

/** Growth against the year before, in per cent; `null` where there is no base to grow from. */
function growthOf({ value, previous }: Known): number | null {
  if (value === null || previous === undefined || previous === null || !(previous > 0)) return null;
  return (100 * (value - previous)) / previous;
}

/**
 * The value that is worth so many points, where the rule says one.
 * @example valueFor({ rule: 'linear', floor: 0, target: 20 }, 75, { value: 3 }) // 15
 */
export function valueFor(rule: ScoringRule, points: number, known: Known): number | null {
  switch (rule.rule) {
    case 'linear':
      return rule.floor + (points / 100) * (rule.target - rule.floor);
    case 'growth': {
      const growth = rule.floor + (points / 100) * (rule.target - rule.floor);
      return known.previous ? known.previous * (1 + growth / 100) : null;
    }
    case 'thresholds':
      return rule.steps.find((step) => step.points >= points)?.from ?? null;
    case 'yes-no':
      return 1;
    case 'rank-percentile':
      return null;
  }
}

function between(x: number, { floor, target }: { floor: number; target: number }): number {
  return Math.min(100, Math.max(0, (100 * (x - floor)) / (target - floor)));
}

function percentile(value: number, { sorted, more }: Peers): number | null {
  const n = sorted.length;
  if (n < 2) return null;
  const below = countBelow(sorted, value);
  const upTo = countUpTo(sorted, value);
  const behind = more ? below : n - upTo;
  return (100 * (behind + (upTo - below - 1) / 2)) / (n - 1);
}

/** How many of an ascending list are less than `x`. */
function countBelow(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of an ascending list are not above `x`. */
export function countUpTo(sorted: Float64Array, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

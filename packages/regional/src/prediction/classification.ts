import { RegionalFault, requireSameLength } from '../fault.ts';

/**
 * Area under the ROC curve: how often something that came true was scored above something that did not.
 *
 *   AUC = P(score of a 1 > score of a 0) + ½ P(equal)
 *
 * @param scores   any numbers; only their order counts
 * @param outcome  0 or 1
 * @returns  0.5 = as blind chance, 1 = every 1 above every 0; NaN where all outcomes are alike
 * @throws   RegionalFault `wrong-shape`, `not-computable` (an outcome neither 0 nor 1, a score missing)
 * @see      Hanley & McNeil (1982); Mann & Whitney (1947) for the same by ranks
 * @example  areaUnderCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]) // 0.75
 */
export function areaUnderCurve(scores: readonly number[], outcome: readonly number[]): number {
  requireScored(scores, outcome);
  const ranks = midRanks(scores);
  const ones = outcome.reduce((sum, y) => sum + y, 0);
  const zeros = outcome.length - ones;
  const ofOnes = ranks.reduce((sum, rank, t) => sum + (outcome[t] === 1 ? rank : 0), 0);
  return ones > 0 && zeros > 0 ? (ofOnes - (ones * (ones + 1)) / 2) / (ones * zeros) : Number.NaN;
}

/**
 * Of the k scored highest, the part that came true. Where the k-th is one of several equal scores, each of these counts
 * in part, so that the order in which they stand does not matter.
 *
 * @param k  a count, at least 1; the count of all where it is more
 * @returns  0 to 1; NaN of nothing
 * @throws   RegionalFault as `areaUnderCurve`, and `not-computable` for a k below 1
 * @example  precisionAt([0.9, 0.8, 0.7, 0.1], [1, 0, 1, 1], 2) // 0.5
 * @example  precisionAt([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0], 2) // 0.75
 */
export function precisionAt(scores: readonly number[], outcome: readonly number[], k: number): number {
  requireScored(scores, outcome);
  if (!(k >= 1)) throw new RegionalFault('not-computable', `k is ${k}: at least one has to be taken`);
  const taken = Math.min(Math.floor(k), scores.length);
  if (taken === 0) return Number.NaN;
  const last = [...scores].sort((a, b) => b - a)[taken - 1];
  let [above, trueAbove, equal, trueEqual] = [0, 0, 0, 0];
  scores.forEach((score, t) => {
    if (score > last) {
      above += 1;
      trueAbove += outcome[t];
    } else if (score === last) {
      equal += 1;
      trueEqual += outcome[t];
    }
  });
  return (trueAbove + ((taken - above) * trueEqual) / equal) / taken;
}

/**
 * Brier score: the mean squared distance of a probability from what came.
 *
 *   Σ (p − y)² / n
 *
 * @returns  0 = certain and right; 0.25 = always saying one half; NaN of nothing
 * @throws   RegionalFault as `areaUnderCurve`
 * @see      Brier (1950)
 * @example  brierScore([1, 0.5], [1, 0]) // 0.125
 */
export function brierScore(probabilities: readonly number[], outcome: readonly number[]): number {
  requireScored(probabilities, outcome);
  return probabilities.reduce((sum, p, t) => sum + (p - outcome[t]) ** 2, 0) / outcome.length;
}

/**
 * Log loss: −Σ (y ln p + (1 − y) ln(1 − p)) / n. Being certain and wrong costs without limit.
 *
 * @throws   RegionalFault as `areaUnderCurve`
 * @example  logLoss([0.5, 0.5], [1, 0]) // 0.693147180559945
 */
export function logLoss(probabilities: readonly number[], outcome: readonly number[]): number {
  requireScored(probabilities, outcome);
  return (
    -probabilities.reduce((sum, p, t) => sum + Math.log(outcome[t] === 1 ? p : 1 - p), 0) / outcome.length
  );
}

/** Observations of about equal probability. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean probability said. */
  readonly said: number;
  /** The part that came true. */
  readonly came: number;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: Σ n[b] |said − came| / n. */
  readonly error: number;
}

/**
 * Calibration: of what was said to come with a probability of about p, did the part p come?
 *
 * Observations are put in order of their probability and cut into bins of equal count; equal probabilities stay
 * together, by the middle of their ranks, so bins can be larger, or fewer.
 *
 * @param bins  10 for deciles, 5 for quintiles
 * @throws   RegionalFault as `areaUnderCurve`, and `not-computable` for fewer than one bin
 * @see      Niculescu-Mizil & Caruana (2005); Naeini, Cooper & Hauskrecht (2015) for the error
 * @example  calibration([0.2, 0.2, 0.8, 0.8], [0, 1, 1, 1], 2).error // 0.25
 */
export function calibration(
  probabilities: readonly number[],
  outcome: readonly number[],
  bins = 10,
): Calibration {
  requireScored(probabilities, outcome);
  if (!(bins >= 1)) throw new RegionalFault('not-computable', `${bins} bins: there has to be one`);
  const n = probabilities.length;
  const ranks = midRanks(probabilities);
  const binned = Map.groupBy(ranks.keys(), (t) => Math.floor(((ranks[t] - 0.5) * bins) / n));
  const table = [...binned]
    .sort(([a], [b]) => a - b)
    .map(([, members]): CalibrationBin => {
      const said = members.map((t) => probabilities[t]);
      const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      return {
        from: said.reduce((a, b) => Math.min(a, b)),
        to: said.reduce((a, b) => Math.max(a, b)),
        n: members.length,
        said: mean(said),
        came: mean(members.map((t) => outcome[t])),
      };
    });
  return {
    bins: table,
    error: table.reduce((sum, bin) => sum + bin.n * Math.abs(bin.said - bin.came), 0) / n,
  };
}

/** Ranks from 1; equal values share the middle of theirs. */
function midRanks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to += 1;
    for (let i = from; i <= to; i += 1) ranks[order[i]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

function requireScored(scores: readonly number[], outcome: readonly number[]): void {
  requireSameLength('scores', scores.length, 'outcomes', outcome.length);
  const wrong = outcome.findIndex((y) => y !== 0 && y !== 1);
  if (wrong >= 0)
    throw new RegionalFault('not-computable', `outcome ${wrong} is ${outcome[wrong]}: it should be 0 or 1`);
  const missing = scores.findIndex(Number.isNaN);
  if (missing >= 0) throw new RegionalFault('not-computable', `score ${missing} is missing`);
}

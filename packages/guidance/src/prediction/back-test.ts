import { type Region, regions } from '@tidu/reference';
import { areaUnderCurve, brierScore, type Calibration, calibration, precisionAt } from '@tidu/regional';
import { GuidanceRefused } from '../ground/guidance.ts';
import type { Feature } from './feature.ts';
import { type LeftOut, learn } from './model.ts';
import type { Observed } from './observed.ts';
import { sampleAt, withOutcome } from './sample.ts';

/**
 * What the model has to beat: the past trend alone, specialisation alone, relatedness density alone, and the same of all.
 * Each is learnt as the model is, so that it finds its own sign; where nothing could be learnt it says the same of all.
 */
export const baselines = {
  persistence: ['trend-1'],
  specialisation: ['specialisation'],
  density: ['density'],
  constant: [],
} as const satisfies Record<string, readonly Feature[]>;
export type Baseline = keyof typeof baselines;
const baselineNames = Object.keys(baselines) as Baseline[];

export interface Score {
  /** NaN where all rose, or none. */
  readonly auc: number;
  /** Of the tenth with the highest probability, and of the first fifty, the part that rose. */
  readonly tenth: number;
  readonly fifty: number;
  readonly brier: number;
}

/** One year that the model had not seen: learnt from the years whose outcome was known by then. */
export interface Fold {
  readonly origin: string;
  readonly known: string;
  readonly learntFrom: readonly string[];
  readonly learnt: number;
  readonly tested: number;
  readonly rose: number;
  readonly penalty: number | undefined;
  readonly leftOut: Readonly<Partial<Record<Feature, LeftOut>>>;
  readonly model: Score;
  readonly baselines: Readonly<Record<Baseline, Score>>;
  readonly calibration: Calibration;
}

interface OfRegion {
  readonly region: Region;
  readonly tested: number;
  readonly rose: number;
  readonly said: number;
  readonly auc: number;
  readonly brier: number;
}

export interface BackTest {
  readonly horizon: number;
  readonly folds: readonly Fold[];
  /** Over all folds. */
  readonly calibration: Calibration;
  readonly regions: readonly OfRegion[];
}

/**
 * The longest horizon up to `wanted` of which one outcome is known before another is foretold: 2h + 1 periods are needed.
 * @throws GuidanceRefused `not-computable` where there are fewer than three periods
 */
export function horizonOf(periods: number, wanted: number): number {
  const longest = Math.floor((periods - 1) / 2);
  if (longest < 1) {
    throw new GuidanceRefused(
      'not-computable',
      `${periods} periods are too few to test a prediction on`,
      'load three whole years, or the same months of three years (tidu import FILE)',
    );
  }
  return Math.min(wanted, longest);
}

/** Origins whose outcome was known at `now`. */
export const learnable = (now: number, horizon: number): number[] =>
  Array.from({ length: Math.max(0, now - horizon + 1) }, (_, origin) => origin);

/**
 * Rolling back-test: at each origin a model is learnt from the origins whose outcome was known by then, and scored, beside the
 * baselines learnt from the same, on what came.
 *
 * @param wanted horizon in periods, shortened where the panel is short (`horizonOf`)
 * @throws  GuidanceRefused `not-computable` where there are too few periods, or nothing to tell apart
 */
export function backTest(observed: Observed, wanted: number): BackTest {
  const { periods } = observed.exports;
  const horizon = horizonOf(periods.length, wanted);
  const told: { readonly said: number; readonly came: number; readonly region: Region }[] = [];
  const folds: Fold[] = [];
  for (let origin = horizon; origin + horizon < periods.length; origin += 1) {
    const learntFrom = learnable(origin, horizon);
    const past = withOutcome(sampleAt(observed, learntFrom, horizon));
    const test = withOutcome(sampleAt(observed, [origin], horizon));
    if (alike(past.outcome) || test.outcome.length === 0) continue;
    const model = learn(past);
    const said = model.probabilities(test);
    said.forEach((p, t) => {
      const region = observed.places[test.cells[t]?.row as number]?.region as Region;
      told.push({ said: p, came: test.outcome[t] as number, region });
    });
    folds.push({
      origin: periods[origin] as string,
      known: periods[origin + horizon] as string,
      learntFrom: learntFrom.map((t) => periods[t] as string),
      learnt: past.cells.length,
      tested: test.cells.length,
      rose: test.outcome.reduce((a, b) => a + b, 0) / test.outcome.length,
      penalty: model.penalty,
      leftOut: model.leftOut,
      model: score(said, test.outcome),
      baselines: Object.fromEntries(
        baselineNames.map((name) => [
          name,
          score(learn(past, baselines[name]).probabilities(test), test.outcome),
        ]),
      ) as Record<Baseline, Score>,
      calibration: calibration(said, test.outcome, 10),
    });
  }
  if (folds.length === 0) {
    throw new GuidanceRefused(
      'not-computable',
      'shares of all places moved the same way: nothing can be learnt',
      'load statistics of more places',
    );
  }
  return {
    horizon,
    folds,
    calibration: calibration(
      told.map(({ said }) => said),
      told.map(({ came }) => came),
      10,
    ),
    regions: regions.flatMap((region) => {
      const own = told.filter((one) => one.region === region);
      if (own.length === 0) return [];
      const [said, came] = [own.map((one) => one.said), own.map((one) => one.came)];
      const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      const { auc, brier } = score(said, came);
      return [{ region, tested: own.length, rose: mean(came), said: mean(said), auc, brier }];
    }),
  };
}

const alike = (outcome: readonly number[]): boolean => new Set(outcome).size < 2;

const score = (said: readonly number[], came: readonly number[]): Score => ({
  auc: areaUnderCurve(said, came),
  tenth: precisionAt(said, came, Math.ceil(said.length / 10)),
  fifty: precisionAt(said, came, 50),
  brier: brierScore(said, came),
});

/** Whether the model put more of those that rose above those that did not, and came nearer with its probabilities. */
export const beaten = (
  { model, baselines: of }: Fold,
  name: Baseline,
): { readonly auc: boolean; readonly brier: boolean } => ({
  auc: model.auc > of[name].auc,
  brier: model.brier < of[name].brier,
});

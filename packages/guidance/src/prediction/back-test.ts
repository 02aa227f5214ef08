import { type Region, regions } from '@tidu/reference';
import { areaUnderCurve, brierScore, type Calibration, calibration, precisionAt } from '@tidu/regional';
import { GuidanceRefused } from '../ground/guidance.ts';
import type { Feature } from './feature.ts';
import { type LeftOut, learn } from './model.ts';
import type { Observed } from './observed.ts';
import { sampleAt, those, withOutcome } from './sample.ts';

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
  /** Of the tenth with the highest probability in the region, the part that rose. */
  readonly tenth: number;
  readonly brier: number;
  /** Mean distance of what was said from what came, over fifths of equal size. */
  readonly error: number;
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

/** A fold with what was said of every cell that was tested, and what came. */
interface ToldFold {
  readonly fold: Fold;
  readonly told: readonly { readonly said: number; readonly came: number; readonly region: Region }[];
}

/**
 * Rolling back-test: at each origin a model is learnt from the origins whose outcome was known by then, and scored, beside the
 * baselines learnt from the same, on what came. One fold after the other, so that others can be served in between.
 *
 * @param wanted horizon in periods, shortened where the panel is short (`horizonOf`)
 * @throws  GuidanceRefused `not-computable` where there are too few periods
 */
export function* foldsOf(observed: Observed, wanted: number): Generator<ToldFold> {
  const { periods } = observed.exports;
  const horizon = horizonOf(periods.length, wanted);
  const origins = learnable(periods.length - 1, horizon);
  const whole = withOutcome(sampleAt(observed, origins, horizon));
  for (const origin of origins.slice(horizon)) {
    const learntFrom = learnable(origin, horizon);
    const past = those(whole, (cell) => cell.origin + horizon <= origin);
    const test = those(whole, (cell) => cell.origin === origin);
    if (new Set(past.outcome).size < 2 || test.outcome.length === 0) continue;
    const model = learn(past);
    const said = model.probabilities(test);
    const of = (name: Baseline) => score(learn(past, baselines[name]).probabilities(test), test.outcome);
    const fold: Fold = {
      origin: periods[origin] as string,
      known: periods[origin + horizon] as string,
      learntFrom: learntFrom.map((t) => periods[t] as string),
      learnt: past.cells.length,
      tested: test.cells.length,
      rose: mean(test.outcome),
      penalty: model.penalty,
      leftOut: model.leftOut,
      model: score(said, test.outcome),
      baselines: Object.fromEntries(baselineNames.map((name) => [name, of(name)])) as Fold['baselines'],
      calibration: calibration(said, test.outcome, 10),
    };
    const regionOf = (t: number) => observed.places[test.cells[t]?.row as number]?.region as Region;
    yield {
      fold,
      told: said.map((p, t) => ({ said: p, came: test.outcome[t] as number, region: regionOf(t) })),
    };
  }
}

/**
 * What the folds of a test come to.
 * @throws  GuidanceRefused `not-computable` where there is none
 */
export function testOf(all: readonly ToldFold[], periods: number, wanted: number): BackTest {
  if (all.length === 0) {
    throw new GuidanceRefused(
      'not-computable',
      'shares of all places moved the same way: nothing can be learnt',
      'load statistics of more places',
    );
  }
  const told = all.flatMap((one) => one.told);
  const [said, came] = [told.map((one) => one.said), told.map((one) => one.came)];
  return {
    horizon: horizonOf(periods, wanted),
    folds: all.map(({ fold }) => fold),
    calibration: calibration(said, came, 10),
    regions: regions.flatMap((region) => {
      const own = told.filter((one) => one.region === region);
      if (own.length === 0) return [];
      const [said, came] = [own.map((one) => one.said), own.map((one) => one.came)];
      const { auc, tenth, brier } = score(said, came);
      const { error } = calibration(said, came, 5);
      return [{ region, tested: own.length, rose: mean(came), said: mean(said), auc, tenth, brier, error }];
    }),
  };
}

/** The whole test at once. */
export const backTest = (observed: Observed, wanted: number): BackTest =>
  testOf([...foldsOf(observed, wanted)], observed.exports.periods.length, wanted);

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

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

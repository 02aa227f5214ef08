import { regions } from '@tidu/reference';
import type { Calibration } from '@tidu/regional';
import { z } from 'zod';
import type { Guidance } from '../ground/guidance.ts';
import {
  type BackTest,
  type Baseline,
  baselines,
  beaten,
  type Fold,
  foldsOf,
  type Score,
  testOf,
} from './back-test.ts';
import { features } from './feature.ts';
import { keptWith } from './kept.ts';
import { type Observed, observedOf } from './observed.ts';
import { horizonAsked } from './prediction.ts';

const request = z.strictObject({ horizon: horizonAsked });

const score = {
  /** Null where all rose, or none. */
  auc: z.number().nullable(),
  /** Of the tenth with the highest probability, and of the first fifty, the part that rose. */
  tenth: z.number(),
  fifty: z.number(),
  brier: z.number(),
};
const calibrated = z.object({
  bins: z.array(
    z.object({ from: z.number(), to: z.number(), n: z.int(), said: z.number(), came: z.number() }),
  ),
  error: z.number(),
});
const names = Object.keys(baselines) as [Baseline, ...Baseline[]];

const result = z
  .object({
    horizon: z.int(),
    measured: z.enum(['processing', 'all']),
    synthetic: z.boolean(),
    periods: z.array(z.string()),
    folds: z.array(
      z.object({
        /** From which it was foretold, and the period in which it was seen whether it came. */
        origin: z.string(),
        known: z.string(),
        learntFrom: z.array(z.string()),
        learnt: z.int(),
        tested: z.int(),
        rose: z.number(),
        penalty: z.number().nullable(),
        leftOut: z.array(z.object({ feature: z.enum(features), why: z.enum(['unknown', 'alike']) })),
        model: z.object(score),
        baselines: z.array(
          z.object({
            name: z.enum(names),
            ...score,
            /** Whether the model put them in a better order, and came nearer with its probabilities. */
            beaten: z.object({ auc: z.boolean(), brier: z.boolean() }),
          }),
        ),
        calibration: calibrated,
      }),
    ),
    /** Over all folds. */
    calibration: calibrated,
    regions: z.array(
      z.object({
        region: z.enum(regions),
        tested: z.int(),
        rose: z.number(),
        said: z.number(),
        auc: z.number().nullable(),
        /** Of the tenth with the highest probability in the region, the part that rose. */
        tenth: z.number(),
        brier: z.number(),
        /** Mean distance of what was said from what came, over fifths of equal size. */
        error: z.number(),
      }),
    ),
  })
  .meta({ id: 'BackTest' });

/** How well the prediction would have done in years that it had not seen, beside simpler guesses. */
export const backTested: Guidance<z.infer<typeof request>, z.infer<typeof result>> = {
  name: 'back-test',
  method: {
    text: 'at each origin the model is learnt from the origins whose outcome was known by then, and scored on what came: AUC, precision among the first, Brier score, calibration; baselines learnt from the same',
    source: 'docs/methods/prediction.md; Hanley & McNeil (1982); Brier (1950)',
  },
  request,
  result,
  async compute(ground, { horizon }) {
    const observed = observedOf(ground);
    const tested = await keptWith(ground, `back-test ${horizon}`, () => inBetween(observed, horizon));
    return {
      measured: ground.trade?.measured ?? 'all',
      synthetic: ground.trade?.synthetic ?? false,
      periods: [...observed.exports.periods],
      ...asData(tested),
    };
  },
};

/** Statistics of many years take seconds: between two folds others are served. */
async function inBetween(observed: Observed, horizon: number): Promise<BackTest> {
  const all = [];
  for (const told of foldsOf(observed, horizon)) {
    all.push(told);
    await new Promise((go) => setTimeout(go, 0));
  }
  return testOf(all, observed.exports.periods.length, horizon);
}

const asData = ({ horizon, folds, calibration, regions }: BackTest) => ({
  horizon,
  folds: folds.map((fold) => ({
    origin: fold.origin,
    known: fold.known,
    learntFrom: [...fold.learntFrom],
    learnt: fold.learnt,
    tested: fold.tested,
    rose: fold.rose,
    penalty: fold.penalty ?? null,
    leftOut: leftOutOf(fold),
    model: scoreOf(fold.model),
    baselines: names.map((name) => ({
      name,
      ...scoreOf(fold.baselines[name]),
      beaten: { ...beaten(fold, name) },
    })),
    calibration: binsOf(fold.calibration),
  })),
  calibration: binsOf(calibration),
  regions: regions.map((one) => ({ ...one, auc: known(one.auc) })),
});

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
const scoreOf = (one: Score) => ({ ...one, auc: known(one.auc) });
const binsOf = ({ bins, error }: Calibration) => ({ bins: bins.map((bin) => ({ ...bin })), error });
const leftOutOf = ({ leftOut }: Fold) =>
  features.flatMap((feature) => {
    const why = leftOut[feature];
    return why ? [{ feature, why }] : [];
  });

import { names, regions } from '@tidu/reference';
import { z } from 'zod';
import type { Ground } from '../ground/ground.ts';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { horizonOf, learnable } from './back-test.ts';
import { features } from './feature.ts';
import { keptWith } from './kept.ts';
import { learn, type Model } from './model.ts';
import { observedOf, periodAfter } from './observed.ts';
import { reasons, reasonsOf } from './reason.ts';
import { sampleAt, withOutcome } from './sample.ts';

export const horizonAsked = z.coerce
  .number()
  .int()
  .min(1)
  .max(5)
  .default(3)
  .meta({ description: 'Periods ahead; shorter where the statistics do not go back far enough' });

const request = z.strictObject({
  place: z.string().optional().meta({ description: 'A city: all its groups' }),
  group: z.string().optional().meta({ description: 'A commodity group' }),
  of: z.enum(['parks', 'all']).default('parks').meta({ description: 'Park cities only, or all cities' }),
  horizon: horizonAsked,
});
type Request = z.infer<typeof request>;

const result = z
  .object({
    /** The latest period, from which it is foretold, and the one for which. */
    origin: z.string(),
    until: z.string(),
    horizon: z.int(),
    measured: z.enum(['processing', 'all']),
    synthetic: z.boolean(),
    learntFrom: z.array(z.string()),
    /** Places × groups learnt from, and the part of them whose share rose. */
    learnt: z.int(),
    rose: z.number(),
    penalty: z.number().nullable(),
    /** Where everything is at its mean. */
    typical: z.number(),
    /** Log-odds that one standard deviation more adds, with its error. */
    weights: z.array(
      z.object({ feature: z.enum(features), perDeviation: z.number(), standardError: z.number() }),
    ),
    leftOut: z.array(z.object({ feature: z.enum(features), why: z.enum(['unknown', 'alike']) })),
    groups: z.array(z.object({ id: z.string(), names })),
    places: z.array(z.object({ code: z.string(), names, region: z.enum(regions), park: z.boolean() })),
    cells: z.array(
      z.object({
        place: z.string(),
        group: z.string(),
        probability: z.number(),
        /** Of the nation's exports of the group, in the latest period. */
        share: z.number(),
        reasons: z.array(
          z.object({ feature: z.enum(reasons), value: z.number().nullable(), logOdds: z.number() }),
        ),
      }),
    ),
  })
  .meta({ id: 'Prediction' });

/** Whether the share of a city in the nation's exports of a commodity group will rise, and why it is thought so. */
export const prediction: Guidance<Request, z.infer<typeof result>> = {
  name: 'prediction',
  method: {
    text: 'probability that the share is higher after the horizon: ln(p/(1 − p)) = a + Σ b · z over what was known, ridge logistic regression learnt from the origins whose outcome is known',
    source: 'docs/methods/prediction.md; le Cessie & van Houwelingen (1992)',
  },
  request,
  result,
  compute(ground, { place, group, of, horizon: wanted }) {
    const observed = observedOf(ground);
    requireKnown(ground, place, group);
    const { periods, rows, columns } = observed.exports;
    const horizon = horizonOf(periods.length, wanted);
    const now = periods.length - 1;
    const learntFrom = learnable(now, horizon);
    const model = keptWith(ground, `model ${horizon}`, () =>
      learntFromPast(withOutcome(sampleAt(observed, learntFrom, horizon))),
    );
    const today = sampleAt(observed, [now], horizon);
    const probabilities = model.probabilities(today);
    const parks = new Set(ground.parks.map((park) => park.place));
    const asked = (code: string) => (place === undefined ? of === 'all' || parks.has(code) : code === place);
    const cells = today.cells.flatMap(({ row, column }, t) => {
      const [code, id] = [rows[row] as string, columns[column] as string];
      if (!asked(code) || (group !== undefined && group !== id)) return [];
      return {
        place: code,
        group: id,
        probability: probabilities[t] as number,
        share: Math.exp(today.known.share[t] as number),
        reasons: reasonsOf(model.contributions(today, t)),
      };
    });
    const named = new Set(cells.map((cell) => cell.place));
    const [period, measured] = [periods[now] as string, ground.trade?.measured ?? 'all'];
    return {
      origin: period,
      until: periodAfter(period, horizon),
      horizon,
      measured,
      synthetic: ground.trade?.synthetic ?? false,
      learntFrom: learntFrom.map((t) => periods[t] as string),
      learnt: model.n,
      rose: model.rose,
      penalty: model.penalty ?? null,
      typical: model.fit ? 1 / (1 + Math.exp(-model.fit.atMeans)) : model.rose,
      weights: weightsOf(model),
      leftOut: features.flatMap((feature) => {
        const why = model.leftOut[feature];
        return why ? [{ feature, why }] : [];
      }),
      groups: ground.groups.map(({ id, name }) => ({ id, names: name })),
      places: ground.places.flatMap(({ code, names, region }) =>
        named.has(code) ? [{ code, names, region, park: parks.has(code) }] : [],
      ),
      cells: cells.sort((a, b) => b.probability - a.probability || (a.place < b.place ? -1 : 1)),
    };
  },
};

function requireKnown(
  { places, groups }: Ground,
  place: string | undefined,
  group: string | undefined,
): void {
  if (place !== undefined && !places.some(({ code }) => code === place))
    throw new GuidanceRefused('place-unknown', `no place "${place}"`, 'give the code of a city');
  if (group !== undefined && !groups.some(({ id }) => id === group)) {
    const known = groups.map(({ id }) => id).join(', ');
    throw new GuidanceRefused('not-computable', `no commodity group "${group}"`, `give one of ${known}`);
  }
}

function learntFromPast(past: Parameters<typeof learn>[0]): Model {
  if (new Set(past.outcome).size === 2) return learn(past);
  throw new GuidanceRefused(
    'not-computable',
    'shares of all places moved the same way: nothing can be learnt',
    'load statistics of more places',
  );
}

function weightsOf({ fit, features: used }: Model) {
  return used.map((feature) => {
    const at = fit?.coefficients.findIndex(({ name }) => name === feature) ?? -1;
    const deviation = fit?.deviations[at - 1] ?? 0;
    const { estimate = 0, standardError = 0 } = fit?.coefficients[at] ?? {};
    return { feature, perDeviation: estimate * deviation, standardError: standardError * deviation };
  });
}

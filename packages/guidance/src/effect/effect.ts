import { z } from 'zod';
import type { Ground, GuidedPark } from '../ground/ground.ts';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { percentOf } from './city-courses.ts';
import { effectOfPark, estimateOfPark, syntheticOfPark } from './effect-of-park.ts';
import { effectOfProgramme } from './effect-of-programme.ts';
import { type CannotTell, type EffectResult, effectResult } from './effect-result.ts';
import { cannotTell, type EvaluatedPark, type Evaluation, evaluatedPark, evaluationOf } from './evaluated.ts';

const request = z.object({
  /** Id or record of a park; the whole programme where absent. */
  park: z.string().optional(),
  /** The cities most like it before, or all of the interior without a park. */
  comparison: z.enum(['nearest', 'all']).default('nearest'),
});

/** Did it work: park cities before and after recognition, against comparable cities. */
export const effect: Guidance<z.infer<typeof request>, EffectResult> = {
  name: 'effect',
  method: {
    text: 'ln of exports of the park city before and after, against cities of the interior without a park: group-time difference in differences, interval from placebos or clustered errors, synthetic control with placebos in place and time',
    source: 'docs/methods/effect.md',
  },
  request,
  result: effectResult,
  compute(ground, { park: asked, comparison }) {
    const evaluation = evaluationOf(ground);
    const base = {
      measured: ground.trade?.measured ?? null,
      synthetic: ground.trade?.synthetic ?? false,
      periods: [...(ground.trade?.exports.periods ?? [])],
    };
    if (asked !== undefined) {
      const park = parkNamed(ground, asked);
      const seen = evaluatedPark(evaluation, park, comparison);
      const { id, record, names, place } = park;
      return {
        ...base,
        of: 'park',
        park: { id, record, names, place },
        answer: evaluation && isPark(seen) ? effectOfPark(ground, evaluation, seen) : (seen as CannotTell),
        parks: [],
      };
    }
    const all = ground.parks.map((park) => ({ park, seen: evaluatedPark(evaluation, park, comparison) }));
    const told = all.flatMap(({ seen }) => (isPark(seen) ? [seen] : []));
    return {
      ...base,
      of: 'programme',
      park: null,
      answer:
        evaluation && told.length > 0
          ? effectOfProgramme(ground, evaluation, told)
          : ((all[0]?.seen as CannotTell | undefined) ?? cannotTell('not-recognised', undefined)),
      parks: all.map(({ park, seen }) => rowOfPark(evaluation, park, seen)),
    };
  },
};

const isPark = (seen: EvaluatedPark | CannotTell): seen is EvaluatedPark => 'park' in seen;

/** @throws GuidanceRefused `park-unknown` */
function parkNamed({ parks }: Ground, asked: string): GuidedPark {
  const found = parks.find(({ id, record }) => id === asked || record === asked);
  if (found) return found;
  throw new GuidanceRefused(
    'park-unknown',
    `there is no park "${asked}"`,
    `ask for one of ${parks.map(({ id }) => id).join(', ')}`,
  );
}

function rowOfPark(
  evaluation: Evaluation | undefined,
  { id, record, names, place }: GuidedPark,
  seen: EvaluatedPark | CannotTell,
): EffectResult['parks'][number] {
  const row = { id, record, names, place };
  if (!evaluation || !isPark(seen)) {
    return { ...row, effect: null, synthetic: null, why: (seen as CannotTell).why };
  }
  const { fit, p } = syntheticOfPark(evaluation, seen);
  return {
    ...row,
    effect: estimateOfPark(evaluation, seen).estimate,
    synthetic: { percent: percentOf(fit.after), p },
    why: null,
  };
}

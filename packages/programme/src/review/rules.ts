import { names } from '@tidu/reference';
import { z } from 'zod';
import { conflictRules } from './conflicts.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** What experts judge by: a question, its weight in the total of 100, and the marks that may be given. */
export const criterion = z.strictObject({
  id,
  name: names,
  about: names,
  weight: z.number().positive().max(100),
  scale: z
    .strictObject({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => min < max, 'min < max'),
  source: z.string(),
});
export type Criterion = z.infer<typeof criterion>;

export const criteria = z
  .array(criterion)
  .min(1)
  .refine((all) => Math.abs(all.reduce((sum, { weight }) => sum + weight, 0) - 100) < 1e-9, {
    message: 'the weights of the criteria have to sum to 100',
  })
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'a criterion stands twice');

export const stratum = z.strictObject({
  by: z.enum(['field', 'region', 'any']),
  value: z.string().max(40),
  seats: z.int().min(1).max(100),
});

/** `programme/review.json` of a pack: how applications are reviewed, given notice of and listed. */
export const reviewRules = z.strictObject({
  source: z.string(),
  note: z.string(),
  criteria,
  panel: z.strictObject({
    strata: z.array(stratum).min(1),
    perApplication: z.int().min(1).max(20),
    perInstitution: z.int().min(1).max(20),
    conflicts: z.array(z.enum(conflictRules)),
    source: z.string(),
  }),
  fields: z.array(z.strictObject({ id, name: names })).min(1),
  notice: z.strictObject({ workingDays: z.int().min(1).max(60), source: z.string() }),
  /** What may be recognised; a list is of one of these, newly recognised or passed in re-assessment. */
  types: z.array(z.strictObject({ id, name: names, source: z.string() })).min(1),
  /** How long a warned park has to mend before its exit may be proposed. */
  exit: z.strictObject({ months: z.int().min(1).max(60), source: z.string() }),
});

/** Why a mark is not one, or nothing. */
export function faultOf({ name, scale }: Criterion, mark: number | undefined) {
  if (mark === undefined) return { zh: `“${name.zh}”未评分`, en: `"${name.en}" has no mark` };
  if (Number.isFinite(mark) && mark >= scale.min && mark <= scale.max) return undefined;
  return {
    zh: `“${name.zh}”应在 ${scale.min} 至 ${scale.max} 之间，现为 ${mark}`,
    en: `"${name.en}" takes marks from ${scale.min} to ${scale.max}, not ${mark}`,
  };
}

/**
 * The total of an expert's marks: Σ weight · (mark − min) / (max − min), 0 to 100.
 * @returns undefined where a mark lacks or is out of its scale
 */
export function totalOf(
  all: readonly Criterion[],
  marks: Readonly<Record<string, number>>,
): number | undefined {
  if (all.some((one) => faultOf(one, marks[one.id]))) return undefined;
  return all.reduce(
    (sum, { id: name, weight, scale }) =>
      sum + (weight * ((marks[name] as number) - scale.min)) / (scale.max - scale.min),
    0,
  );
}

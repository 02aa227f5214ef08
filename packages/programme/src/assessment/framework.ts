import { names } from '@tidu/reference';
import { z } from 'zod';
import { scoringRule } from './scoring-rule.ts';

/** Who may know a value: the system itself, or one of those who are asked. */
export const parties = ['park', 'tenant', 'partner'] as const;
export type Party = (typeof parties)[number];

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** A value that the system finds itself: in the statistics, or in the programme's own records. */
const measured = z.strictObject({ from: z.literal('system'), measure: id });
/** A value that people give; `ministry` is entered when answers are checked. */
const told = z.strictObject({ from: z.enum(['park', 'tenant', 'partner', 'ministry']) });

/**
 * What an unknown value does to the score: `worst` counts 0 points, `middle` the mean points of the other parks,
 * `left-out` gives its weight to the other indicators of its group. Its bounds are 0 and 100 in any case.
 */
export const unknowns = ['worst', 'middle', 'left-out'] as const;

export const indicator = z.strictObject({
  id,
  names,
  unit: names,
  /** What exactly is counted. */
  about: names,
  source: z.discriminatedUnion('from', [measured, told]),
  /** Who is asked for it; what the system found is shown to them first. */
  askedOf: z.array(z.enum(parties)).default([]),
  scoring: scoringRule,
  direction: z.enum(['more', 'less']),
  /** Per cent of the whole. */
  weight: z.number().min(0).max(100),
  unknown: z.enum(unknowns),
  /** What in the programme's texts asks for it. */
  basis: names,
  basisSource: z.string(),
});
export type Indicator = z.infer<typeof indicator>;

const group = z.strictObject({
  id,
  names,
  /** Per cent of the whole: the sum of its indicators. */
  weight: z.number().min(0).max(100),
  indicators: z.array(indicator).min(1),
});
export type Group = z.infer<typeof group>;

/** When a warning or an exit is proposed; a person decides. */
const proposalRule = z.strictObject({
  id,
  proposes: z.enum(['warn', 'exit']),
  names,
  when: z.discriminatedUnion('rule', [
    z.strictObject({
      rule: z.literal('lowest'),
      /** The lowest so many, or the lowest part, of … */
      count: z.int().positive().optional(),
      share: z.number().gt(0).lt(1).optional(),
      within: z.enum(['region', 'all']),
      times: z.int().positive(),
      years: z.int().positive(),
    }),
    z.strictObject({
      rule: z.literal('below'),
      points: z.number().gt(0).lte(100),
      times: z.int().positive(),
      years: z.int().positive(),
    }),
  ]),
  source: z.string(),
});
export type ProposalRule = z.infer<typeof proposalRule>;

const frameworkShape = z.strictObject({
  id,
  /** Goes up with every change of weights; a round keeps the one that it was opened with. */
  version: z.int().positive(),
  names,
  standing: z.enum(['official', 'proposal']),
  groups: z.array(group).min(1),
  proposals: z.array(proposalRule),
  source: z.string(),
  note: names,
});

export const framework = frameworkShape.superRefine((given, context) => {
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const sum = total(given.groups.map(({ weight }) => weight));
  if (!isWhole(sum, 100)) {
    say(
      ['groups'],
      `the weights of the groups add up to ${round(sum)}, not to 100: change them until they do`,
    );
  }
  const seen = new Set<string>();
  given.groups.forEach(({ weight, indicators }, g) => {
    const inside = total(indicators.map((one) => one.weight));
    if (!isWhole(inside, weight)) {
      say(
        ['groups', g, 'indicators'],
        `the weights of the indicators add up to ${round(inside)}, and their group weighs ${weight}: make them agree`,
      );
    }
    indicators.forEach((one, i) => {
      const at = ['groups', g, 'indicators', i];
      if (seen.has(one.id)) say([...at, 'id'], `two indicators are called "${one.id}": give each its own id`);
      seen.add(one.id);
      if (!agrees(one)) {
        say([...at, 'direction'], `the rule runs the other way than "${one.direction}": turn one of them`);
      }
      if (one.source.from !== 'system' && one.source.from !== 'ministry' && one.askedOf.length === 0) {
        say([...at, 'askedOf'], 'nobody is asked for this value: name who is');
      }
    });
  });
});
export type Framework = z.infer<typeof framework>;

/** A scheme that is known in part and cannot be used for a round; it stands beside as a precedent. */
export const precedent = z.strictObject({
  id,
  names,
  groupWeights: z.array(z.number()).min(1),
  knownIndicators: z.array(names),
  exit: names,
  source: z.string(),
  note: names,
});

/** `frameworks.json` of a pack. */
export const frameworkFile = z.strictObject({
  frameworks: z.array(framework).min(1),
  precedents: z.array(precedent),
});
export type FrameworkFile = z.infer<typeof frameworkFile>;

/** The indicators in their order, whatever group they stand in. */
export const indicatorsOf = ({ groups }: Framework): Indicator[] =>
  groups.flatMap(({ indicators }) => indicators);

/**
 * Part of the indicators that the system finds itself, 0 to 1.
 */
export function prefilledShare(given: Framework): number {
  const all = indicatorsOf(given);
  return all.filter(({ source }) => source.from === 'system').length / all.length;
}

/**
 * The same framework with other weights, as its next version; groups weigh what their indicators do.
 * @param weights  per cent, per indicator; what is not named keeps its weight
 * @throws ZodError when they do not add up to 100, or name an indicator that there is not
 */
export function reweighted(given: Framework, weights: Readonly<Record<string, number>>): Framework {
  const known = new Set(indicatorsOf(given).map((one) => one.id));
  const strange = Object.keys(weights).filter((name) => !known.has(name));
  if (strange.length > 0) {
    throw new z.ZodError(
      strange.map((name) => ({
        code: 'custom',
        path: ['weights', name],
        message: `the framework has no indicator "${name}"`,
        input: name,
      })),
    );
  }
  return framework.parse({
    ...given,
    version: given.version + 1,
    groups: given.groups.map((one) => {
      const indicators = one.indicators.map((inside) => ({
        ...inside,
        weight: weights[inside.id] ?? inside.weight,
      }));
      return { ...one, indicators, weight: round(total(indicators.map(({ weight }) => weight))) };
    }),
  });
}

/** A rule that gives more points for less runs against the direction "more". */
function agrees({ scoring, direction }: Indicator): boolean {
  switch (scoring.rule) {
    case 'linear':
    case 'growth':
      return direction === (scoring.target > scoring.floor ? 'more' : 'less');
    case 'thresholds': {
      const [first, last] = [scoring.steps[0], scoring.steps.at(-1)];
      return direction === ((last?.points ?? 0) >= (first?.points ?? 0) ? 'more' : 'less');
    }
    case 'rank-percentile':
    case 'yes-no':
      return true;
  }
}

const total = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);
const isWhole = (sum: number, whole: number): boolean => Math.abs(sum - whole) < 1e-6;
const round = (x: number): number => Math.round(x * 1e6) / 1e6;

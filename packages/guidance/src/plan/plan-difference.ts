import { z } from 'zod';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import type { LimitOfPark, Placement, PlacementPlan } from './placement-plan.ts';
import { placementScenario } from './placement-scenario.ts';
import { plan } from './plan.ts';
import { type PlanDifference, planDifference } from './plan-difference-result.ts';

/** Less than this is rounding: yuan a year, and part of a value. */
const yuanAlike = 1;
const valueAlike = 1e-9;

const paired = <T>(before: readonly T[], after: readonly T[], key: (one: T) => string) => {
  const [first, second] = [before, after].map((all) => new Map(all.map((one) => [key(one), one])));
  return [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])]
    .sort()
    .map((name) => ({ before: first?.get(name), after: second?.get(name) }));
};

const placeOf = ({ origin, group, park }: Placement) => `${origin} ${group} ${park}`;
const limitOf = ({ park, kind }: LimitOfPark) => `${park} ${kind}`;

/** What is movable of each of the goods: what is placed and what stays. */
function volumes({ placements, stays }: PlacementPlan): Map<string, number> {
  const all = new Map<string, number>();
  for (const { origin, group, amount } of [...placements, ...stays])
    all.set(`${origin} ${group}`, (all.get(`${origin} ${group}`) ?? 0) + amount);
  return all;
}

/**
 * What moved between two plans, which limits are others, and what that has to do with it.
 * @param before  a plan, and `after` another of the same goods and parks
 */
function differenceOf(before: PlacementPlan, after: PlacementPlan): PlanDifference {
  const [had, has] = [volumes(before), volumes(after)];
  const limits = paired(before.limits, after.limits, limitOf).filter(
    (one) => one.before?.limit !== one.after?.limit || one.before?.full !== one.after?.full,
  );
  const bounded = new Set(
    limits.flatMap((one) =>
      one.before?.limit === one.after?.limit ? [] : ((one.before ?? one.after)?.park ?? []),
    ),
  );
  const why = (
    was: Placement | undefined,
    is: Placement | undefined,
  ): PlanDifference['placements'][number]['why'] => {
    const { origin, group, park } = (was ?? is) as Placement;
    const key = `${origin} ${group}`;
    const other = (of: 'value' | 'paid') => was && is && Math.abs(was[of] - is[of]) > valueAlike;
    return [
      ...(Math.abs((had.get(key) ?? 0) - (has.get(key) ?? 0)) > yuanAlike ? (['volume'] as const) : []),
      ...(other('value') ? (['value'] as const) : []),
      ...(bounded.has(park) ? (['limit'] as const) : []),
      ...(other('paid') ? (['price'] as const) : []),
    ];
  };
  return {
    objective: after.objective - before.objective,
    moved: after.moved - before.moved,
    uncertain: before.bound - before.objective + (after.bound - after.objective),
    placements: paired(before.placements, after.placements, placeOf)
      .map(({ before: was, after: is }) => {
        const { origin, group, park } = (was ?? is) as Placement;
        return { origin, group, park, before: was?.amount ?? 0, after: is?.amount ?? 0, why: why(was, is) };
      })
      .filter((one) => Math.abs(one.after - one.before) > yuanAlike)
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
    limits: limits.map(({ before: was, after: is }) => {
      const { park, kind } = (was ?? is) as LimitOfPark;
      const both = (of: 'limit' | 'used' | 'priceOpen') => ({
        before: was?.[of] ?? null,
        after: is?.[of] ?? null,
      });
      return { park, kind, limit: both('limit'), used: both('used'), priceOpen: both('priceOpen') };
    }),
    parks: paired(before.parks, after.parks, ({ park }) => park)
      .map(({ before: was, after: is }) => ({
        park: (was ?? is)?.park ?? '',
        before: was?.amount ?? 0,
        after: is?.amount ?? 0,
      }))
      .filter((one) => Math.abs(one.after - one.before) > yuanAlike),
  };
}

const request = z.strictObject({ before: placementScenario, after: placementScenario });

/** Two scenarios planned, and what is another in the second. */
export const planCompared: Guidance<z.infer<typeof request>, PlanDifference> = {
  name: 'plan-difference',
  method: {
    text: 'both scenarios planned; placements, limits and parks of the second less those of the first',
    source: 'docs/methods/placement.md',
  },
  request,
  result: planDifference,
  large: true,
  async compute(ground, asked) {
    const before = await plan.compute(ground, asked.before);
    const after = await plan.compute(ground, asked.after);
    for (const [name, { status }] of Object.entries({ before, after }))
      if (status !== 'planned')
        throw new GuidanceRefused(
          'not-computable',
          `${name}: this scenario has no plan`,
          'ask the plan of it alone: it says which rules are in conflict',
        );
    return differenceOf(before, after);
  },
};

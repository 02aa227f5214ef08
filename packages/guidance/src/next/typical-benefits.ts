import type { Names } from '@tidu/reference';
import { benefitsOfPlan } from '../comparison/benefits-of-plan.ts';
import type { Ground } from '../ground/ground.ts';
import { groupOfProject } from '../ground/group-of-project.ts';

/** What a measure gives to a typical plan where a park is, over ten years. */
export interface TypicalBenefit {
  readonly plan: Names;
  /** Goods that the plan makes. */
  readonly group: string | undefined;
  readonly place: string;
  readonly measure: string;
  readonly yuan: number;
}

/** What is given, in a known amount, to the typical plans of the pack in every place that has a park. */
export function typicalBenefits({ costs, compared, rules, day, pack }: Ground): TypicalBenefit[] {
  return costs.profiles.flatMap(({ names, plan }) => {
    const group = groupOfProject(pack.groups, {
      chapters: (plan.products ?? []).flatMap(({ hs }) => hs?.slice(0, 2) ?? []),
      industry: plan.project?.industry ?? '',
    });
    return benefitsOfPlan(plan, compared, costs, rules, day).flatMap(({ place, benefits }) =>
      benefits.outcomes.flatMap(({ measure, verdict, total = 0 }) =>
        verdict === 'given' && total > 0
          ? [{ plan: names, group, place: place.code, measure, yuan: total }]
          : [],
      ),
    );
  });
}

import type { Benefits, RuleSet, Subject } from '@tidu/policy';
import type { CompanyPlan } from './company-plan.ts';
import type { ComparedPlace, Places } from './compared-places.ts';
import type { Costs } from './cost-facts.ts';
import { placeModel } from './place-model.ts';
import { placesMade } from './places-made.ts';

/** What measures give to a plan in one place, and the subject that they looked at. */
export interface BenefitsOfPlace {
  readonly place: ComparedPlace;
  readonly subject: Subject;
  readonly benefits: Benefits;
}

/** What measures give to a plan in each place, by code: the same as `compare` counts, without what lies around it. */
export function benefitsOfPlan(
  plan: CompanyPlan,
  places: Places,
  costs: Costs,
  rules: RuleSet,
  today: string,
): BenefitsOfPlace[] {
  const { made, figures, within } = placesMade(plan, places, costs);
  const likely = figures.likely();
  return made.flatMap((one) => {
    const { benefits, subject } = placeModel(one, within, rules, today).reckon(likely, true);
    return benefits && subject ? [{ place: one.at.place, subject, benefits }] : [];
  });
}

import type { CompanyPlan } from './company-plan.ts';
import type { Comparison } from './comparison.ts';
import { type Costs, labourFact, labourItems } from './cost-facts.ts';
import { factNames } from './fact-names.ts';
import { jobsOf } from './subject-of-plan.ts';

/**
 * How deep labour is in a place: its people of working age and its residents, and what share of them the jobs of the plan are,
 *
 *   jobsShare = Σ jobs / people          at full production
 *
 * Where a place's own number is not known, that of the area around it is told, without a share: a province hides how small a
 * city is. Nothing is told where the pack has nothing.
 */
export function peopleThere(
  plan: CompanyPlan,
  code: string,
  costs: Costs,
): Comparison['places'][number]['people'] {
  const jobs = jobsOf(plan);
  return labourItems.flatMap((item) => {
    const fact = labourFact(costs, item, code);
    if (!fact) return [];
    const { value, place, date, sure, source, note } = fact;
    return [
      {
        item,
        names: factNames(item),
        value,
        place,
        date,
        sure,
        source,
        note,
        ...(jobs !== undefined && place === code && { jobsShare: jobs / value }),
      },
    ];
  });
}

import type { BenefitsOfPlace } from '@tidu/guidance';

/** Of fewer companies than these nothing is told, so that nobody can tell one by it. */
export const fewestCompanies = 3;

/** What the plans of companies come to of one measure. */
export interface PlansUse {
  /** Companies with a ready plan that would have it in one park at least; nothing where they are fewer than three. */
  readonly companies?: number;
  /** Yuan over all years, to two digits: of each company what it would have most of. */
  readonly totalCny?: number;
  /** Companies that have let a park know in which they would have it; nothing where they are fewer than three. */
  readonly intents?: number;
}

/** One plan of a company: what it would get, and the parks, by place, that the company has let know. */
export interface AskedPlan {
  readonly company: string;
  readonly told: ReadonlySet<string>;
  readonly benefits: readonly BenefitsOfPlace[];
}

/**
 * What measures would give to companies by their own plans. A company counts once for a measure, by the plan and the park in
 * which it would get most: it moves once.
 */
export function usedByPlans(plans: readonly AskedPlan[]): ReadonlyMap<string, PlansUse> {
  const most = new Map<string, Map<string, number>>();
  const told = new Map<string, Set<string>>();
  for (const { company, told: parks, benefits } of plans) {
    for (const { place, benefits: got } of benefits) {
      for (const { measure, verdict, total = 0 } of got.outcomes) {
        if (verdict !== 'given') continue;
        const amounts = most.get(measure) ?? new Map<string, number>();
        most.set(measure, amounts.set(company, Math.max(amounts.get(company) ?? 0, total)));
        if (parks.has(place.code)) told.set(measure, (told.get(measure) ?? new Set()).add(company));
      }
    }
  }
  return new Map(
    [...most].map(([measure, amounts]) => {
      const intents = told.get(measure)?.size ?? 0;
      const sum = [...amounts.values()].reduce((all, one) => all + one, 0);
      return [
        measure,
        {
          ...(amounts.size >= fewestCompanies && {
            companies: amounts.size,
            totalCny: Number(sum.toPrecision(2)),
          }),
          ...(intents >= fewestCompanies && { intents }),
        },
      ];
    }),
  );
}

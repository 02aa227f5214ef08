import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type CompanyPlan, company, type MoveChoices } from './company.client.ts';
import { get } from './http.client.ts';

/** Questions of a company that compares places. */
export const companyAsks = {
  choices: () =>
    queryOptions({ queryKey: ['comparison', 'choices'], queryFn: () => get<MoveChoices>('comparison') }),
  /** Nothing of the plan is kept; the answer is, while the page stands. */
  compared: (plan: CompanyPlan, reference?: string) =>
    queryOptions({
      queryKey: ['comparison', plan, reference],
      queryFn: () => company.compare(plan, reference),
      placeholderData: keepPreviousData,
    }),
  reasons: (plan: CompanyPlan, park: string) =>
    queryOptions({
      queryKey: ['comparison', 'reasons', plan, park],
      queryFn: () => company.reasons(plan, park),
    }),
};

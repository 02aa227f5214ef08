import { type Deeds, of } from '@tidu/programme';

const theCompany = { company: [of('own')] } as const;
const thePark = { park: [of('own')] } as const;

/** What a company reckons is its own; what it tells a park is between these two. */
export const companyPlanDeeds: Deeds = {
  'company-plan.read': theCompany,
  'company-plan.create': theCompany,
  'company-plan.edit': theCompany,
  'company-plan.finish': theCompany,
  'company-plan.rework': theCompany,
  'company-plan.archive': theCompany,
  'company-plan.restore': theCompany,
  'intent.read': { ...theCompany, ...thePark },
  'intent.create': theCompany,
  'intent.see': thePark,
  'intent.answer': thePark,
  'intent.decline': thePark,
  'intent.accept': theCompany,
  'intent.withdraw': theCompany,
  'intent.close': theCompany,
};

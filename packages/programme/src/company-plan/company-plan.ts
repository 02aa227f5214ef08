import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow } from '../ground/workflow.ts';

/** Of a plan as JSON: twenty products and forty inputs with all that may be said of them are a third of it. */
const longest = 60_000;

/** What a company enters once to compare places. What a plan may hold is said by who compares (`World.plans`). */
const companyPlanContent = z.strictObject({
  title: z.string().trim().min(1, 'call the plan something').max(120),
  owner: z.string().regex(/^org-[a-z0-9-]+$/, 'the id of an organisation'),
  plan: z.record(z.string(), z.unknown()).refine((plan) => JSON.stringify(plan).length <= longest, {
    error: `a plan has at most ${longest} characters as JSON: leave out what is not needed`,
  }),
});
export type CompanyPlanContent = z.infer<typeof companyPlanContent>;
export type CompanyPlanState = 'draft' | 'ready' | 'archived';
export type CompanyPlanAct = 'finish' | 'rework' | 'archive' | 'restore';

/** A plan of a company that may move: nobody else sees it. */
export const companyPlan: Kind<CompanyPlanContent, CompanyPlanState, CompanyPlanAct> = {
  name: 'company-plan',
  plural: 'company-plans',
  names: words('选址方案', 'company plan'),
  content: companyPlanContent,
  workflow: createWorkflow<CompanyPlanState, CompanyPlanAct, Facts<CompanyPlanContent, unknown>>({
    name: 'company-plan',
    states: {
      draft: words('草稿', 'draft'),
      ready: words('已完成', 'ready'),
      archived: words('已归档', 'archived'),
    },
    initial: 'draft',
    editable: ['draft', 'ready'],
    acts: {
      finish: { name: words('标为完成', 'mark as ready'), from: ['draft'], to: 'ready' },
      rework: { name: words('改回草稿', 'back to draft'), from: ['ready'], to: 'draft' },
      archive: { name: words('归档', 'archive'), from: ['draft', 'ready'], to: 'archived' },
      restore: { name: words('取回', 'take out of the archive'), from: ['archived'], to: 'draft' },
    },
  }),
  face: ({ title, owner }) => ({
    title: { zh: title, en: title },
    territory: '100000',
    organisations: [owner],
    published: false,
  }),
};
